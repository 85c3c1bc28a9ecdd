/** Whether help that was asked for came, and after how many days: worked out from what happened, typed by nobody. Pure. */
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { daysBetween } from './systems.rules.ts'

export const SERVICES = {
  health: 'Health',
  mental_health: 'Mental health',
  education: 'Learning',
} as const
export type AccessService = keyof typeof SERVICES

export const ASKED_BY = {
  child: 'The young person',
  family: 'Somebody of their family',
  someone_else: 'Somebody who works with them',
} as const

export const ACCESS_EVENTS = {
  referred: 'Referred',
  refused: 'Refused',
  waiting: 'Put on a waiting list',
  offered: 'Offered',
  started: 'Started',
  stopped: 'Stopped',
  not_wanted_now: 'The young person does not want it now',
} as const
export type AccessEventKind = keyof typeof ACCESS_EVENTS

export type AccessEvent = {
  readonly id: string
  readonly kind: AccessEventKind
  readonly onDay: CalendarDay
  readonly body: string
  readonly why: string | undefined
  readonly support: string | undefined
}

export type Access = {
  /** The last thing that happened, or that it was asked for and nothing since. */
  readonly state: AccessEventKind | 'asked'
  /** From asking to starting; still counting while it has not started and is still wanted. */
  readonly days: number
  readonly stillWaiting: boolean
  readonly startedOn: CalendarDay | undefined
  readonly refusals: readonly AccessEvent[]
  readonly referredTo: readonly string[]
}

/** What became of a request until that day. A refusal does not stop the days: the need is still there. */
export function accessOf(
  askedOn: CalendarDay,
  events: readonly AccessEvent[],
  today: CalendarDay,
): Access {
  const order = Object.keys(ACCESS_EVENTS)
  const happened = events
    .filter((e) => e.onDay <= today)
    .toSorted((a, b) =>
      a.onDay === b.onDay
        ? order.indexOf(a.kind) - order.indexOf(b.kind)
        : a.onDay < b.onDay
          ? -1
          : 1,
    )
  const startedOn = happened.find((e) => e.kind === 'started')?.onDay
  const last = happened.at(-1)
  const leftOn = last?.kind === 'not_wanted_now' ? last.onDay : undefined
  return {
    state: last?.kind ?? 'asked',
    days: Math.max(0, daysBetween(askedOn, startedOn ?? leftOn ?? today)),
    stillWaiting: startedOn === undefined && leftOn === undefined,
    startedOn,
    refusals: happened.filter((e) => e.kind === 'refused'),
    referredTo: happened.filter((e) => e.kind === 'referred').map((e) => e.body),
  }
}

// ---------------------------------------------------------------- from asking to getting, for many
/** Of so many children it began after so many days, or had not begun by then. */
export type WaitOfMany = {
  readonly days: number
  readonly started: boolean
  readonly children: number
}

export type MedianWait = {
  /** By how many days half had it; undefined where half have not got it yet. */
  readonly days: number | undefined
  readonly low: number
  readonly high: number | undefined
}

const Z = 1.96

/**
 * The median by Kaplan and Meier, with Brookmeyer and Crowley's interval: those who have not got it yet
 * count as long as they have waited, so that leaving them out does not make waiting look short.
 */
export function medianWait(waits: readonly WaitOfMany[]): MedianWait | undefined {
  const all = waits.reduce((sum, w) => sum + w.children, 0)
  if (all === 0) return undefined
  const days = [...new Set(waits.filter((w) => w.started).map((w) => w.days))].toSorted(
    (a, b) => a - b,
  )
  let survived = 1
  let spread = 0
  let median: number | undefined
  const within: number[] = []
  for (const day of days) {
    const atRisk = sumOf(waits.filter((w) => w.days >= day))
    const began = sumOf(waits.filter((w) => w.started && w.days === day))
    survived *= 1 - began / atRisk
    if (atRisk > began) spread += began / (atRisk * (atRisk - began))
    if (median === undefined && survived <= 0.5) median = day
    const error = survived * Math.sqrt(spread)
    if (Math.abs(survived - 0.5) <= Z * error) within.push(day)
  }
  const last = within.at(-1)
  const longest = Math.max(...waits.map((w) => w.days))
  return {
    days: median,
    low: within[0] ?? median ?? longest,
    high: last === undefined ? median : days.find((day) => day > last),
  }
}

const sumOf = (waits: readonly WaitOfMany[]): number =>
  waits.reduce((sum, w) => sum + w.children, 0)
