import { z } from 'zod'
import { londonCalendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { dayFrom } from '#platform/http/reading.ts'
import { type Ask, daysOf, maybe, needed } from '#domains/children/index.ts'
import type { Clock } from '../clock.rules.ts'
import type { OwnClock } from '../own-clocks.queries.ts'

type Form = Readonly<Record<string, unknown>>

export const OWN_ASKS: readonly Ask[] = [
  {
    kind: 'text',
    name: 'owed',
    label: 'What is owed?',
    hint: 'What somebody said they would do, like: ring the solicitor',
  },
  {
    kind: 'text',
    name: 'owedBy',
    label: 'Who owes it?',
    hint: 'A person or a body. Nothing is owed by the young person',
  },
  { kind: 'day', name: 'dueOn', label: 'By which day?', hint: 'Like 27 3 2026' },
  { kind: 'words', name: 'why', label: 'What there is to say about it (optional)' },
]

const form = z.object({
  owed: needed('Enter what is owed', 'What is owed', 200),
  owedBy: needed('Enter who owes it', 'Who owes it', 200),
  why: maybe('What there is to say', 1000),
})

/** Reads an own clock; a new one is owed from today on. */
export function readOwnClock(
  typed: Form,
  since: Date,
): { readonly value: OwnClock } | { readonly problems: readonly Problem[] } {
  const read = form.safeParse(typed)
  const day = dayFrom(typed, 'dueOn')
  const wrong = dayProblem(day, londonCalendarDay(since))
  const problems = [...(read.success ? [] : problemsOf(read.error)), ...wrong]
  if (!read.success || day === undefined || day === 'wrong' || wrong.length > 0) {
    return { problems }
  }
  return { value: { ...read.data, dueOn: day } }
}

function dayProblem(day: CalendarDay | 'wrong' | undefined, first: CalendarDay): Problem[] {
  if (day === undefined || day === 'wrong') {
    return [{ field: 'dueOn', text: 'Enter the day it is owed by, like 27 3 2026' }]
  }
  if (day < first) return [{ field: 'dueOn', text: 'It must be owed by a day after it began' }]
  if (day.slice(0, 4) > String(Number(first.slice(0, 4)) + 30)) {
    return [{ field: 'dueOn', text: 'Enter a day within the next 30 years' }]
  }
  return []
}

export const typedOwn = (clock: Clock, day: CalendarDay | undefined) => ({
  owed: clock.owed,
  owedBy: clock.owedBy,
  why: clock.why ?? '',
  ...daysOf('dueOn', day),
})
