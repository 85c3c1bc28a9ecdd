import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { childIdOf } from '#domains/children/index.ts'
import { listDecisions } from '../decision.queries.ts'
import { plansOf } from '../plan.queries.ts'
import { PLAN_STATES } from '../plan.rules.ts'
import { childOf } from '../sheet.ts'

/** A child's plans, and the decisions made about them. */
export const seePlans: Page = {
  method: 'GET',
  url: '/children/:childId/plans',
  may: 'children.read',
  audit: { action: 'plans.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const here = `/children/${child.id}`
    const decisions = await listDecisions(visit.tx, child.id)
    const page = {
      title: 'Plans and decisions',
      child: { id: child.id, knownAs: child.knownAs },
      here,
      mayWrite: mayDo(visit.actor.role, 'children.write'),
      plans: (await plansOf(visit.tx, child.id)).map((p) => ({
        title: p.title,
        href: `${here}/plans/${p.id}`,
        state: `${PLAN_STATES[p.state]}. From ${inWords(p.startsOn)}`,
      })),
      decisions: decisions.map((d) => ({
        question: d.question,
        href: `${here}/decisions/${d.id}`,
        state: d.completedAt
          ? `Finished on ${inWords(londonCalendarDay(d.completedAt))}`
          : `Open since ${inWords(londonCalendarDay(d.openedAt))}`,
      })),
    }
    return {
      kind: 'view',
      template: 'domains/plans/see-plans/see-plans.njk',
      model: { page },
    }
  },
}
