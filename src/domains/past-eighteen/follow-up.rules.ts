/** Being asked again later: points in time, each consent by itself. Pure. */
import type { CalendarDay } from '#kernel/calendar-day.ts'

/** Months after entry: at entry, after 3, 6 and 12, then every year for as long as they agree. */
export const POINTS = [0, 3, 6, 12, 24, 36, 48, 60] as const

export function pointName(months: number): string {
  if (months === 0) return 'At entry'
  if (months < 12) return `After ${months} months`
  return months === 12 ? 'After one year' : `After ${months / 12} years`
}

/** Each step by itself. Agreeing to one is agreeing to no other. */
export const STEPS = {
  contacted: 'We may contact them later',
  asked: 'We may ask them how services are',
  counted: 'Their answers may be counted',
  research: 'Their answers may go to research, under no name',
  linked: 'Research may put them beside other records',
} as const
export type Step = keyof typeof STEPS
export const STEP_CODES = ['contacted', 'asked', 'counted', 'research', 'linked'] as const

export const OUTCOMES = {
  answered: 'They answered',
  did_not_want_to: 'They did not want to',
  not_reached: 'They were not reached',
  not_safe: 'It was not safe to reach them',
  wants_later: 'They want to be asked another time',
  nobody_asked: 'Nobody asked them',
  stopped: 'They stopped being asked',
} as const
export type Outcome = keyof typeof OUTCOMES

export const ABOUT = {
  being_heard: 'Being heard',
  somebody_beside: 'Somebody beside them',
  home: 'Home',
  health: 'Health',
  learning: 'Learning',
  work_and_money: 'Work and money',
  legal_help: 'Legal help',
  words_and_language: 'Words and language',
  after_eighteen: 'After eighteen',
} as const

export const ANSWERS = [
  'yes',
  'partly',
  'no',
  'does_not_matter',
  'not_now',
  'does_not_know',
] as const
export type FollowUpAnswer = (typeof ANSWERS)[number]

export const NEVER_THE_STORY =
  'This asks about what happened to somebody. Questions here are about how services are, and about nothing else'

type Point = { readonly months: number; readonly dueOn: CalendarDay; readonly outcome: unknown }

/** The first point whose day has come and of which nothing is written. */
export const pointToAsk = <P extends Point>(
  points: readonly P[],
  today: CalendarDay,
): P | undefined => points.find((p) => p.outcome === undefined && p.dueOn <= today)
