import { sql } from 'kysely'
import { type Id, type PersonId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Audit } from './audit.queries.ts'
import { type Code, CODES, type Grade, GRADES, type Item, keyOf } from './audit.rules.ts'
import type { Facts } from './facts.queries.ts'

export type ReadingId = Id<'case-audit-reading'>

export type Answer = {
  readonly code: Code
  readonly shows: string | undefined
  readonly quote: string | undefined
  readonly quotedFrom: string | undefined
  readonly version: number
}

/** One auditor's reading of one record. */
export type Reading = {
  readonly id: ReadingId
  readonly auditorId: PersonId
  readonly auditor: string | undefined
  readonly standsOut: string | undefined
  readonly grade: Grade | undefined
  readonly facts: Facts | undefined
  readonly sharedAt: Date | undefined
  readonly version: number
  /** By the key of the item. */
  readonly answers: ReadonlyMap<string, Answer>
}

type AnswerRow = {
  readonly outcome_id: string | null
  readonly question: string | null
  readonly code: string
  readonly shows: string | null
  readonly quote: string | null
  readonly quoted_from: string | null
  readonly version: number
}

const codeOf = (text: string): Code => {
  const code = CODES.find((c) => c === text)
  if (!code) throw new Error('The database holds a code that the rules do not know')
  return code
}

const answerOf = (row: AnswerRow): Answer => ({
  code: codeOf(row.code),
  shows: row.shows ?? undefined,
  quote: row.quote ?? undefined,
  quotedFrom: row.quoted_from ?? undefined,
  version: row.version,
})

/** The readings of an audit that the actor may see now. */
export async function readingsOf(tx: Tx, audit: Audit): Promise<readonly Reading[]> {
  const { rows } = await sql<{
    id: string
    auditor_id: string
    auditor: string | null
    stands_out: string | null
    grade: string | null
    facts: Facts | null
    shared_at: Date | null
    version: number
    answers: readonly AnswerRow[]
  }>`
    select r.id, r.auditor_id, p.name as auditor, r.stands_out, r.grade, r.facts, r.shared_at, r.version,
      coalesce((select jsonb_agg(to_jsonb(x)) from waymark.case_audit_answer x where x.reading_id = r.id), '[]') as answers
    from waymark.case_audit_reading r left join waymark.person p on p.id = r.auditor_id
    where r.audit_id = ${audit.id} order by r.auditor_id is distinct from ${audit.auditorId ?? null}::uuid, r.id`.execute(
    tx,
  )
  return rows.map((r) => ({
    id: trustedId(r.id),
    auditorId: trustedId(r.auditor_id),
    auditor: r.auditor ?? undefined,
    standsOut: r.stands_out ?? undefined,
    grade: GRADES.find((g) => g === r.grade),
    facts: r.facts ?? undefined,
    sharedAt: r.shared_at ?? undefined,
    version: r.version,
    answers: new Map(r.answers.map((a) => [keyOf(a), answerOf(a)])),
  }))
}

/** The actor's own reading; begun when there is none. */
export async function beginReading(tx: Tx, audit: Audit): Promise<ReadingId> {
  const { rows } = await sql<{ id: string }>`
    insert into waymark.case_audit_reading (audit_id, child_id) values (${audit.id}, ${audit.childId})
    on conflict (audit_id, auditor_id) do nothing returning id`.execute(tx)
  if (rows[0]) return trustedId(rows[0].id)
  const { id } = await tx
    .selectFrom('waymark.case_audit_reading')
    .select('id')
    .where('audit_id', '=', audit.id)
    .where('auditor_id', '=', sql<string>`waymark.actor_id()`)
    .executeTakeFirstOrThrow()
  return trustedId(id)
}

export type Answered = Omit<Answer, 'version'>

/** Keeps the answer to one item. False when it was saved elsewhere since `version`, or the reading is shared. */
export async function saveAnswer(
  tx: Tx,
  audit: Audit,
  reading: ReadingId,
  item: Item,
  version: number,
  answer: Answered,
): Promise<boolean> {
  const given = {
    code: answer.code,
    shows: answer.shows ?? null,
    quote: answer.quote ?? null,
    quoted_from: answer.quotedFrom ?? null,
  }
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('waymark.case_audit_answer')
      .values({
        reading_id: reading,
        child_id: audit.childId,
        outcome_id: item.outcomeId ?? null,
        question: item.question ?? null,
        ...given,
      })
      .onConflict((c) => c.columns(['reading_id', 'outcome_id', 'question']).doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('waymark.case_audit_answer')
    .set(given)
    .where('reading_id', '=', reading)
    .where('version', '=', version)
    .where(
      item.outcomeId
        ? sql<boolean>`outcome_id = ${item.outcomeId}`
        : sql<boolean>`question = ${item.question ?? null}`,
    )
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Shares a reading with what the record held just now. False when it was saved elsewhere meanwhile. */
export async function shareReading(
  tx: Tx,
  reading: ReadingId,
  version: number,
  said: { readonly standsOut: string; readonly grade: Grade | undefined; readonly facts: Facts },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.case_audit_reading')
    .set({
      stands_out: said.standsOut,
      grade: said.grade ?? null,
      facts: JSON.stringify(said.facts),
      shared_at: sql`now()`,
    })
    .where('id', '=', reading)
    .where('version', '=', version)
    .where('shared_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Agreed = { readonly code: Code; readonly why: string; readonly version: number }

/** What two auditors agreed where they had differed, by the key of the item. */
export async function agreedOf(tx: Tx, audit: Audit): Promise<ReadonlyMap<string, Agreed>> {
  const rows = await tx
    .selectFrom('waymark.case_audit_agreed')
    .select(['outcome_id', 'question', 'code', 'why', 'version'])
    .where('audit_id', '=', audit.id)
    .execute()
  return new Map(
    rows.map((r) => [keyOf(r), { code: codeOf(r.code), why: r.why, version: r.version }]),
  )
}

export async function saveAgreed(
  tx: Tx,
  audit: Audit,
  item: Item,
  version: number,
  agreed: Omit<Agreed, 'version'>,
): Promise<boolean> {
  const about = { outcome_id: item.outcomeId ?? null, question: item.question ?? null }
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('waymark.case_audit_agreed')
      .values({ audit_id: audit.id, child_id: audit.childId, ...about, ...agreed })
      .onConflict((c) => c.columns(['audit_id', 'outcome_id', 'question']).doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numAffectedRows } = await sql`
    update waymark.case_audit_agreed set code = ${agreed.code}, why = ${agreed.why}
    where audit_id = ${audit.id} and version = ${version}
      and outcome_id is not distinct from ${about.outcome_id}::uuid and question is not distinct from ${about.question}`.execute(
    tx,
  )
  return numAffectedRows === 1n
}
