import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { PersonId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** Whether the reader is named for the networks today: the database decides, for every page and every row. */
export async function isNamed(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`select waymark.within_networks() as named`.execute(
    tx,
  )
  return rows[0]?.named ?? false
}

export type Grant = {
  readonly id: string
  readonly who: string
  readonly why: string
  readonly by: string
  readonly grantedAt: Date
  readonly untilDay: CalendarDay
  readonly endedAt: Date | undefined
  readonly version: number
}

/** Who is or was named, those whose time goes on first. A manager reads all, anybody else their own. */
export async function grantsOf(tx: Tx): Promise<readonly Grant[]> {
  const { rows } = await sql<Kept<Grant>>`
    select g.id, w.name as who, g.why, b.name as by, g.granted_at as "grantedAt", g.until_day as "untilDay", g.ended_at as "endedAt", g.version
    from waymark.network_grant g join waymark.person w on w.id = g.person_id join waymark.person b on b.id = g.granted_by
    where g.organisation_id = (select waymark.actor_organisation())
    order by g.ended_at is not null, g.until_day desc, g.granted_at desc limit 200`.execute(tx)
  return rows.map((row) => known<Grant>(row))
}

export type Nameable = { readonly id: PersonId; readonly name: string }

/** Practitioners and managers of the organisation, all but whoever asks: nobody names themselves. */
export async function nameable(tx: Tx): Promise<readonly Nameable[]> {
  const { rows } = await sql<Nameable>`
    select p.id, p.name from waymark.person p
    where p.organisation_id = (select waymark.actor_organisation()) and p.ended_at is null
      and p.role in ('practitioner', 'manager') and p.id <> (select waymark.actor_id())
    order by p.name, p.id limit 1000`.execute(tx)
  return rows
}

export async function addGrant(
  tx: Tx,
  grant: { readonly person: PersonId; readonly why: string; readonly untilDay: CalendarDay },
): Promise<void> {
  await tx
    .insertInto('waymark.network_grant')
    .values({ person_id: grant.person, why: grant.why, until_day: grant.untilDay })
    .execute()
}

/** False when there is no such way in that is open: somebody else ended it, or it is not of this organisation. */
export async function endGrant(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.network_grant')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
