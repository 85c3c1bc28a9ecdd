import { type CalendarDay, calendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonInstant } from '#kernel/london-time.ts'
import { shifted } from '#domains/calendar/index.ts'

const DAYS_OWED = 14
const DAYS_COMING = 7
const DAYS_BACK = 30

export type Moments = {
  readonly today: CalendarDay
  /** Until which day the day's desk looks for what is owed. */
  readonly owedUntil: CalendarDay
  readonly comingUntil: Date
  readonly startOfToday: Date
  readonly back: Date
}

const dayAfter = (day: CalendarDay, days: number): CalendarDay =>
  calendarDay(shifted(day, days)) ?? day

/** How far a day looks back and ahead, on a London clock. */
export function momentsOf(now: Date): Moments {
  const today = londonCalendarDay(now)
  const midnight = (day: string) => londonInstant(`${day}T00:00`) ?? now
  return {
    today,
    owedUntil: dayAfter(today, DAYS_OWED),
    comingUntil: midnight(dayAfter(today, DAYS_COMING + 1)),
    startOfToday: midnight(today),
    back: midnight(dayAfter(today, -DAYS_BACK)),
  }
}
