import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { newPicture, POLICY } from '../disclosure.rules.ts'
import type { Made } from '../make-a-picture/make-a-picture.ts'
import { type ReportingYear, reportingYears } from '../reporting-year.rules.ts'
import {
  countWaits,
  countWaitsChanged,
  findLastWaitRelease,
  keepWaitRelease,
  takeTurnForWaits,
} from '../waits.queries.ts'
import { publishWaits } from '../waits.rules.ts'

/** Makes the next picture of the waits that began in a year, unless too little has changed since the last. */
export async function makeWaits(tx: Tx, year: ReportingYear, today: CalendarDay): Promise<Made> {
  await takeTurnForWaits(tx, year)
  const last = await findLastWaitRelease(tx, year)
  const outcome = newPicture(last && (await countWaitsChanged(tx, year, today, last)))
  if (outcome === 'unchanged' || outcome === 'too-few-changed') {
    return { outcome, release: undefined }
  }
  const figures = publishWaits(await countWaits(tx, year, today), POLICY)
  const next = { number: (last?.number ?? 0) + 1, onDay: today, figures }
  return { outcome, release: await keepWaitRelease(tx, year, next, POLICY) }
}

/** This year's and the last's, for a demonstration and at night. The actor is an analyst or manager. */
export async function makeWaitPictures(tx: Tx, now: Date): Promise<readonly Made[]> {
  const today = londonCalendarDay(now)
  const made: Made[] = []
  for (const year of reportingYears(today).slice(0, 2)) made.push(await makeWaits(tx, year, today))
  return made
}
