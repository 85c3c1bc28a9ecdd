import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import type { Page } from '#platform/http/page.ts'
import { listAssessments as listed } from '../review.queries.ts'
import { listView } from './list-assessments.view.ts'

export const listAssessments: Page = {
  method: 'GET',
  url: '/assessments',
  may: 'assessments.read',
  audit: { action: 'assessments.list' },
  async answer(visit) {
    const today = londonCalendarDay(visit.now)
    const page = listView(await listed(visit.tx, today), {
      actor: visit.actor.id,
      today,
      mayWrite: may(visit.actor.role, 'assessments.write'),
    })
    return {
      kind: 'view',
      template: 'domains/evaluation/list-assessments/list-assessments.njk',
      model: { page },
    }
  },
}
