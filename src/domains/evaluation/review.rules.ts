/** The review after implementation: when it is due, and what it lacks before it can be completed. Pure. */
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Codes } from './assessment.rules.ts'

/** Due from its date on. Nothing has to run for that, and nothing but completing it ends it. */
export function isDue(review: { readonly dueOn: string }, today: CalendarDay): boolean {
  return review.dueOn <= today
}

export type ReviewState = {
  readonly dueOn: string
  /** Expected impacts with no answer yet. */
  readonly unanswered: number
  readonly askedChildren: boolean
  readonly unintended: boolean
  readonly whatNext: boolean
  readonly nextReviewOn: string | undefined
  readonly noMoreBecause: boolean
}

/** The names are those of the database. */
export type ReviewMissing =
  | 'review_not_due'
  | 'review_needs_findings'
  | 'review_needs_words'
  | 'review_needs_next'

/** What is still needed before this review can be completed today. */
export function reviewLacks(review: ReviewState, today: CalendarDay): readonly ReviewMissing[] {
  const next = review.nextReviewOn
  const onlyOne = (next !== undefined) !== review.noMoreBecause
  const lacks: readonly (readonly [ReviewMissing, boolean])[] = [
    ['review_not_due', !isDue(review, today)],
    ['review_needs_findings', review.unanswered > 0],
    ['review_needs_words', !(review.askedChildren && review.unintended && review.whatNext)],
    ['review_needs_next', !onlyOne || (next !== undefined && next <= today)],
  ]
  return lacks.filter(([, lacking]) => lacking).map(([code]) => code)
}

export const REVIEW_REFUSED: Codes = {
  review_not_due:
    'This review is not due yet. It can be written now, and completed from its day on.',
  review_needs_findings: 'Say of each expected effect whether it happened',
  review_needs_words:
    'Say how children and young people were asked, what else happened, and what will be done',
  review_needs_next:
    'Give the day of the next review, in the days to come, or say why there is no more to review: one of the two',
  review_needs_another:
    'A review is completed by a manager who did not write in it. Ask another manager.',
  review_stays: 'This review has been completed and stays as it is.',
}
