import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type DisclosurePolicy, type Publishable, released } from './disclosure.rules.ts'
import type { Figures } from './picture.rules.ts'
import type { ReportingYear } from './reporting-year.rules.ts'
import type { Waited } from './waits.rules.ts'

/** A picture of waits as it was released. */
export type WaitRelease = {
  readonly id: string
  readonly number: number
  /** The day up to which the waits were followed. */
  readonly onDay: CalendarDay
  readonly madeAt: Date
  readonly figures: Figures
}

export type CountedWait = {
  readonly code: string
  readonly title: string
  readonly endsWith: string
}

/** The waits that are counted, in the order they are shown: never by how long they are. */
export async function countedWaits(tx: Tx): Promise<readonly CountedWait[]> {
  const { rows } = await sql<CountedWait>`
    select code, title, ends_with as "endsWith" from waymark.counted_wait order by place`.execute(
    tx,
  )
  return rows
}

/**
 * Counts for the actor's own organisation, by a function that gives counts and no row. Refused by the
 * database to everybody but analysts and managers. Not for a page until published.
 */
export async function countWaits(
  tx: Tx,
  year: ReportingYear,
  onDay: CalendarDay,
): Promise<ReadonlyMap<string, readonly Waited[]>> {
  const { rows } = await sql<Waited & { readonly code: string; readonly children: string }>`
    select code, days, ended, children from waymark.wait_lengths(${year.from}, ${onDay})`.execute(
    tx,
  )
  const all = await countedWaits(tx)
  return new Map(
    all.map(({ code }) => [
      code,
      rows
        .filter((r) => r.code === code)
        .map(({ days, ended, children }) => ({ days, ended, children: Number(children) })),
    ]),
  )
}

/** Of how many children a counted wait began or ended since the last picture. */
export async function countWaitsChanged(
  tx: Tx,
  year: ReportingYear,
  onDay: CalendarDay,
  last: WaitRelease,
): Promise<number> {
  const { rows } = await sql<{ children: string }>`
    select waymark.waits_changed(${year.from}, ${last.onDay}, ${onDay}) as children`.execute(tx)
  return Number(rows[0]?.children ?? 0)
}

/** The last picture of that year for the actor's organisation, as it was released. */
export async function findLastWaitRelease(
  tx: Tx,
  year: ReportingYear,
): Promise<WaitRelease | undefined> {
  const { rows } = await sql<Omit<WaitRelease, 'figures'> & { figures: Record<string, unknown> }>`
    select id, number, on_day as "onDay", made_at as "madeAt", figures from waymark.wait_release
    where organisation_id = waymark.actor_organisation() and year_from = ${year.from}
    order by number desc limit 1`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const figures = new Map<string, Publishable>()
  for (const [name, value] of Object.entries(row.figures)) {
    figures.set(name, released(typeof value === 'number' ? value : undefined))
  }
  return { ...row, figures }
}

/** Holds others who make the same picture until this transaction ends. */
export async function takeTurnForWaits(tx: Tx, year: ReportingYear): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
    ${`waits ${year.from}`} || waymark.actor_organisation()::text, 0))`.execute(tx)
}

/** Writes the next picture of this year into the ledger; only published figures have the type. */
export async function keepWaitRelease(
  tx: Tx,
  year: ReportingYear,
  release: Pick<WaitRelease, 'number' | 'onDay' | 'figures'>,
  policy: DisclosurePolicy,
): Promise<string> {
  const values = Object.fromEntries(
    [...release.figures].map(([name, { value }]) => [name, value ?? null]),
  )
  const { id } = await tx
    .insertInto('waymark.wait_release')
    .values({
      year_from: year.from,
      on_day: release.onDay,
      number: release.number,
      figures: JSON.stringify(values),
      policy: JSON.stringify(policy),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
