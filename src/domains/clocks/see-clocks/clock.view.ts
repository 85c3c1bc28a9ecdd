import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'
import { never } from '#kernel/never.ts'
import { NATION_NAMES } from '../bank-holidays.rules.ts'
import { type Clock, standingOf } from '../clock.rules.ts'
import { dayNumber } from '../days.rules.ts'

/** A clock in sentences: what is owed, by whom, since when, by when. Nothing here speaks of the child being late. */
export type ClockLine = {
  readonly id: string
  readonly owed: string
  readonly owedBy: string
  readonly since: string
  readonly stands: string
  readonly why: string | undefined
  readonly own: boolean
  readonly over: boolean
  readonly paused: boolean
  readonly mayBeLater: boolean
}

export function clockLine(clock: Clock, now: Date): ClockLine {
  return {
    id: clock.id,
    owed: clock.owed,
    owedBy: clock.owedBy,
    since: inTime(clock, clock.startedAt),
    stands: standsInWords(clock, now),
    why: clock.why,
    own: clock.rule === undefined,
    over: clock.state === 'done' || clock.state === 'no_longer_owed',
    paused: clock.state === 'paused',
    mayBeLater: clock.beyondKnown,
  }
}

/** Hours are told with the time of day; whatever is counted in days, by its day. */
export const inTime = (clock: Pick<Clock, 'counted'>, at: Date): string =>
  clock.counted === 'hours' ? londonDayAndTime(at) : londonDay(at)

function lastMoment(clock: Clock): string {
  if (clock.counted === 'hours' && clock.dueAt) return londonDayAndTime(clock.dueAt)
  return clock.dueOn ? inWords(clock.dueOn) : ''
}

/** Where it stands, in a sentence whose subject is whoever owes it. */
export function standsInWords(clock: Clock, now: Date): string {
  const standing = standingOf(clock, now)
  switch (standing) {
    case 'owed':
      return clock.force === 'at_least'
        ? `Lasts to ${lastMoment(clock)} at least.`
        : `Owed by ${lastMoment(clock)}.`
    case 'after-its-day':
      return `Was owed by ${lastMoment(clock)}. Nobody has written that it was done.`
    case 'lasted':
      return `Lasted to ${lastMoment(clock)} at least.`
    case 'waiting':
      return `${noLastDay(clock)} ${waited(clock, now)}`
    case 'paused':
      return 'Stands still for now: no day is counted.'
    case 'over':
      return overInWords(clock)
    default:
      return never(standing)
  }
}

const noLastDay = (clock: Clock): string =>
  clock.rule !== undefined && clock.ruleId === undefined
    ? `No time is known for ${NATION_NAMES[clock.nation]}.`
    : 'As soon as possible. No last day is set.'

function waited(clock: Clock, now: Date): string {
  const days = dayNumber(londonCalendarDay(now)) - dayNumber(londonCalendarDay(clock.startedAt))
  if (days <= 0) return 'Owed since today.'
  return `Owed for ${days} ${days === 1 ? 'day' : 'days'}.`
}

function overInWords(clock: Clock): string {
  const on = clock.stoppedAt ? ` on ${inTime(clock, clock.stoppedAt)}` : ''
  if (clock.state === 'no_longer_owed') return `No longer owed, written${on}.`
  if (!clock.dueAt || !clock.stoppedAt || clock.force === 'at_least') return `Done${on}.`
  return clock.stoppedAt < clock.dueAt
    ? `Done${on}, within its time.`
    : `Done${on}, after the day it was owed by: ${lastMoment(clock)}.`
}
