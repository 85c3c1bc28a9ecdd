import { consonants, readWord } from '#domains/children/index.ts'
import { englishedKurdish, knownForm } from './forms.rules.ts'

/** What a word of a name may be known as, for linking: what the children domain reads, and further known forms. */
export type Forms = {
  /** As it is spelt in plain letters, and in how many ways. */
  readonly text: string
  readonly exact: readonly string[]
  readonly family: string | undefined
  readonly said: readonly string[]
  /** Bare consonants. */
  readonly bones: readonly string[]
  readonly arabic: boolean
}

export function readForms(word: string): Forms {
  const read = readWord(word)
  const kurdish = englishedKurdish(word)
  const others = kurdish === undefined ? [] : readWord(kurdish).said.slice(0, 1)
  const [first, rest] = [read.said.slice(0, 1), read.said.slice(1)]
  const bones = [...read.stored].filter((key) => /^x[al]:/.test(key)).map((key) => key.slice(3))
  return {
    text: read.text || word,
    exact: read.exact,
    family: read.family ?? read.exact.map(knownForm).find((form) => form !== undefined),
    // Few are kept, and the first say most.
    said: [...new Set([...first, ...others, ...rest])],
    bones: [...new Set([...bones.slice(0, 1), ...others.map(consonants), ...bones.slice(1)])],
    arabic: read.arabic !== undefined,
  }
}
