import { sql } from 'kysely'
import { trustedId, type ChildId, type PersonId } from '#kernel/ids.ts'
import type { FileId } from '#platform/files/store.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Back, Decision, ReceiptState, StepKind, Weight } from './answering.rules.ts'
import type { ReceiptId } from './receipts.queries.ts'

export type Receipt = {
  readonly id: ReceiptId
  readonly childId: ChildId
  readonly subject: string
  readonly subjectId: string
  readonly sentAt: Date
  readonly answererId: PersonId | undefined
  readonly answererName: string | undefined
  readonly answererWhy: string
  readonly answerBy: string
  readonly round: number
  readonly state: ReceiptState
  readonly keptTo: readonly string[] | undefined
  readonly version: number
}

type Row = {
  readonly id: string
  readonly child_id: string
  readonly subject: string
  readonly subject_id: string
  readonly sent_at: Date
  readonly answerer_id: string | null
  readonly answerer_name: string | null
  readonly answerer_why: string
  readonly answer_by: string
  readonly round: number
  readonly state: ReceiptState
  readonly kept_to: string[] | null
  readonly version: number
}

const receiptOf = (row: Row): Receipt => ({
  id: trustedId(row.id),
  childId: trustedId(row.child_id),
  subject: row.subject,
  subjectId: row.subject_id,
  sentAt: row.sent_at,
  answererId: row.answerer_id === null ? undefined : trustedId(row.answerer_id),
  answererName: row.answerer_name ?? undefined,
  answererWhy: row.answerer_why,
  answerBy: row.answer_by,
  round: row.round,
  state: row.state,
  keptTo: row.kept_to ?? undefined,
  version: row.version,
})

const columns = sql`r.id, r.child_id, r.subject, r.subject_id, r.sent_at, r.answerer_id, p.name as answerer_name,
  r.answerer_why, r.answer_by::text as answer_by, r.round, r.state, r.kept_to, r.version`

/** What a young person sent, the newest first. */
export async function receiptsOf(tx: Tx, child: ChildId): Promise<readonly Receipt[]> {
  const { rows } = await sql<Row>`
    select ${columns} from waymark.receipt r left join waymark.person p on p.id = r.answerer_id
     where r.child_id = ${child} order by r.sent_at desc, r.id limit 100`.execute(tx)
  return rows.map(receiptOf)
}

export async function findReceipt(
  tx: Tx,
  child: ChildId,
  id: ReceiptId,
): Promise<Receipt | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from waymark.receipt r left join waymark.person p on p.id = r.answerer_id
     where r.id = ${id} and r.child_id = ${child}`.execute(tx)
  return rows[0] && receiptOf(rows[0])
}

/** Holds a receipt until the transaction ends, and gives its version: two who answer at once do not both. */
export async function holdReceipt(tx: Tx, id: ReceiptId): Promise<number | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 45))`.execute(tx)
  const row = await tx
    .selectFrom('waymark.receipt')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.version
}

export type Step = {
  readonly file: FileId | undefined
  readonly kind: StepKind
  readonly at: Date
  readonly byName: string | undefined
  readonly toName: string | undefined
  readonly words: string | undefined
  readonly wordsLanguage: string
  readonly weight: Weight | undefined
  readonly decision: Decision | undefined
  readonly decidedBy: string | undefined
  readonly back: Back | undefined
}

/** What became of it, in order. */
export async function stepsOf(tx: Tx, receipt: ReceiptId): Promise<readonly Step[]> {
  const { rows } = await sql<{
    kind: StepKind
    at: Date
    by_name: string | null
    to_name: string | null
    words: string | null
    words_language: string
    weight: Weight | null
    decision: Decision | null
    decided_by: string | null
    back: Back | null
    file_id: string | null
  }>`
    select s.kind, s.at, b.name as by_name, t.name as to_name, s.words, s.words_language, s.weight, s.decision,
        s.decided_by, s.back, s.file_id
      from waymark.ledger_step s
      left join waymark.person b on b.id = s.by_id
      left join waymark.person t on t.id = s.to_id
     where s.receipt_id = ${receipt} order by s.at, s.changed_at, s.id`.execute(tx)
  return rows.map((row) => ({
    file: row.file_id === null ? undefined : trustedId(row.file_id),
    kind: row.kind,
    at: row.at,
    byName: row.by_name ?? undefined,
    toName: row.to_name ?? undefined,
    words: row.words ?? undefined,
    wordsLanguage: row.words_language,
    weight: row.weight ?? undefined,
    decision: row.decision ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    back: row.back ?? undefined,
  }))
}

export type NewStep = {
  readonly kind: Exclude<StepKind, 'went_up' | 'taken_back'>
  readonly words?: string | undefined
  readonly wordsLanguage?: string | undefined
  readonly weight?: Weight | undefined
  readonly decision?: Decision | undefined
  readonly decidedBy?: string | undefined
  readonly back?: Back | undefined
  readonly to?: PersonId | undefined
  /** The words spoken, beside them. */
  readonly file?: FileId | undefined
}

/** Adds a step. Whether it may be added is for the database to say: it throws when it may not. */
export async function addStep(
  tx: Tx,
  receipt: { readonly id: ReceiptId; readonly childId: ChildId },
  step: NewStep,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.ledger_step')
    .values({
      receipt_id: receipt.id,
      child_id: receipt.childId,
      kind: step.kind,
      at: now,
      words: step.words ?? null,
      words_language: step.wordsLanguage ?? 'en',
      weight: step.weight ?? null,
      decision: step.decision ?? null,
      decided_by: step.decidedBy ?? null,
      back: step.back ?? null,
      to_id: step.to ?? null,
      file_id: step.file ?? null,
    })
    .execute()
}

/** What was not answered by its day is asked of a manager. Done again, nothing happens. */
export async function goUp(tx: Tx, child: ChildId | undefined, now: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select waymark.receipts_go_up(${child ?? null}, ${now}) as n`.execute(tx)
  return rows[0]?.n ?? 0
}

export type CanAnswer = { readonly id: PersonId; readonly name: string; readonly part: string }

/** Who can be asked to answer instead: those beside the child, and their managers, who are there. */
export async function whoCanAnswer(
  tx: Tx,
  receipt: Receipt,
  now: Date,
): Promise<readonly CanAnswer[]> {
  const { rows } = await sql<{ id: string; name: string; part: string }>`
    select p.id, p.name, case when p.role = 'manager' then 'manager' else 'beside' end as part
      from waymark.person p
      join waymark.receipt r on r.id = ${receipt.id} and not (p.id = any (r.not_to))
     where p.id in (
         select a.person_id from waymark.allocation a where a.child_id = ${receipt.childId} and a.ended_on is null
         union
         select m.id from waymark.person m join waymark.child c on c.id = ${receipt.childId}
          where m.role = 'manager' and m.organisation_id = c.organisation_id)
       and p.id is distinct from r.answerer_id
       and waymark.may_be_asked(${receipt.childId}, p.id, (${now}::timestamptz at time zone 'Europe/London')::date)
     order by part, p.name, p.id limit 50`.execute(tx)
  return rows.map((row) => ({ id: trustedId(row.id), name: row.name, part: row.part }))
}
