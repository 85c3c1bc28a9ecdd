import type { Chance } from './chance.rules.ts'
import { ALBANIAN, ENGLISH, ROMANIAN, WELSH } from './names-europe.ts'
import { AMHARIC, TIGRINYA, VIETNAMESE } from './names-horn-and-asia.ts'
import { AFGHAN, ARABIC, KURDISH } from './names-middle-east.ts'
import type { Written } from './names.rules.ts'

/** How names of a tradition are made and written. */
export type Grammar = {
  readonly name: string
  readonly given: readonly Written[]
  readonly middle?: readonly Written[]
  /** Empty where there is no family name: the father's and the grandfather's given names follow. */
  readonly family: readonly Written[]
  /** Whether the first way of writing is in another script than the others. */
  readonly ownScript: boolean
}

export const TRADITIONS: readonly Grammar[] = [
  { name: 'Vietnamese', ...VIETNAMESE, ownScript: false },
  { name: 'Albanian', ...ALBANIAN, ownScript: false },
  { name: 'Arabic', ...ARABIC, ownScript: true },
  { name: 'Kurdish', ...KURDISH, ownScript: true },
  { name: 'Tigrinya', ...TIGRINYA, ownScript: true },
  { name: 'Amharic', ...AMHARIC, ownScript: true },
  { name: 'Afghan', ...AFGHAN, ownScript: true },
  { name: 'Romanian', ...ROMANIAN, ownScript: false },
  { name: 'Welsh', ...WELSH, ownScript: false },
  { name: 'English', ...ENGLISH, ownScript: false },
]

/** An invented child, as they are and not as anybody wrote them. */
export type Person = {
  readonly grammar: Grammar
  readonly given: Written
  readonly middle: Written | undefined
  readonly family: readonly Written[]
  readonly alias: Written | undefined
  readonly born: Day
  readonly sex: 'F' | 'M'
  readonly phone: string
  readonly postcode: string
}

export type Day = { readonly year: number; readonly month: number; readonly day: number }

/** Some names are common and most are rare, as everywhere. */
const common = <T>(chance: Chance, of: readonly T[]): T => {
  const at = Math.floor(of.length * chance.share() ** 1.5)
  const found = of[Math.min(at, of.length - 1)]
  return found ?? chance.one(of)
}

export function inventedPerson(chance: Chance, grammar: Grammar): Person {
  const fathers = grammar.family.length === 0
  return {
    grammar,
    given: common(chance, grammar.given),
    middle: grammar.middle ? common(chance, grammar.middle) : undefined,
    family: fathers
      ? [common(chance, grammar.given), common(chance, grammar.given)]
      : [common(chance, grammar.family)],
    alias: chance.is(0.1) ? chance.one(grammar.given) : undefined,
    born: {
      year: 2004 + chance.whole(14),
      month: 1 + chance.whole(12),
      day: 1 + chance.whole(28),
    },
    sex: chance.is(0.35) ? 'F' : 'M',
    phone: `07700 9${String(chance.whole(100_000)).padStart(5, '0')}`,
    postcode: inventedPostcode(chance),
  }
}

/** Postcodes of a made-up area. */
export const inventedPostcode = (chance: Chance): string =>
  `ZZ${1 + chance.whole(40)} ${1 + chance.whole(9)}${chance.one(LETTERS)}${chance.one(LETTERS)}`

const LETTERS = ['A', 'B', 'D', 'E', 'F', 'G', 'H', 'J', 'L', 'N'] as const

/** A brother or sister: the same family, home and phone, and nothing else. */
export const siblingOf = (chance: Chance, person: Person): Person => ({
  ...inventedPerson(chance, person.grammar),
  family: person.family,
  phone: person.phone,
  postcode: person.postcode,
})
