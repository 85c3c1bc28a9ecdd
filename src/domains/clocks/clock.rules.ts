import type { CalendarDay } from '#kernel/calendar-day.ts'
import {
  type BankHolidays,
  bankHolidays,
  type Division,
  type Nation,
} from './bank-holidays.rules.ts'
import { type Counted, type Due, dueOf, type Length, type Pause } from './due.rules.ts'
import { londonCalendarDay } from '#kernel/calendar-day.ts'

export const FORCES = ['duty', 'target', 'at_least', 'good_practice'] as const
/** How binding a rule is. at_least protects: what it says lasts that long or longer. */
export type Force = (typeof FORCES)[number]

export const CONFIDENCES = ['certain', 'likely', 'to_be_confirmed'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** One row of a rule: what is owed, by whom, within what time, in one nation, from a day on. */
export type ClockRule = {
  readonly id: string
  readonly code: string
  readonly nation: Nation
  /** Added by the reader's own organisation, rather than given with the product. */
  readonly local: boolean
  readonly owed: string
  readonly owedBy: string
  readonly startsWith: string
  readonly counted: Counted
  readonly length: number | undefined
  readonly holidays: Division | undefined
  readonly force: Force
  readonly fromDay: CalendarDay
  readonly untilDay: CalendarDay | undefined
  readonly source: string
  readonly confidence: Confidence
  readonly note: string | undefined
}

/**
 * The row that holds for something that began on a day in a nation. An organisation may set what is
 * good practice otherwise, and what nobody has set; it cannot put aside what law or a body has set.
 */
export function ruleThatHolds(
  rules: readonly ClockRule[],
  code: string,
  nation: Nation,
  day: CalendarDay,
): ClockRule | undefined {
  const holding = rules.filter(
    (r) =>
      r.code === code &&
      r.nation === nation &&
      r.fromDay <= day &&
      (r.untilDay === undefined || r.untilDay >= day),
  )
  return holding.toSorted(
    (a, b) => standing(a) - standing(b) || (a.fromDay < b.fromDay ? 1 : -1),
  )[0]
}

const standing = (rule: ClockRule): number => {
  if (rule.local) return 1
  return rule.force === 'good_practice' ? 2 : 0
}

export function lengthOf(rule: Pick<ClockRule, 'counted' | 'length'>): Length {
  if (rule.counted === 'as_soon_as_possible') return { counted: rule.counted }
  if (rule.length === undefined) throw new Error('A rule that counts has a length')
  return { counted: rule.counted, length: rule.length }
}

/** Every rule and bank holiday that is known: all that is needed to count, besides the clock itself. */
export type KnownRules = {
  readonly rules: readonly ClockRule[]
  readonly holidays: ReadonlyMap<Division, BankHolidays>
}

export type CountedFrom = {
  readonly rule: string
  readonly nation: Nation
  readonly startedAt: Date
  readonly pauses: readonly Pause[]
}

export type CountedAs = { readonly rule: ClockRule | undefined; readonly due: Due | undefined }

const NO_HOLIDAYS = bankHolidays([], [])

/** Counts one clock: by which row of its rule, and by when it is owed. */
export function countClock(clock: CountedFrom, known: KnownRules): CountedAs {
  const day = londonCalendarDay(clock.startedAt)
  const rule = ruleThatHolds(known.rules, clock.rule, clock.nation, day)
  if (!rule) return { rule, due: undefined }
  const holidays = (rule.holidays && known.holidays.get(rule.holidays)) ?? NO_HOLIDAYS
  return { rule, due: dueOf(clock.startedAt, lengthOf(rule), clock.pauses, holidays) }
}

/** What was counted, as the columns hold it. */
export const rowOf = ({ rule, due }: CountedAs) => ({
  rule: rule?.id ?? null,
  on: due?.on ?? null,
  at: due?.at ?? null,
  beyondKnown: due?.beyondKnown ?? false,
})

export const CLOCK_STATES = ['running', 'paused', 'done', 'no_longer_owed'] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/** A clock of a child, as it is read. */
export type Clock = {
  readonly id: string
  readonly childId: string
  /** Undefined for an own clock. */
  readonly rule: string | undefined
  readonly about: { readonly kind: string; readonly id: string } | undefined
  readonly nation: Nation
  /** What is owed, and who owes it: never the child. */
  readonly owed: string
  readonly owedBy: string
  readonly why: string | undefined
  readonly force: Force
  readonly counted: Counted | undefined
  readonly startedAt: Date
  readonly state: ClockState
  readonly stoppedAt: Date | undefined
  readonly stoppedWhy: string | undefined
  readonly dueOn: CalendarDay | undefined
  readonly dueAt: Date | undefined
  readonly beyondKnown: boolean
  readonly ruleId: string | undefined
  readonly version: number
}

/** Where a clock stands now. Whoever owes it is after the day; the child is never late. */
export type Standing = 'owed' | 'after-its-day' | 'lasted' | 'waiting' | 'paused' | 'over'

export function standingOf(clock: Pick<Clock, 'state' | 'dueAt' | 'force'>, now: Date): Standing {
  if (clock.state === 'paused') return 'paused'
  if (clock.state !== 'running') return 'over'
  if (clock.dueAt === undefined) return 'waiting'
  if (now < clock.dueAt) return 'owed'
  return clock.force === 'at_least' ? 'lasted' : 'after-its-day'
}

/** Rules whose clocks only what happens stops: nobody stops, pauses or moves them by hand, nor starts one. */
const ONLY_BY_WHAT_HAPPENS: ReadonlySet<string> = new Set(['missing.search-review'])

export const movedByHand = (rule: string | undefined): boolean =>
  rule === undefined || !ONLY_BY_WHAT_HAPPENS.has(rule)
