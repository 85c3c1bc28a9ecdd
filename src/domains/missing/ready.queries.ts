import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Around, ReadyPart, WithCarer, WithChild } from './ready.rules.ts'

export type Ready = { readonly [P in ReadyPart]: string | undefined } & {
  readonly withChild: WithChild
  readonly withCarer: WithCarer
  readonly lookedAt: CalendarDay
  readonly by: string | undefined
  readonly version: number
}

/** Undefined when there is none, and for whoever may not read it: the database decides. */
export async function readyOf(tx: Tx, child: ChildId): Promise<Ready | undefined> {
  const { rows } = await sql<Kept<Ready>>`
    select r.looks, r.photo, r.friends, r.places, r.phone, r.online, r.money, r.travels, r.medical, r.helps,
      r.with_child as "withChild", r.with_carer as "withCarer", r.looked_at as "lookedAt", p.name as by, r.version
    from waymark.missing_ready r left join waymark.person p on p.id = r.changed_by
    where r.child_id = ${child}`.execute(tx)
  return rows[0] && known<Ready>(rows[0])
}

export type ReadyToKeep = Omit<Ready, 'by' | 'version'>

/** False when somebody saved it since `version`; 0 is one that was not there. */
export async function keepReady(
  tx: Tx,
  child: ChildId,
  version: number,
  { withChild, withCarer, lookedAt, ...parts }: ReadyToKeep,
): Promise<boolean> {
  const texts = {
    looks: orNull(parts.looks),
    photo: orNull(parts.photo),
    friends: orNull(parts.friends),
    places: orNull(parts.places),
    phone: orNull(parts.phone),
    online: orNull(parts.online),
    money: orNull(parts.money),
    travels: orNull(parts.travels),
    medical: orNull(parts.medical),
    helps: orNull(parts.helps),
  }
  const columns = { ...texts, with_child: withChild, with_carer: withCarer, looked_at: lookedAt }
  if (version === 0) {
    const added = await tx
      .insertInto('waymark.missing_ready')
      .values({ child_id: child, ...columns })
      .onConflict((c) => c.column('child_id').doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('waymark.missing_ready')
    .set(columns)
    .where('child_id', '=', child)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Since when they live where they live, and since when the newest of those beside them stands there. */
export async function aroundOf(tx: Tx, child: ChildId): Promise<Around> {
  const { rows } = await sql<Kept<Around>>`
    select
      (select max(e.began_on) from waymark.care_episode e where e.child_id = ${child}) as "homeSince",
      (select max(a.started_on) from waymark.allocation a where a.child_id = ${child} and a.ended_on is null) as "besideSince"`.execute(
    tx,
  )
  return known<Around>(rows[0] ?? { homeSince: null, besideSince: null })
}

export type NotReady = { readonly childId: ChildId; readonly knownAs: string }

/** Of those the actor stands beside now: for whom nobody has written part one. */
export async function withoutReady(tx: Tx): Promise<readonly NotReady[]> {
  const { rows } = await sql<NotReady>`
    select c.id as "childId", c.known_as as "knownAs" from waymark.child c
    where c.id = any (array(select waymark.actor_children()))
      and not exists (select from waymark.missing_ready r where r.child_id = c.id)
    order by c.known_as, c.id limit 50`.execute(tx)
  return rows
}
