import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type DisclosurePolicy, type Publishable, released } from './disclosure.rules.ts'
import type { Figures } from './picture.rules.ts'

/** A picture of for how long people stay, as it was released. */
export type StayRelease = {
  readonly id: string
  readonly number: number
  readonly onDay: CalendarDay
  readonly madeAt: Date
  readonly figures: Figures
}

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
  last: StayRelease,
): Promise<number> {
  const { rows } = await sql<{ children: string }>`
    select waymark.stays_changed(${last.onDay}, ${onDay}) as children`.execute(tx)
  return Number(rows[0]?.children ?? 0)
}

/** The last picture of the actor's organisation, as it was released. */
export async function findLastStayRelease(tx: Tx): Promise<StayRelease | undefined> {
  const { rows } = await sql<Omit<StayRelease, 'figures'> & { figures: Record<string, unknown> }>`
    select id, number, on_day as "onDay", made_at as "madeAt", figures from waymark.stay_release
    where organisation_id = waymark.actor_organisation() order by number desc limit 1`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const figures = new Map<string, Publishable>()
  for (const [name, value] of Object.entries(row.figures)) {
    figures.set(name, released(typeof value === 'number' ? value : undefined))
  }
  return { ...row, figures }
}

/** Holds others who make the same picture until this transaction ends. */
export async function takeTurnForStays(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('stays' || waymark.actor_organisation()::text, 0))`.execute(
    tx,
  )
}

/** Writes the next picture into the ledger; only published figures have the type. */
export async function keepStayRelease(
  tx: Tx,
  release: Pick<StayRelease, 'number' | 'onDay' | 'figures'>,
  policy: DisclosurePolicy,
): Promise<string> {
  const values = Object.fromEntries(
    [...release.figures].map(([name, { value }]) => [name, value ?? null]),
  )
  const { id } = await tx
    .insertInto('waymark.stay_release')
    .values({
      on_day: release.onDay,
      number: release.number,
      figures: JSON.stringify(values),
      policy: JSON.stringify(policy),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
