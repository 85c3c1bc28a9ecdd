import type { Visit } from '#platform/http/page.ts'
import { getOwnChild } from '#domains/words/index.ts'
import { aroundChild } from './around.queries.ts'
import type { PersonAround } from './around.rules.ts'

/** One of my own people: a worker is here by their job, and what they are called is not mine to change. */
export async function ownPerson(visit: Visit): Promise<PersonAround | undefined> {
  const people = await aroundChild(visit.tx, getOwnChild(visit), '')
  return people.find((p) => p.id === visit.params['around'] && p.parts.length === 0)
}
