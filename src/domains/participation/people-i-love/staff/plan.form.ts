import { z } from 'zod'
import { type CalendarDay, typedDay } from '#kernel/calendar-day.ts'
import { readId, type PersonId } from '#kernel/ids.ts'
import { type Problem, problemsOf } from '#platform/http/form-problem.ts'
import { hardToRead } from '#domains/words/index.ts'
import { CONTACT_KINDS, STEP_KINDS } from '../plan.rules.ts'

/** What can be done on the page of a plan, one form each. */
export const DOINGS = ['review', 'step', 'done', 'contact', 'made', 'reply'] as const
export type Doing = (typeof DOINGS)[number]

const words = (enter: string, most = 2000) =>
  z
    .string(enter)
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, enter).max(most, `Use ${most} letters or fewer`))

const dayFrom = (enter: string) =>
  z.string(enter).transform((text, context): CalendarDay => {
    const day = typedDay(text)
    if (day) return day
    context.addIssue(enter)
    return z.NEVER
  })

export const review = z.object({
  reviewOn: dayFrom('Enter the day on which you look at it again, like 27 3 2027'),
})

export const step = z.object({
  kind: z.enum(STEP_KINDS, 'Choose whether it is done or told'),
  words: words('Write what is done, or what is told'),
  who: z.string('Choose who').transform((text, context): PersonId => {
    const id = readId<'person'>(text)
    if (id) return id
    context.addIssue('Choose who')
    return z.NEVER
  }),
  byDay: dayFrom('Enter the day by which it is done, like 27 3 2027'),
})

export const contact = z.object({
  contactKind: z.enum(CONTACT_KINDS, 'Choose whom you would like to contact'),
  whom: words('Write whom exactly, as the young person calls them', 300),
  why: words('Write why, and how it would be done'),
})

export const made = z.object({ madeWords: words('Write what was done, and what became of it') })
export const reply = z.object({ reply: words('Write your answer', 5000) })
export const signing = z.object({ signedWhy: words('Write why you agree') })

type Read<T> = { readonly value: T } | { readonly problems: readonly Problem[] }

/** Reads one form. Of what the young person reads, what may be hard to read is shown again once. */
export function readForm<T>(
  form: z.ZodType<T>,
  typed: Readonly<Record<string, unknown>>,
  theyRead: readonly string[],
  today?: CalendarDay,
): Read<T> {
  const read = form.safeParse(typed)
  if (!read.success) return { problems: problemsOf(read.error) }
  const problems = [
    ...past(typed, today),
    ...(typed['asItIs'] === 'yes' ? [] : hard(typed, theyRead)),
  ]
  return problems.length > 0 ? { problems } : { value: read.data }
}

const past = (
  typed: Readonly<Record<string, unknown>>,
  today: CalendarDay | undefined,
): readonly Problem[] =>
  ['reviewOn', 'byDay'].flatMap((field) => {
    const text = typed[field]
    const day = typeof text === 'string' ? typedDay(text) : undefined
    return today && day && day < today ? [{ field, text: 'Enter a day that has not gone by' }] : []
  })

const hard = (
  typed: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): readonly Problem[] =>
  fields.flatMap((field) => {
    const text = typed[field]
    const found = typeof text === 'string' ? hardToRead(text) : []
    return found.length > 0
      ? [{ field, text: `Some of this may be hard to read. ${found.join('. ')}` }]
      : []
  })
