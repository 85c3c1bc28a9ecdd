import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { newPicture, POLICY } from '../disclosure.rules.ts'
import type { Made } from '../make-a-picture/make-a-picture.ts'
import {
  countStays,
  countStaysChanged,
  findLastStayRelease,
  keepStayRelease,
  takeTurnForStays,
} from '../staying.queries.ts'
import { publishStays } from '../staying.rules.ts'

/** Makes the next picture of for how long people stay, unless too little has changed since the last. */
export async function makeStays(tx: Tx, today: CalendarDay): Promise<Made> {
  await takeTurnForStays(tx)
  const last = await findLastStayRelease(tx)
  const outcome = newPicture(last && (await countStaysChanged(tx, today, last)))
  if (outcome === 'unchanged' || outcome === 'too-few-changed') {
    return { outcome, release: undefined }
  }
  const figures = publishStays(await countStays(tx, today), POLICY)
  const next = { number: (last?.number ?? 0) + 1, onDay: today, figures }
  return { outcome, release: await keepStayRelease(tx, next, POLICY) }
}

/** For a demonstration and at night. The actor is an analyst or manager. */
export const makeStayPictures = async (tx: Tx, now: Date): Promise<readonly Made[]> => [
  await makeStays(tx, londonCalendarDay(now)),
]
