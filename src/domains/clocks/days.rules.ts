import { type CalendarDay, calendarDay } from '#kernel/calendar-day.ts'
import { londonInstant } from '#kernel/london-time.ts'

/** A day as a count of days, so that days can be added without a clock or a zone. */
export type DayNumber = number

const DAY = 24 * 60 * 60 * 1000

export const dayNumber = (day: CalendarDay): DayNumber => Date.parse(`${day}T00:00:00Z`) / DAY

export function dayOfNumber(number: DayNumber): CalendarDay {
  const day = calendarDay(new Date(number * DAY).toISOString().slice(0, 10))
  if (!day) throw new Error('A day beyond the calendar')
  return day
}

/** Monday is 1, Sunday is 7. The first of January 1970 was a Thursday. */
export const weekdayOf = (number: DayNumber): number => ((((number + 3) % 7) + 7) % 7) + 1

/**
 * The same day of the month, so many months on; the last day of that month when it has no such day.
 * So six months after 31 August end on 28 or 29 February (the corresponding date rule).
 */
export function monthsAfter(day: CalendarDay, months: number): CalendarDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const due = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
  return dayOfNumber(due.getTime() / DAY)
}

const ends = new Map<CalendarDay, Date>()

/** The instant a day is over in London: midnight exists there every day, summer time or not. */
export function endOfDay(day: CalendarDay): Date {
  const known = ends.get(day)
  if (known) return known
  const end = londonInstant(`${dayOfNumber(dayNumber(day) + 1)}T00:00`)
  if (!end) throw new Error('A day without an end')
  if (ends.size >= 20_000) ends.clear()
  ends.set(day, end)
  return end
}
