import { londonInstant, londonWallClock } from '#kernel/london-time.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { type Ask, dayFrom, daysOf } from '#domains/children/index.ts'

/** A language by its short code (BCP 47). */
export const LANGUAGE: RegExp = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

export type Form = Readonly<Record<string, unknown>>

/** Reads one answer after another and gathers what is wrong: each has one sentence, and nothing typed is lost. */
export type Reading = {
  readonly problems: readonly Problem[]
  readonly wrong: (field: string, text: string) => void
  readonly needed: (name: string, lacking: string, most: number) => string
  readonly maybe: (name: string, most: number) => string | undefined
  /** Undefined after a problem was said. */
  readonly choice: <C extends string>(
    name: string,
    choices: Readonly<Record<C, string>>,
    lacking: string,
  ) => C | undefined
  /** A day and a time on a London clock that lie behind us; undefined after a problem was said, or when none was typed and none is needed. */
  readonly moment: (name: string, called: string, optional?: 'optional') => Date | undefined
}

export function reading(form: Form, now: Date): Reading {
  const problems: Problem[] = []
  const wrong = (field: string, text: string) => {
    if (!problems.some((p) => p.field === field)) problems.push({ field, text })
  }
  const within = (name: string, most: number) => {
    const text = textOf(form, name).trim()
    if (text.length > most) {
      wrong(name, `What you write here must be ${most.toLocaleString('en-GB')} characters or fewer`)
    }
    return text
  }
  return {
    problems,
    wrong,
    needed: (name, lacking, most) => {
      const text = within(name, most)
      if (!text) wrong(name, lacking)
      return text
    },
    maybe: (name, most) => within(name, most) || undefined,
    choice: (name, choices, lacking) => {
      const typed = textOf(form, name)
      const found = keysOf(choices).find((code) => code === typed)
      if (!found) wrong(name, lacking)
      return found
    },
    moment: (name, called, optional) => {
      const read = momentIn(form, name, called, now)
      if (read === undefined) {
        if (!optional) wrong(name, `Enter ${called}, like 27 3 2026`)
        return undefined
      }
      if ('at' in read) return read.at
      wrong(read.field, read.text)
      return undefined
    },
  }
}

const EARLIEST = new Date('1990-01-01T00:00:00Z')

type Moment = { readonly at: Date }

function momentIn(
  form: Form,
  name: string,
  called: string,
  now: Date,
): Moment | Problem | undefined {
  const day = dayFrom(form, name)
  const typed = textOf(form, `${name}Time`).trim()
  if (day === undefined && typed === '') return undefined
  if (day === undefined || day === 'wrong') {
    return { field: name, text: `Enter ${called}, like 27 3 2026` }
  }
  const time = clockIn(typed)
  if (!time) return { field: `${name}Time`, text: 'Enter the time of day, like 14:30' }
  const at = londonInstant(`${day}T${time}`)
  if (!at) {
    return { field: `${name}Time`, text: 'The clocks go forward then: enter another time' }
  }
  if (at > now) return { field: name, text: `${capital(called)} must not lie ahead of now` }
  if (at < EARLIEST) return { field: name, text: `Check the year of ${called}` }
  return { at }
}

/** A time of day as people type it: 14:30, 9.15, 9:15. */
function clockIn(text: string): string | undefined {
  const found = /^(\d{1,2})[:.](\d{2})$/.exec(text)
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])]
  if (!found || hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The questions for a moment: its day and its time. */
export const momentAsks = (name: string, label: string, hint?: string): readonly Ask[] => [
  { kind: 'day', name, label, hint: hint ?? 'Like 27 3 2026' },
  { kind: 'text', name: `${name}Time`, label: 'At what time?', hint: 'In London time, like 14:30' },
]

/** A moment as it stands in its boxes. */
export function momentBoxes(name: string, at: Date | undefined): Readonly<Record<string, string>> {
  if (!at) return {}
  const [day = '', time = ''] = londonWallClock(at).split('T')
  return { ...daysOf(name, day), [`${name}Time`]: time }
}

function keysOf<C extends string>(choices: Readonly<Record<C, string>>): readonly C[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record of codes are its codes
  return Object.keys(choices) as C[]
}
