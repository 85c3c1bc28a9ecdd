import type { Chance } from './chance.rules.ts'
import { type Day, inventedPostcode, type Person } from './people.rules.ts'
import type { Written } from './names.rules.ts'

/** What one organisation wrote down of a person. */
export type Row = {
  readonly given: string
  readonly family: string
  readonly alias: string
  readonly birth: string
  readonly sex: string
  readonly phone: string
  readonly postcode: string
}

/** What happened to the date of birth between two papers; the same words stand in the file. */
export const BIRTH_STATUS = [
  ['to the day', 0.48],
  ['1 January', 0.16],
  ['age-assessed', 0.14],
  ['day and month swapped', 0.06],
  ['one digit', 0.06],
  ['year only', 0.04],
  ['none', 0.06],
] as const
export type BirthStatus = (typeof BIRTH_STATUS)[number][0]

export function birthStatus(chance: Chance): BirthStatus {
  let left = chance.share()
  for (const [status, share] of BIRTH_STATUS) {
    if (left < share) return status
    left -= share
  }
  return 'to the day'
}

/** How often each thing happens to a name between two papers. */
export const OFTEN = {
  ownScriptFirst: 0.1,
  ownScriptAgain: 0.06,
  spelledAsBefore: 0.35,
  underAlias: 0.3,
  secondFamilyName: 0.5,
  middleName: 0.75,
  columnsSwapped: 0.12,
  wordsMerged: 0.06,
  inOneColumn: 0.05,
  slipInGiven: 0.08,
  slipInFamily: 0.07,
} as const

const two = (n: number): string => String(n).padStart(2, '0')
const day = ({ year, month, day: d }: Day): string => `${year}-${two(month)}-${two(d)}`

/** The first paper: the name as one person wrote it, the date as it is or as it was given to them. */
export function writeFirst(chance: Chance, person: Person, status: BirthStatus): Row {
  const own = person.grammar.ownScript && chance.is(OFTEN.ownScriptFirst)
  const way = (name: Written): string => (own ? (name[0] ?? '') : romanised(chance, person, name))
  const first =
    status === '1 January' ? day({ ...person.born, month: 1, day: 1 }) : day(person.born)
  return rowOf(chance, person, way, {
    birth: status === 'none' && chance.is(0.5) ? '' : first,
    aliasToo: person.alias !== undefined,
  })
}

/** Another paper of the same person, months later, in another office. */
export function writeAgain(chance: Chance, person: Person, status: BirthStatus, before: Row): Row {
  const own = person.grammar.ownScript && chance.is(OFTEN.ownScriptAgain)
  const kept = chance.is(OFTEN.spelledAsBefore)
  const way = (name: Written): string => {
    if (own) return name[0] ?? ''
    const same = kept ? name.find((w) => `${before.given} ${before.family}`.includes(w)) : undefined
    return same ?? romanised(chance, person, name)
  }
  const asAlias = person.alias !== undefined && chance.is(OFTEN.underAlias)
  const row = rowOf(
    chance,
    asAlias ? { ...person, given: person.alias ?? person.given } : person,
    way,
    {
      birth: birthAgain(chance, person.born, status),
      aliasToo: false,
    },
  )
  return disturbed(chance, row)
}

/** One of the ways in Latin letters; where the tradition has its own script, never the first. */
function romanised(chance: Chance, { grammar }: Person, name: Written): string {
  if (!grammar.ownScript) return chance.one(name)
  const latin = name.filter((way) => !/[^ -\u024f]/.test(way))
  return latin.length > 0 ? chance.one(latin) : (name[0] ?? '')
}

function rowOf(
  chance: Chance,
  person: Person,
  way: (name: Written) => string,
  { birth, aliasToo }: { readonly birth: string; readonly aliasToo: boolean },
): Row {
  const family = person.family.slice(0, chance.is(OFTEN.secondFamilyName) ? 2 : 1).map(way)
  const middle = person.middle && chance.is(OFTEN.middleName) ? ` ${way(person.middle)}` : ''
  return {
    given: `${way(person.given)}${middle}`,
    family: family.join(' '),
    alias: aliasToo && person.alias ? way(person.alias) : '',
    birth,
    ...beside(chance, person),
  }
}

/** What stands beside a name; often it does not, and a home changes. */
function beside(chance: Chance, person: Person) {
  const kept = (share: number, value: string) => (chance.is(share) ? value : '')
  const postcode = chance.is(0.25) ? inventedPostcode(chance) : kept(0.6, person.postcode)
  return {
    sex: kept(0.97, person.sex),
    phone: kept(0.3, person.phone),
    postcode,
  }
}

/** Swapped columns, words written as one, a slip of the hand. */
function disturbed(chance: Chance, row: Row): Row {
  let { given, family } = row
  if (chance.is(OFTEN.columnsSwapped)) [given, family] = [family, given]
  if (chance.is(OFTEN.wordsMerged))
    given = given.replace(/[ -](\p{L})/u, (_, letter: string) => letter.toLowerCase())
  if (chance.is(OFTEN.inOneColumn)) [given, family] = [`${given} ${family}`, '']
  const slip = chance.share()
  if (slip < OFTEN.slipInGiven) given = slipped(chance, given)
  else if (slip < OFTEN.slipInGiven + OFTEN.slipInFamily) family = slipped(chance, family)
  return { ...row, given, family }
}

/** A letter left out, doubled, or swapped with the next. */
function slipped(chance: Chance, text: string): string {
  if (text.length < 4) return text
  const at = 1 + chance.whole(text.length - 2)
  const [before, letter = '', after] = [text.slice(0, at), text[at], text.slice(at + 1)]
  const kind = chance.whole(3)
  if (kind === 0) return before + after
  if (kind === 1) return before + letter + letter + after
  return before + (after[0] ?? '') + letter + after.slice(1)
}

function birthAgain(chance: Chance, born: Day, status: BirthStatus): string {
  const moved = chance.one([-2, -1, 1, 1, 2, 3])
  const first = chance.is(0.5) ? { ...born, month: 1, day: 1 } : born
  const again: Readonly<Record<BirthStatus, string>> = {
    'to the day': day(born),
    '1 January': day(first),
    'age-assessed': day({ ...born, year: born.year + moved }),
    'day and month swapped': day(
      born.day <= 12 ? { ...born, month: born.day, day: born.month } : born,
    ),
    'one digit': day({ ...born, day: born.day <= 18 ? born.day + 10 : born.day - 10 }),
    'year only': String(born.year),
    none: '',
  }
  return again[status]
}
