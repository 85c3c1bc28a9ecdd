import { sql } from 'kysely'
import { trustedId, type ChildId } from '#kernel/ids.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Actor } from '#platform/http/page.ts'

export type NoLawyer = {
  readonly childId: ChildId
  readonly knownAs: string
  readonly since: CalendarDay
}

export const NO_LAWYER_ON_A_PAGE = 100

const HAS_ONE = sql`exists (select from waymark.legal_help l where l.child_id = p.child_id and l.area = 'asylum' and l.has = 'yes')`

/** Of a child's live claims only the one that has waited longest. */
const LONGEST = sql`not exists (select from waymark.process o where o.child_id = p.child_id and o.system = 'asylum' and o.state <> 'ended'
  and (coalesce(o.waiting_since, o.last_change_on), o.id) < (coalesce(p.waiting_since, p.last_change_on), p.id))`

/** From where there are fewest: the actor's own children, or those of a team; of an organisation by an index of the claims. */
function claimsOf(actor: Actor) {
  if (actor.role !== 'manager')
    return sql`(select distinct a.child_id from waymark.allocation a
        where a.person_id = ${actor.id} and a.ended_on is null offset 0) own
      join waymark.process p on p.child_id = own.child_id`
  if (actor.teamId)
    return sql`(select o.id as child_id from waymark.child o
        where o.organisation_id = ${actor.organisationId} and o.team_id = ${actor.teamId} offset 0) own
      join waymark.process p on p.child_id = own.child_id`
  return sql`waymark.process p`
}

/**
 * Children with a live asylum claim and nobody in law for it: the actor's own, or of the organisation or team they
 * lead. Those of an organisation go from what has waited longest, and row-level security keeps them to it.
 */
export async function withoutLawyer(tx: Tx, actor: Actor): Promise<readonly NoLawyer[]> {
  const claims = claimsOf(actor)
  const { rows } = await sql<{ child_id: string; known_as: string; since: CalendarDay }>`
    select f.child_id, c.known_as, f.since from (
      select p.child_id, coalesce(p.waiting_since, p.last_change_on) as since from ${claims}
      where p.system = 'asylum' and p.state <> 'ended' and not ${HAS_ONE} and ${LONGEST}
      order by coalesce(p.waiting_since, p.last_change_on), p.child_id limit ${NO_LAWYER_ON_A_PAGE}) f
    join waymark.child c on c.id = f.child_id order by f.since, f.child_id`.execute(tx)
  return rows.map((row) => ({
    childId: trustedId(row.child_id),
    knownAs: row.known_as,
    since: row.since,
  }))
}
