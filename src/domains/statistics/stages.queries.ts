import { sql } from 'kysely'
import { type CalendarDay, calendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Release } from './ledger.queries.ts'
import type { ReportingYear } from './reporting-year.rules.ts'
import {
  noStages,
  STAGE_STEPS,
  type StageCounts,
  type StageMeaning,
  STAGES,
} from './stages.rules.ts'

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
  last: Release,
): Promise<number> {
  const { rows } = await sql<{ children: string }>`
    select waymark.stage_changed(${year.from}, ${last.onDay}, ${onDay}, ${last.madeAt}) as children`.execute(
    tx,
  )
  return Number(rows[0]?.children ?? 0)
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
