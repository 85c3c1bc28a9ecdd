/** A light watch that a young person agreed to: what they want asked, how often, by whom, and their own signs. Pure. */
import { type CalendarDay, calendarDay } from '#kernel/calendar-day.ts'

export const OFTEN = {
  week: 'Every week',
  fortnight: 'Every two weeks',
  month: 'Every month',
  quarter: 'Every three months',
} as const
export type Often = keyof typeof OFTEN
const DAYS: Readonly<Record<Often, number>> = { week: 7, fortnight: 14, month: 30, quarter: 91 }

export const WENT = {
  said: 'They said something',
  all_right: 'They said it is all right as it is',
  not_now: 'They did not want to talk now',
  not_reached: 'They were not reached',
  not_safe: 'It was not safe to reach them',
} as const

const DAY = 24 * 60 * 60 * 1000

/** The day on which somebody asks next: counted from when it was agreed, or from the last time they were asked. */
export function nextAsk(often: Often, from: CalendarDay): CalendarDay {
  const day = new Date(Date.parse(`${from}T00:00:00Z`) + DAYS[often] * DAY)
  return calendarDay(day.toISOString().slice(0, 10)) ?? from
}
