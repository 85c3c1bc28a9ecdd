import { familyOf, isArticle, isParticle } from './name-equivalents.rules.ts'
import {
  arabicPattern,
  arabicSkeletons,
  consonants,
  foldArabic,
  isVowel,
  readings,
  spellings,
} from './name-folds.rules.ts'

/**
 * Keys under which a name is kept and sought. A key is text with its kind in front:
 * `e:` the folded spelling · `q:` a family of equivalents · `s:` the sound · `d:` the sound with one
 * consonant left out (one slip of the hand) · `xl:` / `xa:` the bare consonants of a Latin / an
 * Arabic-script word. Bare consonants are compared across the two scripts only: between two Latin
 * names they would make Ali, Ella and Ayla one.
 */
export type NameKey = string

/** One word of a name, or neighbouring words written as one. */
export type Unit = {
  readonly text: string
  /** Which words of the name it stands for, counted from 0. */
  readonly covers: readonly number[]
  readonly particle: boolean
  readonly exact: readonly string[]
  readonly said: readonly string[]
  readonly arabic: RegExp | undefined
  readonly family: string | undefined
  readonly stored: ReadonlySet<NameKey>
  readonly sought: ReadonlySet<NameKey>
}

export type WrittenName = { readonly words: number; readonly units: readonly Unit[] }

const ARABIC_SCRIPT = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/
const BETWEEN_WORDS = /[\s,.;:/()[\]"“”«»|_+&–—\u060c\u200e\u200f]+/
const INSIDE_WORDS = /['’‘ʼʾʿ`´\-‐‑]+/
const LONGEST_WORD = 40
/** Most names are up to four short words in plain letters, one space between. */
const PLAIN_NAME = /^[A-Za-z]{1,40}(?: [A-Za-z]{1,40}){0,3}$/
const MOST_WORDS = 8
/** A skeleton this long says enough without its vowels. */
const TELLING = 3

/** Reads a name in any script. Order, case and spacing do not change the units, only their places. */
export function readName(text: string): WrittenName {
  const words = wordsOf(text)
  const single = words.map((word, n) => {
    const alone = unit(word, [n])
    return { ...alone, particle: isParticle(alone.text, n, words.length) }
  })
  const pairs = words.slice(1).map((word, n) => unit(`${words[n] ?? ''}${word}`, [n, n + 1]))
  return { words: words.length, units: [...single, ...pairs, ...servants(words)] }
}

/** The words of a name as written, in any script: what stands between spaces, hyphens and apostrophes. */
export function wordsOf(text: string): readonly string[] {
  if (PLAIN_NAME.test(text)) return text.split(' ')
  return text
    .normalize('NFKC')
    .split(BETWEEN_WORDS)
    .flatMap(splitHan)
    .flatMap((word) => word.split(INSIDE_WORDS))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD))
}

/** Chinese is written without spaces; each character is a word. */
function splitHan(word: string): readonly string[] {
  return /\p{Script=Han}/u.test(word) ? Array.from(word) : [word]
}

/** Abd al-Rahman in three words is Abdulrahman in one. */
function servants(words: readonly string[]): readonly Unit[] {
  return words.flatMap((word, n) => {
    const [article, name] = [words[n + 1] ?? '', words[n + 2]]
    if (name === undefined || !/^(?:abd|عبد)$/i.test(word)) return []
    return isArticle(article.toLowerCase()) ? [unit(word + article + name, [n, n + 1, n + 2])] : []
  })
}

export type Word = Omit<Unit, 'covers'>

/**
 * What one word may be known as, whatever name it stands in. Nothing more is kept of it: whoever reads a million
 * names would throw out what searches come back to.
 */
export const readWord = (word: string): Word => {
  const key = word.toLowerCase()
  return known.get(key) ?? (ARABIC_SCRIPT.test(key) ? arabicUnit(key) : latinUnit(key))
}

/** The same few thousand words come back in every search; what they fold to never changes. */
const known = new Map<string, Word>()
const MOST_KNOWN = 20_000

function unit(word: string, covers: readonly number[]): Unit {
  const key = word.toLowerCase()
  const met = known.get(key)
  if (met) return { ...met, covers }
  if (known.size >= MOST_KNOWN) known.clear()
  const read = readWord(key)
  known.set(key, read)
  return { ...read, covers }
}

function arabicUnit(word: string): Word {
  const folded = foldArabic(word)
  const family = familyOf(folded)
  const skeletons = arabicSkeletons(folded)
  const same = [
    `e:${folded}`,
    ...(family ? [`q:${family}`] : []),
    ...skeletons.map((s) => `xa:${s}`),
  ]
  return {
    text: folded,
    particle: false,
    exact: [folded],
    said: [],
    arabic: arabicPattern(word),
    family,
    stored: new Set(same),
    sought: new Set([...same, ...skeletons.map((s) => `xl:${s}`)]),
  }
}

function latinUnit(word: string): Word {
  const exact = spellings(word)
  const said = [...new Set(exact.flatMap(readings))]
  const family = exact.map(familyOf).find(Boolean)
  const skeletons = [...new Set(said.map(consonants))].filter(Boolean)
  const same = [
    ...exact.map((e) => `e:${e}`),
    ...(family ? [`q:${family}`] : []),
    ...said.flatMap(soundKeys),
  ]
  return {
    text: exact[0] ?? '',
    particle: false,
    exact,
    said,
    arabic: undefined,
    family,
    stored: new Set([...same, ...skeletons.map((s) => `xl:${s}`)]),
    sought: new Set([...same, ...skeletons.map((s) => `xa:${s}`)]),
  }
}

/** A short name keeps its vowels, or Anh, Ian and Una would sound alike. */
function soundKeys(reading: string): readonly NameKey[] {
  const start = isVowel(reading[0] ?? '') ? 'A' : ''
  const skeleton = consonants(reading)
  if (skeleton.length < TELLING) return [`s:${reading}`]
  const whole = `s:${start}${skeleton}`
  if (skeleton.length === TELLING) return [whole]
  const slips = Array.from(skeleton)
    .slice(1)
    .map((_, n) => skeleton.slice(0, n + 1) + skeleton.slice(n + 2))
  return [whole, ...[skeleton, ...slips].map((s) => `d:${start}${s}`)]
}

/** Every key under which a child is kept, for all the names they have. Sorted, each once. */
export function storedKeys(names: readonly string[]): readonly NameKey[] {
  const keys = names.flatMap((name) => readName(name).units.flatMap((u) => [...u.stored]))
  return [...new Set(keys)].toSorted()
}

/** What to ask the key table: for each word that matters, the keys that mean it. */
export type SoughtWord = {
  readonly exact: readonly NameKey[]
  readonly near: readonly NameKey[]
  readonly far: readonly NameKey[]
}

/**
 * The words of a search, particles left out unless there is nothing else. `exact` is the spelling,
 * `near` the families and scripts and sounds, `far` one slip of the hand.
 */
export function soughtWords(text: string): readonly SoughtWord[] {
  const { words, units } = readName(text)
  const places = Array.from({ length: words }, (_, n) => n)
  const single = (n: number) => units.find((u) => u.covers.length === 1 && u.covers[0] === n)
  const telling = places.filter((n) => !single(n)?.particle)
  return (telling.length > 0 ? telling : places).map((n) => {
    const keys = units.filter((u) => u.covers.includes(n)).flatMap((u) => [...u.sought])
    const kind = (test: RegExp) => [...new Set(keys.filter((k) => test.test(k)))]
    return { exact: kind(/^e:/), near: kind(/^[qsx]/), far: kind(/^d:/) }
  })
}
