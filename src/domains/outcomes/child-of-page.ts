import { readId, type ChildId } from '#kernel/ids.ts'
import type { Asked, Visit } from '#platform/http/page.ts'
import { type Child, getChild } from '#domains/children/index.ts'

/** The child a page's address names; undefined when it names none. */
export const childIdOf = (visit: Asked): ChildId | undefined =>
  readId<'child'>(visit.params['childId'])

/** The child of a page that is about one. The platform has made sure that they are within reach. */
export async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}
