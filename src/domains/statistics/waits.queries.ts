import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Release } from './ledger.queries.ts'
import type { ReportingYear } from './reporting-year.rules.ts'
import type { Waited } from './waits.rules.ts'

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
  last: Release,
): Promise<number> {
  const { rows } = await sql<{ children: string }>`
    select waymark.waits_changed(${year.from}, ${last.onDay}, ${onDay}) as children`.execute(tx)
  return Number(rows[0]?.children ?? 0)
}
