import { BIRTH_LEVELS, type Step } from '#domains/matching/index.ts'

/** A step as it is kept with a pair: what was compared, how it agrees, and what that says in bits. */
export type KeptStep = Pick<Step, 'comparison' | 'level' | 'weight' | 'rarity'>
export type Kept = { readonly start: number; readonly steps: readonly KeptStep[] }

const NAME_LEVELS = [
  'no word alike',
  'only an initial fits',
  'somewhat alike, or a short form',
  'one slip of the hand, or other vowels',
  'the same name, said or written another way',
  'the same spelling',
] as const

const WORDS: Readonly<Record<Step['comparison'], { name: string; levels: readonly string[] }>> = {
  name: { name: 'Names: the word most alike', levels: NAME_LEVELS },
  'second-name': { name: 'Names: a second word', levels: NAME_LEVELS },
  'third-name': { name: 'Names: a third word', levels: NAME_LEVELS },
  'name-count': {
    name: 'How many words the names have',
    levels: ['far apart', 'one more or fewer', 'as many'],
  },
  'name-order': { name: 'Order of the words', levels: ['another order', 'the same order'] },
  birth: { name: 'Dates of birth', levels: BIRTH_LEVELS },
  sex: { name: 'Sex', levels: ['not the same', '', '', 'the same'] },
  documents: {
    name: 'Numbers other bodies know them by',
    levels: ['none the same', '', 'one digit or letter differs', 'the same number'],
  },
  phones: { name: 'Telephone', levels: ['none the same', '', '', 'the same number'] },
  emails: {
    name: 'E-mail',
    levels: ['none the same', 'much alike', 'one letter differs', 'the same address'],
  },
  postcodes: {
    name: 'Postcode',
    levels: ['none the same', 'the same district', 'one letter differs', 'the same postcode'],
  },
  places: {
    name: 'Where they learn',
    levels: ['no place the same', 'much alike', 'one letter differs', 'the same place'],
  },
  address: {
    name: 'Address',
    levels: ['no word the same', 'some words', 'half of the words', 'nearly all words', 'the same'],
  },
  languages: { name: 'Languages', levels: ['none the same', '', '', 'a language in common'] },
}

/** What was compared. */
export const comparedInWords = (step: KeptStep): string => WORDS[step.comparison].name

/** How the two agree in it. */
export function levelInWords(step: KeptStep): string {
  const said = WORDS[step.comparison].levels[step.level] ?? ''
  return step.rarity >= 1.5
    ? `${said}, and rare`
    : step.rarity <= -1.5
      ? `${said}, but common`
      : said
}

export const bitsOf = (step: KeptStep): number => step.weight + step.rarity

/** The few things that say most for one child, in words: why a record is shown while another is written. */
export function reasonsFor(steps: readonly KeptStep[], most = 3): string {
  const said = steps
    .filter((step) => bitsOf(step) >= 1)
    .toSorted((a, b) => bitsOf(b) - bitsOf(a))
    .map((step) => `${shortly(step)}: ${levelInWords(step)}`)
  const text = [...new Set(said)].slice(0, most).join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The words of a name are one thing to whoever reads a line. */
const shortly = (step: KeptStep): string =>
  step.comparison.endsWith('name') ? 'names' : comparedInWords(step).toLowerCase()

/** A weight as people read it: a sign, one decimal. */
export function signed(bits: number): string {
  const tenths = Math.round(bits * 10) / 10
  return tenths < 0 ? `−${Math.abs(tenths).toFixed(1)}` : `+${Math.abs(tenths).toFixed(1)}`
}
