import type { Answer, Page } from '#platform/http/page.ts'
import { childIdOf, childOf } from '../child-of-page.ts'
import { consentedFor } from '../consent.queries.ts'
import { useNamed } from '../said.rules.ts'
import { usedView } from './see-used.view.ts'

/** What a young person lets be used for one purpose. */
export const seeUsed: Page = {
  method: 'GET',
  url: '/children/:childId/said/used/:use',
  may: 'said.read',
  audit: { action: 'said.used', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const use = useNamed(visit.params['use'])
    if (!use) return { kind: 'not-found' }
    const child = await childOf(visit)
    const used = await consentedFor(visit.tx, child.id, use)
    return {
      kind: 'view',
      template: 'domains/participation/say/see-used/see-used.njk',
      media: 'plays',
      model: { page: usedView(child, use, used) },
    }
  },
}
