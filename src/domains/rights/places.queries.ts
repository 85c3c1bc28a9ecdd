import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Place } from './places.rules.ts'
import { checksOf } from './reviews.queries.ts'

type Row = Omit<Place, 'code' | 'insteadOf' | 'phone' | 'textTo' | 'chat' | 'owner'> & {
  readonly code: string | null
  readonly insteadOf: string | null
  readonly phone: string | null
  readonly textTo: string | null
  readonly chat: string | null
  readonly owner?: string | null
}

const columns = sql`h.id, h.code, h.instead_of as "insteadOf", h.kind, h.name, h.helps_with as "helpsWith",
  h.phone, h.text_to as "textTo", h.chat, h.hours, h.cost, h.on_bill as "onBill", h.languages, h.interpreter,
  h.nations, h.in_use as "inUse", h.checked_on::text as "checkedOn", h.source, h.confidence, h.version`
const order = sql`array_position(array['now', 'talk', 'health', 'side', 'law'], h.kind), h.code is distinct from 'emergency', h.code is null,
  h.confidence <> 'certain', h.name, h.id`

const placeOf = (row: Row): Place => ({
  ...row,
  code: row.code ?? undefined,
  insteadOf: row.insteadOf ?? undefined,
  phone: row.phone ?? undefined,
  textTo: row.textTo ?? undefined,
  chat: row.chat ?? undefined,
  owner: row.owner ?? undefined,
})

/** Every place the organisation knows, its own and those that came, each with who looked at it last. */
export async function placesOf(tx: Tx): Promise<readonly Place[]> {
  const { rows } = await sql<Row>`
    select ${columns}, p.name as owner from waymark.help_place h left join waymark.person p on p.id = h.owner_id
     order by ${order}`.execute(tx)
  const checks = await checksOf(tx, 'help_place')
  return rows.map(placeOf).map((place) => {
    const check = checks.get(place.id)
    if (!check || check.checkedOn < place.checkedOn) return place
    return { ...place, checkedOn: check.checkedOn, owner: check.owner, confidence: 'certain' }
  })
}

/** The places that came with the product, for somebody who is not signed in. */
export async function placesThatCame(tx: Tx): Promise<readonly Place[]> {
  const { rows } = await sql<Row>`
    select ${columns} from waymark.help_place h where h.organisation_id is null order by ${order}`.execute(
    tx,
  )
  return rows.map(placeOf)
}

export type PlaceToKeep = Omit<Place, 'id' | 'code' | 'owner' | 'checkedOn' | 'version'>

function valuesOf(place: PlaceToKeep, today: CalendarDay) {
  return {
    instead_of: place.insteadOf ?? null,
    kind: place.kind,
    name: place.name,
    helps_with: place.helpsWith,
    phone: place.phone ?? null,
    text_to: place.textTo ?? null,
    chat: place.chat ?? null,
    hours: place.hours,
    cost: place.cost,
    on_bill: place.onBill,
    languages: [...place.languages],
    interpreter: place.interpreter,
    nations: [...place.nations],
    in_use: place.inUse,
    checked_on: today,
    source: place.source,
    confidence: place.confidence,
  }
}

/** False when another of theirs stands instead of the same place already. */
export async function addPlace(
  tx: Tx,
  by: { readonly organisationId: OrganisationId; readonly id: string },
  place: PlaceToKeep,
  today: CalendarDay,
): Promise<boolean> {
  const added = await tx
    .insertInto('waymark.help_place')
    .values({ ...valuesOf(place, today), organisation_id: by.organisationId, owner_id: by.id })
    .onConflict((c) => c.columns(['organisation_id', 'instead_of']).doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

/** False when somebody changed it meanwhile. */
export async function changePlace(
  tx: Tx,
  at: { readonly id: string; readonly version: number; readonly owner: string },
  place: PlaceToKeep,
  today: CalendarDay,
): Promise<boolean> {
  const changed = await tx
    .updateTable('waymark.help_place')
    .set({ ...valuesOf(place, today), owner_id: at.owner })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .where('organisation_id', 'is not', null)
    .returning('id')
    .execute()
  return changed.length > 0
}
