import { sql } from 'kysely'
import { type CalendarDay, calendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type DisclosurePolicy, type Publishable, released } from './disclosure.rules.ts'
import type { Figures } from './picture.rules.ts'
import type { ReportingYear } from './reporting-year.rules.ts'
import {
  noStages,
  STAGE_STEPS,
  type StageCounts,
  type StageMeaning,
  STAGES,
} from './stages.rules.ts'

/** A picture by stage as it was released. */
export type StageRelease = {
  readonly id: string
  readonly number: number
  /** The day the stages were worked out for. */
  readonly onDay: CalendarDay
  readonly madeAt: Date
  readonly figures: Figures
}

/**
 * Counts for the actor's own organisation, by a function that gives counts and no row. Refused by the
 * database to everybody but analysts and managers. Not for a page until published.
 */
export async function countStages(
  tx: Tx,
  year: ReportingYear,
  onDay: CalendarDay,
): Promise<StageCounts> {
  const { rows } = await sql<{ stage: string; step: string; children: string }>`
    select stage, step, children from waymark.stage_counts(${year.from}, ${onDay})`.execute(tx)
  const counts = noStages()
  for (const stage of STAGES) {
    for (const step of STAGE_STEPS) {
      const row = rows.find((r) => r.stage === stage && r.step === step)
      counts[stage][step] = Number(row?.children ?? 0)
    }
  }
  return counts
}

/** Of how many children something in the picture by stage changed since it was made. */
export async function countStagesChanged(
  tx: Tx,
  year: ReportingYear,
  onDay: CalendarDay,
  last: StageRelease,
): Promise<number> {
  const { rows } = await sql<{ children: string }>`
    select waymark.stage_changed(${year.from}, ${last.onDay}, ${onDay}, ${last.madeAt}) as children`.execute(
    tx,
  )
  return Number(rows[0]?.children ?? 0)
}

/** The last picture of that year for the actor's organisation, as it was released. */
export async function findLastStageRelease(
  tx: Tx,
  year: ReportingYear,
): Promise<StageRelease | undefined> {
  const row = await tx
    .selectFrom('waymark.stage_release')
    .select(['id', 'number', 'on_day', 'made_at', 'figures'])
    .where('organisation_id', '=', sql<string>`waymark.actor_organisation()`)
    .where('year_from', '=', year.from)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const figures = new Map<string, Publishable>()
  for (const [name, value] of Object.entries(row.figures ?? {})) {
    figures.set(name, released(typeof value === 'number' ? value : undefined))
  }
  return {
    id: row.id,
    number: row.number,
    onDay: dayOf(row.on_day),
    madeAt: new Date(row.made_at),
    figures,
  }
}

/** Holds others who make the same picture until this transaction ends. */
export async function takeTurnForStages(tx: Tx, year: ReportingYear): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
    ${`stages ${year.from}`} || waymark.actor_organisation()::text, 0))`.execute(tx)
}

/** Writes the next picture of this year into the ledger; only published figures have the type. */
export async function keepStageRelease(
  tx: Tx,
  year: ReportingYear,
  release: Pick<StageRelease, 'number' | 'onDay' | 'figures'>,
  policy: DisclosurePolicy,
): Promise<string> {
  const values = Object.fromEntries(
    [...release.figures].map(([name, { value }]) => [name, value ?? null]),
  )
  const { id } = await tx
    .insertInto('waymark.stage_release')
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

/** What each stage means on that day, in their own order. */
export async function stageMeanings(tx: Tx, onDay: CalendarDay): Promise<readonly StageMeaning[]> {
  const rows = await tx
    .selectFrom('waymark.voice_stage')
    .selectAll()
    .distinctOn('place')
    .where('from_day', '<=', onDay)
    .orderBy('place')
    .orderBy('from_day', 'desc')
    .execute()
  return rows.flatMap((row) => {
    const code = STAGES.find((stage) => stage === row.code)
    const confidence = CONFIDENCES.find((sure) => sure === row.confidence)
    if (!code || !confidence) return []
    const { title, near, meaning, source } = row
    const from = dayOf(row.from_day)
    return [{ code, title, near, meaning, from, definedBy: row.defined_by, source, confidence }]
  })
}

const CONFIDENCES = ['certain', 'likely', 'to_be_confirmed'] as const

function dayOf(text: string): CalendarDay {
  const day = calendarDay(text)
  if (!day) throw new Error(`The database gave ${text} for a day`)
  return day
}
