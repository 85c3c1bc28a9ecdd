import { sql } from 'kysely'
import { type ChildId, type PersonId, trustedId } from '#kernel/ids.ts'
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
