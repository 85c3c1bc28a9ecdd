import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { never } from '#kernel/never.ts'
import { type BankHolidays, isWorkingDay } from './bank-holidays.rules.ts'
import { dayNumber, dayOfNumber, type DayNumber, endOfDay, monthsAfter } from './days.rules.ts'

/** How a rule's time is counted. What is owed as soon as possible has a beginning and no last day. */
export const COUNTED = ['working_days', 'days', 'months', 'hours', 'as_soon_as_possible'] as const
export type Counted = (typeof COUNTED)[number]

export type Length =
  | { readonly counted: Exclude<Counted, 'as_soon_as_possible'>; readonly length: number }
  | { readonly counted: 'as_soon_as_possible'; readonly length?: undefined }

/** A stretch in which the clock stood still. Without an end it stands still now. */
export type Pause = { readonly from: Date; readonly until: Date | undefined }

/** By when something is owed: the last day, and the instant after which that day or hour is over. */
export type Due = {
  readonly on: CalendarDay
  readonly at: Date
  /** True when it was counted over a year whose bank holidays are not known: it may be later. */
  readonly beyondKnown: boolean
}

/**
 * By when it is owed. Undefined while the clock is paused, and for what is owed as soon as possible.
 * The day something begins is not counted; the last day is counted whole, as the day is in London.
 */
export function dueOf(
  started: Date,
  length: Length,
  pauses: readonly Pause[],
  holidays: BankHolidays,
): Due | undefined {
  if (pauses.some((p) => p.until === undefined)) return undefined
  switch (length.counted) {
    case 'as_soon_as_possible':
      return undefined
    case 'hours':
      return afterHours(started, length.length, pauses)
    case 'working_days':
      return afterWorkingDays(started, length.length, pauses, holidays)
    case 'days':
      return afterDays(londonCalendarDay(started), length.length, pauses)
    case 'months': {
      const from = londonCalendarDay(started)
      return afterDays(from, dayNumber(monthsAfter(from, length.length)) - dayNumber(from), pauses)
    }
    default:
      return never(length)
  }
}

const HOUR = 60 * 60 * 1000

/** Hours are hours that really pass: in the night the clocks change, the wall shows one more or one less. */
function afterHours(started: Date, hours: number, pauses: readonly Pause[]): Due {
  let due = started.getTime() + hours * HOUR
  for (const [from, until] of joined(pauses, (at) => at.getTime())) {
    const begins = Math.max(from, started.getTime())
    if (begins < due && until > begins) due += until - begins
  }
  const at = new Date(due)
  return { on: londonCalendarDay(at), at, beyondKnown: false }
}

function afterDays(started: CalendarDay, days: number, pauses: readonly Pause[]): Due {
  const stands = standsStill(pauses)
  let day = dayNumber(started)
  for (let left = days; left > 0; ) {
    day += 1
    if (!stands(day)) left -= 1
  }
  return lastDay(day, false)
}

function afterWorkingDays(
  started: Date,
  days: number,
  pauses: readonly Pause[],
  holidays: BankHolidays,
): Due {
  const stands = standsStill(pauses)
  let day = dayNumber(londonCalendarDay(started))
  let beyondKnown = false
  for (let left = days; left > 0; ) {
    day += 1
    if (isWorkingDay(day, holidays) && !stands(day)) left -= 1
    beyondKnown ||= !holidays.years.has(yearOf(day))
  }
  return lastDay(day, beyondKnown)
}

const lastDay = (day: DayNumber, beyondKnown: boolean): Due => {
  const on = dayOfNumber(day)
  return { on, at: endOfDay(on), beyondKnown }
}

const yearOf = (day: DayNumber): number => new Date(day * 24 * HOUR).getUTCFullYear()

/**
 * Whether the clock stood still on a day. The day of the pause is lost, the day it goes on again
 * counts: so a pause moves the last day by as many days as it lasted, and one within a day by none.
 */
function standsStill(pauses: readonly Pause[]): (day: DayNumber) => boolean {
  if (pauses.length === 0) return () => false
  const days = joined(pauses, (at) => dayNumber(londonCalendarDay(at)))
  return (day) => days.some(([from, until]) => from <= day && day < until)
}

/** Pauses in order, those that touch or overlap made one, so that no time is given twice. */
function joined(
  pauses: readonly Pause[],
  count: (at: Date) => number,
): readonly (readonly [number, number])[] {
  const whole: [number, number][] = []
  const ended = pauses.flatMap((p) => (p.until ? [{ from: p.from, until: p.until }] : []))
  for (const pause of ended.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const [from, until] = [count(pause.from), count(pause.until)]
    const last = whole.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else whole.push([from, until])
  }
  return whole
}
