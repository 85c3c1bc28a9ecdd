import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Access, CarerPart, Night, PlaceKind, RunBy, Specialist } from './home.rules.ts'

export type CarerToKeep = {
  readonly name: string
  readonly part: CarerPart
  /** By their short codes. */
  readonly languages: readonly string[]
  readonly specialist: readonly Specialist[]
  readonly beganOn: CalendarDay
  readonly endedOn: CalendarDay | undefined
}

export type Carer = CarerToKeep & {
  readonly id: string
  readonly placeId: string
  readonly placeCalled: string
  readonly version: number
}

const columns = sql`c.id, c.place_id as "placeId", p.called as "placeCalled", c.name, c.part, c.languages, c.specialist,
  c.began_on as "beganOn", c.ended_on as "endedOn", c.version`

export async function findCarer(tx: Tx, id: unknown): Promise<Carer | undefined> {
  const asked = readId<'carer'>(id)
  if (!asked) return undefined
  const { rows } = await sql<Kept<Carer>>`
    select ${columns} from waymark.home_carer c join waymark.home_place p on p.id = c.place_id
    where c.id = ${asked}`.execute(tx)
  return rows[0] && known<Carer>(rows[0])
}

export async function carersOf(tx: Tx, place: string): Promise<readonly Carer[]> {
  const { rows } = await sql<Kept<Carer>>`
    select ${columns} from waymark.home_carer c join waymark.home_place p on p.id = c.place_id
    where c.place_id = ${place} and c.ended_on is null order by c.name, c.id`.execute(tx)
  return rows.map((row) => known<Carer>(row))
}

const rowOf = (carer: CarerToKeep) => ({
  name: carer.name,
  part: carer.part,
  languages: [...carer.languages],
  specialist: [...carer.specialist],
  began_on: carer.beganOn,
  ended_on: orNull(carer.endedOn),
})

export async function addCarer(tx: Tx, place: string, carer: CarerToKeep): Promise<void> {
  await sql`
    insert into waymark.home_carer (organisation_id, place_id, name, part, languages, specialist, began_on, ended_on)
    select p.organisation_id, p.id, ${carer.name}, ${carer.part}, ${[...carer.languages]}::text[],
      ${[...carer.specialist]}::text[], ${carer.beganOn}::date, ${orNull(carer.endedOn)}::date
    from waymark.home_place p where p.id = ${place}`.execute(tx)
}

/** False when somebody changed it since `version`. */
export async function changeCarer(
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  carer: CarerToKeep,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.home_carer')
    .set(rowOf(carer))
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Wanted = {
  readonly day: CalendarDay
  readonly language: string | undefined
  readonly specialist: Specialist | undefined
  readonly access: readonly Access[]
  readonly atShortNotice: boolean
  /** Awake or sleeping in: somebody in the house. */
  readonly inTheHouse: boolean
  readonly withRoom: boolean
}

export type FoundCarer = Carer & {
  readonly kind: PlaceKind
  readonly runBy: RunBy
  readonly night: Night
  readonly atShortNotice: boolean
  readonly room: number
}

export const FOUND_AT_ONCE = 50

/**
 * Carers who fit what is looked for and have, on that day, everything they need to know. Nobody else is ever in the
 * answer. One more than are shown, so that the page can say that there are more.
 */
export async function findTrainedCarers(tx: Tx, wanted: Wanted): Promise<readonly FoundCarer[]> {
  const { rows } = await sql<Kept<FoundCarer>>`
    select ${columns}, p.kind, p.run_by as "runBy", p.night, p.at_short_notice as "atShortNotice",
      greatest(p.room_for - coalesce(l.living, 0), 0)::integer as room
    from waymark.home_carer c join waymark.home_place p on p.id = c.place_id
    left join waymark.living_in_places() l on l.place_id = p.id
    where c.organisation_id = (select waymark.actor_organisation())
      and c.began_on <= ${wanted.day}::date and (c.ended_on is null or c.ended_on >= ${wanted.day}::date)
      and p.ended_on is null
      and (${orNull(wanted.language)}::text is null or ${orNull(wanted.language)}::text = any (c.languages))
      and (${orNull(wanted.specialist)}::text is null or ${orNull(wanted.specialist)}::text = any (c.specialist || p.specialist))
      and p.access @> ${[...wanted.access]}::text[]
      and (not ${wanted.atShortNotice}::boolean or p.at_short_notice)
      and (not ${wanted.inTheHouse}::boolean or p.night in ('awake', 'sleeping_in'))
      and (not ${wanted.withRoom}::boolean or p.room_for > coalesce(l.living, 0))
      and not exists (select from waymark.gaps_of_carer(c.id, ${wanted.day}::date))
    order by p.called, c.name, c.id limit ${FOUND_AT_ONCE + 1}`.execute(tx)
  return rows.map((row) => known<FoundCarer>(row))
}

/** Every language that a carer of the organisation speaks. */
export async function languagesSpoken(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ language: string }>`
    select distinct l.language from waymark.home_carer c cross join unnest(c.languages) as l(language)
    where c.organisation_id = (select waymark.actor_organisation()) and c.ended_on is null order by 1`.execute(
    tx,
  )
  return rows.map((row) => row.language)
}
