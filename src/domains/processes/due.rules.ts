/** What is owed to a child by their age and nation. Nothing here asks for a decision of the National Referral Mechanism. Pure. */
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'

export const NATIONS = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
} as const
export type Nation = keyof typeof NATIONS
export const isNation = (text: string): text is Nation => Object.hasOwn(NATIONS, text)

export const DUE_KINDS = {
  guardian: 'A guardian',
  home: 'Home',
  money: 'Money',
  learning: 'Learning',
  health: 'Health',
  plan: 'Plans',
  someone_beside: 'Somebody beside them',
} as const

export const FOR_WHOM = {
  every_child: 'Every child',
  looked_after: 'Children looked after by a council',
  care_leaver: 'Young people who were looked after',
  separated: 'Children who are here without their family',
} as const

export const CONFIDENCE = {
  certain: 'Read in the law',
  likely: 'Likely: read it before relying on it',
  check: 'To be checked before relying on it',
} as const

export const DUE_STATES = {
  asked: 'Asked for',
  received: 'Received',
  refused: 'Refused',
  does_not_apply: 'Does not apply to them',
  child_does_not_want: 'They do not want it now',
} as const
export type DueState = keyof typeof DUE_STATES

export type Entitlement = {
  readonly code: string
  readonly called: string
  readonly about: string
  readonly kind: keyof typeof DUE_KINDS
  readonly forWhom: keyof typeof FOR_WHOM
  readonly fromMonths: number
  readonly untilMonths: number | undefined
  readonly owedBy: string
  readonly source: string
  readonly confidence: keyof typeof CONFIDENCE
  readonly fromDay: string
}

export type Months = { readonly from: number; readonly to: number }
export type Place = 'now' | 'later' | 'past'

/** Where an entitlement stands for somebody who may be of these ages. Of two ages, the one that gives more holds. */
export function placeOf(
  e: Pick<Entitlement, 'fromMonths' | 'untilMonths'>,
  old: Months | undefined,
): Place {
  if (!old) return e.fromMonths === 0 ? 'now' : 'later'
  if (old.to < e.fromMonths) return 'later'
  return e.untilMonths !== undefined && old.from >= e.untilMonths ? 'past' : 'now'
}

/** The day an age in months is reached, from the day of a birth; the last of a month where the month is shorter. */
export function dayAged(born: CalendarDay, months: number): CalendarDay {
  const [year = 0, month = 1, day = 1] = born.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1]
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  const text = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`
  const found = calendarDay(text)
  if (!found) throw new Error('An age was reached on no day')
  return found
}

/** From the earliest to the latest day on which that age is reached, by what is claimed of the birth. */
export function daysAged(
  births: readonly { readonly earliest: CalendarDay; readonly latest: CalendarDay }[],
  months: number,
): { readonly earliest: CalendarDay; readonly latest: CalendarDay } | undefined {
  if (births.length === 0) return undefined
  const days = births
    .flatMap((b) => [dayAged(b.earliest, months), dayAged(b.latest, months)])
    .toSorted()
  const [earliest] = days
  const latest = days.at(-1)
  return earliest && latest ? { earliest, latest } : undefined
}
