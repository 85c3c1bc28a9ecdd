import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { AssessmentId } from './assessment.queries.ts'
import type { PublishedDocument, PublishedFigures, PublishedImpact } from './document.rules.ts'

/** What anybody may read: published versions, completed reviews, and the days of those to come. Read as the door, which reaches nothing else. */
export type Registered = {
  readonly id: string
  readonly title: string
  readonly nation: string
  readonly organisation: string
  readonly number: number
  readonly publishedAt: Date
  readonly reviewDueOn: string | undefined
  readonly reviewed: number
}

type RegisteredRow = {
  readonly id: string
  readonly title: string
  readonly nation: string
  readonly organisation_name: string
  readonly number: number
  readonly published_at: Date
  readonly due_on: string | null
  readonly reviewed: number
}

/** The register: the newest version of each, the last published first. */
export async function register(tx: Tx): Promise<readonly Registered[]> {
  const { rows } = await sql<RegisteredRow>`
    select p.assessment_id as id, p.title, p.nation, p.organisation_name, p.number, p.published_at,
      (select min(r.due_on) from waymark.assessment_review r where r.assessment_id = p.assessment_id and r.completed_at is null) as due_on,
      (select count(*)::int from waymark.assessment_review r where r.assessment_id = p.assessment_id and r.completed_at is not null) as reviewed
    from waymark.assessment_published p
    where not exists (select from waymark.assessment_published n where n.assessment_id = p.assessment_id and n.number > p.number)
    order by p.published_at desc, p.id limit 1000`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    nation: row.nation,
    organisation: row.organisation_name,
    number: row.number,
    publishedAt: row.published_at,
    reviewDueOn: row.due_on ?? undefined,
    reviewed: row.reviewed,
  }))
}

export type PublishedVersion = {
  readonly number: number
  readonly organisation: string
  readonly title: string
  readonly publishedAt: Date
  readonly signedAs: string
  readonly whatChanged: string | undefined
  readonly whyChanged: string | undefined
  readonly document: PublishedDocument
  readonly figures: PublishedFigures
}

type PublishedRow = {
  readonly number: number
  readonly organisation_name: string
  readonly title: string
  readonly published_at: Date
  readonly signed_as: string
  readonly what_changed: string | null
  readonly why_changed: string | null
  readonly document: PublishedDocument
  readonly figures: PublishedFigures
}

/** Every published version of one assessment, the newest first. */
export async function publishedVersions(
  tx: Tx,
  id: AssessmentId,
): Promise<readonly PublishedVersion[]> {
  const { rows } = await sql<PublishedRow>`
    select number, organisation_name, title, published_at, signed_as, what_changed, why_changed, document, figures
    from waymark.assessment_published where assessment_id = ${id} order by number desc`.execute(tx)
  return rows.map((row) => ({
    number: row.number,
    organisation: row.organisation_name,
    title: row.title,
    publishedAt: row.published_at,
    signedAs: row.signed_as,
    whatChanged: row.what_changed ?? undefined,
    whyChanged: row.why_changed ?? undefined,
    document: row.document,
    figures: row.figures,
  }))
}

export type PrintedWords = {
  readonly id: string
  readonly involvementId: string
  readonly words: string
  readonly language: string
  readonly saidBy: string
  readonly dissent: boolean
  readonly answered: string | undefined
}

/** Those of the words that stand, by their ids: what was taken back is not among them. */
export async function wordsOf(tx: Tx, ids: readonly string[]): Promise<readonly PrintedWords[]> {
  const { rows } = await sql<{
    id: string
    involvement_id: string
    words: string
    language: string
    said_by: string
    dissent: boolean
    answered: string | null
  }>`
    select id, involvement_id, words, language, said_by, dissent, answered from waymark.assessment_words
    where id = any (${[...ids]}::uuid[]) and taken_back_at is null`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    involvementId: row.involvement_id,
    words: row.words,
    language: row.language,
    saidBy: row.said_by,
    dissent: row.dissent,
    answered: row.answered ?? undefined,
  }))
}

export type ReviewDocument = {
  readonly published_number: number
  readonly due_on: string
  readonly asked_children: string
  readonly unintended: string
  readonly what_next: string
  readonly next_review_on: string | null
  readonly no_more_because: string | null
  readonly measures: PublishedDocument['measures']
  readonly findings: readonly {
    readonly impact: PublishedImpact
    readonly observed: string
    readonly seen: string
  }[]
}

export type PublicReview = {
  readonly id: string
  readonly dueOn: string
  /** Undefined while it is to come. */
  readonly completed:
    | {
        readonly at: Date
        readonly signedAs: string
        readonly document: ReviewDocument
        readonly figures: PublishedFigures
      }
    | undefined
}

/** The reviews of a published assessment, the first first. */
export async function publicReviews(tx: Tx, id: AssessmentId): Promise<readonly PublicReview[]> {
  const { rows } = await sql<{
    id: string
    due_on: string
    completed_at: Date | null
    signed_as: string | null
    document: ReviewDocument | null
    figures: PublishedFigures
  }>`
    select id, due_on, completed_at, signed_as, document, figures from waymark.assessment_review
    where assessment_id = ${id} order by due_on, id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    dueOn: row.due_on,
    completed:
      row.completed_at && row.document
        ? {
            at: row.completed_at,
            signedAs: row.signed_as ?? '',
            document: row.document,
            figures: row.figures,
          }
        : undefined,
  }))
}
