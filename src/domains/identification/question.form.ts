import type { CalendarDay } from '#kernel/calendar-day.ts'
import { listOf, textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { dayFrom } from '#domains/children/index.ts'
import { BOX_NAMES, type PartialDay, readPartialDay } from './partial-day.rules.ts'

type Form = Readonly<Record<string, unknown>>

/** What was typed, lists of ticks included, so that a form can be shown again as it was. */
export function typedWithTicks(form: Form): Form {
  return Object.fromEntries(
    Object.entries(form)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) => [name, typeof value === 'string' ? value : listOf(form, name)]),
  )
}

/** Reads one answer after another and gathers what is wrong: each answer has one sentence. */
export type Reading = {
  readonly problems: readonly Problem[]
  readonly needed: (name: string, missing: string, most: number) => string
  readonly maybe: (name: string, what: string, most: number) => string | undefined
  readonly choice: <C extends string>(
    name: string,
    choices: Readonly<Record<C, string>>,
    missing: string,
  ) => C
  readonly choiceOrNone: <C extends string>(
    name: string,
    choices: Readonly<Record<C, string>>,
  ) => C | undefined
  readonly ticks: (name: string, among: readonly string[]) => readonly string[]
  readonly day: (name: string, what: string) => CalendarDay | undefined
  readonly dayNeeded: (name: string, what: string) => CalendarDay
  readonly partial: (name: string) => PartialDay | undefined
  readonly wrong: (field: string, text: string) => void
}

export function reading(form: Form, today: CalendarDay): Reading {
  const problems: Problem[] = []
  const wrong = (field: string, text: string) => {
    if (!problems.some((p) => p.field === field)) problems.push({ field, text })
  }
  const within = (name: string, most: number, what: string) => {
    const text = textOf(form, name).trim()
    const limit = most.toLocaleString('en-GB')
    if (text.length > most) wrong(name, `${what} must be ${limit} characters or fewer`)
    return text
  }
  const choiceOrNone = <C extends string>(name: string, choices: Readonly<Record<C, string>>) => {
    const typed = textOf(form, name)
    return keysOf(choices).find((code) => code === typed)
  }
  const day = (name: string, what: string) => {
    const read = dayFrom(form, name)
    if (read !== 'wrong') return read
    wrong(name, `Enter ${what} as a real date, like 27 3 2026`)
    return undefined
  }
  return {
    problems,
    wrong,
    needed: (name, missing, most) => {
      const text = within(name, most, 'What you write here')
      if (!text) wrong(name, missing)
      return text
    },
    maybe: (name, what, most) => within(name, most, what) || undefined,
    choice: (name, choices, missing) => {
      const found = choiceOrNone(name, choices)
      if (!found) wrong(name, missing)
      return found ?? keysOf(choices)[0] ?? never(name)
    },
    choiceOrNone,
    ticks: (name, among) => listOf(form, name).filter((code) => among.includes(code)),
    day,
    dayNeeded: (name, what) => {
      const read = day(name, what)
      if (!read) wrong(name, `Enter ${what}, like 27 3 2026`)
      return read ?? today
    },
    partial: (name) => {
      const [d = '', month = '', year = '', yearTo = ''] = BOX_NAMES.map((box) =>
        textOf(form, `${name}-${box}`),
      )
      const read = readPartialDay({ day: d, month, year, yearTo }, today)
      if (!read || !('text' in read)) return read
      wrong(name, read.text)
      return undefined
    },
  }
}

function keysOf<C extends string>(choices: Readonly<Record<C, string>>): readonly C[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record of codes are its codes
  return Object.keys(choices) as C[]
}

function never(name: string): never {
  throw new Error(`There is nothing to choose for ${name}`)
}
