/**
 * One child as one file or one register knows them. Every part is a set of claims: several names,
 * several dates of birth, none preferred. What is not known is left out.
 * What country they are of is never a part of it: nobody is found, or suspected, by that.
 */
export type MatchRecord = {
  readonly id: string
  /** Whole names as written, in any script and order; aliases and earlier names are further names. */
  readonly names: readonly string[]
  readonly births?: readonly BirthClaim[] | undefined
  readonly sex?: string | undefined
  readonly documents?: readonly string[] | undefined
  readonly phones?: readonly string[] | undefined
  readonly emails?: readonly string[] | undefined
  readonly postcodes?: readonly string[] | undefined
  /** Town, suburb, city, village. */
  readonly places?: readonly string[] | undefined
  /** Lines of an address, compared as a set of words. */
  readonly address?: readonly string[] | undefined
  readonly languages?: readonly string[] | undefined
}

/** A date of birth as somebody said it: the earliest and the latest day it allows, YYYY-MM-DD. */
export type BirthClaim = { readonly earliest: string; readonly latest: string }

/** How a field is compared: the same or not; by spelling too; as a set of words; the same or one digit off. */
export const KINDS = { exact: 0, text: 1, overlap: 2, number: 3 } as const

export type Field = {
  readonly name: FieldName
  readonly kind: keyof typeof KINDS
  /** When agreeing on a common value says less: always, only when many have it (a hostel's phone), never. */
  readonly rare: 'always' | 'when-crowded' | 'never'
}

export type FieldName = Exclude<keyof MatchRecord, 'id' | 'names' | 'births'>

/** Beside names and births, in the order of their slots in the kernel. */
export const FIELDS: readonly Field[] = [
  { name: 'sex', kind: 'exact', rare: 'never' },
  { name: 'documents', kind: 'number', rare: 'when-crowded' },
  { name: 'phones', kind: 'exact', rare: 'when-crowded' },
  { name: 'emails', kind: 'text', rare: 'when-crowded' },
  { name: 'postcodes', kind: 'text', rare: 'always' },
  { name: 'places', kind: 'text', rare: 'always' },
  { name: 'address', kind: 'overlap', rare: 'never' },
  { name: 'languages', kind: 'exact', rare: 'always' },
]

/** The comparisons, in the order of the kernel's slots, four bits each. */
export const SLOTS = [
  'name',
  'second-name',
  'third-name',
  'name-count',
  'name-order',
  'birth',
  ...FIELDS.map((f) => f.name),
] as const
export const NAME_SLOTS = 5
export const BIRTH_SLOT = 5
export const FIRST_FIELD_SLOT = 6
export const NO_ANSWER = 15

/** The level of one comparison in a packed pattern; `NO_ANSWER` when a side says nothing. */
export const levelAt = (code: bigint, slot: number): number =>
  Number((code >> BigInt(slot * 4)) & 15n)
