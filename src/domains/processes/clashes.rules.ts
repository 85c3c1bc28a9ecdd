/** What is asked of a child on one day, and what cannot both be met. Pure. */
import type { CalendarDay } from '#kernel/calendar-day.ts'

export type Demand = {
  readonly id: string
  /** The process that asks it; an appointment of the calendar has its own id here. */
  readonly by: string
  readonly byName: string
  readonly what: string
  readonly onDay: CalendarDay
  readonly untilDay: CalendarDay | undefined
  readonly fromTime: string | undefined
  readonly untilTime: string | undefined
  readonly place: string | undefined
  /** Whom to ring about it. */
  readonly person: string | undefined
  readonly body: string
  readonly ring: string | undefined
  /** Not a demand of a process, but an appointment of the child's calendar. */
  readonly fromCalendar: boolean
}

export const CLASH_KINDS = {
  same_time: 'At the same time',
  same_day: 'On the same day',
  contradict: 'They contradict each other',
} as const
export type ClashKind = keyof typeof CLASH_KINDS

export const SETTLED = {
  first_moved: 'The first was moved',
  second_moved: 'The second was moved',
  one_dropped: 'One of them is not asked any more',
  both_can_be: 'Both can be, and nobody is harmed by it',
  child_chose: 'The young person chose',
  same_thing: 'They are one and the same thing',
} as const
export type SettledHow = keyof typeof SETTLED

/** What was said or settled of two demands. */
export type SettledClash = {
  readonly firstId: string
  readonly secondId: string
  readonly kind: ClashKind
  readonly why: string | undefined
  readonly how: SettledHow | undefined
  readonly note: string | undefined
  readonly on: CalendarDay | undefined
  readonly version: number
}

export type Clash = {
  readonly first: Demand
  readonly second: Demand
  readonly kind: ClashKind
  readonly why: string | undefined
  readonly settled: SettledClash | undefined
  /** Of what was said about the two; 0 where nobody said anything. */
  readonly version: number
}

/**
 * Every two demands of different processes that fall on one day or overlap, and those that somebody said
 * contradict each other. Settled ones are given too, with how.
 */
export function clashesOf(
  demands: readonly Demand[],
  said: readonly SettledClash[],
): readonly Clash[] {
  const known = new Map(said.map((s) => [`${s.firstId} ${s.secondId}`, s]))
  const sorted = demands.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const found = sorted.flatMap((first, n) =>
    sorted.slice(n + 1).flatMap((second): readonly Clash[] => {
      const clash = clashOf(first, second, known.get(`${first.id} ${second.id}`))
      return clash ? [clash] : []
    }),
  )
  return found.toSorted((a, b) => (a.first.onDay < b.first.onDay ? -1 : 1))
}

function clashOf(first: Demand, second: Demand, kept: SettledClash | undefined): Clash | undefined {
  const kind = kept?.kind === 'contradict' ? kept.kind : overlapOf(first, second)
  if (!kind) return undefined
  // A day may hold two appointments; only at one time do they clash.
  if (kind === 'same_day' && first.fromCalendar && second.fromCalendar) return undefined
  if (!kept) return { first, second, kind, why: undefined, settled: undefined, version: 0 }
  const settled = kept.how === undefined ? undefined : kept
  return { first, second, kind, why: kept.why, settled, version: kept.version }
}

function overlapOf(a: Demand, b: Demand): 'same_time' | 'same_day' | undefined {
  if (a.by === b.by || a.onDay > lastDay(b) || b.onDay > lastDay(a)) return undefined
  const [one, other] = [hoursOf(a), hoursOf(b)]
  if (!one || !other) return 'same_day'
  return one.from < other.until && other.from < one.until ? 'same_time' : 'same_day'
}

const lastDay = (d: Demand): CalendarDay => d.untilDay ?? d.onDay

/** From when to when, for what is on one day at a time that is known. */
function hoursOf(d: Demand): { readonly from: string; readonly until: string } | undefined {
  if (lastDay(d) !== d.onDay || d.fromTime === undefined) return undefined
  return { from: d.fromTime, until: d.untilTime ?? laterBy(d.fromTime) }
}

/** Where nobody said when something ends, an hour is kept for it. */
function laterBy(time: string): string {
  const hour = Number(time.slice(0, 2))
  return hour === 23 ? '23:59' : `${String(hour + 1).padStart(2, '0')}${time.slice(2)}`
}

/** Reads what people type for a time: 9, 9:30, 09.30, 2pm. Undefined for what is no time. */
export function clockTime(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.]([0-5]\d))?\s*(am|pm)?$/i.exec(text.trim())
  if (!found) return undefined
  const hour = hourOf(Number(found[1]), found[3]?.toLowerCase())
  const minute = Number(found[2] ?? '0')
  if (hour === undefined) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function hourOf(typed: number, half: string | undefined): number | undefined {
  if (half === undefined) return typed > 23 ? undefined : typed
  if (typed < 1 || typed > 12) return undefined
  return (typed % 12) + (half === 'pm' ? 12 : 0)
}
