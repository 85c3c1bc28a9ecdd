import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { aboutChild } from '../about-child.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import { findConcern } from '../concern.queries.ts'
import { concernView } from './see-concern.view.ts'

/** One concern: what was seen, what two people think of it, what was decided. The child's own words beside. */
export const seeConcern: Page = {
  method: 'GET',
  url: '/children/:childId/concerns/:concern',
  may: 'concerns.read',
  audit: auditOf('concerns.see'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const concern = await findConcern(visit.tx, child.id, visit.params['concern'])
    if (!concern) return { kind: 'not-found' }
    const page = {
      title: 'What worries us',
      child: { id: child.id, knownAs: child.knownAs },
      asides: await aboutChild(visit.tx, child),
      ...concernView(concern, visit.actor.id, may(visit.actor.role, 'concerns.write')),
    }
    return {
      kind: 'view',
      template: 'domains/identification/see-concern/see-concern.njk',
      model: { page },
    }
  },
}
