import { sql } from 'kysely'
import { trustedId, type ChildId, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { ReceiptId } from '../receipts.queries.ts'

export type InboxLine = {
  readonly id: ReceiptId
  readonly childId: ChildId
  readonly knownAs: string
  readonly subject: string
  readonly subjectId: string
  readonly at: Date
  readonly answerBy: string
  readonly wentUp: boolean
}

type Row = {
  readonly id: string
  readonly child_id: string
  readonly known_as: string
  readonly subject: string
  readonly subject_id: string
  readonly at: Date
  readonly answer_by: string
  readonly went_up: boolean
}

const lineOf = (row: Row): InboxLine => ({
  id: trustedId(row.id),
  childId: trustedId(row.child_id),
  knownAs: row.known_as,
  subject: row.subject,
  subjectId: row.subject_id,
  at: row.at,
  answerBy: row.answer_by,
  wentUp: row.went_up,
})

/** What waits for an answer from that person, by when. Starts from them, so that nobody else's is read. */
export async function waitingOn(tx: Tx, person: PersonId): Promise<readonly InboxLine[]> {
  const { rows } = await sql<Row>`
    select r.id, r.child_id, c.known_as, r.subject, r.subject_id, r.sent_at as at, r.answer_by::text as answer_by, r.answerer_why = 'went_up' as went_up
      from waymark.receipt r join waymark.child c on c.id = r.child_id
     where r.answerer_id = ${person} and r.state = 'waiting'
     order by r.answer_by, r.sent_at, r.id limit 200`.execute(tx)
  return rows.map(lineOf)
}

/** What that person answered, the newest first. */
export async function answeredBy(tx: Tx, person: PersonId): Promise<readonly InboxLine[]> {
  const { rows } = await sql<Row>`
    select r.id, r.child_id, c.known_as, r.subject, r.subject_id, s.at, r.answer_by::text as answer_by, false as went_up
      from (select x.receipt_id, x.at from waymark.ledger_step x
             where x.by_id = ${person} and x.kind = 'replied' order by x.at desc limit 20) s
      join waymark.receipt r on r.id = s.receipt_id
      join waymark.child c on c.id = r.child_id
     order by s.at desc`.execute(tx)
  return rows.map(lineOf)
}

/** What waits on nobody in the organisation, for a manager to give to somebody. */
export async function waitingOnNobody(tx: Tx): Promise<readonly InboxLine[]> {
  const { rows } = await sql<Row>`
    select r.id, r.child_id, c.known_as, r.subject, r.subject_id, r.sent_at as at, r.answer_by::text as answer_by, false as went_up
      from waymark.receipt r join waymark.child c on c.id = r.child_id
     where r.answerer_id is null and r.state = 'waiting' and r.organisation_id = (select waymark.actor_organisation())
     order by r.answer_by, r.id limit 200`.execute(tx)
  return rows.map(lineOf)
}
