import { londonDayAndTime } from '#kernel/london-time.ts'
import type { Child } from '#domains/children/index.ts'
import {
  ANSWERS,
  type Appointment,
  INTERPRETERS,
  isAboutNow,
  isOver,
  KINDS,
  STATES,
} from '../calendar.rules.ts'

export type AppointmentLine = {
  readonly id: string
  readonly when: string
  readonly kind: string
  readonly withWhom: string
  readonly place: string
  readonly why: string
  readonly interpreter: string
  readonly state: string | undefined
  readonly changes: readonly { readonly text: string; readonly why: string }[]
  readonly answer:
    | { readonly text: string; readonly words: string | undefined; readonly language: string }
    | undefined
  readonly nextStep: string | undefined
  readonly open: boolean
  readonly cancelled: boolean
}

export type ChildCalendarView = {
  readonly title: string
  readonly child: { readonly id: string; readonly knownAs: string }
  readonly coming: readonly AppointmentLine[]
  readonly past: readonly AppointmentLine[]
  readonly mayWrite: boolean
}

export function childCalendarView(
  child: Child,
  appointments: readonly Appointment[],
  now: Date,
  mayWrite: boolean,
): ChildCalendarView {
  return {
    title: 'Their calendar',
    child: { id: child.id, knownAs: child.knownAs },
    coming: appointments.filter((a) => !isOver(a, now)).map(lineOf),
    past: appointments
      .filter((a) => isOver(a, now))
      .toReversed()
      .map(lineOf),
    mayWrite,
  }
}

export function lineOf(a: Appointment): AppointmentLine {
  return {
    id: a.id,
    when: londonDayAndTime(a.startsAt),
    kind: KINDS[a.kind],
    withWhom: a.withWhom,
    place: a.place,
    why: a.why,
    interpreter: [INTERPRETERS[a.interpreter], a.interpreterNote].filter(Boolean).join(': '),
    state: a.state === 'planned' ? undefined : STATES[a.state],
    changes: a.changes.map((c) => ({
      text: c.cancelled
        ? 'Cancelled'
        : `It was ${londonDayAndTime(c.wasStartsAt)}, ${c.wasPlace}. Now ${londonDayAndTime(c.startsAt)}, ${c.place}`,
      why: c.why,
    })),
    answer: a.answer && {
      text: isAboutNow(a, a.answer)
        ? ANSWERS[a.answer.answer]
        : `${ANSWERS[a.answer.answer]} (about the time before it changed)`,
      words: a.answer.words,
      language: a.answer.language,
    },
    nextStep: a.nextStep && `${a.nextStep} (${a.nextStepBy ?? ''})`,
    open: a.state === 'planned',
    cancelled: a.state === 'cancelled',
  }
}
