import { sql } from 'kysely'
import { type Kept, known } from '#kernel/known.ts'
import { trustedId, type ChildId, type TeamId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Spell } from '../continuity.rules.ts'

export const CHILDREN_ON_A_PAGE = 50

export type OfTeam = {
  readonly id: ChildId
  readonly knownAs: string
}

/** The children of a team by name, a page at a time: from the team out, along its index. */
export async function childrenOfTeam(
  tx: Tx,
  team: TeamId,
  after: ChildId | undefined,
): Promise<{ readonly children: readonly OfTeam[]; readonly more: boolean }> {
  const { rows } = await sql<{ id: string; knownAs: string }>`
    select c.id, c.known_as as "knownAs" from waymark.child c
    where c.team_id = ${team} and c.organisation_id = (select waymark.actor_organisation())
      and (${after ?? null}::uuid is null or (c.known_as, c.id) >
        (select x.known_as, x.id from waymark.child x where x.id = ${after ?? null}::uuid))
    order by c.known_as, c.id limit ${CHILDREN_ON_A_PAGE + 1}`.execute(tx)
  const children = rows.map((row) => ({ ...row, id: trustedId<'child'>(row.id) }))
  return {
    children: children.slice(0, CHILDREN_ON_A_PAGE),
    more: children.length > CHILDREN_ON_A_PAGE,
  }
}

export type NamedSpell = Spell & { readonly childId: ChildId; readonly name: string | undefined }

/** Who stood beside each of those children, in one question. */
export async function spellsOfChildren(
  tx: Tx,
  children: readonly ChildId[],
): Promise<readonly NamedSpell[]> {
  if (children.length === 0) return []
  const { rows } = await sql<Kept<NamedSpell>>`
    select a.child_id as "childId", a.person_id as who, p.name, a.part, a.started_on as "from", a.ended_on as until
    from waymark.allocation a left join waymark.person p on p.id = a.person_id
    where a.child_id = any (${children}::uuid[]) order by a.started_on, a.id`.execute(tx)
  return rows.map((row) => ({ ...known<NamedSpell>(row), childId: trustedId(row.childId) }))
}
