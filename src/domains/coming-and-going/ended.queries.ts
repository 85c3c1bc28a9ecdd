import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { endSessionsOf, findOwnAccount } from '#domains/people/index.ts'
import { endCodes } from './code.queries.ts'
import type { EndingReason } from './ended.rules.ts'

export type Ending = {
  readonly id: string
  readonly why: EndingReason
  readonly sessions: number
  readonly devicesForgotten: boolean
  readonly by: string | undefined
  readonly at: Date
  readonly toldAt: Date | undefined
}

/**
 * Signs a young person out everywhere, at once, and ends a code that was still open; where asked, their
 * devices forget PIN and passkey too. They are told when they come back. For a worker who reaches the
 * child, in the worker's own transaction: a missing episode calls this too. Gives how many sessions
 * there were; undefined when the young person has no account, so that there was nothing to end.
 */
export async function endEverything(
  tx: Tx,
  child: ChildId,
  why: EndingReason,
  now: Date,
  forgetDevices: boolean,
): Promise<number | undefined> {
  const record = await findOwnAccount(tx, child)
  if (!record?.account) return undefined
  // The ways in first, the sessions last: whoever is coming in with one this moment holds its row, so that
  // this waits for them, and then sees the session that they began.
  await endCodes(tx, record.account.id, now, 'signed out everywhere')
  if (forgetDevices) {
    await sql`select waymark.forget_devices(${record.account.id}, ${why})`.execute(tx)
  }
  const sessions = await endSessionsOf(tx, record.account.id, `signed out by a worker: ${why}`)
  await tx
    .insertInto('waymark.sessions_ended')
    .values({ child_id: child, why, sessions, devices_forgotten: forgetDevices, ended_at: now })
    .execute()
  return sessions
}

/** Each time they were signed out everywhere, the newest first. */
export async function endingsOf(tx: Tx, child: ChildId): Promise<readonly Ending[]> {
  const rows = await tx
    .selectFrom('waymark.sessions_ended as e')
    .leftJoin('waymark.person as p', 'p.id', 'e.ended_by')
    .select([
      'e.id',
      'e.why',
      'e.sessions',
      'e.devices_forgotten',
      'e.ended_at',
      'e.told_at',
      'p.name',
    ])
    .where('e.child_id', '=', child)
    .orderBy('e.ended_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the column allows these
    why: r.why as EndingReason,
    sessions: r.sessions,
    devicesForgotten: r.devices_forgotten,
    by: r.name ?? undefined,
    at: new Date(r.ended_at),
    toldAt: r.told_at ? new Date(r.told_at) : undefined,
  }))
}

/** Marks those as told that stood on the page the young person read, and no newer ones. */
export async function tellEndings(tx: Tx, child: ChildId, now: Date, upTo: Date): Promise<void> {
  await tx
    .updateTable('waymark.sessions_ended')
    .set({ told_at: now })
    .where('child_id', '=', child)
    .where('told_at', 'is', null)
    .where('ended_at', '<=', upTo)
    .execute()
}
