import type { CalendarDay } from '#kernel/calendar-day.ts'
import { listOf, textOf } from '#platform/http/fields.ts'
import {
  dayFrom,
  type Form,
  keysOf,
  type Reading as Boxes,
  reading as boxes,
} from '#platform/http/reading.ts'
import { BOX_NAMES, type PartialDay, readPartialDay } from './partial-day.rules.ts'

/** What was typed, lists of ticks included, so that a form can be shown again as it was. */
export function typedWithTicks(form: Form): Form {
  return Object.fromEntries(
    Object.entries(form)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) => [name, typeof value === 'string' ? value : listOf(form, name)]),
  )
}

/** As any form is read, with days that are only partly known; after a problem there is something to read on with. */
export type Reading = Omit<Boxes, 'maybe' | 'choice' | 'ticks' | 'day' | 'dayOrNone'> & {
  readonly maybe: (name: string, what: string, most: number) => string | undefined
  readonly choice: <C extends string>(
    name: string,
    choices: Readonly<Record<C, string>>,
    missing: string,
  ) => C
  readonly ticks: (name: string, among: readonly string[]) => readonly string[]
  readonly day: (name: string, what: string) => CalendarDay | undefined
  readonly dayNeeded: (name: string, what: string) => CalendarDay
  readonly partial: (name: string) => PartialDay | undefined
}

export function reading(form: Form, today: CalendarDay): Reading {
  const read = boxes(form, today)
  const day = (name: string, what: string) => {
    const found = dayFrom(form, name)
    if (found !== 'wrong') return found
    read.wrong(name, `Enter ${what} as a real date, like 27 3 2026`)
    return undefined
  }
  return {
    ...read,
    maybe: (name, what, most) => read.maybe(name, most, what),
    choice: (name, choices, missing) =>
      read.choice(name, choices, missing) ?? keysOf(choices)[0] ?? never(name),
    ticks: (name, among) => listOf(form, name).filter((code) => among.includes(code)),
    day,
    dayNeeded: (name, what) => {
      const found = day(name, what)
      if (!found) read.wrong(name, `Enter ${what}, like 27 3 2026`)
      return found ?? today
    },
    partial: (name) => {
      const [d = '', month = '', year = '', yearTo = ''] = BOX_NAMES.map((box) =>
        textOf(form, `${name}-${box}`),
      )
      const found = readPartialDay({ day: d, month, year, yearTo }, today)
      if (!found || !('text' in found)) return found
      read.wrong(name, found.text)
      return undefined
    },
  }
}

function never(name: string): never {
  throw new Error(`There is nothing to choose for ${name}`)
}
