import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { POLICY } from '../disclosure.rules.ts'
import type { Made } from '../make-a-picture/make-a-picture.ts'
import { makeNext } from '../make-next.ts'
import { type ReportingYear, reportingYears } from '../reporting-year.rules.ts'
import { countStages, countStagesChanged } from '../stages.queries.ts'
import { publishStages, stageDay } from '../stages.rules.ts'

/** Makes the next picture by stage of the actor's organisation, unless too little has changed since the last. */
export function makeByStage(tx: Tx, year: ReportingYear, today: CalendarDay): Promise<Made> {
  const onDay = stageDay(today, year)
  return makeNext(tx, {
    ledger: 'stage_release',
    year,
    onDay,
    changed: (last) => countStagesChanged(tx, year, onDay, last),
    figures: async () => publishStages(await countStages(tx, year, onDay), POLICY),
  })
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
