import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { newPicture, POLICY } from '../disclosure.rules.ts'
import {
  countFlow,
  countFlowChanged,
  findLastFlowRelease,
  keepFlowRelease,
  takeTurnForFlow,
} from '../follow-up.queries.ts'
import { publishFlow } from '../follow-up.rules.ts'
import type { Made } from '../make-a-picture/make-a-picture.ts'
import { type ReportingYear, reportingYears } from '../reporting-year.rules.ts'

/** Makes the next picture of those who entered in a year, unless too little has changed since the last. */
export async function makeFlow(tx: Tx, year: ReportingYear, today: CalendarDay): Promise<Made> {
  await takeTurnForFlow(tx, year)
  const last = await findLastFlowRelease(tx, year)
  const outcome = newPicture(last && (await countFlowChanged(tx, year, today, last)))
  if (outcome === 'unchanged' || outcome === 'too-few-changed') {
    return { outcome, release: undefined }
  }
  const figures = publishFlow(await countFlow(tx, year, today), POLICY)
  const next = { number: (last?.number ?? 0) + 1, onDay: today, figures }
  return { outcome, release: await keepFlowRelease(tx, year, next, POLICY) }
}

/** Every year's, since those of years ago are still asked. The actor is an analyst or manager. */
export async function makeFlowPictures(tx: Tx, now: Date): Promise<readonly Made[]> {
  const today = londonCalendarDay(now)
  const made: Made[] = []
  for (const year of reportingYears(today)) made.push(await makeFlow(tx, year, today))
  return made
}
