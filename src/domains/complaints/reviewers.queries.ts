import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { trustedId, type ChildId, type OrganisationId, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { ComplaintId } from './complaints.queries.ts'
import type { About, ComplaintState } from './complaints.rules.ts'

/** Whether the actor is an independent person of their organisation now. Everybody else finds nothing here. */
export async function reviewsHere(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select waymark.actor_reviews() as yes`.execute(tx)
  return rows[0]?.yes === true
}

export type Reviewer = {
  readonly id: string
  readonly personId: PersonId
  readonly name: string
  readonly fromDay: string
  readonly untilDay: string | undefined
  readonly version: number
}

/** Who is or was appointed, those of today first. */
export async function reviewersOf(
  tx: Tx,
  organisation: OrganisationId,
): Promise<readonly Reviewer[]> {
  const { rows } = await sql<{
    id: string
    person_id: string
    name: string
    from_day: string
    until_day: string | null
    version: number
  }>`
    select a.id, a.person_id, p.name, a.from_day::text as from_day, a.until_day::text as until_day, a.version
      from waymark.reviewer_appointment a join waymark.person p on p.id = a.person_id
     where a.organisation_id = ${organisation} order by a.until_day is not null, p.name, a.from_day desc limit 100`.execute(
    tx,
  )
  return rows.map((row) => ({
    id: row.id,
    personId: trustedId(row.person_id),
    name: row.name,
    fromDay: row.from_day,
    untilDay: row.until_day ?? undefined,
    version: row.version,
  }))
}

/** Names of those appointed on that day, for the young person to know. */
export async function independentNames(
  tx: Tx,
  organisation: OrganisationId,
  today: CalendarDay,
): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct p.name from waymark.reviewer_appointment a join waymark.person p on p.id = a.person_id
     where a.organisation_id = ${organisation} and waymark.reviews_on(a.person_id, ${organisation}, ${today}::date) order by p.name`.execute(
    tx,
  )
  return rows.map((r) => r.name)
}

export async function canBeAppointed(
  tx: Tx,
  not: PersonId,
): Promise<readonly { readonly id: PersonId; readonly name: string; readonly role: string }[]> {
  const { rows } = await sql<{ id: PersonId; name: string; role: string }>`
    select p.id, p.name, p.role from waymark.person p
     where p.organisation_id = (select waymark.actor_organisation()) and p.ended_at is null and p.id <> ${not}
       and p.role in ('practitioner', 'guardian', 'manager') order by p.name, p.id limit 1000`.execute(
    tx,
  )
  return rows
}

export async function appoint(
  tx: Tx,
  organisation: OrganisationId,
  person: PersonId,
  from: CalendarDay,
): Promise<void> {
  await tx
    .insertInto('waymark.reviewer_appointment')
    .values({ organisation_id: organisation, person_id: person, from_day: from })
    .execute()
}

/** Ends an appointment with the day before that day. False when it changed meanwhile. */
export async function endAppointment(
  tx: Tx,
  id: string,
  version: number,
  today: CalendarDay,
): Promise<boolean> {
  const rows = await sql<{ id: string }>`
    update waymark.reviewer_appointment set until_day = greatest(from_day, ${today}::date - 1)
     where id = ${id} and version = ${version} and until_day is null returning id`.execute(tx)
  return rows.rows.length === 1
}

export type ListedComplaint = {
  readonly id: ComplaintId
  readonly childId: ChildId
  readonly knownAs: string
  readonly about: About
  readonly handlerName: string | undefined
  readonly mine: boolean
  readonly stage: number
  readonly stageBy: string
  readonly state: ComplaintState
  readonly askWorse: boolean
}

/** Complaints of the organisation that the actor may know of, what is owed soonest first. */
export async function complaintsToReview(
  tx: Tx,
  today: CalendarDay,
): Promise<readonly ListedComplaint[]> {
  const { rows } = await sql<{
    id: string
    child_id: string
    known_as: string | null
    about: About
    handler_name: string | null
    mine: boolean
    stage: number
    stage_by: string
    state: ComplaintState
    ask_worse: boolean
  }>`
    with c as (
      select x.* from waymark.complaint x where x.organisation_id = (select waymark.actor_organisation())
       order by x.state in ('settled', 'taken_back'), x.stage_by, x.id limit 100
    )
    select c.id, c.child_id, n.known_as, c.about, h.name as handler_name, c.handler_id is not distinct from waymark.actor_id() as mine,
        c.stage, c.stage_by::text as stage_by, c.state,
        c.state in ('open', 'answered') and waymark.promised_day(c.organisation_id, coalesce(
          (select max((s.at at time zone 'Europe/London')::date) from waymark.complaint_step s where s.complaint_id = c.id and s.kind in ('worse_asked', 'worse_said')),
          (c.made_at at time zone 'Europe/London')::date), 'worse_check') <= ${today}::date as ask_worse
      from c
      left join waymark.names_for_reviewer(array(select x.child_id from c x)) n on n.child_id = c.child_id
      left join waymark.person h on h.id = c.handler_id
     order by c.state in ('settled', 'taken_back'), c.stage_by, c.id`.execute(tx)
  return rows.map((row) => ({
    id: trustedId(row.id),
    childId: trustedId(row.child_id),
    knownAs: row.known_as ?? 'Somebody',
    about: row.about,
    handlerName: row.handler_name ?? undefined,
    mine: row.mine,
    stage: row.stage,
    stageBy: row.stage_by,
    state: row.state,
    askWorse: row.ask_worse,
  }))
}

/** The name a young person goes by, for whoever looks at what they sent. */
export async function nameForReviewer(tx: Tx, child: ChildId): Promise<string> {
  const { rows } = await sql<{ known_as: string }>`
    select known_as from waymark.names_for_reviewer(array[${child}::uuid])`.execute(tx)
  return rows[0]?.known_as ?? 'Somebody'
}

/** Whose law the organisation answers complaints under, on that day. */
export async function nationOn(
  tx: Tx,
  organisation: OrganisationId,
  today: CalendarDay,
): Promise<string> {
  const { rows } = await sql<{ nation: string }>`
    select waymark.nation_of(${organisation}, ${today}::date) as nation`.execute(tx)
  return rows[0]?.nation ?? 'england'
}

/** From that day on; what was said before keeps its law. False when one was said for that day already. */
export async function sayNation(
  tx: Tx,
  organisation: OrganisationId,
  nation: string,
  from: CalendarDay,
): Promise<boolean> {
  const rows = await tx
    .insertInto('waymark.complaint_nation')
    .values({ organisation_id: organisation, nation, from_day: from })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute()
  return rows.length === 1
}

/** How many complaints have nobody independent to go to. */
export async function waitingForReviewer(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: string }>`select waymark.complaints_with_nobody() as n`.execute(
    tx,
  )
  return Number(rows[0]?.n ?? 0)
}
