import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { newPicture, POLICY } from '../disclosure.rules.ts'
import type { Made } from '../make-a-picture/make-a-picture.ts'
import { type ReportingYear, reportingYears } from '../reporting-year.rules.ts'
import {
  countStages,
  countStagesChanged,
  findLastStageRelease,
  keepStageRelease,
  takeTurnForStages,
} from '../stages.queries.ts'
import { publishStages, stageDay } from '../stages.rules.ts'

/** Makes the next picture by stage of the actor's organisation, unless too little has changed since the last. */
export async function makeByStage(tx: Tx, year: ReportingYear, today: CalendarDay): Promise<Made> {
  await takeTurnForStages(tx, year)
  const onDay = stageDay(today, year)
  const last = await findLastStageRelease(tx, year)
  const outcome = newPicture(last && (await countStagesChanged(tx, year, onDay, last)))
  if (outcome === 'unchanged' || outcome === 'too-few-changed') {
    return { outcome, release: undefined }
  }
  const figures = publishStages(await countStages(tx, year, onDay), POLICY)
  const next = { number: (last?.number ?? 0) + 1, onDay, figures }
  return { outcome, release: await keepStageRelease(tx, year, next, POLICY) }
}

/** This year's and the last's, for a demonstration and at night. The actor is an analyst or manager. */
export async function makeStagePictures(tx: Tx, now: Date): Promise<readonly Made[]> {
  const today = londonCalendarDay(now)
  const made: Made[] = []
  for (const year of reportingYears(today).slice(0, 2)) {
    made.push(await makeByStage(tx, year, today))
  }
  return made
}
