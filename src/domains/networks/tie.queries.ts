import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Entry } from './network.queries.ts'
import type { Sure, Told } from './networks.rules.ts'

export type Tie = {
  readonly id: string
  readonly entryId: string
  readonly childId: ChildId
  readonly knownAs: string
  readonly situationId: string | undefined
  readonly situation: string | undefined
  readonly how: string
  readonly source: string
  readonly sure: Sure
  readonly told: Told
  readonly toldBecause: string | undefined
  readonly version: number
}

/** How entries are linked to young people the reader reaches. Those out of reach are in `othersOf`, and nowhere else. */
export async function tiesOf(tx: Tx): Promise<readonly Tie[]> {
  const { rows } = await sql<Kept<Tie>>`
    select t.id, t.entry_id as "entryId", t.child_id as "childId", c.known_as as "knownAs", t.situation_id as "situationId",
      s.what as situation, t.how, t.source, t.sure, t.told, t.told_because as "toldBecause", t.version
    from waymark.network_tie t join waymark.child c on c.id = t.child_id
    left join waymark.exploitation_situation s on s.id = t.situation_id
    where t.not_so_because is null order by c.known_as, t.id limit 2000`.execute(tx)
  return rows.map((row) => known<Tie>(row))
}

export type Other = { readonly entryId: string; readonly other: string }

/** That an entry is linked to another young person out of reach. `other` tells them apart within this reading only. */
export async function othersOf(tx: Tx): Promise<readonly Other[]> {
  const { rows } = await sql<Other>`
    select entry_id as "entryId", other::text as other from waymark.ties_of_others() order by other, entry_id`.execute(
    tx,
  )
  return rows
}

export type TieToKeep = {
  readonly child: ChildId
  readonly situation: string | undefined
  readonly how: string
  readonly source: string
  readonly sure: Sure
  readonly told: Told
  readonly toldBecause: string | undefined
}

export async function addTie(tx: Tx, entry: Entry, tie: TieToKeep): Promise<void> {
  await sql`
    insert into waymark.network_tie (child_id, organisation_id, entry_id, situation_id, how, source, sure, told, told_because)
    select ${tie.child}::uuid, e.organisation_id, e.id, ${orNull(tie.situation)}::uuid, ${tie.how}, ${tie.source}, ${tie.sure},
      ${tie.told}, ${orNull(tie.toldBecause)}
    from waymark.network_entry e where e.id = ${entry.id}`.execute(tx)
}

export async function changeTie(
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  tie: {
    readonly told: Told
    readonly toldBecause: string | undefined
    readonly notSoBecause: string | undefined
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.network_tie')
    .set({
      told: tie.told,
      told_because: orNull(tie.toldBecause),
      not_so_because: orNull(tie.notSoBecause),
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Linkable = {
  readonly childId: ChildId
  readonly knownAs: string
  readonly situationId: string | undefined
  readonly what: string | undefined
}

/** Young people within reach of whom a situation is written down, one for each; and those the reader stands beside. */
export async function linkable(tx: Tx): Promise<readonly Linkable[]> {
  const { rows } = await sql<Kept<Linkable>>`
    select * from (
      select s.child_id as "childId", c.known_as as "knownAs", s.id as "situationId", left(s.what, 80) as what
      from waymark.exploitation_situation s join waymark.child c on c.id = s.child_id where s.not_so_because is null
      union all
      select c.id, c.known_as, null, null from waymark.child c where c.id = any (array(select waymark.actor_children()))
    ) l order by "knownAs", "childId", "situationId" nulls first limit 500`.execute(tx)
  return rows.map((row) => known<Linkable>(row))
}
