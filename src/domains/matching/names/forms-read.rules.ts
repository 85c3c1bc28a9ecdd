import { consonants, readWord } from '#domains/children/index.ts'
import { englishedKurdish, knownForm, otherwiseMeant } from './forms.rules.ts'

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
  const meant = read.arabic ? [] : otherwiseMeant(read.text)
  const own = kurdish === undefined ? [] : readWord(kurdish).said.slice(0, 1)
  const others = meant.flatMap((text) => readWord(text).said.slice(0, 1))
  const bones = [...read.stored].filter((key) => /^x[al]:/.test(key)).map((key) => key.slice(3))
  return {
    text: read.text || word,
    exact: read.exact,
    family: read.family ?? read.exact.map(knownForm).find((form) => form !== undefined),
    // Few are kept, and the first say most.
    said: once([...read.said.slice(0, 1), ...own, ...read.said.slice(1), ...others]),
    bones: once([
      ...bones.slice(0, 1),
      ...[...own, ...others].map(consonants),
      ...finalBreath(read.arabic === undefined ? read.text : '', bones[0]),
      ...bones.slice(1),
    ]),
    arabic: read.arabic !== undefined,
  }
}

const once = (texts: readonly string[]): readonly string[] => [...new Set(texts)].filter(Boolean)

/** The h that ends Saleh is a letter in Arabic, where that of Fatimah is not: either may be meant. */
const finalBreath = (plain: string, bone: string | undefined): readonly string[] =>
  bone !== undefined && /[aeiou]h$/.test(plain) ? [`${bone}h`] : []
