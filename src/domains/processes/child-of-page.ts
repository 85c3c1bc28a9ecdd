import { type Child, childIdOf, getChild } from '#domains/children/index.ts'
import type { Visit } from '#platform/http/page.ts'
import { processesOf } from './happening.queries.ts'
import type { Process } from './happening.rules.ts'

/** The child whose page this is. The platform has made sure that they are within reach. */
export async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}

/** The process of this child that the address names. */
export async function processOf(visit: Visit, child: Child): Promise<Process | undefined> {
  const all = await processesOf(visit.tx, child.id)
  return all.find((p) => p.id === visit.params['process'])
}
