import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  DIRECTIONS,
  INFLUENCE_LEVELS,
  type InfluenceCounts,
  noInfluences,
} from './influences.rules.ts'
import { type AreaCounts, noughts, type OutcomeCounts } from './picture.rules.ts'
import { NOT_OFFERED, OFFERED_NOT_SHARED, REASONS, SHARED, STATES } from './picture.rules.ts'
import type { ReportingYear } from './reporting-year.rules.ts'
import { STRENGTH_TOPICS, type StrengthCounts, type StrengthTopic } from './strengths.rules.ts'
import type { AreaFramework } from './see-the-area/area.view.ts'

/** Which picture: a year and a version of a framework. There is no other way to cut one. */
export type Cut = { readonly year: ReportingYear; readonly framework: AreaFramework }

type CountRow = {
  readonly kind: 'step' | 'state' | 'reason' | 'influence' | 'strength'
  readonly outcome_id: string | null
  readonly code: string
  readonly children: string
  readonly again: string
}

/**
 * Counts for the actor's own organisation, by functions that give counts and no row. Refused by
 * the database to everybody but analysts and managers. Not for a page until published.
 */
export async function countArea(tx: Tx, { year, framework }: Cut): Promise<AreaCounts> {
  // One statement, so that all see the same moment and the counts add up.
  const { rows } = await sql<CountRow>`
    select 'step' as kind, null::uuid as outcome_id, step as code, children, 0 as again
    from waymark.area_people(${year.from}, ${framework.id})
    union all
    select kind, outcome_id, code, children, again
    from waymark.area_answers(${year.from}, ${framework.id})
    union all
    select 'influence', outcome_id, direction || ' ' || level, children, 0
    from waymark.area_influences(${year.from}, ${framework.id})
    union all
    select 'strength', null, topic || ' ' || whose, children, 0
    from waymark.area_strengths(${year.from}, ${framework.id})`.execute(tx)
  const steps = rows.filter((row) => row.kind === 'step')
  const people = {
    ...noughts([...NOT_OFFERED, ...OFFERED_NOT_SHARED, ...SHARED]),
    ...Object.fromEntries(steps.map((row) => [row.code, Number(row.children)])),
  }
  const given = Map.groupBy(rows, (row) => row.outcome_id)
  const shared = people.once + people.again
  const outcomes = framework.outcomes.map((o) => outcomeCounts(o, given.get(o.id) ?? [], shared))
  const records = Object.values(people).reduce((sum, n) => sum + n, 0)
  return { people, outcomes, strengths: strengthsIn(rows, records) }
}

/** Each record is counted once for a topic, so that those without words are the rest. */
function strengthsIn(rows: readonly CountRow[], records: number): StrengthCounts {
  const of = (topic: StrengthTopic) => {
    const said = (whose: string) =>
      Number(
        rows.find((r) => r.kind === 'strength' && r.code === `${topic} ${whose}`)?.children ?? 0,
      )
    const [own, others] = [said('own'), said('others')]
    return { own, others, none: records - own - others }
  }
  const [strengths, gotThrough] = STRENGTH_TOPICS
  return { strengths: of(strengths), got_through: of(gotThrough) }
}

function influencesIn(rows: readonly CountRow[]): InfluenceCounts {
  const found = noInfluences()
  for (const direction of DIRECTIONS) {
    for (const level of INFLUENCE_LEVELS) {
      const row = rows.find((r) => r.code === `${direction} ${level}`)
      found[direction][level] = Number(row?.children ?? 0)
    }
  }
  return found
}

function outcomeCounts(
  { code, level, principles }: AreaFramework['outcomes'][number],
  all: readonly CountRow[],
  shared: number,
): OutcomeCounts {
  const rows = all.filter((row) => row.kind !== 'influence')
  const states: Record<string, number> = {}
  const reasons: Record<string, number> = {}
  let again = 0
  for (const row of rows) {
    const of = row.kind === 'state' ? states : reasons
    of[row.code] = Number(row.children)
    again += Number(row.again)
  }
  const said = rows.reduce((sum, row) => sum + Number(row.children), 0)
  return {
    code,
    level,
    principles,
    states: { ...noughts(STATES), ...states },
    reasons: { ...noughts(REASONS), ...reasons },
    notChosen: shared - said,
    again,
    influences: influencesIn(all.filter((row) => row.kind === 'influence')),
  }
}

/** Of how many children something in the picture may have changed since that instant. */
export async function countChanged(tx: Tx, { year, framework }: Cut, since: Date): Promise<number> {
  const { rows } = await sql<{ children: string }>`
    select waymark.area_changed(${year.from}, ${framework.id}, ${since}) as children`.execute(tx)
  return Number(rows[0]?.children ?? 0)
}
