import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, type TeamId, trustedId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Appointment } from './calendar.rules.ts'

/** What we said would happen after we did not come. */
export type NextStep = {
  readonly id: string
  readonly childId: ChildId
  readonly knownAs: string
  readonly missedAt: Date
  readonly nextStep: string
  readonly by: string
  readonly on: CalendarDay | undefined
}

const MOST = 30

/** After visits we missed: what is owed to the children the actor stands beside, or to those of a team. */
export async function nextStepsOwed(
  tx: Tx,
  of: 'beside-me' | TeamId,
  since: Date,
): Promise<readonly NextStep[]> {
  const { rows } = await sql<Kept<Omit<NextStep, 'childId'>> & { readonly childId: string }>`
    select a.id, a.child_id as "childId", w.known_as as "knownAs", a.starts_at as "missedAt",
           a.next_step as "nextStep", a.next_step_by as by, a.next_step_on::text as "on"
    from (select c.id, c.known_as from waymark.child c where ${
      of === 'beside-me'
        ? sql`c.id in (select x.child_id from waymark.allocation x where x.person_id = waymark.actor_id() and x.ended_on is null)`
        : sql`c.team_id = ${of} and c.organisation_id = (select waymark.actor_organisation())`
    } offset 0) w
    join waymark.appointment a on a.child_id = w.id
    where a.state = 'missed_by_us' and a.starts_at >= ${since} and a.next_step is not null
      and not exists (select from waymark.appointment l
        where l.child_id = w.id and l.starts_at > a.starts_at and l.state = 'held')
    order by a.next_step_on nulls last, a.starts_at, a.id limit ${MOST}`.execute(tx)
  return rows.map((row) => ({
    ...known<Omit<NextStep, 'childId'>>(row),
    childId: trustedId(row.childId),
  }))
}

export type NextAppointment = Pick<Appointment, 'kind' | 'startsAt' | 'withWhom'>

/** Of several children, the next appointment each has. */
export async function nextAppointments(
  tx: Tx,
  children: readonly ChildId[],
  now: Date,
): Promise<ReadonlyMap<ChildId, NextAppointment>> {
  if (children.length === 0) return new Map()
  const { rows } = await sql<NextAppointment & { readonly childId: string }>`
    select w.id as "childId", n.kind, n.starts_at as "startsAt", n.with_whom as "withWhom"
    from unnest(${[...children]}::uuid[]) w(id) cross join lateral (
      select a.kind, a.starts_at, a.with_whom from waymark.appointment a
      where a.child_id = w.id and a.starts_at >= ${now} and a.state = 'planned'
      order by a.starts_at, a.id limit 1) n`.execute(tx)
  return new Map(rows.map(({ childId, ...next }) => [trustedId<'child'>(childId), next]))
}
