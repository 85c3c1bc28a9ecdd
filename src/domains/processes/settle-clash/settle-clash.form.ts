import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { type Ask, choice, maybe, needed } from '#domains/children/index.ts'
import { type Form, readAsked } from '../entries/read-asked.form.ts'
import { SETTLED, type SettledHow } from '../clashes.rules.ts'

export const SETTLE_ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'how', label: 'How was it settled?', choices: SETTLED },
  {
    kind: 'words',
    name: 'note',
    label: 'With whom, and how does the child know? (optional)',
  },
  { kind: 'day', name: 'on', label: 'When was it settled?' },
]

type Read<T> = { readonly value: T } | { readonly problems: readonly Problem[] }

export type Settling = {
  readonly how: SettledHow
  readonly note: string | undefined
  readonly on: CalendarDay
}

const settling = z.object({
  how: z.enum(
    ['first_moved', 'second_moved', 'both_can_be', 'one_dropped', 'child_chose', 'same_thing'],
    'Choose how it was settled',
  ),
  note: maybe('The note', 1000),
})

export function readSettling(form: Form, today: CalendarDay): Read<Settling> {
  const found = readAsked(form, today, settling, { on: { called: 'the day it was settled' } })
  if ('problems' in found) return found
  return { value: { ...found.value, on: found.days.on ?? today } }
}

export const contradictAsks = (demands: Readonly<Record<string, string>>): readonly Ask[] => [
  { kind: 'choice', name: 'first', label: 'The one', choices: demands },
  { kind: 'choice', name: 'second', label: 'The other', choices: demands },
  { kind: 'words', name: 'why', label: 'How do they contradict each other?' },
]

export type Contradiction = {
  readonly first: string
  readonly second: string
  readonly why: string
}

export function readContradiction(
  form: Form,
  demands: Readonly<Record<string, string>>,
): Read<Contradiction> {
  const schema = z
    .object({
      first: choice(demands, 'Choose the one'),
      second: choice(demands, 'Choose the other'),
      why: needed('Enter how they contradict each other', 'How they contradict', 1000),
    })
    .refine((f) => f.first !== f.second, { path: ['second'], message: 'Choose two different ones' })
  const read = schema.safeParse(form)
  if (read.success) return { value: read.data }
  return {
    problems: read.error.issues.map((i) => ({ field: String(i.path[0] ?? ''), text: i.message })),
  }
}
