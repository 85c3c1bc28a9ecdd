import { londonDayAndTime } from '#kernel/london-time.ts'
import type { MyAppointment } from '../calendar.queries.ts'
import { ANSWERS, INTERPRETERS, KINDS, STATES } from '../calendar.rules.ts'

/** An appointment of one's own, as one line: when, what, where, and what the young person says of it. */
export function myAppointmentLine(a: MyAppointment, text: string, last: string | undefined) {
  const said = a.answer && `they say: ${ANSWERS[a.answer]}${a.answerIsOld ? ' (earlier time)' : ''}`
  const open = a.state === 'planned'
  const parts = [
    londonDayAndTime(a.startsAt),
    KINDS[a.kind],
    a.place,
    open ? undefined : STATES[a.state],
    said,
    a.interpreter === 'not_needed' ? undefined : `interpreter: ${INTERPRETERS[a.interpreter]}`,
  ]
  const here = `/children/${a.childId}/calendar/${a.id}`
  return {
    name: a.knownAs,
    href: `/children/${a.childId}/calendar`,
    detail: parts.filter(Boolean).join(' · '),
    action: open || last ? { text, href: last ? `${here}/${last}` : here } : undefined,
  }
}
