/**
 * How hard an English text is to read, roughly. The Flesch-Kincaid grade (Kincaid and others, 1975):
 * 0.39 × words in a sentence + 11.8 × syllables in a word − 15.59, about the years somebody went to school.
 * Syllables are estimated by groups of vowels, which is right for nine words in ten: good enough to see a
 * text that is too hard, never to compare people. Names are left to the reader.
 */
export type ReadingLevel = {
  readonly words: number
  readonly sentences: number
  /** Words in the longest sentence. */
  readonly longest: number
  readonly grade: number
}

export function readingLevel(text: string): ReadingLevel {
  const sentences = text
    .split(/[.?:;]+(?:\s|$)|\n+/)
    .map(wordsIn)
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  const grade =
    words.length === 0
      ? 0
      : 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  return {
    words: words.length,
    sentences: sentences.length,
    longest: Math.max(0, ...sentences.map((s) => s.length)),
    grade: Math.round(grade * 10) / 10,
  }
}

const wordsIn = (sentence: string): readonly string[] =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word))

/** Groups of vowels, without a silent e at the end; at least one. */
export function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replaceAll(/[^a-z]/g, '')
  const spoken = plain.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '')
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length)
}
