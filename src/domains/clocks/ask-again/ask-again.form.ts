import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { dayFrom } from '#platform/http/reading.ts'
import { type Ask, daysOf, maybe, needed } from '#domains/children/index.ts'
import { type Asking, HOW_CODES, HOWS, type Step, STEP_ORDER, STEPS } from './asked-again.rules.ts'
import type { ToAsk } from './asked-again.queries.ts'

type Form = Readonly<Record<string, unknown>>
type Typed = Readonly<Record<string, string>>

const ASKED: readonly Ask[] = [
  { kind: 'day', name: 'askedOn', label: 'On which day did you ask?' },
  {
    kind: 'text',
    name: 'ofWhom',
    label: 'Whom?',
    hint: 'A body, and a person there where there is one',
  },
  { kind: 'choice', name: 'how', label: 'How?', choices: HOWS },
  { kind: 'choice', name: 'step', label: 'Which step was it?', choices: STEPS },
  {
    kind: 'text',
    name: 'reference',
    label: 'Their reference (optional)',
    hint: 'The letter says it in the place of a name',
  },
  { kind: 'words', name: 'said', label: 'What there is to say about it (optional)' },
]

const ANSWERED: readonly Ask[] = [
  { kind: 'day', name: 'answeredOn', label: 'When did they answer? (leave empty until they do)' },
  { kind: 'words', name: 'answer', label: 'What did they answer? (leave empty until they do)' },
]

export const ASKING: readonly Ask[] = [...ASKED, ...ANSWERED]

const form = z.object({
  ofWhom: needed('Enter whom you asked', 'Whom you asked', 200),
  how: z.enum(HOW_CODES, 'Choose how you asked'),
  step: z.enum(STEP_ORDER, 'Choose which step it was'),
  reference: maybe('Their reference', 100),
  said: maybe('What there is to say', 2000),
  answer: maybe('What they answered', 2000),
})

/** Reads an asking: it lies between the day the decision began to be owed and today. */
export function readAsking(
  typed: Form,
  { began, today }: { readonly began: CalendarDay; readonly today: CalendarDay },
): { readonly value: ToAsk } | { readonly problems: readonly Problem[] } {
  const read = form.safeParse(typed)
  const askedOn = dayFrom(typed, 'askedOn')
  const answeredOn = dayFrom(typed, 'answeredOn')
  const answer = read.success ? read.data.answer : undefined
  const problems = [
    ...(read.success ? [] : problemsOf(read.error)),
    ...askedProblem(askedOn, began, today),
    ...(read.success ? answerProblem({ askedOn, answeredOn, answer, today }) : []),
  ]
  if (!read.success || problems.length > 0 || askedOn === undefined || askedOn === 'wrong') {
    return { problems }
  }
  const answered = answeredOn === 'wrong' ? undefined : answeredOn
  return { value: { ...read.data, askedOn, answeredOn: answered } }
}

type Day = CalendarDay | undefined | 'wrong'

function askedProblem(day: Day, began: CalendarDay, today: CalendarDay): readonly Problem[] {
  const one = (text: string) => [{ field: 'askedOn', text }]
  if (day === undefined || day === 'wrong') return one('Enter the day you asked, like 27 3 2026')
  if (day > today) return one('The day you asked must be today or earlier')
  if (day < began) return one('The day you asked must not be before it began to be owed')
  return []
}

function answerProblem(said: {
  readonly askedOn: Day
  readonly answeredOn: Day
  readonly answer: string | undefined
  readonly today: CalendarDay
}): readonly Problem[] {
  const { askedOn, answeredOn, answer, today } = said
  const one = (text: string) => [{ field: 'answeredOn', text }]
  if (answeredOn === 'wrong') return one('Enter the day they answered, like 27 3 2026')
  if (answeredOn === undefined)
    return answer === undefined ? [] : one('Enter the day they answered')
  if (answer === undefined) return [{ field: 'answer', text: 'Enter what they answered' }]
  if (answeredOn > today) return one('The day they answered must be today or earlier')
  return askedOn !== 'wrong' && askedOn !== undefined && answeredOn < askedOn
    ? one('They cannot have answered before you asked')
    : []
}

export const typedAsking = (asking: Asking): Typed => ({
  ...daysOf('askedOn', asking.askedOn),
  ofWhom: asking.ofWhom,
  how: asking.how,
  step: asking.step,
  reference: asking.reference ?? '',
  said: asking.said ?? '',
  ...daysOf('answeredOn', asking.answeredOn),
  answer: asking.answer ?? '',
})

/** What a new asking begins with: today, whom it was last time, and the step that comes next. */
export const typedNext = (last: Asking | undefined, step: Step, today: CalendarDay): Typed => ({
  'askedOn-day': String(Number(today.slice(8))),
  'askedOn-month': String(Number(today.slice(5, 7))),
  'askedOn-year': today.slice(0, 4),
  ofWhom: last?.ofWhom ?? '',
  step,
  reference: last?.reference ?? '',
})
