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
