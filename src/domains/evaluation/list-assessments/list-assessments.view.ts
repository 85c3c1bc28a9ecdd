import type { CalendarDay } from '#kernel/calendar-day.ts'
import { called, NATIONS } from '../assessment.rules.ts'
import { isDue } from '../review.rules.ts'
import type { ListedAssessment } from '../review.queries.ts'

export type AssessmentLine = {
  readonly id: string
  readonly title: string
  readonly nation: string
  readonly owner: string
  readonly state: string
  readonly review: { readonly id: string; readonly dueOn: string } | undefined
}

export type ListView = {
  readonly title: string
  readonly mayWrite: boolean
  /** Reviews that are due: the reader's own first, then those of others in the organisation. */
  readonly due: readonly (AssessmentLine & { readonly yours: boolean })[]
  readonly waiting: readonly AssessmentLine[]
  readonly all: readonly AssessmentLine[]
}

type Reader = {
  readonly actor: string
  readonly today: CalendarDay
  readonly mayWrite: boolean
}

/** The list of an organisation. What is due is worked out from the day, so that nothing has to run for it. */
export function listView(
  assessments: readonly ListedAssessment[],
  { actor, today, mayWrite }: Reader,
): ListView {
  const due = assessments
    .filter(({ review }) => review && isDue(review, today))
    .map((a) => ({ ...lineOf(a), yours: a.ownerId === actor }))
  return {
    title: 'Child rights impact assessments',
    mayWrite,
    due: [...due.filter(({ yours }) => yours), ...due.filter(({ yours }) => !yours)],
    waiting: assessments.filter(({ waiting }) => waiting).map(lineOf),
    all: assessments.map(lineOf),
  }
}

function lineOf(a: ListedAssessment): AssessmentLine {
  return {
    id: a.id,
    title: a.title,
    nation: called(NATIONS, a.nation),
    owner: a.ownerName ?? 'Somebody who has left',
    state: stateOf(a),
    review: a.review,
  }
}

function stateOf(a: ListedAssessment): string {
  if (a.waiting) return 'Waiting to be signed off'
  if (a.publishedNumber === undefined) return 'Being written'
  const version = `Published, version ${a.publishedNumber}`
  return a.changedSince ? `${version}; written in since` : version
}
