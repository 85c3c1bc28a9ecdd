import { createHash } from 'node:crypto'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { may } from '#platform/access/capability.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { releasedIndicators } from '#domains/statistics/index.ts'
import { assessmentOf } from '../assessment-of-page.ts'
import type { Assessment } from '../assessment.queries.ts'
import { called } from '../assessment.rules.ts'
import { expectedOf, type PublishedImpact } from '../document.rules.ts'
import { readForm, type Typed, typedFrom, typedIn } from '../fields.form.ts'
import { type Conflict, conflictOf } from '../fields.view.ts'
import { insideFigures, printedFigures } from '../figures.view.ts'
import { type Version, versionsOf } from '../publish.queries.ts'
import {
  completeReview as complete,
  holdReview,
  keepReview,
  type Review,
  reviewsOf,
} from '../review.queries.ts'
import { REVIEW_REFUSED } from '../review.rules.ts'
import {
  findingFields,
  readFindings,
  REVIEW_FIELDS,
  SIGN_FIELDS,
  typedFindings,
} from './review.form.ts'
import { reviewView } from './review.view.ts'

const url = '/assessments/:assessmentId/reviews/:reviewId'

export const seeReview: Page = {
  method: 'GET',
  url,
  may: 'assessments.read',
  audit: { action: 'assessments.review.open' },
  async answer(visit) {
    const found = await reviewOf(visit)
    return found ? shown(visit, found, { typed: typedOf(found) }) : { kind: 'not-found' }
  },
}

export const writeReview: Page = {
  method: 'POST',
  url,
  may: 'assessments.write',
  audit: { action: 'assessments.review.write' },
  async answer(visit) {
    const before = await reviewOf(visit)
    if (!before) return { kind: 'not-found' }
    await holdReview(visit.tx, before.review.id)
    const found = (await reviewOf(visit)) ?? before
    const typed = {
      ...typedIn(REVIEW_FIELDS, visit.form),
      ...typedFindings(found.expected, visit.form),
    }
    if (found.review.completedAt) return refused(visit, found, typed, 'review_stays')
    const seen = textOf(visit.form, 'seen')
    const read = readForm(REVIEW_FIELDS, visit.form)
    const findings = readFindings(found.expected, visit.form)
    const problems = [
      ...findings.problems,
      ...(read.values ? nextProblem(read.values, found) : read.problems),
    ]
    if (!read.values || problems.length > 0) return shown(visit, found, { typed, problems, seen })
    if (seen !== sealOf(found)) return shown(visit, found, { typed, conflict: both(found, typed) })
    const at = { assessment: found.assessment.id, id: found.review.id }
    const done = await keepReview(visit.tx, at, read.values, findings.findings)
    if (done !== 'kept') return refused(visit, found, typed, done.refused)
    return { kind: 'redirect', to: `/assessments/${at.assessment}/reviews/${at.id}` }
  },
}

export const completeReview: Page = {
  method: 'POST',
  url: `${url}/complete`,
  may: 'assessments.sign-off',
  audit: { action: 'assessments.review.complete' },
  async answer(visit) {
    const before = await reviewOf(visit)
    if (!before) return { kind: 'not-found' }
    await holdReview(visit.tx, before.review.id)
    const found = (await reviewOf(visit)) ?? before
    const typed = typedOf(found)
    if (found.review.completedAt) return refused(visit, found, typed, 'review_stays')
    const read = readForm(SIGN_FIELDS, visit.form)
    if (!read.values) return shown(visit, found, { typed, problems: read.problems })
    if (textOf(visit.form, 'seen') !== sealOf(found)) {
      const text =
        'Somebody wrote in this review while you were reading it. Read it again, then complete it.'
      return shown(visit, found, { typed, problems: [{ field: 'form', text }] })
    }
    const done = await complete(visit.tx, found.review.id, {
      now: visit.now,
      signedAs: String(read.values['signed_as']),
      figures: printedFigures(await indicatorsOf(visit, found)),
    })
    if (done !== 'completed') return refused(visit, found, typed, done.refused)
    return { kind: 'redirect', to: `/assessments/${found.assessment.id}` }
  },
}

type Found = {
  readonly assessment: Assessment
  readonly review: Review
  readonly version: Version
  readonly expected: readonly PublishedImpact[]
}

async function reviewOf(visit: Visit): Promise<Found | undefined> {
  const assessment = await assessmentOf(visit)
  const id = readId<'assessment-review'>(visit.params['reviewId'])
  if (!assessment || !id) return undefined
  const review = (await reviewsOf(visit.tx, assessment.id)).find((r) => r.id === id)
  const [version] = await versionsOf(visit.tx, assessment.id)
  return (
    review && version && { assessment, review, version, expected: expectedOf(version.document) }
  )
}

function nextProblem(
  values: Readonly<Record<string, unknown>>,
  { review }: Found,
): readonly Problem[] {
  const next = values['next_review_on']
  if (typeof next !== 'string' || next > review.dueOn) return []
  return [{ field: 'next_review_on', text: 'The next review comes after this one' }]
}

const indicatorsOf = (visit: Visit, { version }: Found) =>
  releasedIndicators(
    visit.tx,
    version.document.measures.flatMap((m) => (m.outcome_id ? [m.outcome_id] : [])),
  )

const typedOf = ({ review, expected }: Found): Typed => ({
  ...typedFrom(REVIEW_FIELDS, {
    asked_children: review.askedChildren,
    unintended: review.unintended,
    what_next: review.whatNext,
    next_review_on: review.nextReviewOn,
    no_more_because: review.noMoreBecause,
  }),
  ...Object.fromEntries(
    expected.flatMap(({ id }) => [
      [`observed-${id}`, review.findings[id]?.observed ?? ''],
      [`seen-${id}`, review.findings[id]?.seen ?? ''],
    ]),
  ),
})

/** What the review said when its page was given. */
const sealOf = (found: Found): string =>
  createHash('sha256')
    .update(JSON.stringify(typedOf(found)))
    .digest('hex')
    .slice(0, 32)

function both(found: Found, typed: Typed): Conflict {
  const { assessment, review, expected } = found
  return conflictOf(
    [...expected.flatMap((impact) => [...findingFields(impact)]), ...REVIEW_FIELDS],
    typed,
    {
      by: review.changedBy,
      at: review.changedAt,
      typed: typedOf(found),
    },
    { leaveHref: `/assessments/${assessment.id}/reviews/${review.id}` },
  )
}

const refused = (visit: Visit, found: Found, typed: Typed, name: string): Promise<Answer> =>
  shown(visit, found, { typed, problems: [{ field: 'form', text: called(REVIEW_REFUSED, name) }] })

type Shown = {
  readonly typed: Typed
  readonly problems?: readonly Problem[]
  readonly conflict?: Conflict
  readonly seen?: string
}

async function shown(visit: Visit, found: Found, { seen, ...filled }: Shown): Promise<Answer> {
  const page = reviewView(found, {
    ...filled,
    today: londonCalendarDay(visit.now),
    mayWrite: may(visit.actor.role, 'assessments.write'),
    maySignOff: may(visit.actor.role, 'assessments.sign-off'),
    wrote: found.review.writers.includes(visit.actor.id),
    now: insideFigures(await indicatorsOf(visit, found)),
    seen: seen ?? sealOf(found),
  })
  const status = filled.conflict ? 409 : filled.problems?.length ? 422 : 200
  return { kind: 'view', template: 'domains/evaluation/review/review.njk', status, model: { page } }
}
