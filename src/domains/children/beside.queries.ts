import { sql } from 'kysely'
import { type ChildId, type PersonId, type TeamId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** Somebody whose work leads them to the record. */
export type Beside = {
  readonly id: PersonId
  readonly name: string
  readonly role: string
}

/**
 * Who works with the child: whoever stands beside them (or, with `ever`, ever stood), then who leads
 * their team, then who leads the organisation; by name within each. Asked from the child's own rows:
 * the other way round every allocation there is would be read.
 */
export async function whoWorksWith(
  tx: Tx,
  child: ChildId,
  when: 'now' | 'ever',
): Promise<readonly Beside[]> {
  const stands = when === 'now' ? sql`and a.ended_on is null` : sql``
  const here = when === 'now' ? sql`where p.ended_at is null` : sql``
  const { rows } = await sql<{ id: string; name: string; role: string }>`
    select p.id, p.name, p.role from waymark.child c
    cross join lateral (
      select a.person_id as id from waymark.allocation a where a.child_id = c.id ${stands}
      union
      select m.id from waymark.person m
       where m.role = 'manager' and m.organisation_id = c.organisation_id and m.ended_at is null
         and (m.team_id is null or m.team_id = c.team_id)
       limit 200
    ) near
    join waymark.person p on p.id = near.id and c.id = ${child} ${here}
    order by p.role = 'manager', p.team_id is null, p.name, p.id limit 200`.execute(tx)
  return rows.map((row) => ({ ...row, id: trustedId(row.id) }))
}

/** Of several children, the names of who stands beside each now: for a line that says whom to ask. */
export async function standingBeside(
  tx: Tx,
  children: readonly ChildId[],
): Promise<ReadonlyMap<ChildId, readonly string[]>> {
  if (children.length === 0) return new Map()
  const { rows } = await sql<{ child: string; names: readonly string[] }>`
    select a.child_id as child, array_agg(p.name order by a.started_on, p.name) as names
    from waymark.allocation a join waymark.person p on p.id = a.person_id
    where a.child_id = any (${[...new Set(children)]}::uuid[]) and a.ended_on is null
    group by a.child_id`.execute(tx)
  return new Map(rows.map((row) => [trustedId<'child'>(row.child), row.names]))
}

export type WithNobody = { readonly id: ChildId; readonly knownAs: string }

/** The children of a team beside whom nobody stands now, by name. From the team out: a team is small. */
export async function withNobodyBeside(
  tx: Tx,
  team: TeamId,
  most: number,
): Promise<readonly WithNobody[]> {
  const { rows } = await sql<{ id: string; knownAs: string }>`
    select c.id, c.known_as as "knownAs" from waymark.child c
    where c.team_id = ${team} and c.organisation_id = (select waymark.actor_organisation())
      and not exists (select from waymark.allocation a where a.child_id = c.id and a.ended_on is null)
    order by c.known_as, c.id limit ${most}`.execute(tx)
  return rows.map((row) => ({ ...row, id: trustedId(row.id) }))
}
