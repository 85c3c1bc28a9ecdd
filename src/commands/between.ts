import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { type Act, exchange, type Exchanging } from '#domains/between-councils/index.ts'
import { commandLineOf, organisationCodes } from '#domains/exchange/index.ts'
import { record } from '#platform/audit/record.ts'
import { asActor, atTheDoor, type Tx } from '#platform/db/unit-of-work.ts'
import type { Opened } from './database.ts'

type Reached = Pick<Opened, 'db' | 'keys'>

/** A council of this installation as the product itself acts for it. Undefined when there is none of that code. */
export async function exchangingFor(
  opened: Reached,
  code: string,
  clock: () => Date,
): Promise<Exchanging | undefined> {
  const { acts, name } = await atTheDoor(opened.db, async (door) => {
    const { rows } = await sql<{ name: string }>`
      select o.name from waymark.organisation o where o.code = ${code}`.execute(door)
    return { acts: await commandLineOf(door, code), name: rows[0]?.name }
  })
  if (!acts || name === undefined) return undefined
  const within = <T>(work: (tx: Tx) => Promise<T>) => asActor(opened.db, acts.id, work)
  return {
    within,
    // The same secret that a page has.
    keyed: (text) => createHmac('sha256', opened.keys.names).update(text).digest(),
    organisation: { id: acts.organisationId, name },
    clock,
    written: (tx, act: Act) =>
      record(tx, {
        actorId: acts.id,
        actorRole: 'system',
        organisationId: acts.organisationId,
        sessionId: undefined,
        outcome: 'done',
        childId: undefined,
        address: undefined,
        requestId: undefined,
        ...act,
      }),
  }
}

/** Goes once to every matcher for every council of this installation. Gives how much it did. */
export async function exchangeAll(opened: Reached, clock: () => Date): Promise<number> {
  let done = 0
  for (const code of await atTheDoor(opened.db, organisationCodes)) {
    const exchanging = await exchangingFor(opened, code, clock)
    if (exchanging) done += await exchange(exchanging)
  }
  return done
}

const EVERY = 30 * 1000

/** Behind the requests, one round at a time. */
export function keepExchanging(opened: Reached, failed: (error: unknown) => void): NodeJS.Timeout {
  let busy = false
  return setInterval(() => {
    if (busy) return
    busy = true
    exchangeAll(opened, () => new Date())
      .catch(failed)
      .finally(() => {
        busy = false
      })
  }, EVERY)
}
