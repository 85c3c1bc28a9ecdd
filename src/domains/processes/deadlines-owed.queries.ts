import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, type TeamId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type DeadlineOwed = {
  readonly id: string
  readonly childId: ChildId
  readonly knownAs: string
  readonly what: string
  readonly owedBy: string
  readonly dueOn: CalendarDay
}

const MOST = 30

/** Days in law that nobody has met yet, of the children the actor stands beside or of a team, up to a day. */
export async function deadlinesOwed(
  tx: Tx,
  of: 'beside-me' | TeamId,
  until: string,
): Promise<readonly DeadlineOwed[]> {
  const { rows } = await sql<Omit<DeadlineOwed, 'childId'> & { readonly childId: string }>`
    select d.id, d.child_id as "childId", w.known_as as "knownAs", d.what, d.owed_by as "owedBy", d.due_on::text as "dueOn"
    from (select c.id, c.known_as from waymark.child c where ${
      of === 'beside-me'
        ? sql`c.id in (select x.child_id from waymark.allocation x where x.person_id = waymark.actor_id() and x.ended_on is null)`
        : sql`c.team_id = ${of} and c.organisation_id = (select waymark.actor_organisation())`
    } offset 0) w
    join waymark.legal_deadline d on d.child_id = w.id
    where d.met_on is null and d.not_met_why is null and d.due_on <= ${until}::date
    order by d.due_on, d.id limit ${MOST}`.execute(tx)
  return rows.map((row) => ({ ...row, childId: trustedId(row.childId) }))
}
