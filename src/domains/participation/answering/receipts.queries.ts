import { sql } from 'kysely'
import { trustedId, type ChildId, type Id, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type ReceiptId = Id<'receipt'>

/**
 * What kind of thing was sent. For each there is a function `waymark.subject_NAME(id, child)` in the
 * database that says whether it stands: a new kind brings its own, and nothing here changes.
 */
export type Subject = 'check_in' | 'goal' | (string & {})

export type Sent = {
  readonly childId: ChildId
  readonly subject: Subject
  readonly subjectId: string
  readonly now: Date
  /** Whom the young person asked to answer: somebody beside them. */
  readonly chosen?: PersonId | undefined
  /** Who gets it, when the young person chose; nobody else reads or writes what becomes of it. */
  readonly keptTo?: readonly PersonId[] | undefined
  /** Who must never be asked, nor see that it was sent. */
  readonly notTo?: readonly PersonId[] | undefined
}

export type Opened = {
  readonly id: ReceiptId
  readonly answererId: PersonId | undefined
  readonly answerBy: string
}

/**
 * Opens the receipt of something sent, in the transaction that sends it. Who answers and by when follows
 * from the rule in the database. Sent twice, the first receipt stands.
 */
export async function openReceipt(tx: Tx, sent: Sent): Promise<Opened> {
  await sql`
    insert into waymark.receipt (child_id, subject, subject_id, sent_at, chosen_id, kept_to, not_to)
    values (${sent.childId}, ${sent.subject}, ${sent.subjectId}, ${sent.now}, ${sent.chosen ?? null},
      ${sent.keptTo ? [...sent.keptTo] : null}::uuid[], ${[...(sent.notTo ?? [])]}::uuid[])
    on conflict (subject, subject_id) do nothing`.execute(tx)
  const row = await tx
    .selectFrom('waymark.receipt')
    .select(['id', 'answerer_id', 'answer_by'])
    .where('subject', '=', sent.subject)
    .where('subject_id', '=', sent.subjectId)
    .executeTakeFirstOrThrow()
  return {
    id: trustedId(row.id),
    answererId: row.answerer_id === null ? undefined : trustedId(row.answerer_id),
    answerBy: row.answer_by,
  }
}

/** What was sent was taken back: nobody is asked to answer it any more. Nothing happens where there is no receipt. */
export async function takeReceiptBack(
  tx: Tx,
  subject: Subject,
  subjectId: string,
  now: Date,
): Promise<void> {
  await sql`
    insert into waymark.ledger_step (receipt_id, child_id, kind, at)
    select r.id, r.child_id, 'taken_back', ${now} from waymark.receipt r
     where r.subject = ${subject} and r.subject_id = ${subjectId} and r.state <> 'taken_back'`.execute(
    tx,
  )
}
