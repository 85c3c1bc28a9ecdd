import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { POLICY } from '../disclosure.rules.ts'
import type { Made } from '../make-a-picture/make-a-picture.ts'
import { makeNext } from '../make-next.ts'
import { type ReportingYear, reportingYears } from '../reporting-year.rules.ts'
import { countWaits, countWaitsChanged } from '../waits.queries.ts'
import { publishWaits } from '../waits.rules.ts'

/** Makes the next picture of the waits that began in a year, unless too little has changed since the last. */
export const makeWaits = (tx: Tx, year: ReportingYear, onDay: CalendarDay): Promise<Made> =>
  makeNext(tx, {
    ledger: 'wait_release',
    year,
    onDay,
    changed: (last) => countWaitsChanged(tx, year, onDay, last),
    figures: async () => publishWaits(await countWaits(tx, year, onDay), POLICY),
  })

/** This year's and the last's, for a demonstration and at night. The actor is an analyst or manager. */
export async function makeWaitPictures(tx: Tx, now: Date): Promise<readonly Made[]> {
  const today = londonCalendarDay(now)
  const made: Made[] = []
  for (const year of reportingYears(today).slice(0, 2)) made.push(await makeWaits(tx, year, today))
  return made
}
