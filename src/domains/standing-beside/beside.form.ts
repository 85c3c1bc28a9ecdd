import { z } from 'zod'
import { calendarDayFrom, type CalendarDay, typedDay } from '#kernel/calendar-day.ts'
import { readId, type PersonId } from '#kernel/ids.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { ALLOCATED_AS, choice, maybe } from '#domains/children/index.ts'

const box = z.string().trim().catch('')
const boxes = z.object({ day: box, month: box, year: box })

const who = z.object({
  person: z.string('Choose who will stand beside them').transform((text, context) => {
    const id = readId<'person'>(text)
    if (id) return id
    context.addIssue('Choose who will stand beside them')
    return z.NEVER
  }),
  part: choice(ALLOCATED_AS, 'Choose what part they have'),
})
const training = z
  .object({
    trained: z.enum(['yes', 'not_yet', '']).catch(''),
    trainedWhy: maybe('Why they begin before the training', 500),
    trainedBy: box,
  })
  .transform((t, context) => {
    const by = typedDay(t.trainedBy)
    if (t.trained !== 'not_yet') return { trained: t.trained || undefined }
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (!t.trainedWhy) say('trainedWhy', 'Say why they begin before they are trained')
    if (!by) say('trainedBy', 'Enter the day by which they are trained, like 27 3 2027')
    return { trained: t.trained, trainedWhy: t.trainedWhy, trainedBy: by }
  })
const why = z.object({ why: maybe('The reason', 500) })

export type ToAllocate = {
  readonly person: PersonId
  readonly part: string
  readonly startedOn: CalendarDay
  readonly trained?: 'yes' | 'not_yet' | undefined
  readonly trainedWhy?: string | undefined
  readonly trainedBy?: CalendarDay | undefined
}
export type ToEnd = { readonly on: CalendarDay; readonly why: string | undefined }
type Read<T> = { readonly value: T } | { readonly problems: readonly Problem[] }

/** Who, as what, and from which day; today when no day is typed. It opens the record, so it cannot lie ahead. */
export function readAllocateForm(form: unknown, today: CalendarDay): Read<ToAllocate> {
  const read = who.safeParse(form)
  const trained = training.safeParse(form)
  const day = readDay(form, today)
  const problems = [
    ...(read.success ? [] : problemsOf(read.error)),
    ...dayProblem(
      day,
      day === undefined || day <= today,
      STARTS,
      'The day it starts must be today or earlier',
    ),
    ...(trained.success ? [] : problemsOf(trained.error)),
  ]
  if (!read.success || !trained.success || !day || problems.length > 0) return { problems }
  return { value: { ...read.data, ...trained.data, startedOn: day } }
}

/** From which day, and why; today when no day is typed. It cannot end before it began or after today. */
export function readEndForm(form: unknown, startedOn: string, today: CalendarDay): Read<ToEnd> {
  const read = why.safeParse(form)
  const day = readDay(form, today)
  const within = day === undefined || (day >= startedOn && day <= today)
  const problems = [
    ...dayProblem(day, within, ENDS, 'The day it ends cannot be before it began or after today'),
    ...(read.success ? [] : problemsOf(read.error)),
  ]
  if (!read.success || !day || problems.length > 0) return { problems }
  return { value: { on: day, why: read.data.why } }
}

const STARTS = 'Enter the day it starts, like 27 3 2026'
const ENDS = 'Enter the day it ends, like 27 3 2026'

function dayProblem(
  day: CalendarDay | undefined,
  within: boolean,
  enter: string,
  outside: string,
): readonly Problem[] {
  if (!day) return [{ field: 'day', text: enter }]
  return within ? [] : [{ field: 'day', text: outside }]
}

function readDay(form: unknown, today: CalendarDay): CalendarDay | undefined {
  const { day, month, year } = boxes.parse(form)
  if (!day && !month && !year) return today
  return calendarDayFrom(day, month, year)
}
