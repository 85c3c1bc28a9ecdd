/** What we hold of appointments: every change explained, a promise missed is said, an answer is about a time. Pure. */

export const KINDS = {
  visit: 'A visit',
  call: 'A call',
  meeting: 'A meeting',
  health: 'Health',
  learning: 'School, college or training',
  legal: 'Legal help',
  family: 'Time with family',
  fun: 'Free time',
  other: 'Something else',
} as const
export type Kind = keyof typeof KINDS

export const INTERPRETERS = {
  not_needed: 'Not needed',
  booked: 'Booked',
  asked_for: 'Asked for, not booked yet',
  not_yet: 'Nobody has asked for one yet',
} as const

export const ANSWER_CODES = ['can', 'cannot', 'change', 'with_someone'] as const
export type AnswerCode = (typeof ANSWER_CODES)[number]

/** What staff read of the young person's answer. */
export const ANSWERS: Readonly<Record<AnswerCode, string>> = {
  can: 'I can come',
  cannot: 'I cannot come',
  change: 'I want to change it',
  with_someone: 'I want someone with me',
}

export type State =
  | 'planned'
  | 'cancelled'
  | 'held'
  | 'missed_by_us'
  | 'missed_by_others'
  | 'they_could_not'
  | 'not_held'

export const STATES: Readonly<Record<State, string>> = {
  planned: 'Planned',
  cancelled: 'Cancelled',
  held: 'It happened',
  missed_by_us: 'We did not come',
  missed_by_others: 'Somebody else did not come',
  they_could_not: 'They could not come',
  not_held: 'It did not happen',
}

export type ChangeOfIt = {
  readonly wasStartsAt: Date
  readonly startsAt: Date
  readonly wasPlace: string
  readonly place: string
  readonly cancelled: boolean
  readonly why: string
  readonly language: string
  readonly by: string | undefined
  readonly at: Date
}

export type AnswerToIt = {
  readonly answer: AnswerCode
  readonly aboutStartsAt: Date
  readonly words: string | undefined
  readonly language: string
  readonly saidAt: Date
  readonly version: number
}

export type Appointment = {
  readonly id: string
  readonly startsAt: Date
  readonly endsAt: Date | undefined
  readonly kind: Kind
  readonly withWhom: string
  readonly withId: string | undefined
  readonly place: string
  readonly howToGetThere: string | undefined
  readonly comesAlong: string | undefined
  readonly why: string
  readonly interpreter: keyof typeof INTERPRETERS
  readonly interpreterNote: string | undefined
  readonly language: string
  readonly state: State
  readonly saidSorry: string | undefined
  readonly nextStep: string | undefined
  readonly nextStepBy: string | undefined
  readonly nextStepOn: string | undefined
  readonly version: number
  readonly changes: readonly ChangeOfIt[]
  readonly answer: AnswerToIt | undefined
}

const HOUR = 60 * 60 * 1000

/** Over when it has ended; without an end, an hour after it began. */
export function isOver(a: Pick<Appointment, 'startsAt' | 'endsAt'>, now: Date): boolean {
  return (a.endsAt ?? new Date(a.startsAt.getTime() + HOUR)) <= now
}

/** An answer to the time before a change is not an answer to the new one. */
export const isAboutNow = (a: Pick<Appointment, 'startsAt'>, answer: AnswerToIt): boolean =>
  a.startsAt.getTime() === answer.aboutStartsAt.getTime()

/** Whether somebody has to do something about what the young person said. */
export function wantsSomething(a: Appointment): boolean {
  return (
    a.state === 'planned' &&
    a.answer !== undefined &&
    isAboutNow(a, a.answer) &&
    a.answer.answer !== 'can'
  )
}

export type Arranged = {
  readonly startsAt: Date
  readonly place: string
}

/** Whether a change is one that the young person has to be told the reason of. */
export function needsExplaining(before: Arranged, after: Arranged): boolean {
  return before.startsAt.getTime() !== after.startsAt.getTime() || before.place !== after.place
}

/** The Monday of the week a day is in, counted in London days; days as 2026-11-21. */
export function mondayOf(day: string): string {
  const at = new Date(`${day}T12:00:00Z`)
  return shifted(day, -((at.getUTCDay() + 6) % 7))
}

/** A day so many days later, or earlier. */
export function shifted(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
