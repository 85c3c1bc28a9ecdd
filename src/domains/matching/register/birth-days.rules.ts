import type { BirthClaim } from '../record.rules.ts'

/** What each level of the comparison of two births means, weakest first; the kernel gives the number. */
export const BIRTH_LEVELS = [
  'contradicts',
  'within five years',
  'within a year',
  'two of day, month and year the same',
  'the spans of years overlap',
  'one is 1 January, years within one',
  'one digit differs',
  'same day and month, year moved by up to five',
  'day and month swapped',
  'the same, on 1 January',
  'the same day',
] as const

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** A day as the kernel keeps it, so that days are in order; undefined when it is not one. */
export function packedDay(text: string): number | undefined {
  const parts = DAY.exec(text)
  if (!parts) return undefined
  return Number(parts[1]) * 512 + Number(parts[2]) * 32 + Number(parts[3])
}

export type PackedBirth = { readonly from: number; readonly to: number }

export function packedBirths(claims: readonly BirthClaim[]): readonly PackedBirth[] {
  return claims.flatMap(({ earliest, latest }) => {
    const [from, to] = [packedDay(earliest), packedDay(latest)]
    return from === undefined || to === undefined ? [] : [{ from, to: Math.max(from, to) }]
  })
}
