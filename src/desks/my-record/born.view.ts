import type { Birth } from '#domains/children/index.ts'
import { type Frame, say } from '#domains/words/index.ts'
import { dayText as day } from './sent-lines.view.ts'

/** When somebody was born, as far as it is said, in the reader's language. */
export function bornIn(frame: Frame, birth: Birth): string {
  const w = frame.w.myRecord
  const from = day(frame, birth.earliest)
  if (birth.precision === 'day') return say(w.bornDay, { day: from })
  const noon = new Date(`${birth.earliest}T12:00:00Z`)
  const year = new Intl.DateTimeFormat(frame.language, { year: 'numeric', calendar: 'gregory' })
  if (birth.precision === 'year') return say(w.bornYear, { year: year.format(noon) })
  if (birth.precision === 'range') {
    return say(w.bornBetween, { from, to: day(frame, birth.latest) })
  }
  const month = new Intl.DateTimeFormat(frame.language, {
    month: 'long',
    year: 'numeric',
    calendar: 'gregory',
  })
  return say(w.bornMonth, { month: month.format(noon) })
}
