import { type CalendarDay, calendarDayFrom, inWords } from '#kernel/calendar-day.ts'
import { isLanguageTag } from '#kernel/languages.ts'
import { listOf, textOf } from './fields.ts'
import type { Problem } from './form-problem.ts'

export type Form = Readonly<Record<string, unknown>>
type Choices<C extends string> = Readonly<Record<C, string>>

export type Bounds = {
  readonly from?: CalendarDay | undefined
  readonly until?: CalendarDay | undefined
}

/** Reads a form answer by answer and gathers what is wrong: each answer has one sentence, and nothing typed is lost. */
export type Reading = {
  readonly form: Form
  readonly today: CalendarDay
  readonly problems: readonly Problem[]
  readonly wrong: (field: string, text: string) => void
  readonly needed: (name: string, lacking: string, most: number) => string
  readonly maybe: (name: string, most: number, called?: string) => string | undefined
  /** Undefined after a problem was said. */
  readonly choice: <C extends string>(
    name: string,
    choices: Choices<C>,
    lacking: string,
  ) => C | undefined
  readonly choiceOrNone: <C extends string>(name: string, choices: Choices<C>) => C | undefined
  /** The codes that were ticked, in the order of the list; anything else that was sent is left out. */
  readonly ticks: <C extends string>(name: string, choices: Choices<C>) => readonly C[]
  /** Undefined after a problem was said. */
  readonly day: (name: string, lacking: string, bounds?: Bounds) => CalendarDay | undefined
  readonly dayOrNone: (name: string, bounds?: Bounds) => CalendarDay | undefined
  readonly whole: (
    name: string,
    lacking: string,
    bounds: { readonly least: number; readonly most: number },
  ) => number | undefined
  readonly language: (name: string) => string
}

export function reading(form: Form, today: CalendarDay): Reading {
  const problems: Problem[] = []
  const wrong = (field: string, text: string) => {
    if (!problems.some((p) => p.field === field)) problems.push({ field, text })
  }
  const words = (name: string, most: number, called = 'What you write here'): string => {
    const text = textOf(form, name).replaceAll('\r\n', '\n').trim()
    if (text.length > most) {
      wrong(name, `${called} must be ${most.toLocaleString('en-GB')} characters or fewer`)
    }
    return text
  }
  const choiceOrNone = <C extends string>(name: string, choices: Choices<C>) =>
    keysOf(choices).find((code) => code === textOf(form, name))
  return {
    form,
    today,
    problems,
    wrong,
    choiceOrNone,
    needed: (name, lacking, most) => {
      const text = words(name, most)
      if (!text) wrong(name, lacking)
      return text
    },
    maybe: (name, most, called) => words(name, most, called) || undefined,
    choice: (name, choices, lacking) => {
      const found = choiceOrNone(name, choices)
      if (found === undefined) wrong(name, lacking)
      return found
    },
    ticks: (name, choices) => {
      const ticked = new Set(listOf(form, name))
      return keysOf(choices).filter((code) => ticked.has(code))
    },
    ...days(form, wrong),
    whole: (name, lacking, { least, most }) => {
      const text = textOf(form, name).trim()
      const n = /^\d{1,6}$/.test(text) ? Number(text) : undefined
      if (n !== undefined && n >= least && n <= most) return n
      wrong(name, `${lacking}, from ${least} to ${most}`)
      return undefined
    },
    language: (name) => {
      const tag = textOf(form, name)
      if (isLanguageTag(tag) && tag.length <= 35) return tag
      wrong(name, 'Choose the language of these words')
      return 'en'
    },
  }
}

function days(form: Form, wrong: Reading['wrong']): Pick<Reading, 'day' | 'dayOrNone'> {
  const dayOrNone = (name: string, { from, until }: Bounds = {}) => {
    const day = dayFrom(form, name)
    if (day === undefined) return undefined
    if (day === 'wrong') wrong(name, 'Enter a real date, like 27 3 2026')
    else if (from && day < from) wrong(name, `Enter a day that is ${inWords(from)} or later`)
    else if (until && day > until) wrong(name, `Enter a day that is ${inWords(until)} or earlier`)
    return day === 'wrong' ? undefined : day
  }
  return {
    dayOrNone,
    day: (name, lacking, bounds) => {
      const day = dayOrNone(name, bounds)
      if (!day) wrong(name, `${lacking}, like 27 3 2026`)
      return day
    },
  }
}

const DAY_BOXES = ['day', 'month', 'year'] as const

/** The day typed in three boxes: undefined when all are empty, `wrong` when they are no day there is. */
export function dayFrom(form: Form, name: string): CalendarDay | undefined | 'wrong' {
  const [day, month, year] = DAY_BOXES.map((box) => textOf(form, `${name}-${box}`).trim())
  if (!day && !month && !year) return undefined
  return calendarDayFrom(day ?? '', month ?? '', year ?? '') ?? 'wrong'
}

/** The codes of a record of codes. */
export function keysOf<C extends string>(choices: Choices<C>): readonly C[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record of codes are its codes
  return Object.keys(choices) as C[]
}
