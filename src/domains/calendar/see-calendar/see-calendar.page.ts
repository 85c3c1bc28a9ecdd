import { calendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonInstant } from '#kernel/london-time.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import { appointmentsOf } from '../calendar.queries.ts'
import { mondayOf, shifted } from '../calendar.rules.ts'
import { calendarView, weekView } from './see-calendar.view.ts'

const DAY = 24 * 60 * 60 * 1000

/** My calendar, as a list: what is coming, then what has been. */
export const seeCalendar: Page = {
  method: 'GET',
  url: '/me/calendar',
  may: 'me.open',
  audit: { action: 'me.calendar.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { tx, now } = visit
    const appointments = await appointmentsOf(tx, getOwnChild(visit), {
      from: new Date(now.getTime() - 60 * DAY),
      until: new Date(now.getTime() + 400 * DAY),
    })
    return {
      kind: 'view',
      template: 'domains/calendar/see-calendar/calendar.njk',
      model: { page: calendarView(await languageOf(visit), appointments, now) },
    }
  },
}

/** My calendar, one week. */
export const seeWeek: Page = {
  method: 'GET',
  url: '/me/calendar/week',
  may: 'me.open',
  audit: { action: 'me.calendar.week', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { tx, now } = visit
    const asked = calendarDay(textOf(visit.query, 'from'))
    const within = asked !== undefined && asked > '2000' && asked < '2200'
    const monday = mondayOf(within ? asked : londonCalendarDay(now))
    const appointments = await appointmentsOf(tx, getOwnChild(visit), {
      from: londonInstant(`${monday}T00:00`) ?? now,
      until: londonInstant(`${shifted(monday, 7)}T00:00`) ?? now,
    })
    return {
      kind: 'view',
      template: 'domains/calendar/see-calendar/week.njk',
      model: { page: weekView(await languageOf(visit), monday, appointments, now) },
    }
  },
}
