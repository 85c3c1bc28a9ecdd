import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { called, OBSERVED } from '../assessment.rules.ts'
import type { Assessment } from '../assessment.queries.ts'
import type { PublishedFigures, PublishedImpact } from '../document.rules.ts'
import type { Typed } from '../fields.form.ts'
import { type Conflict, formView } from '../fields.view.ts'
import type { Version } from '../publish.queries.ts'
import { impactView, outcomeInWords } from '../read-published/document.view.ts'
import type { Review } from '../review.queries.ts'
import { isDue, REVIEW_REFUSED, reviewLacks } from '../review.rules.ts'
import { findingFields, REVIEW_FIELDS, SIGN_FIELDS } from './review.form.ts'

type Found = {
  readonly assessment: Assessment
  readonly review: Review
  readonly version: Version
  readonly expected: readonly PublishedImpact[]
}

type Shown = {
  readonly typed: Typed
  readonly problems?: readonly Problem[]
  readonly conflict?: Conflict
  readonly today: CalendarDay
  readonly mayWrite: boolean
  readonly maySignOff: boolean
  readonly wrote: boolean
  /** What the last released picture says now, for those who may see it. */
  readonly now: PublishedFigures
  readonly seen: string
}

/** A review: what was expected beside what happened, what was measured then beside now, and what is still owed. */
export function reviewView(found: Found, shown: Shown) {
  const { assessment, review, version } = found
  const { today, mayWrite } = shown
  const open = review.completedAt === undefined
  return {
    title: 'The review',
    assessment: { id: assessment.id, title: assessment.title, owner: assessment.ownerName },
    id: review.id,
    dueOn: review.dueOn,
    due: open && isDue(review, today),
    completedAt: review.completedAt,
    versionNumber: version.number,
    effects: effectsOf(found, shown),
    measures: measuresOf(version, shown.now),
    ...formView(REVIEW_FIELDS, shown),
    sign: formView(SIGN_FIELDS, { typed: {} }).fields,
    mayWrite: mayWrite && open,
    ...endingOf(found, shown),
    seen: shown.seen,
    said: [
      ['How children and young people were asked', review.askedChildren],
      ['What happened that nobody expected', review.unintended],
      ['What will be done about it', review.whatNext],
      ['Why there is no next review', review.noMoreBecause],
    ].filter(([, text]) => text !== undefined),
    nextReviewOn: review.nextReviewOn,
  }
}

/** Whether this reader may complete it, and what it lacks. */
function endingOf(found: Found, { today, maySignOff, wrote }: Shown) {
  if (found.review.completedAt) return { lacks: [], mayComplete: false, needsAnother: false }
  const lacks = reviewLacks(stateOf(found), today).map((code) => called(REVIEW_REFUSED, code))
  const whole = lacks.length === 0
  return {
    lacks,
    mayComplete: maySignOff && whole && !wrote,
    needsAnother: maySignOff && whole && wrote,
  }
}

function measuresOf({ document, figures }: Version, now: PublishedFigures) {
  return document.measures.map((measure) => ({
    title: measure.outcome ? outcomeInWords(measure.outcome) : measure.name,
    source: measure.source,
    actsWhen: measure.acts_when,
    earlier: measure.outcome_id ? figures[measure.outcome_id] : undefined,
    now: measure.outcome_id ? now[measure.outcome_id] : undefined,
    isOutcome: measure.outcome_id !== null,
  }))
}

function effectsOf({ expected, version, review }: Found, { typed, problems, conflict }: Shown) {
  const filled = { typed, ...(problems ? { problems } : {}), conflict }
  return expected.map((impact) => ({
    ...impactView(impact, version.document),
    fields: formView(findingFields(impact), filled).fields,
    observed: called(OBSERVED, review.findings[impact.id]?.observed ?? ''),
    seen: review.findings[impact.id]?.seen,
  }))
}

function stateOf({ review, expected }: Found) {
  return {
    dueOn: review.dueOn,
    unanswered: expected.filter(({ id }) => review.findings[id] === undefined).length,
    askedChildren: review.askedChildren !== undefined,
    unintended: review.unintended !== undefined,
    whatNext: review.whatNext !== undefined,
    nextReviewOn: review.nextReviewOn,
    noMoreBecause: review.noMoreBecause !== undefined,
  }
}
