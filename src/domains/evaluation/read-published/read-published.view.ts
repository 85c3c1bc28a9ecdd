import type { CalendarDay } from '#kernel/calendar-day.ts'
import { called, OBSERVED } from '../assessment.rules.ts'
import type { PublicReview, PublishedVersion } from '../public.queries.ts'
import { isDue } from '../review.rules.ts'
import { impactView, outcomeInWords } from './document.view.ts'

type Beside = {
  readonly versions: readonly PublishedVersion[]
  readonly reviews: readonly PublicReview[]
  readonly today: CalendarDay
}

/** What stands around a published text: which version it is, what changed, and the reviews, due ones too. */
export function publishedView(
  id: string,
  version: PublishedVersion,
  { versions, reviews, today }: Beside,
) {
  const newest = versions[0]?.number ?? version.number
  return {
    title: 'Rights assessment',
    id,
    name: version.title,
    organisation: version.organisation,
    number: version.number,
    publishedAt: version.publishedAt,
    signedAs: version.signedAs,
    newest: newest === version.number ? undefined : newest,
    log: versions.map((v) => ({
      number: v.number,
      publishedAt: v.publishedAt,
      signedAs: v.signedAs,
      whatChanged: v.whatChanged,
      whyChanged: v.whyChanged,
    })),
    reviews: reviews.map((review) => ({
      id: review.id,
      dueOn: review.dueOn,
      due: review.completed === undefined && isDue(review, today),
      completedAt: review.completed?.at,
    })),
  }
}

/** A completed review: what was expected beside what happened. */
export function publicReviewView(
  id: string,
  version: PublishedVersion,
  { at, signedAs, document, figures }: NonNullable<PublicReview['completed']>,
) {
  return {
    title: 'Review of a rights assessment',
    id,
    name: version.title,
    organisation: version.organisation,
    completedAt: at,
    signedAs,
    versionNumber: version.number,
    said: document,
    findings: document.findings.map(({ impact, observed, seen }) => ({
      ...impactView(impact, version.document),
      observed: called(OBSERVED, observed),
      seen,
    })),
    measures: document.measures.map((measure) => ({
      title: measure.outcome ? outcomeInWords(measure.outcome) : measure.name,
      source: measure.source,
      actsWhen: measure.acts_when,
      earlier: measure.outcome_id ? version.figures[measure.outcome_id] : undefined,
      now: measure.outcome_id ? figures[measure.outcome_id] : undefined,
    })),
  }
}
