import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { londonWallClock, londonInstant } from '#kernel/london-time.ts'
import { textOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { dayFrom } from '#platform/http/reading.ts'
import { type Ask, choice, daysOf, maybe, needed } from '#domains/children/index.ts'
import { type Appointment, INTERPRETERS, KINDS, needsExplaining } from '../calendar.rules.ts'

type Form = Readonly<Record<string, unknown>>

/** The questions of an appointment. The last one is asked only where there is something to explain. */
export function asksFor(changing: boolean): readonly Ask[] {
  return changing ? [...ASKS, EXPLAIN] : ASKS
}

const ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'kind', label: 'What is it?', choices: KINDS },
  { kind: 'day', name: 'on', label: 'Which day?', hint: 'For example, 27 3 2027' },
  {
    kind: 'text',
    name: 'from',
    label: 'From what time?',
    hint: 'On a London clock, like 14:30',
  },
  { kind: 'text', name: 'to', label: 'Until what time? (optional)' },
  {
    kind: 'text',
    name: 'withWhom',
    label: 'Who with?',
    hint: 'Names, as the young person knows them',
  },
  {
    kind: 'tick',
    name: 'mine',
    label: 'Are you coming yourself?',
    choices: { yes: 'Yes, show it in my appointments' },
  },
  { kind: 'text', name: 'place', label: 'Where?' },
  { kind: 'words', name: 'howToGetThere', label: 'How do they get there? (optional)' },
  { kind: 'text', name: 'comesAlong', label: 'Who comes with them? (optional)' },
  {
    kind: 'words',
    name: 'why',
    label: 'Why? In plain words to the young person',
    hint: 'They read this, perhaps with somebody looking over their shoulder',
  },
  {
    kind: 'choice',
    name: 'interpreter',
    label: 'Interpreter',
    choices: INTERPRETERS,
  },
  {
    kind: 'text',
    name: 'interpreterNote',
    label: 'Which language, and who if known (optional)',
  },
]

const EXPLAIN: Ask = {
  kind: 'words',
  name: 'explained',
  label: 'Why does the time or the place change?',
  hint: 'Needed when either changes. The young person sees the old, the new and this',
}

const form = z.object({
  kind: choice(KINDS, 'Choose what it is'),
  withWhom: needed('Enter who it is with', 'Who it is with', 200),
  place: needed('Enter where it is', 'Where it is', 300),
  howToGetThere: maybe('How they get there', 1000),
  comesAlong: maybe('Who comes with them', 200),
  why: needed('Enter why, in plain words', 'Why', 1000),
  interpreter: choice(INTERPRETERS, 'Choose what is arranged about an interpreter'),
  interpreterNote: maybe('The language', 200),
  explained: maybe('Why it changes', 1000),
})

export type ReadAppointment = z.infer<typeof form> & {
  readonly startsAt: Date
  readonly endsAt: Date | undefined
  readonly mine: boolean
}

/** Text in, an appointment or what to put right out. `before`: as it was, when it is being changed. */
export function readAppointment(
  typed: Form,
  now: Date,
  before: Appointment | undefined,
): { readonly value: ReadAppointment } | { readonly problems: readonly Problem[] } {
  const read = form.safeParse(typed)
  const when = readTimes(typed)
  const problems: Problem[] = read.success ? [] : [...problemsOf(read.error)]
  if ('problems' in when) problems.push(...when.problems)
  else problems.push(...aheadProblem(when, now, before))
  if (!read.success || 'problems' in when || problems.length > 0) return { problems }
  const value = { ...read.data, ...when, mine: textOf(typed, 'mine') === 'yes' }
  return isExplained(value, before) ? { value } : { problems: [UNEXPLAINED] }
}

/** A new one lies ahead. One that is changed may have been typed late. */
function aheadProblem(when: Times, now: Date, before: Appointment | undefined): readonly Problem[] {
  if (before || when.startsAt > now) return []
  return [{ field: 'on', text: 'The day and time must be ahead' }]
}

const UNEXPLAINED: Problem = {
  field: 'explained',
  text: 'Enter why the time or the place changes, for the young person',
}

const isExplained = (value: ReadAppointment, before: Appointment | undefined): boolean =>
  !before || !needsExplaining(before, value) || (value.explained ?? '').length >= 3

type Times = { readonly startsAt: Date; readonly endsAt: Date | undefined }

function readTimes(typed: Form): Times | { readonly problems: readonly Problem[] } {
  const day = dayFrom(typed, 'on')
  const from = clockIn(textOf(typed, 'from'))
  const toText = textOf(typed, 'to').trim()
  const to = clockIn(toText)
  const noDay = day === undefined || day === 'wrong'
  const problems = [
    noDay && { field: 'on', text: 'Enter the day, like 27 3 2027' },
    !from && { field: 'from', text: 'Enter the time it begins, like 14:30' },
    toText !== '' && !to && { field: 'to', text: 'Enter the time it ends, like 15:30' },
  ].filter((problem) => problem !== false)
  return noDay || !from || problems.length > 0 ? { problems } : timesOn(day, from, to)
}

/** On the clock of that day: an hour that the clocks skip is none. */
function timesOn(
  day: CalendarDay,
  from: string,
  to: string | undefined,
): Times | { readonly problems: readonly Problem[] } {
  const startsAt = londonInstant(`${day}T${from}`)
  const endsAt = to ? londonInstant(`${day}T${to}`) : undefined
  if (!startsAt || (to && !endsAt)) {
    return {
      problems: [{ field: 'from', text: 'The clocks go forward then: choose another time' }],
    }
  }
  if (endsAt && endsAt <= startsAt) {
    return { problems: [{ field: 'to', text: 'It must end after it begins' }] }
  }
  return { startsAt, endsAt }
}

/** A time of day as people type it: 14:30, 9.15, 9:15. */
function clockIn(text: string): string | undefined {
  const found = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim())
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])]
  if (!found || hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** An appointment as it stands in the boxes of its form. */
export function typedOf(a: Appointment, me: string): Readonly<Record<string, string>> {
  const [day = '', from = ''] = londonWallClock(a.startsAt).split('T')
  return {
    kind: a.kind,
    ...daysOf('on', day),
    from,
    to: a.endsAt ? (londonWallClock(a.endsAt).split('T')[1] ?? '') : '',
    withWhom: a.withWhom,
    mine: a.withId === me ? 'yes' : '',
    place: a.place,
    howToGetThere: a.howToGetThere ?? '',
    comesAlong: a.comesAlong ?? '',
    why: a.why,
    interpreter: a.interpreter,
    interpreterNote: a.interpreterNote ?? '',
  }
}
