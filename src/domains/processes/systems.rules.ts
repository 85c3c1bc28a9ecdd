/** The systems around a child: whose a process is, how long they have waited, and what is asked on one day. Pure. */
import type { CalendarDay } from '#kernel/calendar-day.ts'

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
  readonly id: string
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
