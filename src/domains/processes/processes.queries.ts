import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  type CareEpisode,
  type CareReview,
  type SystemEvent,
  systemEventsOf,
  type WorkerEpisode,
} from './events.rules.ts'

/** A time a child was missing, or away without agreement, as the council recorded it. */
export type MissingPeriod = {
  readonly beganOn: CalendarDay
  readonly endedOn: CalendarDay | undefined
  readonly kind: string | null
}

type Maybe<T> = { [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] }
const ended = <T extends { readonly endedOn: CalendarDay | null }>(row: T) => ({
  ...row,
  endedOn: row.endedOn ?? undefined,
})

export async function careEpisodes(tx: Tx, child: ChildId): Promise<readonly CareEpisode[]> {
  const { rows } = await sql<Maybe<CareEpisode>>`
    select began_on as "beganOn", ended_on as "endedOn", began_because as "beganBecause",
           legal_status as "legalStatus", placement
    from waymark.care_episode where child_id = ${child} order by began_on`.execute(tx)
  return rows.map(ended)
}

export async function careReviews(tx: Tx, child: ChildId): Promise<readonly CareReview[]> {
  const { rows } = await sql<CareReview>`
    select held_on as "heldOn", participation
    from waymark.care_review where child_id = ${child} order by held_on`.execute(tx)
  return rows
}

export async function missingPeriods(tx: Tx, child: ChildId): Promise<readonly MissingPeriod[]> {
  const { rows } = await sql<Maybe<MissingPeriod>>`
    select began_on as "beganOn", ended_on as "endedOn", kind
    from waymark.missing_period where child_id = ${child} order by began_on`.execute(tx)
  return rows.map(ended)
}

export async function workerEpisodes(tx: Tx, child: ChildId): Promise<readonly WorkerEpisode[]> {
  const { rows } = await sql<WorkerEpisode>`
    select began_on as "beganOn", worker
    from waymark.worker_episode where child_id = ${child} order by began_on`.execute(tx)
  return rows
}

/** What happened in the systems around the child, in order, for the lane on a picture over time. */
export async function systemEvents(tx: Tx, child: ChildId): Promise<readonly SystemEvent[]> {
  return systemEventsOf({
    episodes: await careEpisodes(tx, child),
    reviews: await careReviews(tx, child),
    workers: await workerEpisodes(tx, child),
  })
}
