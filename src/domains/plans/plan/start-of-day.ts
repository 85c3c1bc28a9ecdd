import type { CalendarDay } from '#kernel/calendar-day.ts'
import { londonInstant } from '#kernel/london-time.ts'

/** The first moment of a day in London, from which a clock of that day counts. */
export function startOfDay(day: CalendarDay): Date {
  const instant = londonInstant(`${day}T00:00`)
  if (!instant) throw new Error('Every day has a first moment')
  return instant
}
