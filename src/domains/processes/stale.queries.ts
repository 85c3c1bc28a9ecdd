import { sql } from 'kysely'
import { trustedId, type ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Actor } from '#platform/http/page.ts'

/** After how many days without a word a process is stale. */
export async function staleDays(tx: Tx, now: Date): Promise<number> {
  const { rows } = await sql<{
    days: number
  }>`select waymark.days_for('process_stale', ${now}) as days`.execute(tx)
  return rows[0]?.days ?? 21
}

export type StaleProcess = {
  readonly id: string
  readonly childId: ChildId
  readonly knownAs: string
  readonly kind: string
  readonly since: Date
  readonly owner: string | undefined
  readonly ownerIsMe: boolean
}

export const STALE_ON_A_PAGE = 50

/** What has gone stale among the actor's own children, or in the organisation or team they lead; the oldest first. */
export async function staleProcesses(
  tx: Tx,
  actor: Actor,
  now: Date,
): Promise<readonly StaleProcess[]> {
  const before = sql`${now}::timestamptz - make_interval(days => (select waymark.days_for('process_stale', ${now})))`
  const from =
    actor.role === 'manager'
      ? sql`unnest(array(select waymark.oldest_unconfirmed(${before}, ${STALE_ON_A_PAGE}))) as oldest (id)
          join waymark.process p on p.id = oldest.id`
      : sql`(select distinct a.child_id from waymark.allocation a
            where a.person_id = ${actor.id} and a.ended_on is null offset 0) own
          join waymark.process p on p.child_id = own.child_id`
  const { rows } = await sql<
    Omit<StaleProcess, 'owner' | 'childId'> & {
      readonly owner: string | null
      readonly childId: string
    }
  >`
    select s.id, s.child_id as "childId", c.known_as as "knownAs", k.called as kind, s.confirmed_at as since,
           o.name as owner, coalesce(s.owner_id = ${actor.id}, false) as "ownerIsMe"
    from (select p.id, p.child_id, p.kind, p.confirmed_at, p.owner_id from ${from}
       where p.state <> 'ended' and p.confirmed_at <= ${before}
       order by p.confirmed_at, p.child_id limit ${STALE_ON_A_PAGE}) s
    join waymark.child c on c.id = s.child_id
    join waymark.process_kind k on k.code = s.kind
    left join waymark.person o on o.id = s.owner_id
    order by s.confirmed_at, s.child_id`.execute(tx)
  return rows.map((row) => ({
    ...row,
    childId: trustedId(row.childId),
    owner: row.owner ?? undefined,
  }))
}
