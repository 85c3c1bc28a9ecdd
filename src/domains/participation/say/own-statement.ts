import { readId } from '#kernel/ids.ts'
import type { Visit } from '#platform/http/page.ts'
import { allocationsOf, peopleOf } from '#domains/children/index.ts'
import { getOwnChild } from '#domains/words/index.ts'
import { trustedId, type PersonId } from '#kernel/ids.ts'
import { occasionHere } from '../own-page.ts'
import { trustedAmong } from './said.rules.ts'
import { findOwnStatement } from './said.queries.ts'
import type { Statement } from './said-row.ts'

/**
 * The thing said that the address names, when it is the young person's own. On a worker's device only
 * what was begun on it: what they keep to themselves elsewhere stays closed there.
 */
export async function ownStatement(visit: Visit): Promise<Statement | undefined> {
  const id = readId<'statement'>(visit.params['statement'])
  const statement = id && (await findOwnStatement(visit.tx, id, getOwnChild(visit)))
  if (!statement || statement.status === 'thrown_away') return undefined
  return (await isOpenHere(visit, statement)) ? statement : undefined
}

/** Whether it may be shown on this device. */
export async function isOpenHere(visit: Visit, statement: Statement): Promise<boolean> {
  if (!visit.actor.handedTo) return true
  const occasion = await occasionHere(visit)
  return occasion !== undefined && statement.occasionId === occasion.id
}

export type BesideMe = { readonly personId: PersonId; readonly name: string }

export type ToChoose = {
  readonly beside: readonly BesideMe[]
  /** Those of them the young person named as an adult they trust. */
  readonly trusted: readonly BesideMe[]
}

/** Who stands beside the young person now: those who can get what they say. */
export async function besideMe(visit: Visit): Promise<ToChoose> {
  const child = getOwnChild(visit)
  const open = (await allocationsOf(visit.tx, child)).filter((a) => a.endedOn === undefined)
  const people = new Map<string, BesideMe>()
  for (const { personId, personName } of open) {
    if (personName === undefined) continue
    people.set(personId, { personId: trustedId(personId), name: personName })
  }
  const beside = [...people.values()]
  return { beside, trusted: trustedAmong(beside, await peopleOf(visit.tx, child)) }
}
