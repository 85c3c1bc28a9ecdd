import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { type Ask, daysOf, maybe } from '#domains/children/index.ts'
import { DUE_STATES } from '../due.rules.ts'
import { type Form, readAsked } from '../entries/read-asked.form.ts'
import type { DueToChild } from './due.queries.ts'

export const DUE_ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'state', label: 'What came of it?', choices: DUE_STATES },
  { kind: 'day', name: 'onDay', label: 'Since which day?' },
  {
    kind: 'day',
    name: 'dueOn',
    label: 'If they still wait for it: by which day is it due? (optional)',
  },
  { kind: 'text', name: 'amount', label: 'If it is money: how much? (optional)' },
  { kind: 'words', name: 'note', label: 'If it was refused or does not apply: why?' },
]

const schema = z.object({
  state: z.enum(
    ['asked', 'received', 'refused', 'does_not_apply', 'child_does_not_want'],
    'Choose what came of it',
  ),
  amount: maybe('How much', 100),
  note: maybe('Why', 1000),
})

export type SaidDue = Pick<DueToChild, 'state' | 'onDay' | 'dueOn' | 'amount' | 'note'>

export function readDue(
  form: Form,
  today: CalendarDay,
): { readonly value: SaidDue } | { readonly problems: readonly Problem[] } {
  const found = readAsked(form, today, schema, {
    onDay: { called: 'the day', needed: true },
    dueOn: { called: 'the day it is due', ahead: true },
  })
  if ('problems' in found) return found
  const { value, days } = found
  const saysWhy = value.state !== 'refused' && value.state !== 'does_not_apply'
  if (!saysWhy && value.note === undefined) {
    return { problems: [{ field: 'note', text: 'Enter why it was refused or does not apply' }] }
  }
  return { value: { ...value, onDay: days.onDay ?? today, dueOn: days.dueOn } }
}

export const typedDue = (d: DueToChild): Readonly<Record<string, string>> => ({
  state: d.state,
  amount: d.amount ?? '',
  note: d.note ?? '',
  ...daysOf('onDay', d.onDay),
  ...daysOf('dueOn', d.dueOn),
})
