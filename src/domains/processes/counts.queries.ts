import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { AccessService } from './access.rules.ts'

/** Of how many children something stands in the way: one theme, one level, or in all. */
export type BarrierCount = {
  readonly theme: string | undefined
  readonly level: string | undefined
  readonly children: number
}

/** Counts of barriers that may be counted. To go through disclosure control before anybody sees them. */
export async function barrierCounts(tx: Tx, until: CalendarDay): Promise<readonly BarrierCount[]> {
  const { rows } = await sql<{ theme: string | null; level: string | null; children: string }>`
    select theme, level, children from waymark.barrier_counts(${until})`.execute(tx)
  return rows.map((row) => ({
    theme: row.theme ?? undefined,
    level: row.level ?? undefined,
    children: Number(row.children),
  }))
}

/** Of so many children a first request of a kind was refused at least once, or never. */
export type Refusals = {
  readonly service: AccessService
  readonly refused: boolean
  readonly children: number
}

/** Refusals by kind of help. To go through disclosure control before anybody sees them. */
export async function accessRefusals(tx: Tx, until: CalendarDay): Promise<readonly Refusals[]> {
  const { rows } = await sql<Omit<Refusals, 'children'> & { readonly children: string }>`
    select service, refused, children from waymark.access_refusals(${until})`.execute(tx)
  return rows.map((row) => ({ ...row, children: Number(row.children) }))
}
