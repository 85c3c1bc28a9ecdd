import { sql } from 'kysely'
import type { OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Kind, Message } from './protocol/message.rules.ts'
import { digestOf } from './protocol/terms.rules.ts'

export type KeptMessage = {
  readonly id: string
  readonly direction: 'in' | 'out'
  readonly kind: Kind
  readonly runCode: string
  readonly at: Date
  readonly goneAt: Date | null
  readonly refused: string | null
}

/** Written once, carried as it is: by hand, or by the product to the matcher, which passes it on. */
export async function keepOutgoing(
  tx: Tx,
  organisation: OrganisationId,
  message: Message,
  way: { readonly to: string; readonly through: string },
): Promise<void> {
  const text = JSON.stringify(message)
  await sql`
    insert into waymark.between_message (organisation_id, id, direction, kind, run_code, to_id, through_id, message, digest, at)
    values (${organisation}, ${message.id}, 'out', ${message.kind}, ${message.run}, ${way.to}, ${way.through}, ${text},
      ${digestOf(Buffer.from(text))}, ${message.at})`.execute(tx)
}

/** False when it was here before: then nothing is done. */
export async function firstTime(
  tx: Tx,
  organisation: OrganisationId,
  message: Message,
  now: Date,
): Promise<boolean> {
  const digest = digestOf(Buffer.from(JSON.stringify(message)))
  const { rows } = await sql<{ id: string }>`
    insert into waymark.between_message (organisation_id, id, direction, kind, run_code, digest, at, gone_at)
    values (${organisation}, ${message.id}, 'in', ${message.kind}, ${message.run}, ${digest}, ${now}, ${now})
    on conflict do nothing returning id`.execute(tx)
  return rows.length === 1
}

export async function messagesOfRun(tx: Tx, code: string): Promise<readonly KeptMessage[]> {
  const { rows } = await sql<KeptMessage>`
    select m.id, m.direction, m.kind, m.run_code as "runCode", m.at, m.gone_at as "goneAt", m.refused
      from waymark.between_message m
     where m.organisation_id = (select waymark.actor_organisation()) and m.run_code = ${code}
     order by m.at, m.id limit 500`.execute(tx)
  return rows
}

export type Waiting = { readonly id: string; readonly message: string; readonly throughId: string }

/** What has not gone yet, oldest first. */
export async function outgoing(tx: Tx): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select m.id, m.message, m.through_id as "throughId" from waymark.between_message m
     where m.organisation_id = (select waymark.actor_organisation()) and m.direction = 'out' and m.gone_at is null
       and m.message is not null and m.refused is null
     order by m.at, m.id limit 20`.execute(tx)
  return rows
}

export async function outgoingText(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ message: string | null }>`
    select m.message from waymark.between_message m
     where m.organisation_id = (select waymark.actor_organisation()) and m.direction = 'out' and m.id = ${id}`.execute(
    tx,
  )
  return rows[0]?.message ?? undefined
}

/** Gone, by whichever way. The encodings themselves are then not kept here either. */
export async function keepGone(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`
    update waymark.between_message set gone_at = coalesce(gone_at, ${now}), message = case when kind = 'encodings' then null else message end
     where organisation_id = (select waymark.actor_organisation()) and direction = 'out' and id = ${id}`.execute(
    tx,
  )
}

export async function keepRefused(tx: Tx, id: string, sentence: string): Promise<void> {
  await sql`
    update waymark.between_message set refused = ${sentence.slice(0, 500)}, message = case when kind = 'encodings' then null else message end
     where organisation_id = (select waymark.actor_organisation()) and direction = 'out' and id = ${id}`.execute(
    tx,
  )
}

/** All of it or nothing, within a transaction that goes on: what was not taken leaves no trace of having come. */
export async function wholeOrNothing<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint taking`.execute(tx)
  try {
    return await work()
  } catch (error) {
    await sql`rollback to savepoint taking`.execute(tx)
    throw error
  }
}
