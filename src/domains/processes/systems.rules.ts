/** The systems around a child: whose a process is, how long they have waited, and what is asked on one day. Pure. */
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'

export const SYSTEMS = {
  social_care: 'Social care',
  asylum: 'Asylum',
  immigration: 'Immigration and papers',
  nrm: 'National Referral Mechanism',
  criminal_justice: 'Police and criminal court',
  family_court: 'Family court',
  health: 'Health',
  education: 'School, college and training',
  housing: 'Housing',
  other: 'Something else',
} as const
export type System = keyof typeof SYSTEMS

export const isSystem = (code: string): code is System => Object.hasOwn(SYSTEMS, code)

/** In which system a kind of process usually is. A court may be any of two: there somebody has to say. */
const BY_KIND: Readonly<Record<string, System>> = {
  home: 'social_care',
  learning: 'education',
  health: 'health',
  money: 'social_care',
  papers: 'immigration',
  police: 'criminal_justice',
  support: 'social_care',
}

export const systemOf = (kind: string, said: string | undefined): System =>
  said !== undefined && isSystem(said) ? said : (BY_KIND[kind] ?? 'other')

/** A process whose system has to be said, because the kind does not tell it. */
export const systemIsUnsaid = (kind: string): boolean => BY_KIND[kind] === undefined

// ---------------------------------------------------------------- waiting
/** A stretch of waiting for a decision. It runs on until one is made. */
export type Wait = {
  readonly processId: string
  readonly beganOn: CalendarDay
  readonly endedOn: CalendarDay | undefined
  readonly endedHow: 'decision' | 'over' | undefined
  readonly decision: string | undefined
}

const DAY = 24 * 60 * 60 * 1000
const dayNumber = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`) / DAY

export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  dayNumber(to) - dayNumber(from)

/** All the days waited in a process until that day. Nothing but a decision takes time off it. */
export function daysWaited(
  waits: readonly Pick<Wait, 'beganOn' | 'endedOn'>[],
  today: CalendarDay,
): number {
  return waits
    .filter((w) => w.beganOn <= today)
    .reduce((sum, w) => {
      const until = w.endedOn !== undefined && w.endedOn < today ? w.endedOn : today
      return sum + Math.max(0, daysBetween(w.beganOn, until))
    }, 0)
}

export type WaitSaid = {
  readonly state: string
  readonly waitingSince: CalendarDay | undefined
  readonly decidedOn: CalendarDay | undefined
}

/** A sentence where the days of waiting contradict each other or what was decided before; nothing is written then. */
export function waitProblem(
  said: WaitSaid,
  before: readonly Wait[],
): { readonly field: 'waitingSince' | 'decidedOn'; readonly text: string } | undefined {
  const open = before.find((w) => w.endedOn === undefined)
  const lastDecided = before
    .flatMap((w) => (w.endedOn === undefined ? [] : [w.endedOn]))
    .toSorted()
    .at(-1)
  const began = said.waitingSince ?? open?.beganOn
  if (said.decidedOn !== undefined && began !== undefined && said.decidedOn < began) {
    return {
      field: 'decidedOn',
      text: 'The day it was decided must not be before the day they began to wait',
    }
  }
  const waitsAgain = said.state === 'waiting' && said.waitingSince !== undefined
  if (waitsAgain && lastDecided !== undefined && said.waitingSince < lastDecided) {
    return {
      field: 'waitingSince',
      text: 'There was a decision after that day. Enter the day they began to wait again',
    }
  }
  return undefined
}

// ---------------------------------------------------------------- demands
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
      const kept = known.get(`${first.id} ${second.id}`)
      const kind = kept?.kind === 'contradict' ? kept.kind : overlapOf(first, second)
      if (!kind) return []
      // A day may hold two appointments; only at one time do they clash.
      if (kind === 'same_day' && first.fromCalendar && second.fromCalendar) return []
      const settled = kept?.how === undefined ? undefined : kept
      return [{ first, second, kind, why: kept?.why, settled, version: kept?.version ?? 0 }]
    }),
  )
  return found.toSorted((a, b) => (a.first.onDay < b.first.onDay ? -1 : 1))
}

function overlapOf(a: Demand, b: Demand): 'same_time' | 'same_day' | undefined {
  if (a.by === b.by) return undefined
  const [aEnd, bEnd] = [a.untilDay ?? a.onDay, b.untilDay ?? b.onDay]
  if (a.onDay > bEnd || b.onDay > aEnd) return undefined
  const oneDay = a.onDay === aEnd && b.onDay === bEnd
  if (!oneDay || a.fromTime === undefined || b.fromTime === undefined) return 'same_day'
  const [aUntil, bUntil] = [a.untilTime ?? laterBy(a.fromTime), b.untilTime ?? laterBy(b.fromTime)]
  return a.fromTime < bUntil && b.fromTime < aUntil ? 'same_time' : 'same_day'
}

/** Where nobody said when something ends, an hour is kept for it. */
function laterBy(time: string): string {
  const hour = Number(time.slice(0, 2))
  return hour === 23 ? '23:59' : `${String(hour + 1).padStart(2, '0')}${time.slice(2)}`
}

/** Reads what people type for a time: 9, 9:30, 09.30, 2pm. Undefined for what is no time. */
export function clockTime(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(text.trim())
  if (!found) return undefined
  const typed = Number(found[1])
  const half = found[3]?.toLowerCase()
  if (half !== undefined && (typed < 1 || typed > 12)) return undefined
  const hour = half === undefined ? typed : (typed % 12) + (half === 'pm' ? 12 : 0)
  const minute = Number(found[2] ?? '0')
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

export const asDay = (text: string | undefined): CalendarDay | undefined =>
  text === undefined ? undefined : calendarDay(text)
