import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { londonDayAndTime } from '#kernel/london-time.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { dayFrom } from '#platform/http/reading.ts'
import {
  type Ask,
  askedAnswer,
  askedPage,
  type Child,
  childIdOf,
  maybe,
} from '#domains/children/index.ts'
import { type Afterwards, sayAfterwards } from '../calendar.queries.ts'
import { type Appointment, STATES } from '../calendar.rules.ts'
import { appointmentOf, childOf } from '../child-of-page.ts'

const url = '/children/:childId/calendar/:appointment/after'
const may = 'children.write'

const CHOICES = {
  held: 'It happened',
  missed_by_us: 'We said a time and did not come',
  missed_by_others: 'Somebody else did not come',
  they_could_not: 'The young person could not come',
  not_held: 'It did not happen for another reason',
  cancelled: 'It is cancelled',
} as const

const ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'state', label: 'What became of it?', choices: CHOICES },
  {
    kind: 'words',
    name: 'explained',
    label: 'If it is cancelled: why, for the young person',
  },
  {
    kind: 'words',
    name: 'saidSorry',
    label: 'If we did not come: what we say to the young person',
    hint: 'They read “We said Tuesday and did not come”, and then this. Plain, and no excuse',
  },
  { kind: 'words', name: 'nextStep', label: 'If we did not come: what happens now' },
  { kind: 'text', name: 'nextStepBy', label: 'If we did not come: who owes that step' },
  { kind: 'day', name: 'nextStepOn', label: 'By which day? (optional)' },
]

const form = z.object({
  state: z.enum(
    ['held', 'missed_by_us', 'missed_by_others', 'they_could_not', 'not_held', 'cancelled'],
    'Choose what became of it',
  ),
  explained: maybe('Why it is cancelled', 1000),
  saidSorry: maybe('What we say', 1000),
  nextStep: maybe('What happens now', 500),
  nextStepBy: maybe('Who owes that step', 200),
})

/** What became of an appointment. A promise missed is said to the young person, with who owes the next step. */
export const askAfter: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'calendar.after.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const appointment = await appointmentOf(visit, child)
    if (!appointment) return { kind: 'not-found' }
    return shown(child, appointment, typedOf(appointment), [])
  },
}

export const sayAfter: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'calendar.after.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const appointment = await appointmentOf(visit, child)
    if (!appointment) return { kind: 'not-found' }
    const typed = typedIn(visit.form)
    const read = readAfter(visit.form, appointment, visit.now)
    if ('problems' in read) return shown(child, appointment, typed, read.problems)
    const at = { child: child.id, id: appointment.id, version: versionOf(visit.form) }
    if (await sayAfterwards(visit.tx, at, read.value)) {
      return { kind: 'redirect', to: `/children/${child.id}/calendar` }
    }
    return shown(child, (await appointmentOf(visit, child)) ?? appointment, typed, [], true)
  },
}

function readAfter(
  typed: Readonly<Record<string, unknown>>,
  { startsAt }: Appointment,
  now: Date,
): { readonly value: Afterwards } | { readonly problems: readonly Problem[] } {
  const read = form.safeParse(typed)
  const nextStepOn = dayFrom(typed, 'nextStepOn')
  if (!read.success) return { problems: problemsOf(read.error) }
  const { state, explained, saidSorry, nextStep, nextStepBy } = read.data
  if (state === 'cancelled') {
    if (!explained || explained.length < 3) {
      return missing('explained', 'Enter why it is cancelled, for the young person')
    }
    return { value: { state, explained } }
  }
  if (startsAt > now) return missing('state', 'It has not begun yet. It can only be cancelled')
  if (state !== 'missed_by_us') return { value: { state } }
  return readMissed({ saidSorry, nextStep, nextStepBy }, nextStepOn)
}

type Missed = {
  readonly saidSorry: string | undefined
  readonly nextStep: string | undefined
  readonly nextStepBy: string | undefined
}

/** All that a promise missed needs: what we say, what happens now, and who owes it. */
function readMissed(
  { saidSorry, nextStep, nextStepBy }: Missed,
  nextStepOn: CalendarDay | undefined | 'wrong',
): { readonly value: Afterwards } | { readonly problems: readonly Problem[] } {
  if (!saidSorry) return missing('saidSorry', 'Enter what we say to the young person')
  if (!nextStep) return missing('nextStep', 'Enter what happens now')
  if (!nextStepBy) return missing('nextStepBy', 'Enter who owes that step')
  if (nextStepOn === 'wrong') return missing('nextStepOn', 'Enter the day, like 27 3 2027')
  return { value: { state: 'missed_by_us', saidSorry, nextStep, nextStepBy, nextStepOn } }
}

const missing = (field: string, text: string) => ({ problems: [{ field, text }] })

const typedOf = (a: Appointment): Readonly<Record<string, string>> => ({
  state: a.state === 'planned' ? '' : a.state,
  saidSorry: a.saidSorry ?? '',
  nextStep: a.nextStep ?? '',
  nextStepBy: a.nextStepBy ?? '',
})

function shown(
  child: Child,
  a: Appointment,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  changed = false,
): Answer {
  const page = askedPage({
    title: 'What became of it?',
    child,
    back: `/children/${child.id}/calendar`,
    intro: [`${londonDayAndTime(a.startsAt)}, ${a.place}, with ${a.withWhom}`],
    asks: ASKS,
    typed,
    version: a.version,
    problems,
    meanwhile: changed
      ? { by: undefined, lines: [{ label: 'What became of it:', text: STATES[a.state] }] }
      : undefined,
  })
  return askedAnswer(page)
}
