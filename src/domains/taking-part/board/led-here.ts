import { readId } from '#kernel/ids.ts'
import type { Visit } from '#platform/http/page.ts'
import { findOpportunity, type Opportunity } from '../board.queries.ts'
import { leadsHere } from '../leads.queries.ts'

/** What the address names, when the actor leads here; for everybody else there is no such page. */
export async function ledHere(visit: Visit): Promise<Opportunity | undefined> {
  const id = readId<'opportunity'>(visit.params['opportunity'])
  if (!id || !(await leadsHere(visit.tx))) return undefined
  return findOpportunity(visit.tx, id)
}
