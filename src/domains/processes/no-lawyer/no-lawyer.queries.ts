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

/** Children with a live asylum claim and nobody in law for it: the actor's own, or of the organisation or team they lead. */
export async function withoutLawyer(tx: Tx, actor: Actor): Promise<readonly NoLawyer[]> {
  const reached =
    actor.role === 'manager'
      ? sql`c.organisation_id = ${actor.organisationId} ${actor.teamId ? sql`and c.team_id = ${actor.teamId}` : sql``}`
      : sql`c.id in (select a.child_id from waymark.allocation a where a.person_id = ${actor.id} and a.ended_on is null)`
  const { rows } = await sql<{ child_id: string; known_as: string; since: CalendarDay }>`
    select p.child_id, c.known_as, min(coalesce(p.waiting_since, p.last_change_on)) as since
    from waymark.process p join waymark.child c on c.id = p.child_id
    where p.system = 'asylum' and p.state <> 'ended' and ${reached}
      and not exists (select from waymark.legal_help l where l.child_id = p.child_id and l.area = 'asylum' and l.has = 'yes')
    group by p.child_id, c.known_as order by since, p.child_id limit ${NO_LAWYER_ON_A_PAGE}`.execute(
    tx,
  )
  return rows.map((row) => ({
    childId: trustedId(row.child_id),
    knownAs: row.known_as,
    since: row.since,
  }))
}
