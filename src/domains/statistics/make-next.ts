import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { newPicture, POLICY } from './disclosure.rules.ts'
import { keepRelease, lastRelease, type Ledger, type Release, takeTurn } from './ledger.queries.ts'
import type { Made } from './make-a-picture/make-a-picture.ts'
import type { Figures } from './picture.rules.ts'
import type { ReportingYear } from './reporting-year.rules.ts'

/** One kind of picture: its ledger, and how it is counted. */
export type Counting = {
  readonly ledger: Ledger
  readonly year: ReportingYear | undefined
  readonly onDay: CalendarDay
  /** Of how many children something changed since the last. */
  readonly changed: (last: Release) => Promise<number>
  /** The figures, after disclosure control. */
  readonly figures: () => Promise<Figures>
}

/** Makes the next picture of the actor's organisation, unless too little has changed since the last. */
export async function makeNext(tx: Tx, counting: Counting): Promise<Made> {
  const { ledger, year, onDay, changed } = counting
  await takeTurn(tx, ledger, year)
  const last = await lastRelease(tx, ledger, year)
  const outcome = newPicture(last && (await changed(last)))
  if (outcome === 'unchanged' || outcome === 'too-few-changed') {
    return { outcome, release: undefined }
  }
  const next = { number: (last?.number ?? 0) + 1, onDay, figures: await counting.figures() }
  return { outcome, release: await keepRelease(tx, ledger, year, next, POLICY) }
}
