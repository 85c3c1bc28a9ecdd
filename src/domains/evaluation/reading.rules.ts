/**
 * How hard a text is to read, counted. Advice for whoever writes for children and young people, never a
 * gate: a count knows nothing of what the words mean to somebody. English only.
 */

/** A sentence longer than this holds more than one idea, more often than not. */
const LONG_SENTENCE = 15
/** Sounds in a word from which on it is worth asking for a shorter one. */
const HARD_WORD = 4

export type ReadingAdvice = {
  readonly words: number
  readonly sentences: number
  /** The age from which most readers can follow it, roughly (Flesch and Kincaid's grade, plus five). */
  readonly age: number
  readonly longSentences: readonly string[]
  readonly hardWords: readonly string[]
}

/** Undefined for a text with no words in it. */
export function readingAdvice(text: string): ReadingAdvice | undefined {
  const sentences = text
    .split(/[.!?]+(?:\s|$)|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsIn(sentence).length > 0)
  const words = sentences.flatMap(wordsIn)
  if (words.length === 0) return undefined
  const sounds = words.reduce((sum, word) => sum + soundsIn(word), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (sounds / words.length) - 15.59
  return {
    words: words.length,
    sentences: sentences.length,
    age: Math.max(5, Math.round(grade + 5)),
    longSentences: sentences.filter((sentence) => wordsIn(sentence).length > LONG_SENTENCE),
    hardWords: [
      ...new Set(words.map((w) => w.toLowerCase()).filter((w) => soundsIn(w) >= HARD_WORD)),
    ],
  }
}

/** What to say of a text beside its box. */
export function adviceInWords(text: string): readonly string[] {
  const advice = readingAdvice(text)
  if (!advice) return []
  const from = `By a rough count, most readers from about ${advice.age} can follow this.`
  const [sentence] = advice.longSentences
  return [
    from,
    ...(sentence ? [`This sentence is long: “${shortened(sentence)}”`] : []),
    ...(advice.hardWords.length > 0
      ? [`Long words: ${advice.hardWords.slice(0, 8).join(', ')}.`]
      : []),
  ]
}

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}…` : text)

function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}’']+/gu) ?? []
}

/** Groups of vowels, with a silent last e taken off: right for most English words. */
function soundsIn(word: string): number {
  const plain = word.toLowerCase().replaceAll(/[^a-z]/g, '')
  const silent = plain.replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, (end) => end[0] ?? '')
  return Math.max(1, (silent.match(/[aeiouy]+/g) ?? []).length)
}
