import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type KeptTurn = {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly text: boolean
  readonly email: boolean
  readonly from: Date
  readonly until: Date
  readonly place: number
  readonly version: number
}

/** Turns that are not over yet, in the order they come. */
export async function turnsFrom(
  tx: Tx,
  organisation: OrganisationId,
  now: Date,
): Promise<readonly KeptTurn[]> {
  const { rows } = await sql<KeptTurn>`
    select t.id, p.name, t.phone, t.text_to is not null as text, t.email_to is not null as email, t.from_at as "from", t.until_at as "until", t.place, t.version
      from waymark.duty_turn t join waymark.person p on p.id = t.person_id
     where t.organisation_id = ${organisation} and t.until_at > ${now} and p.ended_at is null
     order by t.from_at, t.place, t.id limit 300`.execute(tx)
  return rows
}

export type NewTurn = {
  readonly person: PersonId
  readonly phone: string
  readonly textTo: string | undefined
  readonly emailTo: string | undefined
  readonly from: Date
  readonly until: Date
  readonly place: number
}

export async function addTurn(tx: Tx, organisation: OrganisationId, turn: NewTurn): Promise<void> {
  await tx
    .insertInto('waymark.duty_turn')
    .values({
      organisation_id: organisation,
      person_id: turn.person,
      phone: turn.phone,
      text_to: turn.textTo ?? null,
      email_to: turn.emailTo ?? null,
      from_at: turn.from,
      until_at: turn.until,
      place: turn.place,
    })
    .execute()
}

/** Ends a turn now, or before it begins. False when it changed meanwhile. */
export async function endTurn(tx: Tx, id: string, version: number, now: Date): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update waymark.duty_turn set until_at = greatest(from_at + interval '1 second', ${now}::timestamptz)
     where id = ${id} and version = ${version} and until_at > ${now} returning id`.execute(tx)
  return rows.length === 1
}

export async function giveNumber(
  tx: Tx,
  organisation: OrganisationId,
  given: { readonly name: string; readonly phone: string; readonly minutes: number },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.duty_fallback')
    .values({ organisation_id: organisation, ...given, from_at: now })
    .execute()
}

export async function staffForDuty(
  tx: Tx,
): Promise<readonly { readonly id: PersonId; readonly name: string }[]> {
  const { rows } = await sql<{ id: PersonId; name: string }>`
    select p.id, p.name from waymark.person p
     where p.organisation_id = (select waymark.actor_organisation()) and p.ended_at is null
       and p.role in ('practitioner', 'guardian', 'manager') order by p.name, p.id limit 1000`.execute(
    tx,
  )
  return rows
}
