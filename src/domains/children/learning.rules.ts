/** Where a child learns. Pure: no clock, no database, no framework. */
import type { CalendarDay } from '#kernel/calendar-day.ts'

export const LEARNING_KINDS = {
  early_years: 'Nursery or early years',
  school: 'School',
  special_school: 'Special school',
  alternative: 'Alternative provision',
  college: 'College or sixth form',
  university: 'University',
  training: 'Training or apprenticeship',
  language: 'English class',
  home: 'Learning at home',
  other: 'Another place',
} as const
export type LearningKind = keyof typeof LEARNING_KINDS

/** Why learning there ended. None of them is the child's fault. */
export const LEARNING_ENDED = {
  next_step: 'Went on to the next step',
  finished: 'The course or the year was finished',
  moved_home: 'They moved home',
  own_choice: 'They chose to leave',
  told_to_leave: 'They were told to leave',
  place_ended: 'The place closed, or was taken away',
  not_safe: 'It was not safe for them there',
  other: 'Another reason',
  not_said: 'They would rather not say',
} as const
export type LearningEnded = keyof typeof LEARNING_ENDED

export type PlaceOfLearning = {
  readonly id: string
  readonly kind: LearningKind
  readonly name: string
  readonly beganOn: CalendarDay
  /** Undefined while they learn there. */
  readonly endedOn: CalendarDay | undefined
  readonly endedWhy: LearningEnded | undefined
  readonly version: number
}

export type LearningRefusal = 'begins-ahead' | 'ends-ahead' | 'ends-before-it-began'

/** Days are of things that happened: nothing here is a plan. */
export function refuseLearning(
  place: { readonly beganOn: CalendarDay; readonly endedOn: CalendarDay | undefined },
  today: CalendarDay,
): LearningRefusal | undefined {
  if (place.beganOn > today) return 'begins-ahead'
  if (place.endedOn === undefined) return undefined
  if (place.endedOn > today) return 'ends-ahead'
  return place.endedOn < place.beganOn ? 'ends-before-it-began' : undefined
}
