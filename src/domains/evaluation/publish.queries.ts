import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { AssessmentId } from './assessment.queries.ts'
import type { PublishedDocument, PublishedFigures } from './document.rules.ts'
import { refusable } from './entry.queries.ts'

export type SignOff = {
  readonly id: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly answer: 'published' | 'handed_back' | undefined
  readonly answeredBy: string | undefined
  readonly answeredAt: Date | undefined
  readonly reason: string | undefined
}

/** The last time somebody asked for it to be signed off, and what was answered. */
export async function lastSignOff(tx: Tx, id: AssessmentId): Promise<SignOff | undefined> {
  const row = await tx
    .selectFrom('waymark.assessment_sign_off as s')
    .leftJoin('waymark.person as a', 'a.id', 's.asked_by')
    .leftJoin('waymark.person as b', 'b.id', 's.answered_by')
    .select(['s.id', 's.asked_at', 's.answer', 's.answered_at', 's.reason'])
    .select(['a.name as asker', 'b.name as answerer'])
    .where('s.assessment_id', '=', id)
    .orderBy('s.asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    askedBy: row.asker ?? 'somebody who has left',
    askedAt: new Date(row.asked_at),
    answer: row.answer === 'published' || row.answer === 'handed_back' ? row.answer : undefined,
    answeredBy: row.answerer ?? undefined,
    answeredAt: row.answered_at ? new Date(row.answered_at) : undefined,
    reason: row.reason ?? undefined,
  }
}

/** Asks a manager to sign it off. Asking twice is asking once. */
export async function askForSignOff(tx: Tx, id: AssessmentId): Promise<void> {
  await tx
    .insertInto('waymark.assessment_sign_off')
    .values({ assessment_id: id })
    .onConflict((on) => on.column('assessment_id').where('answer', 'is', null).doNothing())
    .execute()
}

/** Answers the request that is open. False when there is none. */
export async function answerSignOff(
  tx: Tx,
  id: AssessmentId,
  answer: {
    readonly answer: 'published' | 'handed_back'
    readonly reason: string | null
    readonly now: Date
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update waymark.assessment_sign_off set answer = ${answer.answer}, reason = ${answer.reason},
      answered_by = waymark.actor_id(), answered_at = ${answer.now}
    where assessment_id = ${id} and answer is null`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

/** The assessment as it would be published now. */
export async function documentNow(tx: Tx, id: AssessmentId): Promise<PublishedDocument> {
  const { rows } = await sql<{ document: PublishedDocument }>`
    select waymark.assessment_document(${id}) as document`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('An assessment within reach has a document')
  return row.document
}

export type ToPublish = {
  readonly revision: number
  readonly signedAs: string
  readonly whatChanged: string | null
  readonly whyChanged: string | null
  readonly figures: PublishedFigures
  readonly now: Date
}

/** Publishes the revision that was read. The database makes the document and has the last word. */
export function publishAssessment(
  tx: Tx,
  id: AssessmentId,
  to: ToPublish,
): Promise<'published' | { readonly refused: string }> {
  return refusable(tx, async () => {
    await sql`
      insert into waymark.assessment_published (assessment_id, organisation_id, organisation_name, nation, number,
        revision, title, review_on, document, figures, what_changed, why_changed, signed_as, published_at)
      values (${id}, waymark.actor_organisation(), '', '', 1, ${to.revision}, '', ${to.now}, '{}',
        ${JSON.stringify(to.figures)}::jsonb, ${to.whatChanged}, ${to.whyChanged}, ${to.signedAs}, ${to.now})`.execute(
      tx,
    )
    return 'published'
  })
}

export type Version = {
  readonly number: number
  readonly revision: number
  readonly publishedAt: Date
  readonly signedAs: string
  readonly whatChanged: string | undefined
  readonly whyChanged: string | undefined
  readonly document: PublishedDocument
  readonly figures: PublishedFigures
}

type VersionRow = {
  readonly number: number
  readonly revision: number
  readonly published_at: Date
  readonly signed_as: string
  readonly what_changed: string | null
  readonly why_changed: string | null
  readonly document: PublishedDocument
  readonly figures: PublishedFigures
}

/** Every version that was published, the newest first. */
export async function versionsOf(tx: Tx, id: AssessmentId): Promise<readonly Version[]> {
  const { rows } = await sql<VersionRow>`
    select number, revision, published_at, signed_as, what_changed, why_changed, document, figures
    from waymark.assessment_published where assessment_id = ${id} order by number desc`.execute(tx)
  return rows.map((row) => ({
    number: row.number,
    revision: row.revision,
    publishedAt: row.published_at,
    signedAs: row.signed_as,
    whatChanged: row.what_changed ?? undefined,
    whyChanged: row.why_changed ?? undefined,
    document: row.document,
    figures: row.figures,
  }))
}
