import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { trustedId, type Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { AssessmentId } from './assessment.queries.ts'
import type { PublishedFigures } from './document.rules.ts'
import { refusable } from './entry.queries.ts'
import type { Values } from './fields.form.ts'

export type ReviewId = Id<'assessment-review'>

export type Finding = { readonly observed: string; readonly seen: string }

export type Review = {
  readonly id: ReviewId
  readonly dueOn: string
  readonly askedChildren: string | undefined
  readonly unintended: string | undefined
  readonly whatNext: string | undefined
  readonly nextReviewOn: string | undefined
  readonly noMoreBecause: string | undefined
  readonly completedAt: Date | undefined
  readonly signedAs: string | undefined
  readonly figures: PublishedFigures
  readonly writers: readonly string[]
  readonly changedBy: string | undefined
  readonly changedAt: Date
  /** By the id of the expected impact. */
  readonly findings: Readonly<Record<string, Finding>>
}

type ReviewRow = {
  readonly id: string
  readonly due_on: string
  readonly asked_children: string | null
  readonly unintended: string | null
  readonly what_next: string | null
  readonly next_review_on: string | null
  readonly no_more_because: string | null
  readonly completed_at: Date | null
  readonly signed_as: string | null
  readonly figures: PublishedFigures
  readonly writers: readonly string[]
  readonly changed_by_name: string | null
  readonly changed_at: Date
  readonly findings: Readonly<Record<string, Finding>> | null
}

/** The reviews of an assessment, the first first. */
export async function reviewsOf(tx: Tx, assessment: AssessmentId): Promise<readonly Review[]> {
  const { rows } = await sql<ReviewRow>`
    select r.*, coalesce(w.writers, '{}') as writers, p.name as changed_by_name,
      (select jsonb_object_agg(f.impact_id, jsonb_build_object('observed', f.observed, 'seen', f.seen))
        from waymark.assessment_review_finding f where f.review_id = r.id) as findings
    from waymark.assessment_review r
    left join waymark.assessment_revision w on w.of_id = r.id
    left join waymark.person p on p.id = r.changed_by
    where r.assessment_id = ${assessment} order by r.due_on, r.id`.execute(tx)
  return rows.map(reviewOf)
}

function reviewOf(row: ReviewRow): Review {
  return {
    id: trustedId(row.id),
    dueOn: row.due_on,
    askedChildren: row.asked_children ?? undefined,
    unintended: row.unintended ?? undefined,
    whatNext: row.what_next ?? undefined,
    nextReviewOn: row.next_review_on ?? undefined,
    noMoreBecause: row.no_more_because ?? undefined,
    completedAt: row.completed_at ?? undefined,
    signedAs: row.signed_as ?? undefined,
    figures: row.figures,
    writers: row.writers,
    changedBy: row.changed_by_name ?? undefined,
    changedAt: row.changed_at,
    findings: row.findings ?? {},
  }
}

/** Waits for others who write in the same review. */
export async function holdReview(tx: Tx, id: ReviewId): Promise<void> {
  await sql`select from waymark.assessment_review where id = ${id} for update`.execute(tx)
}

export type FindingTyped = Finding & { readonly impact: string }

/** Keeps what a review says so far. A finding that was there is changed; none is removed. */
export function keepReview(
  tx: Tx,
  { assessment, id }: { readonly assessment: AssessmentId; readonly id: ReviewId },
  values: Values,
  findings: readonly FindingTyped[],
): Promise<'kept' | { readonly refused: string }> {
  const set = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  return refusable(tx, async () => {
    await sql`update waymark.assessment_review set ${sql.join(set)} where id = ${id}`.execute(tx)
    for (const { impact, observed, seen } of findings) {
      await sql`
        insert into waymark.assessment_review_finding as f (review_id, assessment_id, impact_id, observed, seen)
        values (${id}, ${assessment}, ${impact}, ${observed}, ${seen})
        on conflict (review_id, impact_id) do update set observed = excluded.observed, seen = excluded.seen
        where (f.observed, f.seen) is distinct from (excluded.observed, excluded.seen)`.execute(tx)
    }
    return 'kept'
  })
}

/** Completes a review: the only way one ends. The next is there in the same moment. */
export function completeReview(
  tx: Tx,
  id: ReviewId,
  done: { readonly now: Date; readonly signedAs: string; readonly figures: PublishedFigures },
): Promise<'completed' | { readonly refused: string }> {
  return refusable(tx, async () => {
    await sql`
      update waymark.assessment_review set completed_at = ${done.now}, completed_by = waymark.actor_id(),
        signed_as = ${done.signedAs}, figures = ${JSON.stringify(done.figures)}::jsonb, document = '{}'
      where id = ${id}`.execute(tx)
    return 'completed'
  })
}

export type ListedAssessment = {
  readonly id: AssessmentId
  readonly title: string
  readonly nation: string
  readonly ownerId: string
  readonly ownerName: string | undefined
  readonly publishedNumber: number | undefined
  readonly publishedAt: Date | undefined
  /** Written in since it was published. */
  readonly changedSince: boolean
  readonly waiting: boolean
  readonly review: { readonly id: string; readonly dueOn: string } | undefined
}

type ListedRow = {
  readonly id: string
  readonly title: string
  readonly nation: string
  readonly owner_id: string
  readonly owner_name: string | null
  readonly number: number | null
  readonly published_at: Date | null
  readonly changed_since: boolean | null
  readonly waiting: boolean
  readonly review_id: string | null
  readonly due_on: string | null
}

/** The assessments of the actor's organisation: reviews that are due first, then the newest. */
export async function listAssessments(
  tx: Tx,
  today: CalendarDay,
): Promise<readonly ListedAssessment[]> {
  const { rows } = await sql<ListedRow>`
    select a.id, a.title, t.nation, a.owner_id, o.name as owner_name, p.number, p.published_at,
      p.revision is distinct from r.revision as changed_since,
      exists (select from waymark.assessment_sign_off s where s.assessment_id = a.id and s.answer is null) as waiting,
      v.id as review_id, v.due_on
    from waymark.assessment a
    join waymark.assessment_template t on t.id = a.template_id
    left join waymark.person o on o.id = a.owner_id
    left join waymark.assessment_revision r on r.of_id = a.id
    left join lateral (select number, revision, published_at from waymark.assessment_published p
      where p.assessment_id = a.id order by number desc limit 1) p on true
    left join waymark.assessment_review v on v.assessment_id = a.id and v.completed_at is null
    order by v.due_on <= ${today} desc nulls last, case when v.due_on <= ${today} then v.due_on end, a.begun_at desc
    limit 1000`.execute(tx)
  return rows.map((row) => ({
    id: trustedId(row.id),
    title: row.title,
    nation: row.nation,
    ownerId: row.owner_id,
    ownerName: row.owner_name ?? undefined,
    publishedNumber: row.number ?? undefined,
    publishedAt: row.published_at ?? undefined,
    changedSince: row.number !== null && row.changed_since === true,
    waiting: row.waiting,
    review: row.review_id && row.due_on ? { id: row.review_id, dueOn: row.due_on } : undefined,
  }))
}
