import { type CalendarDay, yearsBetween } from '#kernel/calendar-day.ts'
import {
  NATIONS,
  RIGHT_TEXTS,
  type Nation,
  type RightText,
  type Situation,
} from './rights-texts.rules.ts'

/** Which texts are for whom. Pure. */
export type Ages = {
  /** Some claim makes them under 18, or nobody has said when they were born. */
  readonly child: boolean
  /** One claim makes them under 18 and another does not. */
  readonly inDoubt: boolean
  /** Some claim makes them 16 or older. */
  readonly sixteen: boolean
}

type Claim = { readonly earliest: CalendarDay; readonly latest: CalendarDay }

/** What the claims of a birth say together. While any of them makes somebody under 18, they are one. */
export function agesOf(claims: readonly Claim[], today: CalendarDay): Ages {
  const youngest = claims.map((c) => yearsBetween(c.latest, today))
  const oldest = claims.map((c) => yearsBetween(c.earliest, today))
  const child = claims.length === 0 || youngest.some((years) => years < 18)
  return {
    child,
    inDoubt: child && oldest.some((years) => years >= 18),
    sixteen: oldest.some((years) => years >= 16),
  }
}

export const SITUATIONS = [
  'care',
  'on_my_own',
  'age',
  'moving',
  'decision',
  'grown_up',
  'another_way',
] as const satisfies readonly Situation[]

export const readSituations = (chosen: readonly string[]): readonly Situation[] =>
  SITUATIONS.filter((s) => chosen.includes(s))

export const isNation = (text: string): text is Nation => NATIONS.some((n) => n === text)

type Reader = {
  readonly nation: Nation
  readonly ages: Ages
  readonly situations: readonly Situation[]
}

/** The texts for somebody: by nation and age as they are known, by situation as they chose themselves. */
export const textsFor = (reader: Reader): readonly RightText[] =>
  RIGHT_TEXTS.filter((text) => isFor(text, reader))

function isFor(text: RightText, { nation, ages, situations }: Reader): boolean {
  if (!text.nations.includes(nation)) return false
  if (text.code === 'age' && ages.inDoubt) return true
  if (!isForAge(text, ages, situations)) return false
  return text.situations.length === 0 || text.situations.some((s) => situations.includes(s))
}

function isForAge(text: RightText, ages: Ages, situations: readonly Situation[]): boolean {
  if (text.ages === 'under_18') return ages.child
  if (text.ages === 'from_16') return !ages.child || ages.sixteen || situations.includes('grown_up')
  return true
}

/** Whether somebody read this in the law of that nation; otherwise the page says to check. */
export const isSure = (text: RightText, nation: Nation): boolean => text.sureIn.includes(nation)

/** The last day until which a check holds. */
export function holdsUntil(checkedOn: string, days: number): string {
  const day = new Date(`${checkedOn}T12:00:00Z`)
  return new Date(day.getTime() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

/** Whether nobody has looked in time. */
export const isPast = (checkedOn: string, days: number, today: CalendarDay): boolean =>
  holdsUntil(checkedOn, days) < today
