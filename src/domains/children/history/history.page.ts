import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { childIdOf } from '../child-id.ts'
import { findChild } from '../child.queries.ts'
import { namesOfPeople, versionsOf } from './history.queries.ts'
import { changesOf } from './history.rules.ts'
import { historyView } from './history.view.ts'

/** Every change to a child's record: who, when, from what to what. For whoever reaches the child. */
export const seeHistory: Page = {
  method: 'GET',
  url: '/children/:childId/history',
  may: 'children.read',
  audit: { action: 'children.history.read', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const id = childIdOf(visit)
    const child = id && (await findChild(visit.tx, id))
    if (!child) return { kind: 'not-found' }
    const changes = changesOf(await versionsOf(visit.tx, child.id))
    const people = await namesOfPeople(
      visit.tx,
      changes.flatMap((c) => c.by ?? []),
    )
    const pageNumber = Math.max(
      1,
      Math.min(1000, Number.parseInt(textOf(visit.query, 'page'), 10) || 1),
    )
    const page = historyView(child, changes, people, pageNumber)
    return { kind: 'view', template: 'domains/children/history/history.njk', model: { page } }
  },
}
