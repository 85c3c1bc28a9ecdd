/** The boxes of the days on which learning somewhere began and ended. Read for workers and young people alike. */
import { calendarDayFrom, type CalendarDay } from '#kernel/calendar-day.ts'
import { type LearningRefusal, refuseLearning } from './learning.rules.ts'

export const BOXES = ['day', 'month', 'year'] as const

/** What the boxes of one day are called in a form. */
export const boxesOfDay = (name: string): readonly string[] => BOXES.map((box) => `${name}-${box}`)

/** The day typed in three boxes: undefined when all are empty, and 'unreadable' for what is no day. */
export function dayIn(
  typed: Readonly<Record<string, unknown>>,
  name: string,
): CalendarDay | undefined | 'unreadable' {
  const [day = '', month = '', year = ''] = boxesOfDay(name).map((box) => {
    const value = typed[box]
    return typeof value === 'string' ? value.trim() : ''
  })
  if (!day && !month && !year) return undefined
  return calendarDayFrom(day, month, year) ?? 'unreadable'
}

/** What stands in the boxes for a day that is kept. */
export function typedDay(name: string, day: string): Readonly<Record<string, string>> {
  const [year = '', month = '', date = ''] = day.split('-')
  const values = [date, month, year].map((text) => text.replace(/^0/, ''))
  return Object.fromEntries(boxesOfDay(name).map((box, n) => [box, values[n] ?? '']))
}

export type DayProblem = {
  readonly at: 'began_on' | 'ended_on'
  readonly what: 'enter' | LearningRefusal
}

export type ReadDays =
  | { readonly beganOn: CalendarDay; readonly endedOn: CalendarDay | undefined }
  | { readonly problems: readonly DayProblem[] }

/** Both days, or what is wrong with each. What says why it ended needs the day it ended. */
export function readLearningDays(
  typed: Readonly<Record<string, unknown>>,
  today: CalendarDay,
): ReadDays {
  const beganOn = dayIn(typed, 'began_on')
  const endedOn = dayIn(typed, 'ended_on')
  const saysWhy = (typed['ended_why'] ?? '') !== ''
  const problems = [
    ...enterUnless('began_on', isDay(beganOn)),
    ...enterUnless('ended_on', isDay(endedOn) || (endedOn === undefined && !saysWhy)),
  ]
  if (!isDay(beganOn) || endedOn === 'unreadable' || problems.length > 0) return { problems }
  const refusal = refuseLearning({ beganOn, endedOn }, today)
  if (!refusal) return { beganOn, endedOn }
  return { problems: [{ at: refusal === 'begins-ahead' ? 'began_on' : 'ended_on', what: refusal }] }
}

const enterUnless = (at: DayProblem['at'], there: boolean): readonly DayProblem[] =>
  there ? [] : [{ at, what: 'enter' }]

const isDay = (day: CalendarDay | undefined | 'unreadable'): day is CalendarDay =>
  day !== undefined && day !== 'unreadable'
