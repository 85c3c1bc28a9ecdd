import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { OrganisationId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { PromiseKind } from './promise.form.ts'

export type ReplyPromise = {
  readonly kind: PromiseKind
  readonly days: number
  readonly counted: 'days' | 'working_days'
  readonly fromDay: string
  readonly source: string
  readonly confidence: string
  readonly own: boolean
}

/** Every promise that holds or held, the default ones too, the newest first. */
export async function promisesOf(
  tx: Tx,
  organisation: OrganisationId,
): Promise<readonly ReplyPromise[]> {
  const { rows } = await sql<ReplyPromise>`
    select kind, days, counted, from_day::text as "fromDay", source, confidence, organisation_id is not null as own
      from waymark.reply_promise where organisation_id is null or organisation_id = ${organisation}
     order by kind, organisation_id is null, from_day desc`.execute(tx)
  return rows
}

/** A new promise from a day on; earlier ones stay. False when there is one from that day already. */
export async function promise(
  tx: Tx,
  organisation: OrganisationId,
  made: {
    readonly kind: PromiseKind
    readonly days: number
    readonly counted: 'days' | 'working_days'
    readonly from: CalendarDay
    readonly source: string
  },
): Promise<boolean> {
  const rows = await tx
    .insertInto('waymark.reply_promise')
    .values({
      organisation_id: organisation,
      kind: made.kind,
      days: made.days,
      counted: made.counted,
      from_day: made.from,
      source: made.source,
      confidence: 'certain',
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute()
  return rows.length === 1
}

export type BankHoliday = { readonly onDay: string; readonly name: string }

export async function holidaysOf(
  tx: Tx,
  organisation: OrganisationId,
): Promise<readonly BankHoliday[]> {
  const { rows } = await sql<BankHoliday>`
    select on_day::text as "onDay", name from waymark.bank_holiday
     where organisation_id = ${organisation} order by on_day desc limit 60`.execute(tx)
  return rows
}

/** False when that day is known already. */
export async function addHoliday(
  tx: Tx,
  organisation: OrganisationId,
  holiday: { readonly on: CalendarDay; readonly name: string },
): Promise<boolean> {
  const rows = await tx
    .insertInto('waymark.bank_holiday')
    .values({ organisation_id: organisation, on_day: holiday.on, name: holiday.name })
    .onConflict((c) => c.doNothing())
    .returning('on_day')
    .execute()
  return rows.length === 1
}

export type Away = {
  readonly id: string
  readonly personId: PersonId
  readonly name: string
  readonly fromDay: string
  readonly untilDay: string
  readonly version: number
}

/** Who is away or will be, whom the actor may know of. */
export async function awayFrom(tx: Tx, today: CalendarDay): Promise<readonly Away[]> {
  const { rows } = await sql<Away>`
    select a.id, a.person_id as "personId", p.name, a.from_day::text as "fromDay", a.until_day::text as "untilDay", a.version
      from waymark.person_away a join waymark.person p on p.id = a.person_id
     where a.until_day >= ${today} and p.organisation_id = (select waymark.actor_organisation())
     order by a.from_day, p.name limit 100`.execute(tx)
  return rows
}

/** People a manager may say it for: those of their team, or of the organisation. */
export async function staffOf(
  tx: Tx,
): Promise<readonly { readonly id: PersonId; readonly name: string }[]> {
  const { rows } = await sql<{ id: PersonId; name: string }>`
    select p.id, p.name from waymark.person p
     where p.organisation_id = (select waymark.actor_organisation()) and p.ended_at is null
       and p.role in ('practitioner', 'guardian', 'manager')
       and ((select waymark.actor_team()) is null or p.team_id = (select waymark.actor_team()))
     order by p.name, p.id limit 500`.execute(tx)
  return rows
}

export async function sayAway(
  tx: Tx,
  away: { readonly person: PersonId; readonly from: CalendarDay; readonly until: CalendarDay },
): Promise<void> {
  await tx
    .insertInto('waymark.person_away')
    .values({ person_id: away.person, from_day: away.from, until_day: away.until })
    .execute()
}
