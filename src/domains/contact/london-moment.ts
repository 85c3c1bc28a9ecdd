import { londonWallClock } from '#kernel/london-time.ts'
import { DAYS, type Moment } from './contact.rules.ts'

/** The day of the week and the time by the clock in London. */
export function londonMoment(now: Date): Moment {
  const [day = '', clock = ''] = londonWallClock(now).split('T')
  // Sunday is 0 to JavaScript and the last day of our week.
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return { day: DAYS[weekday] ?? 'mon', clock }
}
