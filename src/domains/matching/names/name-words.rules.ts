import { isArticle, isParticle, plainLetters, wordsOf } from '#domains/children/index.ts'

/** More words of a name than this say nothing more. */
const MOST = 8
const SERVANT = /^(?:[ae]bd(?:[aeiou][lrsnztd]h?|[uo])?|عبد)$/i
const OF_GOD = /^(?:[uoa]?llah|الله|اللہ)$/i
const OF_FAITH = /^(?:[uaei][ld]-?)?d[ei]+n$|^الد[يی]ن$/i

/** Son of, in Welsh: it grew into the name that follows (ap Rhys, Prys). */
const SON_OF = /^a[pb]$/i
/** Agha stands behind a name and belongs to it: Gul Agha, Noor Agha. */
const AGHA = /^(?:a(?:gha|qa)|آغا)$/i

/** First halves of names that are written as one word or two: Gebre Meskel, Abu Bakr, Noor Agha, Ali Reza. */
const FIRST_HALF =
  /^(?:g[h]?[eb]{1,3}r[eu]|habte|te[ck]h?le|w[eo]ld[eu]|lete|hayle|haile|tesfa|amde|abu|abou|noor|nur|gul|ghulam|gholam|ali|mir|sher|shah|jean|anne?|mary|o|mac|mc)$/

export const isCompound = (folded: string): boolean => FIRST_HALF.test(folded)

/**
 * The telling words of a name: particles dropped, and names of two words that are one name
 * (Abd al-Rahman, Habib Ullah, Nur al-Din) written as one however they were spaced.
 */
export function nameWords(name: string): readonly string[] {
  const words = wordsOf(name)
  if (words.every(isPlainWord)) return words
  const read: string[] = []
  let n = 0
  while (n < words.length) n += readOne(words, n, read)
  const telling = read.filter((word, place) => !isParticle(folded(word), place, read.length))
  return (telling.length > 0 ? telling : read).slice(0, MOST)
}

/**
 * Most words are neither particles nor parts of a compound name, and never were: remembered, for a
 * million names have few words. What is remembered is only that a word is nothing special.
 */
const plainWords = new Set<string>()
const MOST_REMEMBERED = 200_000

export function isPlainWord(word: string): boolean {
  if (plainWords.has(word)) return true
  const special =
    [SERVANT, OF_GOD, OF_FAITH, SON_OF, AGHA].some((kind) => kind.test(word)) ||
    isParticle(folded(word), 1, 3)
  if (!special && plainWords.size < MOST_REMEMBERED) plainWords.add(word)
  return !special
}

const folded = (word: string): string => plainLetters(word) || word
const inArabic = (word: string): boolean => /[\u0600-\u06ff]/.test(word)
const article = (word: string | undefined): boolean =>
  word !== undefined && isArticle(word.toLowerCase())

/** Reads the word at `n`, with those that belong to it. Gives how many were read. */
function readOne(words: readonly string[], n: number, read: string[]): number {
  const word = words[n] ?? ''
  if (SERVANT.test(word)) return readServant(words, n, read)
  const next = words[n + 1]
  if (next !== undefined && SON_OF.test(word)) {
    read.push(`ap${next}`)
    return 2
  }
  const before = read.at(-1)
  if (before !== undefined && belongs(word, before, read)) return 1
  read.push(word)
  return 1
}

/** Whether the word ends the one before it, and if so joins the two. */
function belongs(word: string, before: string, read: string[]): boolean {
  if (AGHA.test(word)) joinTo(read, word.toLowerCase())
  else if (OF_GOD.test(word)) joinTo(read, inArabic(word) ? 'الله' : 'ullah')
  else if (OF_FAITH.test(word) && (word.length > 4 || article(before))) readFaith(word, read)
  else return false
  return true
}

function readServant(words: readonly string[], n: number, read: string[]): number {
  const spaced = article(words[n + 1])
  const name = words[n + (spaced ? 2 : 1)]
  if (name === undefined) {
    read.push(words[n] ?? '')
    return 1
  }
  const bare = inArabic(name) ? name.replace(/^ال/, '') : name
  read.push((inArabic(name) ? 'عبدال' : 'abdul') + bare)
  return spaced ? 3 : 2
}

function readFaith(word: string, read: string[]): void {
  if (article(read.at(-1)) && read.length > 1) read.pop()
  joinTo(read, inArabic(word) ? 'الدين' : 'uddin')
}

function joinTo(read: string[], ending: string): void {
  read.push((read.pop() ?? '') + ending)
}
