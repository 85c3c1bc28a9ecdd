import type { ChildId } from '#kernel/ids.ts'
import { londonDayAndTime } from '#kernel/london-time.ts'
import { KINDS, type NextAppointment } from '#domains/calendar/index.ts'
import type { DayLine } from '../line.ts'

export const nextAppointmentText = (next: NextAppointment | undefined): string | undefined =>
  next && `${londonDayAndTime(next.startsAt)}, ${KINDS[next.kind].toLowerCase()}, ${next.withWhom}`

export type NextThing = {
  /** Why: what waits, or what is owed. Undefined when nothing waits. */
  readonly why: string | undefined
  readonly action: DayLine['action']
}

/** The one thing to do next: an answer they wait for, then what is owed; when nothing is, to ask how things are. */
export function nextThing(child: ChildId, lines: readonly DayLine[]): NextThing {
  const first =
    lines.find((l) => l.kind === 'waiting') ??
    lines.find((l) => l.kind === 'owed') ??
    lines.find((l) => l.kind === 'coming')
  // What is coming is told above already.
  if (first)
    return { why: first.kind === 'coming' ? undefined : first.detail, action: first.action }
  return {
    why: undefined,
    action: { text: 'Ask how things are', href: `/children/${child}/check-in/with` },
  }
}
