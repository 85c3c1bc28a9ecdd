import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { POLICY } from '../disclosure.rules.ts'
import type { Made } from '../make-a-picture/make-a-picture.ts'
import { makeNext } from '../make-next.ts'
import { type ReportingYear, reportingYears } from '../reporting-year.rules.ts'
import { countFlow, countFlowChanged } from '../follow-up.queries.ts'
import { publishFlow } from '../follow-up.rules.ts'

/** Makes the next picture of those who entered in a year, unless too little has changed since the last. */
export const makeFlow = (tx: Tx, year: ReportingYear, onDay: CalendarDay): Promise<Made> =>
  makeNext(tx, {
    ledger: 'follow_up_release',
    year,
    onDay,
    changed: (last) => countFlowChanged(tx, year, onDay, last),
    figures: async () => publishFlow(await countFlow(tx, year, onDay), POLICY),
  })

/** Every year's, since those of years ago are still asked. The actor is an analyst or manager. */
export async function makeFlowPictures(tx: Tx, now: Date): Promise<readonly Made[]> {
  const today = londonCalendarDay(now)
  const made: Made[] = []
  for (const year of reportingYears(today)) made.push(await makeFlow(tx, year, today))
  return made
}
