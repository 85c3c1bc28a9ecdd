import { type Child, childIdOf, getChild } from '#domains/children/index.ts'
import type { Asked, Visit } from '#platform/http/page.ts'

/** The child whose page this is. The platform has made sure that they are within reach. */
export async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}

/** Acts of this domain on one child, for the trail. */
export const auditOf = (act: string) => ({
  action: act,
  childId: (asked: Asked) => childIdOf(asked),
})
