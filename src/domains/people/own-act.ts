import { record } from '#platform/audit/record.ts'
import type { Visit } from '#platform/http/page.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/**
 * A change to one's own way in, at the door, with an audit entry in that same transaction: the page's
 * own entry is written in another one, and must not be the only trace. Work that gives undefined or
 * false changed nothing.
 */
export function ownAct<T extends object | boolean | number | undefined>(
  visit: Pick<Visit, 'actor' | 'door'>,
  action: string,
  work: (door: Tx) => Promise<T>,
): Promise<T> {
  const { actor } = visit
  return visit.door(async (door) => {
    const done = await work(door)
    await record(door, {
      actorId: actor.id,
      actorRole: actor.role,
      organisationId: actor.organisationId,
      sessionId: actor.sessionId,
      action,
      outcome: done === undefined || done === false ? 'invalid' : 'done',
      childId: undefined,
      shown: [],
      address: undefined,
      requestId: undefined,
      detail: {},
    })
    return done
  })
}
