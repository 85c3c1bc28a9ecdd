import { sql } from 'kysely'
import { type Kept, known } from '#kernel/known.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** Somebody to whom the record was opened, from when to when, and by whom. */
export type Opened = {
  readonly name: string | undefined
  readonly organisation: string | undefined
  readonly part: string
  readonly startedOn: string
  readonly endedOn: string | undefined
  /** Who put them there; undefined when they took it on themselves, or the actor may not know. */
  readonly by: string | undefined
}

/**
 * Everybody who stands or stood beside the child, those of now first. Who put them there is who wrote the first version.
 * `case`, not `coalesce`: that may not be looked up before row-level security has looked at every account there is.
 */
export async function openedTo(tx: Tx, child: ChildId): Promise<readonly Opened[]> {
  const { rows } = await sql<Kept<Opened>>`
    select p.name, o.name as organisation, a.part, a.started_on as "startedOn", a.ended_on as "endedOn",
           (select g.name from waymark.person g
             where g.id = case when h.id is null then a.changed_by else h.changed_by end and g.id <> a.person_id) as by
    from waymark.allocation a
    left join waymark.person p on p.id = a.person_id
    left join waymark.organisation o on o.id = p.organisation_id
    left join waymark.row_history h on h.table_name = 'allocation' and h.row_id = a.id and h.version = 1
    where a.child_id = ${child}
    order by a.ended_on is not null, coalesce(a.ended_on, a.started_on) desc, a.id`.execute(tx)
  return rows.map((row) => known<Opened>(row))
}

/** The organisation that keeps the record. */
export async function keeperOf(tx: Tx, child: ChildId): Promise<string> {
  const row = await tx
    .selectFrom('waymark.child as c')
    .innerJoin('waymark.organisation as o', 'o.id', 'c.organisation_id')
    .select('o.name')
    .where('c.id', '=', child)
    .executeTakeFirstOrThrow()
  return row.name
}
