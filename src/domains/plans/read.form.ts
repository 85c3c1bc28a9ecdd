import type { CalendarDay } from '#kernel/calendar-day.ts'
import {
  type Bounds,
  type Form,
  type Reading as Boxes,
  reading as boxes,
} from '#platform/http/reading.ts'

/** As any form is read; after a problem was said there is something to go on with, so that a page reads on to the next. */
export type Reading = Omit<Boxes, 'choice' | 'choiceOrNone' | 'day'> & {
  readonly choice: (
    name: string,
    choices: Readonly<Record<string, string>>,
    missing: string,
  ) => string
  readonly choiceOrNone: (
    name: string,
    choices: Readonly<Record<string, string>>,
  ) => string | undefined
  readonly dayNeeded: (name: string, missing: string, bounds?: Bounds) => CalendarDay
}

export function reading(form: Form, today: CalendarDay): Reading {
  const read = boxes(form, today)
  return {
    ...read,
    choice: (name, choices, missing) => read.choice(name, choices, missing) ?? '',
    dayNeeded: (name, missing, bounds) => read.day(name, missing, bounds) ?? today,
  }
}
