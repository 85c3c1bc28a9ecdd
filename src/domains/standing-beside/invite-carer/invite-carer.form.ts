import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { textOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { type Ask, choice, maybe, needed } from '#domains/children/index.ts'
import { type Carer, DECIDES } from '../carers.rules.ts'
import { dayWithin } from '../day-within.form.ts'
import { NOT_IN_IT } from './register.view.ts'

type Register = Readonly<Record<string, string>>

/** Where somebody of the register cares in the home of the young person, it is asked first whether it is they. */
export const carerAsks = (register: Register): readonly Ask[] => [
  ...(asksWho(register)
    ? [
        {
          kind: 'choice',
          name: 'register',
          label: 'Who are they in the register of homes and carers?',
          hint: 'The account of somebody of the register shows nothing once the young person no longer lives where they care',
          choices: register,
        } as const,
      ]
    : []),
  {
    kind: 'text',
    name: 'name',
    label: 'What is the carer called?',
    ...(asksWho(register) ? { hint: 'May stay empty for somebody of the register' } : {}),
  },
  {
    kind: 'text',
    name: 'whoTheyAre',
    label: 'Who are they to the young person?',
    hint: 'In the young person’s words where you can: “my foster mum”, “my brother”',
  },
  {
    kind: 'text',
    name: 'agreedHow',
    label: 'How was the young person asked, and what did they say?',
  },
  { kind: 'day', name: 'agreedOn', label: 'On which day did they agree?' },
  { kind: 'choice', name: 'decides', label: 'Who decides what the carer sees?', choices: DECIDES },
  {
    kind: 'text',
    name: 'decidesWhy',
    label: 'If with a worker: why they cannot judge it alone yet',
  },
  { kind: 'day', name: 'review', label: 'If with a worker: when is that looked at again?' },
]

/** Nobody of the register cares there: there is nothing to choose. */
const asksWho = (register: Register): boolean => Object.keys(register).length > 1

const form = z.object({
  name: maybe('The name', 200),
  whoTheyAre: needed('Enter who they are to the young person', 'Who they are', 200),
  agreedHow: needed(
    'Say how the young person was asked, and what they said',
    'How they were asked',
    1000,
  ),
  decides: choice(DECIDES, 'Choose who decides what the carer sees'),
  decidesWhy: maybe('Why', 1000),
})

export type ToInvite = Pick<
  Carer,
  'whoTheyAre' | 'decides' | 'decidesWhy' | 'reviewOn' | 'agreedOn' | 'agreedHow' | 'registerId'
> & { readonly name: string | undefined }

type Day = CalendarDay | 'wrong' | undefined

/** Who is invited, and how the young person agreed: nobody is invited without that. */
export function readInvite(
  fields: Readonly<Record<string, unknown>>,
  today: CalendarDay,
  register: Register,
): { readonly value: ToInvite } | { readonly problems: readonly Problem[] } {
  const read = form.safeParse(fields)
  const agreedOn = dayWithin(fields, 'agreedOn')
  const review = dayWithin(fields, 'review')
  const who = whoIn(fields, register)
  const problems = [
    ...(read.success ? [] : problemsOf(read.error)),
    ...who.problems,
    ...(read.success && !read.data.name && !who.registerId
      ? [{ field: 'name', text: 'Enter what the carer is called' }]
      : []),
    ...(pastOrToday(agreedOn, today)
      ? []
      : [{ field: 'agreedOn', text: 'Enter the day they agreed, today or earlier' }]),
    ...(read.success ? reviewProblems(read.data, review, today) : []),
  ]
  if (!read.success || problems.length > 0 || !pastOrToday(agreedOn, today)) return { problems }
  return {
    value: { ...read.data, ...deciding(read.data, review), registerId: who.registerId, agreedOn },
  }
}

/** Who they are in the register, where that is asked. */
export function whoIn(
  fields: Readonly<Record<string, unknown>>,
  register: Register,
): { readonly registerId: string | undefined; readonly problems: readonly Problem[] } {
  if (!asksWho(register)) return { registerId: undefined, problems: [] }
  const chosen = textOf(fields, 'register')
  if (!Object.hasOwn(register, chosen)) {
    const text = 'Choose who they are in the register, or that they are not in it'
    return { registerId: undefined, problems: [{ field: 'register', text }] }
  }
  return { registerId: chosen === NOT_IN_IT ? undefined : chosen, problems: [] }
}

const pastOrToday = (day: Day, today: CalendarDay): day is CalendarDay =>
  day !== undefined && day !== 'wrong' && day <= today

/** With a worker: why, and when that is looked at again. */
function reviewProblems(
  read: z.infer<typeof form>,
  review: Day,
  today: CalendarDay,
): readonly Problem[] {
  if (read.decides !== 'with_worker') return []
  const toCome = review !== undefined && review !== 'wrong' && review > today
  return [
    ...(read.decidesWhy
      ? []
      : [{ field: 'decidesWhy', text: 'Say why they cannot judge it alone yet' }]),
    ...(toCome
      ? []
      : [{ field: 'review', text: 'Enter a day to come on which it is looked at again' }]),
  ]
}

const deciding = (read: z.infer<typeof form>, review: Day) =>
  read.decides === 'with_worker' && review !== 'wrong'
    ? { decides: 'with_worker' as const, decidesWhy: read.decidesWhy, reviewOn: review }
    : { decides: 'young_person' as const, decidesWhy: undefined, reviewOn: undefined }
