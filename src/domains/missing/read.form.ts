import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonInstant, londonWallClock } from '#kernel/london-time.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import {
  dayFrom,
  type Form,
  type Reading as Boxes,
  reading as boxes,
} from '#platform/http/reading.ts'
import { type Ask, daysOf } from '#domains/children/index.ts'

/** A language by its short code (BCP 47). */
export const LANGUAGE: RegExp = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** As any form is read, with moments. */
export type Reading = Boxes & {
  /** A day and a time on a London clock that lie behind us; undefined after a problem was said, or when none was typed and none is needed. */
  readonly moment: (name: string, called: string, optional?: 'optional') => Date | undefined
}

export function reading(form: Form, now: Date): Reading {
  const read = boxes(form, londonCalendarDay(now))
  return {
    ...read,
    moment: (name, called, optional) => {
      const found = momentIn(form, name, called, now)
      if (found === undefined) {
        if (!optional) read.wrong(name, `Enter ${called}, like 27 3 2026`)
        return undefined
      }
      if ('at' in found) return found.at
      read.wrong(found.field, found.text)
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
