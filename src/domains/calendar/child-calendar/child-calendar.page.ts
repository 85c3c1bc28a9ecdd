import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { childIdOf } from '#domains/children/index.ts'
import { appointmentsOf } from '../calendar.queries.ts'
import { childOf } from '../child-of-page.ts'
import { childCalendarView } from './child-calendar.view.ts'

const DAY = 24 * 60 * 60 * 1000

/** A child's calendar, for those beside them. */
export const seeChildCalendar: Page = {
  method: 'GET',
  url: '/children/:childId/calendar',
  may: 'children.read',
  audit: { action: 'calendar.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const { tx, now, actor } = visit
    const child = await childOf(visit)
    const appointments = await appointmentsOf(tx, child.id, {
      from: new Date(now.getTime() - 90 * DAY),
      until: new Date(now.getTime() + 400 * DAY),
    })
    const page = childCalendarView(child, appointments, now, may(actor.role, 'children.write'))
    return {
      kind: 'view',
      template: 'domains/calendar/child-calendar/child-calendar.njk',
      model: { page },
    }
  },
}
