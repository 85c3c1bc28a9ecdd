import { dayOf, instantOf } from '../days.ts'
import { at } from '../random.ts'
import type { WholeAssessment } from './invented-assessment.ts'
import { actAs, add, outcomeOf, type Writing } from './writing.queries.ts'

/** Invented figures, as they would have been printed: rounded, and small ones not shown. */
function figuresThen(writing: Writing, a: WholeAssessment, ago: number) {
  const begins = Number(dayOf(writing.today - ago).slice(0, 4)) - 1
  const counts = ['[c]', '20', '40', '20', '10']
  const labels = ['Not at all', 'A little', 'Mostly', 'Fully', 'Changes a lot']
  return {
    [outcomeOf(writing, a.watched.outcome)]: {
      year: `1 April ${begins} to 31 March ${begins + 1}`,
      madeAt: instantOf(writing.today - ago - 3, 600),
      shared: '120',
      answered: '90',
      states: labels.map((label, n) => ({ label, count: counts[n] ?? '[c]' })),
    },
  }
}

/** Publishes each version on its day. */
export async function publishAll(writing: Writing, id: string, a: WholeAssessment): Promise<void> {
  const { client, today, signer } = writing
  await client.query(
    'insert into waymark.assessment_sign_off (assessment_id, asked_at) values ($1, $2)',
    [id, instantOf(today - (a.published[0]?.ago ?? 2) - 2, 620)],
  )
  for (const { ago, whatChanged, why } of a.published) {
    await client.query(
      `insert into waymark.assessment_published (assessment_id, organisation_id, organisation_name, nation, number, revision, title,
         review_on, document, figures, what_changed, why_changed, signed_by, signed_as, published_at)
       select $1, a.organisation_id, '', '', 1, r.revision, '', a.review_on, '{}', $2, $3, $4, $5, 'Head of children’s services', $6
         from waymark.assessment a join waymark.assessment_revision r on r.of_id = a.id where a.id = $1`,
      [
        id,
        figuresThen(writing, a, ago),
        whatChanged ?? null,
        why ?? null,
        signer,
        instantOf(today - ago, 700),
      ],
    )
  }
  if (a.published.length === 0) return
  await client.query(
    `update waymark.assessment_sign_off set answer = 'published', answered_by = $2, answered_at = $3 where assessment_id = $1`,
    [id, signer, instantOf(today - (a.published[0]?.ago ?? 0), 700)],
  )
}

/** Completes the first review, where there was one. */
export async function review(
  writing: Writing,
  id: string,
  { reviewed, ...a }: WholeAssessment,
  expected: readonly string[],
): Promise<void> {
  if (!reviewed) return
  const { client, today, signer } = writing
  const { rows } = await client.query<{ id: string }>(
    `update waymark.assessment_review set asked_children = $2, unintended = $3, what_next = $4, next_review_on = $5
     where assessment_id = $1 and completed_at is null returning id`,
    [id, reviewed.asked, reviewed.unintended, reviewed.whatNext, dayOf(today + reviewed.nextIn)],
  )
  const reviewId = rows[0]?.id
  for (const [n, [observed, seen]] of reviewed.findings.entries()) {
    const row = {
      review_id: reviewId,
      assessment_id: id,
      impact_id: at(expected, n),
      observed,
      seen,
    }
    await add(writing, 'assessment_review_finding', row)
  }
  await actAs(client, signer)
  await client.query(
    `update waymark.assessment_review set completed_at = $2, completed_by = $3, signed_as = 'Head of children’s services',
       document = '{}', figures = $4 where id = $1`,
    [
      reviewId,
      instantOf(today - reviewed.ago, 700),
      signer,
      figuresThen(writing, { ...a, reviewed }, reviewed.ago),
    ],
  )
}
