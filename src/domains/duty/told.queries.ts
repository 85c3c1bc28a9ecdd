import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { SignalId } from './duty.queries.ts'
import type { Channel, ToldStatus } from './told.rules.ts'

export type DutyNotice = {
  readonly id: string
  readonly channel: Channel
  readonly to: string
  readonly tries: number
}

/** Takes the next that is due, for the sender. What was seen meanwhile is told to nobody any more. */
export async function nextDutyNotice(tx: Tx, now: Date): Promise<DutyNotice | undefined> {
  const { rows } = await sql<{ id: string; channel: Channel; to_address: string; tries: number }>`
    select id, channel, to_address, tries from waymark.next_duty_notice(${now})`.execute(tx)
  const [row] = rows
  return row && { id: row.id, channel: row.channel, to: row.to_address, tries: row.tries }
}

/** What became of it. One that was not settled comes again after a minute. */
export async function settleDutyNotice(
  tx: Tx,
  id: string,
  end: { readonly status: Exclude<ToldStatus, 'waiting'>; readonly why: string | undefined },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('waymark.duty_notice')
    .set({ status: end.status, why: end.why ?? null, settled_at: now })
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .execute()
}

export type Told = {
  readonly name: string | undefined
  readonly channel: Channel
  readonly status: ToldStatus
  readonly queuedAt: Date
  readonly settledAt: Date | undefined
}

/** Who was told outside the screen, how, and whether it left. */
export async function toldOf(tx: Tx, signal: SignalId): Promise<readonly Told[]> {
  const rows = await tx
    .selectFrom('waymark.duty_notice as n')
    .leftJoin('waymark.person as p', 'p.id', 'n.person_id')
    .select(['p.name', 'n.channel', 'n.status', 'n.queued_at', 'n.settled_at'])
    .where('n.signal_id', '=', signal)
    .orderBy('n.queued_at')
    .orderBy('n.channel')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    name: row.name ?? undefined,
    channel: row.channel === 'text' ? 'text' : 'email',
    status: TOLD.find((s) => s === row.status) ?? 'waiting',
    queuedAt: row.queued_at,
    settledAt: row.settled_at ?? undefined,
  }))
}

const TOLD: readonly ToldStatus[] = ['waiting', 'sent', 'not_needed', 'given_up']

/** By which ways whoever is asked first would be told at that moment. */
export async function toldBy(
  tx: Tx,
  now: Date,
): Promise<{ readonly text: boolean; readonly email: boolean }> {
  const { rows } = await sql<{ by_text: boolean; by_email: boolean }>`
    select by_text, by_email from waymark.duty_told_by(${now})`.execute(tx)
  return { text: rows[0]?.by_text ?? false, email: rows[0]?.by_email ?? false }
}
