import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { EventSource, ToldEvent } from './chronology.rules.ts'

/** Where a page of a chronology goes on: after this event, towards the earlier ones. */
export type EventPlace = { readonly at: Date; readonly id: string }

export type EventsAsked = {
  readonly child: ChildId
  readonly sources: readonly EventSource[]
  /** Nothing later than this is told: a chronology says what happened. */
  readonly now: Date
  readonly from?: CalendarDay | undefined
  readonly until?: CalendarDay | undefined
  readonly before?: EventPlace | undefined
  /** Only what somebody marked as mattering. */
  readonly marked?: boolean
  readonly most: number
}

type Row = {
  readonly source: string
  readonly id: string
  readonly at: Date
  readonly about: ToldEvent['about']
  readonly words: string | null
  readonly language: string | null
}

/** So many tables to a statement: few enough that its plan is kept (platform/db/prepared.ts). */
const TABLES_AT_ONCE = 15

/**
 * What happened, the latest first, from the tables of every domain. Each part begins at the child, so that
 * its length is theirs and not the register's, and is read under the table's own rules.
 */
export async function eventsOf(tx: Tx, asked: EventsAsked): Promise<readonly ToldEvent[]> {
  const found: ToldEvent[] = []
  // One plan for every child: planning the rules of so many tables takes longer than running them.
  await planAs(tx, 'force_generic_plan')
  for (let n = 0; n < asked.sources.length; n += TABLES_AT_ONCE) {
    const sources = asked.sources.slice(n, n + TABLES_AT_ONCE)
    found.push(...(await latestOf(tx, { ...asked, sources })))
  }
  await planAs(tx, 'auto')
  return found.toSorted(laterFirst).slice(0, asked.most)
}

const planAs = (tx: Tx, mode: 'force_generic_plan' | 'auto') =>
  sql`select set_config('plan_cache_mode', ${mode}, true)`.execute(tx)

const laterFirst = (a: ToldEvent, b: ToldEvent): number =>
  b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)

async function latestOf(tx: Tx, asked: EventsAsked): Promise<readonly ToldEvent[]> {
  const parts = sql.join(
    asked.sources.map((source) => partOf(source, asked.child)),
    sql` union all `,
  )
  const place = asked.before ?? { at: new Date(asked.now.getTime() + 1), id: FIRST }
  const marked = asked.marked
    ? sql`and exists (select from waymark.chronology_mark m where m.child_id = ${asked.child} and m.source = e.source and m.event_id = e.id and m.taken_off_at is null)`
    : sql``
  const { rows } =
    await sql<Row>`select e.* from (${parts}) e(source, id, at, about, words, language)
    where (e.at, e.id) < (${place.at}, ${place.id}::uuid) and e.at >= ${asked.from ?? EARLIEST}::timestamp at time zone 'Europe/London'
      and e.at < (${asked.until ?? LATEST}::date + 1)::timestamp at time zone 'Europe/London' ${marked}
    order by e.at desc, e.id desc limit ${asked.most}`.execute(tx)
  return rows.map((row) => ({
    ...row,
    words: row.words ?? undefined,
    language: row.language ?? undefined,
  }))
}

const FIRST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const EARLIEST = '1900-01-01'
const LATEST = '2900-01-01'

/** One event by its own row, as it is told; undefined when the reader does not read it there. */
export async function findEvent(
  tx: Tx,
  child: ChildId,
  source: EventSource,
  id: string,
): Promise<ToldEvent | undefined> {
  const { rows } =
    await sql<Row>`select e.* from (${partOf(source, child)}) e(source, id, at, about, words, language)
    where e.id = ${id}`.execute(tx)
  const row = rows[0]
  return row && { ...row, words: row.words ?? undefined, language: row.language ?? undefined }
}

/** A moment to the thousandth, which is what a page's address can carry on. */
const momentOf = (s: EventSource): RawBuilder<unknown> =>
  s.dayOnly
    ? sql`${sql.ref(`t.${s.at}`)}::timestamp at time zone 'Europe/London'`
    : sql`date_trunc('milliseconds', ${sql.ref(`t.${s.at}`)})`

function partOf(s: EventSource, child: ChildId): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`t.${name}`)
  const orNull = (name: string | undefined) => (name === undefined ? sql`null` : column(name))
  const only = s.only
    ? sql` and ${column(s.only.column)} in (${sql.join(s.only.among.map((code) => sql.lit(code)))})`
    : sql``
  const unless = s.unless ? sql` and ${column(s.unless)} is null` : sql``
  const asks = s.asks
    ? sql` and ((select waymark.actor_role()) = 'young_person' or waymark.${sql.raw(s.asks)}(t.id))`
    : sql``
  return sql`select ${sql.lit(s.code)}, t.id, ${momentOf(s)}, ${aboutOf(s)}, ${orNull(s.words)}::text, ${orNull(s.language)}::text from ${sql.table(`waymark.${s.table}`)} t where t.child_id = ${child} and ${column(s.at)} is not null${only}${unless}${asks}`
}

function aboutOf(s: EventSource): RawBuilder<unknown> {
  const own = s.about.flatMap((name) => [sql.lit(name), sql.ref(`t.${name}`)])
  const named = Object.entries(s.names).flatMap(([name, by]) => [
    sql.lit(name),
    sql`(select p.name from waymark.person p where p.id = ${sql.ref(`t.${by}`)})`,
  ])
  const { beside } = s
  const other = (beside?.about ?? []).flatMap((name) => [
    sql.lit(name),
    sql`(select ${sql.ref(`b.${name}`)} from ${sql.table(`waymark.${beside?.table}`)} b where b.id = ${sql.ref(`t.${beside?.by}`)})`,
  ])
  const mine = [...own, ...named]
  const told = mine.length === 0 ? sql`'{}'::jsonb` : sql`jsonb_build_object(${sql.join(mine)})`
  // What the row itself says stands before what another row says under the same name.
  return other.length === 0
    ? told
    : sql`jsonb_build_object(${sql.join(other)}) || jsonb_strip_nulls(${told})`
}

export type EventMark = {
  readonly id: string
  readonly source: string
  readonly eventId: string
  readonly why: string | undefined
  readonly by: string | undefined
  readonly at: Date
  readonly version: number
}

/** What is marked as mattering, of the events that are shown: by workers for a worker, by themselves for a young person. */
export async function marksOf(
  tx: Tx,
  child: ChildId,
  events: readonly { readonly id: string }[],
): Promise<readonly EventMark[]> {
  if (events.length === 0) return []
  const { rows } = await sql<
    Omit<EventMark, 'why' | 'by'> & { why: string | null; by: string | null }
  >`
    select m.id, m.source, m.event_id as "eventId", m.why, p.name as by, m.marked_at as at, m.version
    from waymark.chronology_mark m left join waymark.person p on p.id = m.marked_by
    where m.child_id = ${child} and m.taken_off_at is null and m.event_id = any (${events.map((e) => e.id)}::uuid[])`.execute(
    tx,
  )
  return rows.map((r) => ({ ...r, why: r.why ?? undefined, by: r.by ?? undefined }))
}

type ToMark = {
  readonly child: ChildId
  readonly source: string
  readonly event: string
  readonly voice: 'staff' | 'young_person'
  readonly why: string | undefined
}

/** False when somebody marked it meanwhile. */
export async function markEvent(tx: Tx, mark: ToMark): Promise<boolean> {
  const added = await tx
    .insertInto('waymark.chronology_mark')
    .values({
      child_id: mark.child,
      source: mark.source,
      event_id: mark.event,
      voice: mark.voice,
      why: mark.why ?? null,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

/** Says anew why it matters, or takes the mark off. False when somebody changed it meanwhile. */
export async function changeMark(
  tx: Tx,
  mark: { readonly id: string; readonly version: number },
  set: { readonly why: string } | 'taken-off',
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.chronology_mark')
    .set(set === 'taken-off' ? { taken_off_at: sql<string>`now()` } : set)
    .where('id', '=', mark.id)
    .where('version', '=', mark.version)
    .where('taken_off_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
