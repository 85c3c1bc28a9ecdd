import { inWords } from '#kernel/calendar-day.ts'
import { type DeadlineOwed, deadlinesOwed } from '#domains/processes/index.ts'
import { type DayLine, type Source, stopped } from './line.ts'
import { momentsOf } from './moments.ts'

/** Days in law that nobody has met yet. */
export const deadlines: Source = async ({ tx, now }) =>
  (await deadlinesOwed(tx, 'beside-me', momentsOf(now).owedUntil)).map(deadlineLine)

export const deadlineLine = (d: DeadlineOwed): DayLine => ({
  kind: 'owed',
  childId: d.childId,
  name: d.knownAs,
  detail: `${stopped(d.what)} Who owes it: ${stopped(d.owedBy)} By ${inWords(d.dueOn)}`,
  on: d.dueOn,
  action: { text: 'See their legal help', href: `/children/${d.childId}/legal-help` },
})
