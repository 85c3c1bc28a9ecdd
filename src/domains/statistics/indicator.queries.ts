import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type Publishable, released } from './disclosure.rules.ts'
import { figure, STATES } from './picture.rules.ts'
import { stateWords } from './see-the-area/area-words.view.ts'

/** What the last released picture of the actor's organisation says of one outcome. Nothing is counted anew. */
export type Indicator = {
  /** The 1 April on which the reporting year begins. */
  readonly yearFrom: CalendarDay
  readonly madeAt: Date
  readonly shared: Publishable
  readonly answered: Publishable
  /** In the order of the states, which is no ranking. */
  readonly states: readonly { readonly label: string; readonly count: Publishable }[]
}

type IndicatorRow = {
  readonly outcome_id: string
  readonly code: string
  readonly year_from: CalendarDay
  readonly made_at: Date
  readonly figures: Readonly<Record<string, unknown>>
}

/** By the id of the outcome; without those of which no picture was released. */
export async function releasedIndicators(
  tx: Tx,
  outcomes: readonly string[],
): Promise<ReadonlyMap<string, Indicator>> {
  if (outcomes.length === 0) return new Map()
  const { rows } = await sql<IndicatorRow>`
    select o.id as outcome_id, o.code, r.year_from, r.made_at, r.figures
    from waymark.outcome o
    cross join lateral (
      select year_from, made_at, figures from waymark.statistics_release s
      where s.organisation_id = waymark.actor_organisation() and s.framework_version_id = o.framework_version_id
      order by s.year_from desc, s.number desc limit 1) r
    where o.id = any (${[...outcomes]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.outcome_id, indicatorOf(row)]))
}

function indicatorOf({ code, year_from, made_at, figures }: IndicatorRow): Indicator {
  const at = (name: string): Publishable => {
    const value = figures[name]
    return released(typeof value === 'number' ? value : undefined)
  }
  return {
    yearFrom: year_from,
    madeAt: made_at,
    shared: at(figure.people('shared')),
    answered: at(figure.outcome(code, 'answered')),
    states: STATES.map((state) => ({
      label: stateWords[state],
      count: at(figure.state(code, state)),
    })),
  }
}
