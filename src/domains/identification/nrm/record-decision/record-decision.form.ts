import type { CalendarDay } from '#kernel/calendar-day.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { dayFrom } from '#platform/http/reading.ts'
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
  const said = readSaid(typed)
  const days = readDays(typed, today)
  const problems = [...said.problems, ...days.problems]
  const { decidedOn, heardOn, childToldOn } = days
  if (problems.length > 0 || !said.value || !decidedOn || !heardOn) return { problems }
  return { value: { ...said.value, decidedOn, heardOn, childToldOn } }
}

const MOST = 15_000

function readSaid(typed: Form) {
  const kind = keyIn(KINDS, textOf(typed, 'kind'))
  const outcome = keyIn(OUTCOMES, textOf(typed, 'outcome'))
  const decidedBy = keyIn(DECIDED_BY, textOf(typed, 'decidedBy'))
  const reasons = textOf(typed, 'reasons').trim()
  const problems: Problem[] = []
  const wrong = (field: string, text: string) => problems.push({ field, text })
  if (!kind) wrong('kind', 'Choose what was decided')
  if (!outcome) wrong('outcome', 'Choose how it was decided')
  if (!decidedBy) wrong('decidedBy', 'Choose who decided, or that it was not said')
  if (reasons.length > MOST) wrong('reasons', 'The reasons must be 15,000 characters or fewer')
  const again = textOf(typed, 'again') === 'yes'
  const value =
    kind && outcome && decidedBy
      ? { kind, outcome, decidedBy, again, reasons: reasons || undefined }
      : undefined
  return { problems, value }
}

const DAYS = {
  decidedOn: 'the day of the decision',
  heardOn: 'the day we heard of it',
  childToldOn: 'the day they were told',
} as const
type DayName = keyof typeof DAYS

function readDays(typed: Form, today: CalendarDay) {
  const read = (field: DayName, needed: boolean) => readDay(typed, field, needed, today)
  const all = [read('decidedOn', true), read('heardOn', true), read('childToldOn', false)]
  const [decidedOn, heardOn, childToldOn] = all.map((d) => d.day)
  const problems: Problem[] = all.flatMap((d) => d.problem ?? [])
  if (isBefore(heardOn, decidedOn)) {
    problems.push({ field: 'heardOn', text: 'We cannot have heard of it before it was made' })
  }
  if (isBefore(childToldOn, decidedOn)) {
    problems.push({ field: 'childToldOn', text: 'They cannot have been told before it was made' })
  }
  return { problems, decidedOn, heardOn, childToldOn }
}

const isBefore = (day: CalendarDay | undefined, other: CalendarDay | undefined): boolean =>
  day !== undefined && other !== undefined && day < other

type ReadDay = { readonly day?: CalendarDay; readonly problem?: Problem }

function readDay(typed: Form, field: DayName, needed: boolean, today: CalendarDay): ReadDay {
  const day = dayFrom(typed, field)
  const what = DAYS[field]
  if (day === undefined && !needed) return {}
  if (day === undefined || day === 'wrong') {
    return { problem: { field, text: `Enter ${what}, like 27 3 2026` } }
  }
  if (day <= today) return { day }
  return { problem: { field, text: `${what.replace('the', 'The')} must be today or earlier` } }
}
