import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import { isLanguageTag } from '#kernel/languages.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { dayFrom } from '#domains/children/index.ts'

type Form = Readonly<Record<string, unknown>>

/** Reads a form answer by answer and gathers what is wrong: each answer has one sentence. */
export type Reading = {
  readonly form: Form
  readonly today: CalendarDay
  readonly problems: readonly Problem[]
  readonly wrong: (field: string, text: string) => void
  readonly needed: (name: string, missing: string, most: number) => string
  readonly maybe: (name: string, most: number) => string | undefined
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
  readonly dayOrNone: (name: string, bounds?: Bounds) => CalendarDay | undefined
  readonly language: (name: string) => string
}

export type Bounds = { readonly from?: CalendarDay | undefined; readonly until?: CalendarDay }

export function reading(form: Form, today: CalendarDay): Reading {
  const problems: Problem[] = []
  const wrong = (field: string, text: string) => {
    if (!problems.some((p) => p.field === field)) problems.push({ field, text })
  }
  const words = (name: string, most: number): string => {
    const text = textOf(form, name).replaceAll('\r\n', '\n').trim()
    if (text.length > most) {
      wrong(name, `What you write here must be ${most.toLocaleString('en-GB')} characters or fewer`)
    }
    return text
  }
  const choiceOrNone = (name: string, choices: Readonly<Record<string, string>>) => {
    const typed = textOf(form, name)
    return typed !== '' && Object.hasOwn(choices, typed) ? typed : undefined
  }
  const dayOrNone = (name: string, { from, until }: Bounds = {}) => {
    const day = dayFrom(form, name)
    if (day === undefined) return undefined
    if (day === 'wrong') wrong(name, 'Enter a real date, like 27 3 2026')
    else if (from && day < from) wrong(name, `Enter a day that is ${inWords(from)} or later`)
    else if (until && day > until) wrong(name, `Enter a day that is ${inWords(until)} or earlier`)
    return day === 'wrong' ? undefined : day
  }
  return {
    form,
    today,
    problems,
    wrong,
    choiceOrNone,
    dayOrNone,
    needed: (name, missing, most) => {
      const text = words(name, most)
      if (!text) wrong(name, missing)
      return text
    },
    maybe: (name, most) => words(name, most) || undefined,
    choice: (name, choices, missing) => {
      const found = choiceOrNone(name, choices)
      if (!found) wrong(name, missing)
      return found ?? ''
    },
    dayNeeded: (name, missing, bounds) => {
      const day = dayOrNone(name, bounds)
      if (!day) wrong(name, `${missing}, like 27 3 2026`)
      return day ?? today
    },
    language: (name) => {
      const tag = textOf(form, name)
      if (isLanguageTag(tag) && tag.length <= 35) return tag
      wrong(name, 'Choose the language of these words')
      return 'en'
    },
  }
}
