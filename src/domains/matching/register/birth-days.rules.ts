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

/** The digits from one place to another as a number; NaN where something is none. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let n = from; n < to; n++) {
    const digit = text.charCodeAt(n) - 48
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN
  }
  return number
}

/** A day as the kernel keeps it, so that days are in order; undefined when it is not one. */
export function packedDay(text: string): number | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined
  const packed = digits(text, 0, 4) * 512 + digits(text, 5, 7) * 32 + digits(text, 8, 10)
  return Number.isNaN(packed) ? undefined : packed
}

export type PackedBirth = { readonly from: number; readonly to: number }

export function packedBirths(claims: readonly BirthClaim[]): readonly PackedBirth[] {
  return claims.flatMap(({ earliest, latest }) => {
    const from = packedDay(earliest)
    const to = latest === earliest ? from : packedDay(latest)
    return from === undefined || to === undefined ? [] : [{ from, to: Math.max(from, to) }]
  })
}
