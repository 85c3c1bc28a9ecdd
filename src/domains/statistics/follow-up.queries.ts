import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type DisclosurePolicy, type Publishable, released } from './disclosure.rules.ts'
import { FLOW_STEPS, type FlowCounts, type FlowStep, type Wave, WAVES } from './follow-up.rules.ts'
import { type Figures, noughts } from './picture.rules.ts'
import type { ReportingYear } from './reporting-year.rules.ts'

/** A picture of who is still asked, as it was released. */
export type FlowRelease = {
  readonly id: string
  readonly number: number
  /** The day up to which everybody who entered in the year was followed. */
  readonly onDay: CalendarDay
  readonly madeAt: Date
  readonly figures: Figures
}

/** Counts for the actor's own organisation, by a function that gives counts and no row. Not for a page until published. */
export async function countFlow(
  tx: Tx,
  year: ReportingYear,
  onDay: CalendarDay,
): Promise<FlowCounts> {
  const { rows } = await sql<{ months: number; step: FlowStep; children: string }>`
    select months, step, children from waymark.follow_up_flow(${year.from}, ${onDay})`.execute(tx)
  return new Map<Wave, Record<FlowStep, number>>(
    WAVES.map((wave) => {
      const steps = noughts(FLOW_STEPS)
      for (const { months, step, children } of rows) {
        if (months === wave) steps[step] = Number(children)
      }
      return [wave, steps]
    }),
  )
}

/** Of how many who entered in the year something changed since the last picture. */
export async function countFlowChanged(
  tx: Tx,
  year: ReportingYear,
  onDay: CalendarDay,
  last: FlowRelease,
): Promise<number> {
  const { rows } = await sql<{ children: string }>`
    select waymark.follow_up_changed(${year.from}, ${last.onDay}, ${onDay}) as children`.execute(tx)
  return Number(rows[0]?.children ?? 0)
}

/** The last picture of those who entered in that year, as it was released. */
export async function findLastFlowRelease(
  tx: Tx,
  year: ReportingYear,
): Promise<FlowRelease | undefined> {
  const { rows } = await sql<Omit<FlowRelease, 'figures'> & { figures: Record<string, unknown> }>`
    select id, number, on_day as "onDay", made_at as "madeAt", figures from waymark.follow_up_release
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
export async function takeTurnForFlow(tx: Tx, year: ReportingYear): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
    ${`follow-up ${year.from}`} || waymark.actor_organisation()::text, 0))`.execute(tx)
}

/** Writes the next picture of this year into the ledger; only published figures have the type. */
export async function keepFlowRelease(
  tx: Tx,
  year: ReportingYear,
  release: Pick<FlowRelease, 'number' | 'onDay' | 'figures'>,
  policy: DisclosurePolicy,
): Promise<string> {
  const values = Object.fromEntries(
    [...release.figures].map(([name, { value }]) => [name, value ?? null]),
  )
  const { id } = await tx
    .insertInto('waymark.follow_up_release')
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
