import { sql } from 'kysely'
import { type CalendarDay, calendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type DisclosurePolicy, type Publishable, released } from './disclosure.rules.ts'
import type { Figures } from './picture.rules.ts'
import type { ReportingYear } from './reporting-year.rules.ts'

/** Where released pictures of one kind are kept, each after the one before it and none ever changed. */
export type Ledger = 'stage_release' | 'wait_release' | 'follow_up_release' | 'stay_release'

/** A picture as it was released. */
export type Release = {
  readonly id: string
  readonly number: number
  /** The day up to which was counted. */
  readonly onDay: CalendarDay
  readonly madeAt: Date
  readonly figures: Figures
}

type Row = {
  readonly id: string
  readonly number: number
  readonly on_day: string
  readonly made_at: string
  readonly figures: unknown
}

/** The last one of the actor's organisation; of that year, in a ledger that is kept by years. */
export async function lastRelease(
  tx: Tx,
  ledger: Ledger,
  year: ReportingYear | undefined,
): Promise<Release | undefined> {
  const ofYear = year ? sql`and year_from = ${year.from}` : sql``
  const { rows } = await sql<Row>`
    select id, number, on_day::text, made_at, figures from ${sql.table(`waymark.${ledger}`)}
    where organisation_id = waymark.actor_organisation() ${ofYear}
    order by number desc limit 1`.execute(tx)
  const [row] = rows
  const onDay = calendarDay(row?.on_day ?? '')
  if (!row || !onDay) return undefined
  const { id, number, made_at } = row
  return { id, number, onDay, madeAt: new Date(made_at), figures: figuresOf(row.figures) }
}

/** Holds others who make the same picture until this transaction ends. */
export async function takeTurn(
  tx: Tx,
  ledger: string,
  year: ReportingYear | undefined,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
    ${`${ledger} ${year?.from ?? ''}`} || waymark.actor_organisation()::text, 0))`.execute(tx)
}

/** Writes the next picture into its ledger and gives its id; only published figures have the type. */
export async function keepRelease(
  tx: Tx,
  ledger: Ledger,
  year: ReportingYear | undefined,
  { number, onDay, figures }: Pick<Release, 'number' | 'onDay' | 'figures'>,
  policy: DisclosurePolicy,
): Promise<string> {
  const [column, value] = year ? [sql`year_from, `, sql`${year.from}, `] : [sql``, sql``]
  const { rows } = await sql<{ id: string }>`
    insert into ${sql.table(`waymark.${ledger}`)} (${column}on_day, number, figures, policy)
    values (${value}${onDay}, ${number}, ${JSON.stringify(valuesOf(figures))}, ${JSON.stringify(policy)})
    returning id`.execute(tx)
  const [row] = rows
  if (!row) throw new Error(`Nothing was kept in ${ledger}`)
  return row.id
}

/** Figures as they are kept: a number, or null for one that is not shown. */
export const valuesOf = (figures: Figures): Readonly<Record<string, number | null>> =>
  Object.fromEntries([...figures].map(([name, { value }]) => [name, value ?? null]))

export function figuresOf(kept: unknown): Figures {
  const figures = new Map<string, Publishable>()
  for (const [name, value] of Object.entries(Object(kept))) {
    figures.set(name, released(typeof value === 'number' ? value : undefined))
  }
  return figures
}
