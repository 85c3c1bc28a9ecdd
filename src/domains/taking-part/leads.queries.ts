import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { OrganisationId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** Whether the actor leads young people's taking part here now. */
export async function leadsHere(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select waymark.actor_leads() as yes`.execute(tx)
  return rows[0]?.yes === true
}

export type Lead = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly fromDay: string
  readonly untilDay: string | undefined
  readonly version: number
}

/** Who is or was appointed, those of today first. */
export async function leadsOf(tx: Tx, organisation: OrganisationId): Promise<readonly Lead[]> {
  const { rows } = await sql<Lead & { until: string | null }>`
    select a.id, a.person_id as "personId", p.name, a.from_day::text as "fromDay", a.until_day::text as until, a.version
      from waymark.lead_appointment a join waymark.person p on p.id = a.person_id
     where a.organisation_id = ${organisation} order by a.until_day is not null, p.name, a.from_day desc limit 100`.execute(
    tx,
  )
  return rows.map(({ until, ...row }) => ({ ...row, untilDay: until ?? undefined }))
}

export async function canLead(
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

/** False when they are appointed already, by somebody else a moment ago. */
export async function appointLead(
  tx: Tx,
  organisation: OrganisationId,
  person: PersonId,
  from: CalendarDay,
): Promise<boolean> {
  const made = await tx
    .insertInto('waymark.lead_appointment')
    .values({ organisation_id: organisation, person_id: person, from_day: from })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute()
  return made.length === 1
}

/** Ends an appointment with the day before that day. False when it changed meanwhile. */
export async function endLead(
  tx: Tx,
  id: string,
  version: number,
  today: CalendarDay,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update waymark.lead_appointment set until_day = greatest(from_day, ${today}::date - 1)
     where id = ${id} and version = ${version} and until_day is null returning id`.execute(tx)
  return rows.length === 1
}
