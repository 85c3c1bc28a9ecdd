import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Release } from './ledger.queries.ts'

/** Counts for the actor's own organisation, by a function that gives counts and no row. Not for a page until published. */
export async function countStays(tx: Tx, onDay: CalendarDay): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ figure: string; children: string }>`
    select figure, children from waymark.stays_counted(${onDay})`.execute(tx)
  return new Map(rows.map((row) => [row.figure, Number(row.children)]))
}

/** Beside how many children somebody came or went since the last picture. */
export async function countStaysChanged(
  tx: Tx,
  onDay: CalendarDay,
  last: Release,
): Promise<number> {
  const { rows } = await sql<{ children: string }>`
    select waymark.stays_changed(${last.onDay}, ${onDay}) as children`.execute(tx)
  return Number(rows[0]?.children ?? 0)
}
