/**
 * The years figures are given for: 1 April to 31 March, as statutory returns have them. Years do
 * not overlap, so that no figure of one can be taken from a figure of another.
 */
import { type CalendarDay, calendarDay } from '#kernel/calendar-day.ts'

export type ReportingYear = {
  /** The calendar year it begins in. */
  readonly begins: number
  readonly from: CalendarDay
  /** The first day of the next. */
  readonly until: CalendarDay
  readonly name: string
}

const HOW_MANY = 5

export function reportingYear(begins: number): ReportingYear {
  const from = calendarDay(`${begins}-04-01`)
  const until = calendarDay(`${begins + 1}-04-01`)
  if (!from || !until) throw new RangeError(`${begins} is not a year`)
  return { begins, from, until, name: `1 April ${begins} to 31 March ${begins + 1}` }
}

/** The year the day is in, and the four before it: the only ones a picture is made of. */
export function reportingYears(today: CalendarDay): readonly ReportingYear[] {
  const year = Number(today.slice(0, 4))
  const current = today.slice(5) >= '04-01' ? year : year - 1
  return Array.from({ length: HOW_MANY }, (_, n) => reportingYear(current - n))
}
