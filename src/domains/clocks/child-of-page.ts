import { type Child, childIdOf, getChild } from '#domains/children/index.ts'
import { readId } from '#kernel/ids.ts'
import type { Visit } from '#platform/http/page.ts'
import type { Clock } from './clock.rules.ts'
import { findClock } from './clocks.queries.ts'

/** The child whose page this is. The platform has made sure that they are within reach. */
export async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}

/** The clock of this child that the address names. */
export async function clockOfPage(visit: Visit, child: Child): Promise<Clock | undefined> {
  const id = readId<'clock'>(visit.params['clock'])
  return id && findClock(visit.tx, child.id, id)
}
