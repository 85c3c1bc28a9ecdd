import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, readId } from '#kernel/ids.ts'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { EndedWhy, Footing, Gap, HomeKind } from './home.rules.ts'

export type Stay = {
  readonly id: string
  readonly placeId: string | undefined
  readonly kind: HomeKind
  readonly called: string
  readonly footing: Footing
  readonly beganOn: CalendarDay
  readonly sameCarers: boolean
  readonly endedOn: CalendarDay | undefined
  readonly endedWhy: EndedWhy | undefined
  readonly whyHere: string
  readonly gaps: readonly Gap[]
  readonly gapsReason: string | undefined
  readonly notSoBecause: string | undefined
  readonly by: string | undefined
  readonly version: number
}

const columns = sql`s.id, s.place_id as "placeId", s.kind, s.called, s.footing, s.began_on as "beganOn",
  s.same_carers as "sameCarers", s.ended_on as "endedOn", s.ended_why as "endedWhy", s.why_here as "whyHere",
  s.gaps, s.gaps_reason as "gapsReason", s.not_so_because as "notSoBecause", p.name as by, s.version`

type Row = Omit<Kept<Stay>, 'gaps'> & { readonly gaps: readonly Kept<Gap>[] }

const stayOf = ({ gaps, ...row }: Row): Stay => ({
  ...known<Omit<Stay, 'gaps'>>(row),
  gaps: gaps.map((gap) => known<Gap>(gap)),
})

/** Where a child lives and lived, the newest first; what was written in error last. */
export async function staysOf(tx: Tx, child: ChildId): Promise<readonly Stay[]> {
  const { rows } = await sql<Row>`
    select ${columns} from waymark.home_stay s left join waymark.person p on p.id = s.changed_by
    where s.child_id = ${child} order by s.not_so_because is not null, s.began_on desc, s.id`.execute(
    tx,
  )
  return rows.map(stayOf)
}

export async function findStay(tx: Tx, child: ChildId, id: unknown): Promise<Stay | undefined> {
  const asked = readId<'stay'>(id)
  return asked && (await staysOf(tx, child)).find((s) => s.id === asked)
}

export const currentOf = (stays: readonly Stay[]): Stay | undefined =>
  stays.find((s) => s.endedOn === undefined && s.notSoBecause === undefined)

export type StayToKeep = {
  readonly place: string | undefined
  readonly kind: HomeKind
  readonly called: string
  readonly footing: Footing
  readonly beganOn: CalendarDay
  readonly sameCarers: boolean
  readonly whyHere: string
  readonly gapsReason: string | undefined
}

export async function addStay(tx: Tx, child: ChildId, stay: StayToKeep): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.home_stay')
    .values({
      child_id: child,
      place_id: orNull(stay.place),
      kind: stay.kind,
      called: stay.called,
      footing: stay.footing,
      began_on: stay.beganOn,
      same_carers: stay.sameCarers,
      why_here: stay.whyHere,
      gaps_reason: orNull(stay.gapsReason),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type StayChange = {
  readonly beganOn: CalendarDay
  readonly sameCarers: boolean
  readonly endedOn: CalendarDay | undefined
  readonly endedWhy: EndedWhy | undefined
  readonly notSoBecause: string | undefined
}

/** False when somebody changed it since `version`. */
export async function changeStay(
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  stay: StayChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.home_stay')
    .set({
      began_on: stay.beganOn,
      same_carers: stay.sameCarers,
      ended_on: orNull(stay.endedOn),
      ended_why: orNull(stay.endedWhy),
      not_so_because: orNull(stay.notSoBecause),
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether a stay from that day would overlap another that stands. */
export async function wouldOverlap(
  tx: Tx,
  child: ChildId,
  stay: {
    readonly beganOn: CalendarDay
    readonly endedOn: CalendarDay | undefined
    readonly except: string | undefined
  },
): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from waymark.home_stay s where s.child_id = ${child} and s.not_so_because is null
      and s.id is distinct from ${orNull(stay.except)}::uuid
      and daterange(s.began_on, s.ended_on, '[)') && daterange(${stay.beganOn}::date, ${orNull(stay.endedOn)}::date, '[)')) as there`.execute(
    tx,
  )
  return rows[0]?.there ?? false
}

export type Address = { readonly words: string; readonly version: number }

/** Undefined when there is none, and for whoever may not read it: the database decides. */
export async function addressOf(tx: Tx, stay: string): Promise<Address | undefined> {
  const { rows } =
    await sql<Address>`select words, version from waymark.home_address where stay_id = ${stay}`.execute(
      tx,
    )
  return rows[0]
}

/** False when somebody saved it since `version`; 0 is one that was not there. */
export async function keepAddress(
  tx: Tx,
  at: { readonly child: ChildId; readonly stay: string; readonly version: number },
  words: string,
): Promise<boolean> {
  if (at.version === 0) {
    const added = await tx
      .insertInto('waymark.home_address')
      .values({ child_id: at.child, stay_id: at.stay, words })
      .onConflict((c) => c.column('stay_id').doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('waymark.home_address')
    .set({ words })
    .where('stay_id', '=', at.stay)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
