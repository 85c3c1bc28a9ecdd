import {
  allocationsOf,
  type Allocation,
  type Child,
  childIdOf,
  getChild,
} from '#domains/children/index.ts'
import type { Visit } from '#platform/http/page.ts'

/** The child whose page this is. The platform has made sure that they are within reach. */
export async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}

/** The child, and the allocation of theirs that the address names. */
export async function allocationOf(
  visit: Visit,
): Promise<{ readonly child: Child; readonly allocation: Allocation | undefined }> {
  const child = await childOf(visit)
  const all = await allocationsOf(visit.tx, child.id)
  return { child, allocation: all.find((a) => a.id === visit.params['allocationId']) }
}
