import anyAscii from 'any-ascii'

/**
 * How names from the traditions we meet are folded to what was said, so that two spellings of one
 * name meet. Pure tables and string work. Sources: the romanisations in daily use in UK papers
 * (Vietnamese, Albanian, Arabic and Persian, Tigrinya and Amharic, Kurdish, Turkish, Polish,
 * Romanian, Ukrainian); measured on the pairs of the probe beside this file.
 */

/** Letters whose sound is lost when the mark is dropped: read aloud, spelled in plain letters. */
const READ_ALOUD: readonly (readonly [RegExp, string])[] = [
  [/[çčć]/g, 'ch'],
  [/[şșšś]/g, 'sh'],
  [/[žżź]/g, 'zh'],
  [/[țţ]/g, 'ts'],
  [/ğ/g, ''],
  [/æ/g, 'e'],
]

/** Two or three letters that are one sound. One capital letter stands for one sound. */
const SOUNDS: Readonly<Record<string, string>> = {
  tsch: 'C',
  shch: 'S',
  tch: 'C',
  sch: 'S',
  dzh: 'J',
  dj: 'J',
  dz: 'J',
  xh: 'J',
  gj: 'J',
  cz: 'C',
  sz: 'S',
  sh: 'S',
  ch: 'C',
  zh: 'Z',
  kh: 'h',
  gh: 'g',
  ph: 'f',
  th: 't',
  dh: 'd',
  bh: 'b',
  ck: 'k',
  qu: 'k',
  q: 'k',
  x: 'ks',
  j: 'J',
  w: 'v',
  y: 'i',
}
const SOUND = new RegExp(Object.keys(SOUNDS).join('|'), 'g')

/** The same letters read by another tradition. Each gives one more reading, when it applies. */
const OTHER_READINGS: readonly (readonly [RegExp, string])[] = [
  [/j/g, 'y'], // Albanian, Polish, German: Jusuf, Jasmin
  [/g(?=[eiy])/g, 'j'], // Gjergi, Giorgi
  [/ch/g, 'sh'], // French: Aicha
  [/ch/g, 'h'], // German, Polish: Achmed
  [/zh/g, 'z_h'], // Zhara for Zahra
  [/q(?!u)/g, 'ch'], // Albanian: Shqipe
  [/c(?=e)/g, 'j'], // Turkish: Cemal
  [/rz/g, 'zh'], // Polish: Katarzyna
  [/di(?=[aeou])/g, 'j'], // West African French: Diallo, Diop
]

/** Arabic letters a hand may write in more than one way, and marks that are often left out. */
export function foldArabic(word: string): string {
  return openEnded(word).replace(/ى/g, 'ي')
}

/** As folded, but a final ى stays itself: it may be said a (Mustafa) or i (Ali, as typed in Egypt). */
function openEnded(word: string): string {
  return word
    .replace(/[\u064b-\u065f\u0670\u0640\u200c\u200d]/g, '')
    .replace(/[أإآٱ]|^ئا?/g, 'ا')
    .replace(/[یۍێ]/g, 'ي')
    .replace(/ە(?!$)/g, '') // Kurdish writes its short e; Arabic leaves it out
    .replace(/[ةۀە]/g, 'ه')
    .replace(/[کڪ]/g, 'ك')
    .replace(/[ؤۆۇ]/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/ڕ/g, 'ر')
    .replace(/ڵ/g, 'ل')
}

/** Most words of most lists: nothing about them would change. */
const PLAIN_ALREADY = /^[a-z0-9]+$/

/** Plain lower-case letters a to z for a word in any script but Arabic; marks dropped. */
export function plainLetters(word: string): string {
  if (PLAIN_ALREADY.test(word)) return word
  return anyAscii(word.normalize('NFC'))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** The plain spellings under which a word may be met: marks dropped, read aloud, and г as g or h. */
export function spellings(word: string): readonly string[] {
  const lower = word.normalize('NFC').toLowerCase()
  const aloud = READ_ALOUD.reduce((text, [mark, sound]) => text.replace(mark, sound), lower)
  const eastern = lower.replace(/г/g, 'х')
  return [...new Set([lower, aloud, eastern].map(plainLetters))].filter(Boolean)
}

/** Every way the plain spelling may be said, one symbol for each sound; vowels kept. */
export function readings(plain: string): readonly string[] {
  const others = OTHER_READINGS.filter(([letters]) => plain.search(letters) >= 0).map(
    ([letters, instead]) => plain.replace(letters, instead),
  )
  return [...new Set([plain, ...others].map(said))].filter(Boolean)
}

function said(spelling: string): string {
  const sounds = spelling
    .replace(/^(?:ts|tz)/, 's')
    .replace(/^(?:kn|wr)/, (pair) => pair.slice(1))
    .replace(/h(?=n$)/, '')
    .replace(/eigh$/, 'i')
    .replace(/(?<=[aeiouyn])ng(?=$|[^aeiouy])/g, 'N')
    .replace(/ng$/, 'N')
    .replace(/nh$/, 'Y')
    .replace(SOUND, (letters) => SOUNDS[letters] ?? letters)
    .replace(/c(?=[ei])/g, 's')
    .replace(/c/g, 'k')
    .replace(/_/g, '')
  return sounds
    .replace(/oo|ou|ow/g, 'u')
    .replace(/ee|ie|ii/g, 'i')
    .replace(/[ae]i/g, 'E')
    .replace(/E[ei]/g, 'E')
    .replace(/e/g, 'i')
    .replace(/o/g, 'u')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=[aiuE])h$/, '')
}

/** Whether a symbol of a reading is a vowel. */
export const isVowel = (symbol: string): boolean => 'aiuE'.includes(symbol)

/**
 * The consonants of a reading, with the servant names (Abd al-…) brought to one form: the article
 * is said as l, or as the letter that follows it, and is written apart, joined or not at all.
 */
export function consonants(reading: string): string {
  const bare = reading.replace(/[aiuE]/g, '').replace(/(.)\1+/g, '$1')
  return servant(bare)
}

function servant(bare: string): string {
  if (/^bdlh?$/.test(bare)) return 'bdl'
  return bare.replace(/^bdl(?=..)/, 'bd')
}

/** What each Arabic letter may be written as in a Latin name; vowels are seldom written at all. */
/* In the first place: each consonant it may be; after a question mark, or none. */
const ARABIC: Readonly<Record<string, readonly [heard: string, latin: string]>> = {
  ء: ['', '[aeiou]*'],
  ا: ['', '[aeiouy]+h?'],
  ب: ['b', '(?:b+h?|p+)'],
  پ: ['p', '(?:p+|b+)'],
  ت: ['t', '(?:t+h?|d)'],
  ث: ['ts', '(?:th|t+|s+)'],
  ج: ['J', '(?:j+|d+j|dzh|dz|xh|gj|g+h?|zh|c|di)'],
  چ: ['C', '(?:ch|tsch|c|q)'],
  ح: ['h', '(?:h+|ch|kh)'],
  خ: ['h', '(?:k+h?|ch|h+|x)'],
  د: ['d', '(?:d+h?|t)'],
  ذ: ['dz', '(?:dh|th|d+|z+)'],
  ر: ['r', 'r+'],
  ز: ['z', '(?:z+|s)'],
  ژ: ['Z', '(?:zh|j|z)'],
  س: ['s', '(?:s+|c)'],
  ش: ['S', '(?:sh+|sch|ch|s+|x)'],
  ص: ['s', '(?:s+|c)'],
  ض: ['dz', '(?:d+h?|z+)'],
  ط: ['t', 't+h?'],
  ظ: ['zd', '(?:z+|dh|th|d+)'],
  ع: ['', '[aeiou]*'],
  غ: ['g', '(?:g+h?|r)'],
  ف: ['f', '(?:f+|ph|v)'],
  ڤ: ['v', '(?:v+|w)'],
  ق: ['k', '(?:q+u?|k+h?|g+h?|ck|c+)'],
  ك: ['k', '(?:k+h?|ck|c+h?|q)'],
  گ: ['g', 'g+h?'],
  ل: ['l', 'l+'],
  م: ['m', 'm+'],
  ن: ['n', 'n+'],
  ه: ['h', 'h*'],
  و: ['?v', '[aei]*[ouwv]+[aeiou]*'],
  ي: ['?', '(?:[aeou]*[iyej]+[aeiou]*)'],
  ى: ['?', '(?:[aeou]*[iyej]+[aeiou]*|a+h?)'],
}

/** The consonant skeletons an Arabic-script word may stand for; at most sixteen. */
export function arabicSkeletons(folded: string): readonly string[] {
  let found = ['']
  for (const letter of folded) {
    const [classes] = ARABIC[letter] ?? ['', '']
    const options = classes.startsWith('?') ? ['', classes.slice(1)] : Array.from(classes)
    if (options.length > 0) found = found.flatMap((s) => options.map((o) => s + o)).slice(0, 16)
  }
  const finals = folded.endsWith('ه') ? found.flatMap((s) => [s, s.replace(/h$/, '')]) : found
  const stripped = folded.startsWith('ال') && folded.length > 4 ? finals.map((s) => s.slice(1)) : []
  return [...new Set([...finals, ...stripped].map(consonants))].filter(Boolean)
}

/** How a name may begin with Abd al- or al-, and how that is written in Latin letters. */
const OPENINGS: readonly (readonly [RegExp, string])[] = [
  [/^عبدال?/, '[ae]*bd+[aeiou]*(?:[lrsnztd]h?)?'],
  [/^ال(?=...)/, '(?:[aeu][lrsnztd]h?)?'],
]

/** Recognises the Latin spellings that an Arabic-script word could have been romanised to. */
export function arabicPattern(word: string): RegExp {
  const folded = openEnded(word)
  const [prefix, start] = OPENINGS.find(([letters]) => letters.test(folded)) ?? [/^/, '']
  const rest = folded.replace(prefix, '')
  const letters = Array.from(rest, (letter) => ARABIC[letter]?.[1] ?? '')
  const last = /[ها]$/.test(rest) ? '[aeh]*[aehiy]*' : ''
  const body = rest.endsWith('ه') ? letters.slice(0, -1) : letters
  // A vowel that Arabic leaves out is short, so one letter; only the first is often written ou.
  const [first = '', second = '', ...others] = body
  const following = [second, ...others].join('[aeiouy]?')
  return new RegExp(`^${start}[aeiou]*${first}[aeiouy]*${following}${last}$`)
}
