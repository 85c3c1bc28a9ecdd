import type { Page } from '#platform/http/page.ts'
import { trustedId } from '#kernel/ids.ts'
import { trail } from '../trail.queries.ts'
import { readTheTrailView } from './read-the-trail.view.ts'

const A_PAGE = 50

export const readTheTrail: Page = {
  method: 'GET',
  url: '/trail',
  may: 'audit.read',
  audit: { action: 'trail.read' },
  async answer(visit) {
    const before = visit.query['before']
    const wanted = {
      before: typeof before === 'string' && /^\d{1,18}$/.test(before) ? before : undefined,
      onlyRefused: visit.query['only'] === 'refused',
      most: A_PAGE,
    }
    const acts = await trail(visit.tx, wanted)
    visit.show([
      ...new Set(acts.flatMap((a) => (a.child_id ? [trustedId<'child'>(a.child_id)] : []))),
    ])
    return {
      kind: 'view',
      template: 'domains/audit/read-the-trail/read-the-trail.njk',
      model: { page: readTheTrailView(acts, wanted) },
    }
  },
}
