import { type ChildId, readId } from '#kernel/ids.ts'
import { record } from '#platform/audit/record.ts'
import type { Asked, Visit } from '#platform/http/page.ts'
import { childIdOf } from '#domains/children/index.ts'
import { otherOf } from './pair-line.view.ts'
import { findPair, type PairInFull } from './pairs.queries.ts'

/** The pair of a page and the record it is looked at from. The database gives it only to whoever reaches both. */
export type At = {
  readonly child: ChildId
  readonly other: ChildId
  readonly pair: PairInFull
  readonly here: string
}

export async function pairOf(visit: Visit): Promise<At | undefined> {
  const child = childIdOf(visit)
  const id = readId<'pair'>(visit.params['pair'])
  const pair = child && id && (await findPair(visit.tx, child, id))
  if (!pair) return undefined
  return {
    child,
    other: otherOf(pair, child).id,
    pair,
    here: `/children/${child}/same-child/${pair.id}`,
  }
}

/** Acts of this domain on one child, for the trail. */
export const auditOf = (act: string) => ({
  action: `same-child.${act}`,
  childId: (asked: Asked) => childIdOf(asked),
})

/** The same act in the trail of the other record too, in the same transaction: both were opened, or neither. */
export const recordForOther = ({ tx, actor }: Visit, act: string, other: ChildId): Promise<void> =>
  record(tx, {
    actorId: actor.id,
    actorRole: actor.role,
    organisationId: actor.organisationId,
    sessionId: actor.sessionId,
    action: `same-child.${act}`,
    outcome: 'done',
    childId: other,
    shown: [],
    address: undefined,
    requestId: undefined,
    detail: {},
  })
