import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { CarerPart, RunBy } from './home.rules.ts'

export type Topic = {
  readonly id: string
  readonly code: string
  readonly called: string
  readonly meaning: string
  readonly needed: boolean
  readonly lastsMonths: number
}

/** The topics there are on that day, in their order. */
export async function topicsOn(tx: Tx, day: CalendarDay): Promise<readonly Topic[]> {
  const { rows } = await sql<Topic>`
    select id, code, called, meaning, needed, lasts_months as "lastsMonths" from waymark.training_topic
    where from_day <= ${day}::date and (until_day is null or until_day >= ${day}::date) order by place, code`.execute(
    tx,
  )
  return rows
}

export type Training = {
  readonly id: string
  readonly called: string
  readonly doneOn: CalendarDay
  readonly expiresOn: CalendarDay
  readonly givenBy: string
  readonly notSoBecause: string | undefined
  readonly version: number
}

export async function trainingOf(tx: Tx, carer: string): Promise<readonly Training[]> {
  const { rows } = await sql<Kept<Training>>`
    select r.id, t.called, r.done_on as "doneOn", r.expires_on as "expiresOn", r.given_by as "givenBy",
      r.not_so_because as "notSoBecause", r.version
    from waymark.carer_training r join waymark.training_topic t on t.id = r.topic_id
    where r.carer_id = ${carer} order by r.done_on desc, t.place limit 200`.execute(tx)
  return rows.map((row) => known<Training>(row))
}

export async function addTraining(
  tx: Tx,
  carer: string,
  training: {
    readonly topic: string
    readonly doneOn: CalendarDay
    readonly expiresOn: CalendarDay
    readonly givenBy: string
  },
): Promise<void> {
  await sql`
    insert into waymark.carer_training (organisation_id, carer_id, topic_id, done_on, expires_on, given_by)
    select c.organisation_id, c.id, ${training.topic}::uuid, ${training.doneOn}::date, ${training.expiresOn}::date, ${training.givenBy}
    from waymark.home_carer c where c.id = ${carer}`.execute(tx)
}

/** Written in error: it stays, says why, and no longer holds. */
export async function takeBackTraining(
  tx: Tx,
  carer: string,
  id: string,
  because: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.carer_training')
    .set({ not_so_because: because })
    .where('carer_id', '=', carer)
    .where('id', '=', id)
    .where('not_so_because', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Held = { readonly code: string; readonly until: CalendarDay | undefined }
export type CarerHolds = {
  readonly id: string
  readonly name: string
  readonly part: CarerPart
  readonly placeCalled: string
  readonly runBy: RunBy
  readonly holds: readonly Held[]
}

export const CARERS_AT_ONCE = 100

/** Every carer with, topic by topic, until when what they learnt holds. By place and name; a page at a time. */
export async function whatCarersHold(
  tx: Tx,
  asked: {
    readonly day: CalendarDay
    readonly runBy: RunBy | undefined
    readonly onlyGaps: boolean
    readonly from: number
  },
): Promise<readonly CarerHolds[]> {
  const { rows } = await sql<Omit<CarerHolds, 'holds'> & { holds: readonly Kept<Held>[] }>`
    select c.id, c.name, c.part, p.called as "placeCalled", p.run_by as "runBy",
      (select coalesce(jsonb_agg(jsonb_build_object('code', h.code, 'until', h.until)), '[]'::jsonb) from (
        select t.code, max(r.expires_on) as until from waymark.carer_training r join waymark.training_topic t on t.id = r.topic_id
         where r.carer_id = c.id and r.not_so_because is null and r.done_on <= ${asked.day}::date group by t.code) h) as holds
    from waymark.home_carer c join waymark.home_place p on p.id = c.place_id
    where c.organisation_id = (select waymark.actor_organisation()) and c.ended_on is null and p.ended_on is null
      and (${orNull(asked.runBy)}::text is null or p.run_by = ${orNull(asked.runBy)}::text)
      and (not ${asked.onlyGaps}::boolean or exists (select from waymark.gaps_of_carer(c.id, ${asked.day}::date)))
    order by p.called, c.name, c.id limit ${CARERS_AT_ONCE + 1} offset ${asked.from}`.execute(tx)
  return rows.map((row) => ({ ...row, holds: row.holds.map((h) => known<Held>(h)) }))
}

export type RolledUp = {
  readonly runBy: RunBy
  readonly part: CarerPart
  readonly code: string
  readonly carers: number
  readonly hold: number
}

/** For each topic and who runs the place: of how many carers how many hold it on that day. */
export async function rolledUp(tx: Tx, day: CalendarDay): Promise<readonly RolledUp[]> {
  const { rows } = await sql<RolledUp>`
    select p.run_by as "runBy", c.part, t.code, count(*)::integer as carers,
      count(*) filter (where exists (
        select from waymark.carer_training r join waymark.training_topic s on s.id = r.topic_id and s.code = t.code
         where r.carer_id = c.id and r.not_so_because is null and r.done_on <= ${day}::date and r.expires_on >= ${day}::date))::integer as hold
    from waymark.home_carer c join waymark.home_place p on p.id = c.place_id
    cross join waymark.training_topic t
    where c.organisation_id = (select waymark.actor_organisation()) and c.ended_on is null and p.ended_on is null
      and t.from_day <= ${day}::date and (t.until_day is null or t.until_day >= ${day}::date)
    group by p.run_by, c.part, t.code, t.place order by p.run_by, c.part, t.place`.execute(tx)
  return rows
}
