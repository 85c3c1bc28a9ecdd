import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { POLICY } from '../disclosure.rules.ts'
import type { Made } from '../make-a-picture/make-a-picture.ts'
import { makeNext } from '../make-next.ts'
import { countStays, countStaysChanged } from '../staying.queries.ts'
import { publishStays } from '../staying.rules.ts'

/** Makes the next picture of for how long people stay, unless too little has changed since the last. */
export const makeStays = (tx: Tx, onDay: CalendarDay): Promise<Made> =>
  makeNext(tx, {
    ledger: 'stay_release',
    year: undefined,
    onDay,
    changed: (last) => countStaysChanged(tx, onDay, last),
    figures: async () => publishStays(await countStays(tx, onDay), POLICY),
  })

/** For a demonstration and at night. The actor is an analyst or manager. */
export const makeStayPictures = async (tx: Tx, now: Date): Promise<readonly Made[]> => [
  await makeStays(tx, londonCalendarDay(now)),
]
