import { calendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonInstant, londonTimeIn, londonWeekdayIn } from '#kernel/london-time.ts'
import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'
import { type Appointment, isAboutNow, isOver, shifted } from '../calendar.rules.ts'

type Line = { readonly label: string; readonly text: string; readonly language?: string }

export type AppointmentCard = {
  readonly id: string
  readonly day: string
  readonly time: string
  readonly kind: string
  /** Said first, when it will not happen, or did not. */
  readonly state: string | undefined
  readonly lines: readonly Line[]
  readonly changes: readonly {
    readonly was: string
    readonly now: string | undefined
    readonly why: string
    readonly language: string
    readonly by: string | undefined
  }[]
  readonly missed:
    | {
        readonly lead: string
        readonly sorry: string
        readonly step: string
        readonly owes: string
        readonly language: string
      }
    | undefined
  readonly said: string | undefined
  readonly saidWords: string | undefined
  readonly saidLanguage: string
  readonly mayAnswer: boolean
}

export const whenIn = (frame: Frame, at: Date): string =>
  `${londonWeekdayIn(frame.language, at)}, ${londonTimeIn(frame.language, at)}`

/** One appointment as the young person reads it: what changed and why stands first, and a promise missed is said. */
export function cardOf(frame: Frame, a: Appointment, now: Date): AppointmentCard {
  const w = frame.w.calendar
  return {
    id: a.id,
    day: londonWeekdayIn(frame.language, a.startsAt),
    time: timeOf(frame, a),
    kind: w.kinds[a.kind],
    state: stateOf(frame, a),
    lines: linesOf(frame, a),
    changes: a.changes.map((c) => ({
      was: say(w.changedFrom, { when: whenIn(frame, c.wasStartsAt), place: c.wasPlace }),
      now: c.cancelled
        ? undefined
        : say(w.changedTo, { when: whenIn(frame, c.startsAt), place: c.place }),
      why: c.why,
      language: c.language,
      by: c.by && say(w.changedBy, { name: c.by, day: dayIn(frame.language, c.at) }),
    })),
    missed: missedOf(frame, a),
    said: saidOf(frame, a),
    saidWords: a.answer?.words,
    saidLanguage: a.answer?.language ?? 'en',
    mayAnswer: a.state === 'planned' && !isOver(a, now),
  }
}

function timeOf(frame: Frame, a: Appointment): string {
  const from = londonTimeIn(frame.language, a.startsAt)
  if (!a.endsAt) return say(frame.w.calendar.at, { from })
  return say(frame.w.calendar.fromTo, { from, to: londonTimeIn(frame.language, a.endsAt) })
}

function stateOf(frame: Frame, a: Appointment): string | undefined {
  const w = frame.w.calendar
  const said: Readonly<Record<Appointment['state'], string | undefined>> = {
    planned: undefined,
    // A cancelling with its reason says so itself.
    cancelled: a.changes.some((c) => c.cancelled) ? undefined : w.cancelled,
    missed_by_us: w.missed,
    missed_by_others: w.missedByOthers,
    they_could_not: w.youCouldNot,
    not_held: w.notHeld,
    held: w.held,
  }
  return said[a.state]
}

function linesOf(frame: Frame, a: Appointment): readonly Line[] {
  const w = frame.w.calendar
  const { language } = a
  const interpreter =
    a.interpreter === 'not_needed'
      ? undefined
      : [w.interpreters[a.interpreter], a.interpreterNote].filter(Boolean).join(': ')
  const lines = [
    { label: w.withWhom, text: a.withWhom, language },
    { label: w.place, text: a.place, language },
    { label: w.why, text: a.why, language },
    { label: w.how, text: a.howToGetThere, language },
    { label: w.comesAlong, text: a.comesAlong, language },
    { label: w.interpreter, text: interpreter },
  ]
  return lines.flatMap(({ text, ...line }) => (text === undefined ? [] : [{ ...line, text }]))
}

function missedOf(frame: Frame, a: Appointment): AppointmentCard['missed'] {
  const w = frame.w.calendar
  if (a.state !== 'missed_by_us' || !a.saidSorry || !a.nextStep || !a.nextStepBy) return undefined
  const day = a.nextStepOn ? calendarDay(a.nextStepOn) : undefined
  const noon = day && londonInstant(`${day}T12:00`)
  return {
    lead: say(w.missedLead, { when: whenIn(frame, a.startsAt) }),
    sorry: a.saidSorry,
    step: a.nextStep,
    owes: noon
      ? say(w.owesBy, { name: a.nextStepBy, day: dayIn(frame.language, noon) })
      : say(w.owes, { name: a.nextStepBy }),
    language: a.language,
  }
}

function saidOf(frame: Frame, a: Appointment): string | undefined {
  const w = frame.w.calendar
  if (!a.answer) return undefined
  const answer = w.answers[a.answer.answer]
  return say(isAboutNow(a, a.answer) ? w.iSaid : w.iSaidEarlier, { answer })
}

export type CalendarView = Frame & {
  readonly coming: readonly AppointmentCard[]
  readonly past: readonly AppointmentCard[]
}

/** What is coming, and what has been: what we missed first, since somebody owes a next step. */
export function calendarView(
  language: string,
  appointments: readonly Appointment[],
  now: Date,
): CalendarView {
  const frame = frameIn(language, false, (w) => w.calendar.title)
  const over = (a: Appointment) => isOver(a, now)
  return {
    ...frame,
    coming: appointments.filter((a) => !over(a)).map((a) => cardOf(frame, a, now)),
    past: appointments
      .filter(over)
      .toReversed()
      .map((a) => cardOf(frame, a, now)),
  }
}

export type WeekView = Frame & {
  readonly heading: string
  readonly before: string
  readonly after: string
  readonly days: readonly {
    readonly day: string
    readonly today: boolean
    readonly items: readonly AppointmentCard[]
  }[]
}

/** One week, a day below the other: read on a phone, and the right way round in every script. */
export function weekView(
  language: string,
  monday: string,
  appointments: readonly Appointment[],
  now: Date,
): WeekView {
  const frame = frameIn(language, false, (w) => w.calendar.title)
  const noonOf = (day: string) => londonInstant(`${day}T12:00`) ?? now
  const today = londonCalendarDay(now)
  return {
    ...frame,
    heading: say(frame.w.calendar.weekOf, { day: dayIn(frame.language, noonOf(monday)) }),
    before: `/me/calendar/week?from=${shifted(monday, -7)}`,
    after: `/me/calendar/week?from=${shifted(monday, 7)}`,
    days: Array.from({ length: 7 }, (_, n) => shifted(monday, n)).map((day) => ({
      day: londonWeekdayIn(frame.language, noonOf(day)),
      today: day === today,
      items: appointments
        .filter((a) => londonCalendarDay(a.startsAt) === day)
        .map((a) => cardOf(frame, a, now)),
    })),
  }
}
