import { readId, type ChildId } from '#kernel/ids.ts'
import type { Asked } from '#platform/http/page.ts'

/** The child a page's address names; undefined when it names none. */
export function childIdOf(visit: Asked): ChildId | undefined {
  return readId<'child'>(visit.params['childId'])
}
