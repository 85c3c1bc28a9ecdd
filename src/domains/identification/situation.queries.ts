import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, readId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { PartialDay } from './partial-day.rules.ts'
import type { Element, GoesOn, PlaceOf } from './situation.rules.ts'

/** A form as it was worded when a situation was coded with it. */
export type CodedForm = {
  readonly formId: string
  readonly code: string
  readonly near: string | undefined
  readonly called: string
  /** This wording may no longer be chosen; what was coded with it keeps its words. */
  readonly earlier: boolean
}

export type Situation = {
  readonly id: string
  readonly what: string
  readonly began: PartialDay | undefined
  readonly ended: PartialDay | undefined
  readonly goesOn: GoesOn
  readonly place: PlaceOf
  readonly where: string | undefined
  readonly restsOn: string | undefined
  readonly notSoBecause: string | undefined
  readonly version: number
  readonly changedBy: string | undefined
  readonly changedAt: Date
  readonly forms: readonly CodedForm[]
  readonly elements: readonly Element[]
}

type Row = Omit<Situation, 'began' | 'ended' | 'forms' | 'elements'> & {
  readonly beganEarliest: CalendarDay | undefined
  readonly beganLatest: CalendarDay | undefined
  readonly beganPrecision: PartialDay['precision'] | undefined
  readonly endedEarliest: CalendarDay | undefined
  readonly endedLatest: CalendarDay | undefined
  readonly endedPrecision: PartialDay['precision'] | undefined
}

const spanOf = (
  earliest: CalendarDay | undefined,
  latest: CalendarDay | undefined,
  precision: PartialDay['precision'] | undefined,
): PartialDay | undefined =>
  earliest && latest && precision ? { earliest, latest, precision } : undefined

/** The situations of a child in the order they began, those whose beginning nobody knows last. */
export async function situationsOf(tx: Tx, child: ChildId): Promise<readonly Situation[]> {
  const { rows } = await sql<Kept<Row>>`
    select s.id, s.what, s.goes_on as "goesOn", s.place, s.where_it_was as where, s.rests_on as "restsOn",
           s.not_so_because as "notSoBecause", s.began_earliest as "beganEarliest", s.began_latest as "beganLatest",
           s.began_precision as "beganPrecision", s.ended_earliest as "endedEarliest", s.ended_latest as "endedLatest",
           s.ended_precision as "endedPrecision", s.version, p.name as "changedBy", s.changed_at as "changedAt"
    from waymark.exploitation_situation s left join waymark.person p on p.id = s.changed_by
    where s.child_id = ${child} order by s.began_earliest nulls last, s.id`.execute(tx)
  if (rows.length === 0) return []
  const [forms, elements] = [await formsOfChild(tx, child), await elementsOf(tx, child)]
  return rows.map((kept) => {
    const row = known<Row>(kept)
    return {
      ...row,
      began: spanOf(row.beganEarliest, row.beganLatest, row.beganPrecision),
      ended: spanOf(row.endedEarliest, row.endedLatest, row.endedPrecision),
      forms: forms.get(row.id) ?? [],
      elements: elements.get(row.id) ?? [],
    }
  })
}

async function formsOfChild(tx: Tx, child: ChildId) {
  const { rows } = await sql<Kept<CodedForm & { readonly situationId: string }>>`
    select f.situation_id as "situationId", f.form_id as "formId", x.code, x.near, x.called,
           (x.until_day is not null) as earlier
    from waymark.situation_form f join waymark.exploitation_form x on x.id = f.form_id
    where f.child_id = ${child} and f.ended_at is null order by x.organisation_id nulls first, x.place`.execute(
    tx,
  )
  return Map.groupBy(
    rows.map((row) => known<CodedForm & { readonly situationId: string }>(row)),
    (row) => row.situationId,
  )
}

async function elementsOf(tx: Tx, child: ChildId) {
  const { rows } = await sql<Kept<Element & { readonly situationId: string }>>`
    select situation_id as "situationId", element, finding, kinds, rests_on_text as "restsOn"
    from waymark.situation_element where child_id = ${child}
    order by array_position(array['act', 'means', 'purpose'], element)`.execute(tx)
  return Map.groupBy(
    rows.map((row) => known<Element & { readonly situationId: string }>(row)),
    (row) => row.situationId,
  )
}

export async function findSituation(
  tx: Tx,
  child: ChildId,
  id: unknown,
): Promise<Situation | undefined> {
  const asked = readId<'situation'>(id)
  return asked && (await situationsOf(tx, child)).find((s) => s.id === asked)
}

export type SituationToKeep = Pick<
  Situation,
  'what' | 'began' | 'ended' | 'goesOn' | 'place' | 'where' | 'restsOn' | 'notSoBecause'
> & { readonly formIds: readonly string[]; readonly elements: readonly Element[] }

const columnsOf = (s: SituationToKeep) => {
  return {
    what: s.what,
    ...spanColumns('began', s.began),
    ...spanColumns('ended', s.ended),
    goes_on: s.goesOn,
    place: s.place,
    where_it_was: s.where ?? null,
    rests_on: s.restsOn ?? null,
    not_so_because: s.notSoBecause ?? null,
  }
}

const spanColumns = <N extends 'began' | 'ended'>(name: N, day: PartialDay | undefined) => {
  const columns = {
    [`${name}_earliest`]: day?.earliest ?? null,
    [`${name}_latest`]: day?.latest ?? null,
    [`${name}_precision`]: day?.precision ?? null,
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the three columns of that name
  return columns as Record<`${N}_${'earliest' | 'latest' | 'precision'}`, string | null>
}

export async function addSituation(
  tx: Tx,
  child: ChildId,
  situation: SituationToKeep,
): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.exploitation_situation')
    .values({ child_id: child, ...columnsOf(situation) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepParts(tx, child, id, situation)
  return id
}

/** False when somebody changed it since `version`: then nothing of it is kept. */
export async function changeSituation(
  tx: Tx,
  at: { readonly child: ChildId; readonly id: string; readonly version: number },
  situation: SituationToKeep,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.exploitation_situation')
    .set(columnsOf(situation))
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await keepParts(tx, at.child, at.id, situation)
  return true
}

/** Forms are added, taken back or brought back; elements are rewritten only where they changed. */
async function keepParts(
  tx: Tx,
  child: ChildId,
  id: string,
  { formIds, elements }: SituationToKeep,
): Promise<void> {
  await sql`update waymark.situation_form set ended_at = case when form_id = any (${[...formIds]}::uuid[]) then null else now() end
    where situation_id = ${id} and (ended_at is null) <> (form_id = any (${[...formIds]}::uuid[]))`.execute(
    tx,
  )
  for (const form of formIds) {
    await tx
      .insertInto('waymark.situation_form')
      .values({ child_id: child, situation_id: id, form_id: form })
      .onConflict((c) => c.columns(['situation_id', 'form_id']).doNothing())
      .execute()
  }
  for (const { element, finding, kinds, restsOn } of elements) {
    const kept = { finding, kinds: [...kinds], rests_on_text: restsOn ?? null }
    await tx
      .insertInto('waymark.situation_element')
      .values({ child_id: child, situation_id: id, element, ...kept })
      .onConflict((c) =>
        c
          .columns(['situation_id', 'element'])
          .doUpdateSet(kept)
          .where(
            sql<boolean>`(situation_element.finding, situation_element.kinds, situation_element.rests_on_text) is distinct from (excluded.finding, excluded.kinds, excluded.rests_on_text)`,
          ),
      )
      .execute()
  }
}
