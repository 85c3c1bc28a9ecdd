import { type Child, childIdOf, getChild } from '#domains/children/index.ts'
import type { Visit } from '#platform/http/page.ts'
import { aroundChild } from './around.queries.ts'
import type { PersonAround } from './around.rules.ts'

export const SOMEBODY = 'Somebody in another organisation'

/** The child whose page this is. The platform has made sure that they are within reach. */
export async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}

/** The person around the child that the address names. Nobody opens what is said of themselves. */
export async function personOf(visit: Visit, child: Child): Promise<PersonAround | undefined> {
  const people = await aroundChild(visit.tx, child.id, SOMEBODY)
  return people.find((p) => p.id === visit.params['around'] && p.staffId !== visit.actor.id)
}
