import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type MyCheckIn = {
  readonly id: string
  readonly status: 'shared' | 'withdrawn'
  readonly sharedAt: Date
}

/** What the young person shared, and what they took back, the newest first. */
export async function myCheckIns(tx: Tx, child: ChildId): Promise<readonly MyCheckIn[]> {
  const { rows } = await sql<MyCheckIn>`
    select id, status, shared_at as "sharedAt" from waymark.check_in
    where child_id = ${child} and voice = 'young_person' and status in ('shared', 'withdrawn')
    order by shared_at desc limit 50`.execute(tx)
  return rows
}

export type Look = {
  readonly at: Date
  readonly actorId: string | undefined
  readonly name: string | undefined
  readonly organisation: string | undefined
  readonly role: string | undefined
  readonly action: string
  readonly refused: boolean
  readonly inAList: boolean
}

/** Who opened, changed or was shown the record, the newest first; `before` an instant, for earlier ones. */
export async function whoLooked(
  tx: Tx,
  child: ChildId,
  most: number,
  before: Date | undefined,
): Promise<readonly Look[]> {
  const { rows } = await sql<{
    at: Date
    actor_id: string | null
    actor_name: string | null
    organisation_name: string | null
    actor_role: string | null
    action: string
    outcome: string
    in_a_list: boolean
  }>`
    select at, actor_id, actor_name, organisation_name, actor_role, action, outcome, in_a_list
    from waymark.who_looked(${child}, ${before ?? null}::timestamptz, ${most})`.execute(tx)
  return rows.map((row) => ({
    at: row.at,
    actorId: row.actor_id ?? undefined,
    name: row.actor_name ?? undefined,
    organisation: row.organisation_name ?? undefined,
    role: row.actor_role ?? undefined,
    action: row.action,
    refused: row.outcome === 'not-found' || row.outcome === 'refused',
    inAList: row.in_a_list,
  }))
}
