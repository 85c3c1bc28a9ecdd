import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Access, Gap, Night, PlaceKind, RunBy, Specialist } from './home.rules.ts'

export type PlaceToKeep = {
  readonly called: string
  readonly kind: PlaceKind
  readonly runBy: RunBy
  readonly roomFor: number
  readonly atShortNotice: boolean
  readonly night: Night
  readonly specialist: readonly Specialist[]
  readonly access: readonly Access[]
  readonly note: string | undefined
  readonly endedOn: CalendarDay | undefined
}

export type Place = PlaceToKeep & { readonly id: string; readonly version: number }

const columns = sql`p.id, p.called, p.kind, p.run_by as "runBy", p.room_for as "roomFor",
  p.at_short_notice as "atShortNotice", p.night, p.specialist, p.access, p.note, p.ended_on as "endedOn", p.version`

/** The organisation's places that are still there, with how many children live in each now. */
export async function placesOf(
  tx: Tx,
): Promise<readonly (Place & { readonly living: number; readonly carers: number })[]> {
  const { rows } = await sql<Kept<Place> & { living: number; carers: number }>`
    select ${columns}, coalesce(l.living, 0)::integer as living,
      (select count(*)::integer from waymark.home_carer c where c.place_id = p.id and c.ended_on is null) as carers
    from waymark.home_place p left join waymark.living_in_places() l on l.place_id = p.id
    where p.organisation_id = (select waymark.actor_organisation()) and p.ended_on is null
    order by p.called, p.id limit 500`.execute(tx)
  return rows.map(({ living, carers, ...row }) => ({ ...known<Place>(row), living, carers }))
}

export async function findPlace(tx: Tx, id: unknown): Promise<Place | undefined> {
  const asked = readId<'place'>(id)
  if (!asked) return undefined
  const { rows } = await sql<
    Kept<Place>
  >`select ${columns} from waymark.home_place p where p.id = ${asked}`.execute(tx)
  return rows[0] && known<Place>(rows[0])
}

const rowOf = (place: PlaceToKeep) => ({
  called: place.called,
  kind: place.kind,
  run_by: place.runBy,
  room_for: place.roomFor,
  at_short_notice: place.atShortNotice,
  night: place.night,
  specialist: [...place.specialist],
  access: [...place.access],
  note: orNull(place.note),
  ended_on: orNull(place.endedOn),
})

export async function addPlace(tx: Tx, place: PlaceToKeep): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.home_place')
    .values(rowOf(place))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when somebody changed it since `version`. */
export async function changePlace(
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  place: PlaceToKeep,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.home_place')
    .set(rowOf(place))
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What those who care in a place do not know on a day, as the database finds it. */
export async function gapsOfPlace(
  tx: Tx,
  place: string,
  day: CalendarDay,
): Promise<readonly Gap[]> {
  const { rows } = await sql<{ gaps: readonly Kept<Gap>[] }>`
    select waymark.gaps_of_place(${place}, ${day}::date) as gaps`.execute(tx)
  return (rows[0]?.gaps ?? []).map((gap) => known<Gap>(gap))
}
