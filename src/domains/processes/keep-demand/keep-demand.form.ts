import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { type Ask, choice, daysOf, maybe, needed } from '#domains/children/index.ts'
import {
  type Columns,
  type EntryKind,
  type Has,
  type ReadEntry,
  textIn,
} from '../entries/entry.form.ts'
import { type Form, readAsked } from '../entries/read-asked.form.ts'
import { clockTime } from '../clashes.rules.ts'

const STATES = {
  stands: 'It stands',
  moved: 'It was moved to another day',
  met: 'It is done',
  dropped: 'It is not asked any more',
} as const

/** What a process asks of the child on a day. */
export const DEMAND: EntryKind = {
  slug: 'demands',
  table: 'process_demand',
  part: 'systems',
  addTitle: 'What is asked of them, and when',
  changeTitle: 'Change what is asked of them',
  intro: () => [
    'Write what the child is asked to do or where to be. What falls on the same day as something else is flagged by itself.',
  ],
  asks,
  read,
  typedOf: (row) => ({
    process: textIn(row, 'process_id'),
    what: textIn(row, 'what'),
    ...daysOf('onDay', textIn(row, 'on_day')),
    ...daysOf('untilDay', textIn(row, 'until_day')),
    fromTime: textIn(row, 'from_time'),
    untilTime: textIn(row, 'until_time'),
    place: textIn(row, 'place'),
    state: textIn(row, 'state'),
  }),
  toldOf: (row) => [
    { label: 'What is asked:', text: textIn(row, 'what') },
    { label: 'The day:', text: textIn(row, 'on_day') },
  ],
}

function asks(has: Has): readonly Ask[] {
  const own: readonly Ask[] = [
    {
      kind: 'choice',
      name: 'process',
      label: 'Which process asks it?',
      choices: has.choices['process'] ?? {},
    },
    { kind: 'text', name: 'what', label: 'What is asked of the child?' },
    { kind: 'day', name: 'onDay', label: 'On which day?' },
    { kind: 'day', name: 'untilDay', label: 'Until which day, if it is more than one? (optional)' },
    { kind: 'text', name: 'fromTime', label: 'From when? (optional)', hint: 'Like 9:30 or 2pm' },
    { kind: 'text', name: 'untilTime', label: 'Until when? (optional)' },
    { kind: 'text', name: 'place', label: 'Where? (optional)' },
  ]
  if (!has.row) return own
  return [...own, { kind: 'choice', name: 'state', label: 'Does it stand?', choices: STATES }]
}

const schema = (has: Has) =>
  z.object({
    process: choice(has.choices['process'] ?? {}, 'Choose which process asks it'),
    what: needed('Enter what is asked of the child', 'What is asked', 500),
    fromTime: maybe('The time it begins', 20),
    untilTime: maybe('The time it ends', 20),
    place: maybe('Where it is', 200),
    state: z.enum(['stands', 'moved', 'met', 'dropped']).catch('stands'),
  })

function read(form: Form, has: Has): ReadEntry {
  const found = readAsked(form, has.today, schema(has), {
    onDay: { called: 'the day', needed: true, ahead: true },
    untilDay: { called: 'the last day', ahead: true },
  })
  if ('problems' in found) return found
  const { value, days } = found
  const from = value.fromTime === undefined ? undefined : clockTime(value.fromTime)
  const until = value.untilTime === undefined ? undefined : clockTime(value.untilTime)
  const when = { ...days, from, until }
  const problems = [...timeProblems(value, when), ...orderProblems(when)]
  const [problem] = problems
  if (problem) return { problems: [problem] }
  return { columns: columnsOf(value, when, has) }
}

type When = {
  readonly onDay: CalendarDay | undefined
  readonly untilDay: CalendarDay | undefined
  readonly from: string | undefined
  readonly until: string | undefined
}

type Value = z.infer<ReturnType<typeof schema>>

function timeProblems(value: Value, { from, until }: When): readonly Problem[] {
  const problems: Problem[] = []
  if (value.fromTime !== undefined && from === undefined) {
    problems.push({ field: 'fromTime', text: 'Enter the time it begins, like 9:30 or 2pm' })
  }
  if (value.untilTime !== undefined && until === undefined) {
    problems.push({ field: 'untilTime', text: 'Enter the time it ends, like 9:30 or 2pm' })
  }
  return problems
}

function orderProblems({ onDay, untilDay, from, until }: When): readonly Problem[] {
  if (onDay && untilDay && untilDay < onDay) {
    return [{ field: 'untilDay', text: 'The last day must not be before the first' }]
  }
  if (until === undefined) return []
  if (from === undefined) return [{ field: 'fromTime', text: 'Enter when it begins too' }]
  const oneDay = untilDay === undefined || untilDay === onDay
  return oneDay && until <= from
    ? [{ field: 'untilTime', text: 'It must end after it begins' }]
    : []
}

const columnsOf = (value: Value, when: When, has: Has): Columns => ({
  process_id: value.process,
  what: value.what,
  on_day: when.onDay ?? has.today,
  until_day: when.untilDay ?? null,
  from_time: when.from ?? null,
  until_time: when.until ?? null,
  place: value.place ?? null,
  state: value.state,
})
