import { z } from 'zod'
import { typedDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'

export const PROMISE_KINDS = [
  'answer',
  'after_going_up',
  'after_asking_again',
  'worse_check',
] as const
export type PromiseKind = (typeof PROMISE_KINDS)[number]

export const PROMISE_WORDS: Readonly<Record<PromiseKind, string>> = {
  answer: 'An answer comes within',
  after_going_up: 'When it has gone up to a manager, within a further',
  after_asking_again: 'When they say “not yet”, again within',
  worse_check: 'An independent person asks whether anything is worse every',
}

const ENTER_DAY = 'Enter the day, like 27 3 2027'
const day = z.string(ENTER_DAY).transform((text, context): CalendarDay => {
  const found = typedDay(text)
  if (found) return found
  context.addIssue(ENTER_DAY)
  return z.NEVER
})

const promise = z.object({
  kind: z.enum(PROMISE_KINDS, 'Choose which promise it is'),
  days: z
    .string('Enter how many days')
    .trim()
    .regex(/^\d{1,2}$/, 'Enter how many days, from 1 to 60')
    .transform(Number)
    .pipe(
      z
        .number()
        .min(1, 'Enter how many days, from 1 to 60')
        .max(60, 'Enter how many days, from 1 to 60'),
    ),
  counted: z.enum(['days', 'working_days'], 'Choose which days count'),
  from: day,
  source: z
    .string('Write where this is decided')
    .trim()
    .min(1, 'Write where this is decided')
    .max(500, 'Use 500 letters or fewer'),
})
const holiday = z.object({
  on: day,
  name: z
    .string('Write what it is called')
    .trim()
    .min(1, 'Write what it is called')
    .max(100, 'Use 100 letters or fewer'),
})

type Read<T> = { readonly value: T } | { readonly problems: readonly Problem[] }

export function readPromise(form: unknown): Read<z.infer<typeof promise>> {
  const read = promise.safeParse(form)
  return read.success ? { value: read.data } : { problems: problemsOf(read.error) }
}

export function readHoliday(form: unknown): Read<z.infer<typeof holiday>> {
  const read = holiday.safeParse(form)
  return read.success ? { value: read.data } : { problems: problemsOf(read.error) }
}

const away = z.object({ awayFrom: day, awayUntil: day })

export function readAway(
  form: unknown,
  today: CalendarDay,
): Read<{ readonly from: CalendarDay; readonly until: CalendarDay }> {
  const read = away.safeParse(form)
  if (!read.success) return { problems: problemsOf(read.error) }
  const { awayFrom: from, awayUntil: until } = read.data
  if (until >= from && until >= today) return { value: { from, until } }
  return {
    problems: [
      { field: 'awayUntil', text: 'The last day must be today or later, and not before the first' },
    ],
  }
}
