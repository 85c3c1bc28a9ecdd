import type { CalendarDay } from '#kernel/calendar-day.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { dayFrom } from '#domains/children/index.ts'
import {
  type DecidedBy,
  DECIDED_BY,
  KINDS,
  type NewDecision,
  OUTCOMES,
} from '../decisions.rules.ts'
import { keyIn } from '../key-in.rules.ts'

export type ReadDecision = NewDecision & {
  readonly heardOn: CalendarDay
  readonly decidedBy: DecidedBy
  readonly reasons: string | undefined
  readonly childToldOn: CalendarDay | undefined
}

type Form = Readonly<Record<string, unknown>>

export function readDecision(
  typed: Form,
  today: CalendarDay,
): { readonly value: ReadDecision } | { readonly problems: readonly Problem[] } {
  const kind = keyIn(KINDS, textOf(typed, 'kind'))
  const outcome = keyIn(OUTCOMES, textOf(typed, 'outcome'))
  const decidedBy = keyIn(DECIDED_BY, textOf(typed, 'decidedBy'))
  const reasons = textOf(typed, 'reasons').trim()
  const days = readDays(typed, today)
  const problems = [
    ...(kind ? [] : [{ field: 'kind', text: 'Choose what was decided' }]),
    ...(outcome ? [] : [{ field: 'outcome', text: 'Choose how it was decided' }]),
    ...(decidedBy
      ? []
      : [{ field: 'decidedBy', text: 'Choose who decided, or that it was not said' }]),
    ...(reasons.length > MOST
      ? [{ field: 'reasons', text: 'The reasons must be 15,000 characters or fewer' }]
      : []),
    ...days.problems,
  ]
  const { decidedOn, heardOn, childToldOn } = days
  const whole = kind && outcome && decidedBy && decidedOn && heardOn
  if (problems.length > 0 || !whole) return { problems }
  const again = textOf(typed, 'again') === 'yes'
  const value = { kind, outcome, decidedBy, again, decidedOn, heardOn, childToldOn }
  return { value: { ...value, reasons: reasons || undefined } }
}

const MOST = 15_000

const DAYS = [
  ['decidedOn', 'the day of the decision', true],
  ['heardOn', 'the day we heard of it', true],
  ['childToldOn', 'the day they were told', false],
] as const

function readDays(typed: Form, today: CalendarDay) {
  const problems: Problem[] = []
  const days: Record<string, CalendarDay | undefined> = {}
  for (const [field, what, needed] of DAYS) {
    const day = dayFrom(typed, field)
    if (day === 'wrong' || (day === undefined && needed)) {
      problems.push({ field, text: `Enter ${what}, like 27 3 2026` })
    } else if (day !== undefined && day > today) {
      problems.push({ field, text: `${what.replace('the', 'The')} must be today or earlier` })
    } else days[field] = day
  }
  const { decidedOn, heardOn, childToldOn } = days
  if (decidedOn && heardOn && heardOn < decidedOn) {
    problems.push({ field: 'heardOn', text: 'We cannot have heard of it before it was made' })
  }
  if (decidedOn && childToldOn && childToldOn < decidedOn) {
    problems.push({ field: 'childToldOn', text: 'They cannot have been told before it was made' })
  }
  return { problems, decidedOn, heardOn, childToldOn }
}
