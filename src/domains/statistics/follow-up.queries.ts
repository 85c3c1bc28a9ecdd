import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { FLOW_STEPS, type FlowCounts, type FlowStep, type Wave, WAVES } from './follow-up.rules.ts'
import { noughts } from './picture.rules.ts'
import type { Release } from './ledger.queries.ts'
import type { ReportingYear } from './reporting-year.rules.ts'

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
  last: Release,
): Promise<number> {
  const { rows } = await sql<{ children: string }>`
    select waymark.follow_up_changed(${year.from}, ${last.onDay}, ${onDay}) as children`.execute(tx)
  return Number(rows[0]?.children ?? 0)
}
