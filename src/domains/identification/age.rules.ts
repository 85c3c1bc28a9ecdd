import { type CalendarDay, yearsBetween } from '#kernel/calendar-day.ts'
import type { PartialDay } from './partial-day.rules.ts'

/** What is said of a birth: the first and last day it can have been. */
export type BirthSpan = { readonly earliest: CalendarDay; readonly latest: CalendarDay }

/** Every age the claims and the days leave possible, both ends included. */
export type AgeRange = { readonly youngest: number; readonly oldest: number }

export const OLDEST_SERVED = 25

/** How old they were then, by every claim that stands. Undefined where there is no day or no claim. */
export function ageThen(
  births: readonly BirthSpan[],
  then: Pick<PartialDay, 'earliest' | 'latest'> | undefined,
): AgeRange | undefined {
  if (!then || births.length === 0) return undefined
  return {
    youngest: Math.min(...births.map((b) => yearsBetween(b.latest, then.earliest))),
    oldest: Math.max(...births.map((b) => yearsBetween(b.earliest, then.latest))),
  }
}

/** Over a stretch of days: from the first it can have begun to the last it can have ended. */
export function ageDuring(
  births: readonly BirthSpan[],
  began: PartialDay | undefined,
  ended: PartialDay | undefined,
): AgeRange | undefined {
  const from = began ?? ended
  const to = ended ?? began
  if (!from || !to) return undefined
  return ageThen(births, { earliest: from.earliest, latest: to.latest })
}

export type UnderEighteen = 'yes' | 'maybe' | 'no'

/** Where it is not known, they may have been under 18 and are treated so (Modern Slavery Act 2015 s51). */
export function underEighteen(age: AgeRange | undefined): UnderEighteen {
  if (!age) return 'maybe'
  if (age.oldest < 18) return 'yes'
  return age.youngest >= 18 ? 'no' : 'maybe'
}

/** For a reader: 14 · 14 to 16 · under 1 to 2 · not known. */
export function ageInWords(age: AgeRange | undefined): string {
  if (!age) return 'Not known'
  const years = (n: number) => (n < 1 ? 'under 1' : String(n))
  const [from, to] = [years(age.youngest), years(age.oldest)]
  return from === to ? from : `${from} to ${to}`
}

/** A sentence where every claim makes the days impossible, or nothing. */
export function impossibleAge(age: AgeRange | undefined): string | undefined {
  if (!age) return undefined
  if (age.oldest < 0) {
    return 'By every date of birth on the record, they were not born by then. Check the date, or the dates of birth'
  }
  if (age.youngest > OLDEST_SERVED) {
    return `By every date of birth on the record, they were over ${OLDEST_SERVED} by then. Check the date, or the dates of birth`
  }
  return undefined
}
