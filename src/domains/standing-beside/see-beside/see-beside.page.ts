import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { allocationsOf, childIdOf, notesBeside } from '#domains/children/index.ts'
import { ownViewsOf } from '#domains/around/index.ts'
import { childOf } from '../child-of-page.ts'
import { handoversOf } from '../handover.queries.ts'
import { stepsOf } from '../steps.queries.ts'
import { besideView } from './see-beside.view.ts'

/** Who stands beside a child now and before, how it came to it, what is still open, and how long they stay. */
export const seeBeside: Page = {
  method: 'GET',
  url: '/children/:childId/beside',
  may: 'children.read',
  audit: { action: 'children.beside.read', childId: childIdOf },
  async answer({ tx, actor, now, ...visit }): Promise<Answer> {
    const child = await childOf({ tx, actor, now, ...visit })
    const page = besideView({
      child,
      today: londonCalendarDay(now),
      allocations: await allocationsOf(tx, child.id),
      steps: await stepsOf(tx, child.id),
      handovers: await handoversOf(tx, child.id),
      own: await ownViewsOf(tx, child.id),
      notes: await notesBeside(tx, child.id),
      mayAllocate: may(actor.role, 'children.allocate'),
      mayWrite: may(actor.role, 'children.write'),
      reader: actor.id,
    })
    return {
      kind: 'view',
      template: 'domains/standing-beside/see-beside/see-beside.njk',
      model: { page },
    }
  },
}
