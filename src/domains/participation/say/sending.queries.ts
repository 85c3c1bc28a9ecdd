import { sql } from 'kysely'
import { trustedId, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Audience } from './said.rules.ts'
import type { Statement, StatementId } from './said-row.ts'

/** Who was there while it was said, as the young person answers it. */
export type Company = {
  readonly relationship: string | undefined
  readonly interpreterMode: string
}

export type Sending = {
  readonly audience: Audience
  readonly people: readonly PersonId[]
  /** Undefined on a worker's device, where it was written down before. */
  readonly company: Company | undefined
}

/** Chooses who gets it and sends it, in one act. False when it was sent before. */
export async function sendStatement(
  tx: Tx,
  statement: Statement,
  sending: Sending,
  now: Date,
): Promise<boolean> {
  const draft = await tx
    .selectFrom('waymark.statement')
    .select('id')
    .where('id', '=', statement.id)
    .where('status', '=', 'draft')
    .forUpdate()
    .executeTakeFirst()
  if (!draft) return false
  await chooseRecipients(tx, statement, sending.people)
  const { company } = sending
  const sent = await tx
    .updateTable('waymark.statement')
    .set({
      status: 'sent',
      sent_at: now,
      audience: sending.audience,
      ...(company && {
        company: company.relationship ? 'with_someone' : 'alone',
        company_relationship: company.relationship ?? null,
        interpreter_mode: company.interpreterMode,
      }),
    })
    .where('id', '=', statement.id)
    .where('status', '=', 'draft')
    .returning('id')
    .execute()
  return sent.length === 1
}

/** Chooses who gets a draft before anything is said in it. It can be changed until it is sent. */
export async function chooseFirst(
  tx: Tx,
  statement: Statement,
  wish: Pick<Sending, 'audience' | 'people'>,
): Promise<void> {
  await tx
    .updateTable('waymark.statement')
    .set({ audience: wish.audience })
    .where('id', '=', statement.id)
    .where('status', '=', 'draft')
    .execute()
  await chooseRecipients(tx, statement, wish.people)
}

async function chooseRecipients(
  tx: Tx,
  { id, childId }: Statement,
  people: readonly PersonId[],
): Promise<void> {
  await tx
    .updateTable('waymark.statement_recipient')
    .set({ taken_out: true })
    .where('statement_id', '=', id)
    .where('taken_out', '=', false)
    .execute()
  if (people.length === 0) return
  await tx
    .insertInto('waymark.statement_recipient')
    .values(people.map((person_id) => ({ statement_id: id, child_id: childId, person_id })))
    .onConflict((c) => c.columns(['statement_id', 'person_id']).doUpdateSet({ taken_out: false }))
    .execute()
}

/** Takes it back: that it was sent stays, what it says is the young person's alone, and every use ends. */
export async function takeStatementBack(
  tx: Tx,
  id: StatementId,
  because: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('waymark.statement')
    .set({ status: 'withdrawn', withdrawn_at: now, withdrawn_reason: because })
    .where('id', '=', id)
    .where('status', '=', 'sent')
    .execute()
}

/** Takes it back from one person: from now on they do not see it. */
export async function takeBackFrom(tx: Tx, id: StatementId, person: PersonId): Promise<void> {
  await tx
    .updateTable('waymark.statement_recipient')
    .set({ taken_out: true })
    .where('statement_id', '=', id)
    .where('person_id', '=', person)
    .where('taken_out', '=', false)
    .execute()
}

/** Throws a draft away. Nobody else ever saw it. */
export async function throwStatementAway(tx: Tx, id: StatementId): Promise<void> {
  await tx
    .updateTable('waymark.statement')
    .set({ status: 'thrown_away' })
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .execute()
}

export type Got = {
  readonly personId: PersonId
  readonly name: string | undefined
  readonly openedAt: Date | undefined
}

/** Whom it was sent to by name, and when each first opened it. */
export async function recipientsOf(tx: Tx, id: StatementId): Promise<readonly Got[]> {
  const { rows } = await sql<{ person_id: string; name: string | null; opened_at: Date | null }>`
    select r.person_id, p.name, o.opened_at
      from waymark.statement_recipient r
      left join waymark.person p on p.id = r.person_id
      left join waymark.statement_opening o on o.statement_id = r.statement_id and o.person_id = r.person_id
     where r.statement_id = ${id} and not r.taken_out order by p.name`.execute(tx)
  return rows.map(gotOf)
}

/** Everybody who opened it, with when first. */
export async function openingsOf(tx: Tx, id: StatementId): Promise<readonly Got[]> {
  const { rows } = await sql<{ person_id: string; name: string | null; opened_at: Date | null }>`
    select o.person_id, p.name, o.opened_at from waymark.statement_opening o
      left join waymark.person p on p.id = o.person_id
     where o.statement_id = ${id} order by o.opened_at`.execute(tx)
  return rows.map(gotOf)
}

const gotOf = (row: {
  readonly person_id: string
  readonly name: string | null
  readonly opened_at: Date | null
}): Got => ({
  personId: trustedId(row.person_id),
  name: row.name ?? undefined,
  openedAt: row.opened_at ?? undefined,
})
