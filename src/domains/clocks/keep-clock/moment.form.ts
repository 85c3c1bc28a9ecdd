import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonInstant, londonWallClock } from '#kernel/london-time.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { dayFrom } from '#platform/http/reading.ts'
import { type Ask, daysOf } from '#domains/children/index.ts'

type Form = Readonly<Record<string, unknown>>

/** The questions for a day that lies behind us, and the time of day where somebody knows it. */
export const momentAsks = (label: string, timeNeeded: boolean): readonly Ask[] => [
  { kind: 'day', name: 'on', label, hint: 'Like 27 3 2026' },
  {
    kind: 'text',
    name: 'time',
    label: timeNeeded ? 'At what time?' : 'At what time? (optional)',
    hint: 'In London time, like 14:30',
  },
]

export type Moment = { readonly at: Date } | { readonly problems: readonly Problem[] }

type Meant = {
  readonly now: Date
  /** What the day is, for the sentence that asks for it. */
  readonly called: string
  readonly timeNeeded: boolean
  /** Which end of the day is meant where no time was typed. */
  readonly end: 'first' | 'last'
}

/** Reads a day and a time that lie behind us, as a clock on a wall in London showed them. */
export function readMoment(form: Form, meant: Meant): Moment {
  const day = dayFrom(form, 'on')
  if (day === undefined || day === 'wrong') {
    return one('on', `Enter ${meant.called}, like 27 3 2026`)
  }
  const time = readTime(textOf(form, 'time').trim(), meant.timeNeeded)
  if (time === false) return one('time', 'Enter the time of day, like 14:30')
  const at = time ? londonInstant(`${day}T${time}`) : untimed(day, meant)
  if (!at) return one('time', 'The clocks go forward then: enter another time')
  if (at > meant.now) return one('on', `${capital(meant.called)} must be today or earlier`)
  return { at }
}

/** Undefined when none was typed and none is needed; false when it is no time of day. */
function readTime(text: string, needed: boolean): string | undefined | false {
  if (text === '') return needed ? false : undefined
  return clockIn(text) ?? false
}

function untimed(day: CalendarDay, { now, end }: Meant): Date | undefined {
  if (end === 'first') return londonInstant(`${day}T00:00`)
  return day === londonCalendarDay(now) ? now : londonInstant(`${day}T23:59`)
}

const one = (field: string, text: string): Moment => ({ problems: [{ field, text }] })
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A time of day as people type it: 14:30, 9.15, 9:15. */
function clockIn(text: string): string | undefined {
  const found = /^(\d{1,2})[:.](\d{2})$/.exec(text)
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])]
  if (!found || hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A moment as it stands in the boxes of its form. */
export function typedMoment(at: Date): Readonly<Record<string, string>> {
  const [day = '', time = ''] = londonWallClock(at).split('T')
  return { ...daysOf('on', day), time }
}
