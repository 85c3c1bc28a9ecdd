import type { CalendarDay } from '#kernel/calendar-day.ts'
import { dayFrom } from '#platform/http/reading.ts'

/** The day typed in three boxes, within a lifetime of ours: a year such as 0206 is a slip, and is asked about. */
export function dayWithin(
  form: Readonly<Record<string, unknown>>,
  name: string,
): CalendarDay | undefined | 'wrong' {
  const day = dayFrom(form, name)
  if (day === undefined || day === 'wrong') return day
  return day < '1990-01-01' || day > '2199-12-31' ? 'wrong' : day
}
