import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { RoundId } from '../round.queries.ts'

/** One count of records in a round. */
export type Counted = {
  readonly kind: string
  readonly outcome_id: string | null
  readonly question: string | null
  readonly code: string | null
  readonly records: number
}

export async function countsOf(tx: Tx, round: RoundId): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select kind, outcome_id, question, code, records::int from waymark.audit_counts(${round})`.execute(
    tx,
  )
  return rows
}

export type Learning = {
  readonly childId: ChildId
  readonly auditId: string
  readonly actionId: string
  readonly itemKey: string
  readonly words: string
  readonly verified: boolean
}

/** What everybody who does this work is to learn, as far as the actor reaches it. */
export async function learningOf(tx: Tx, round: RoundId): Promise<readonly Learning[]> {
  const { rows } = await sql<{
    child_id: string
    audit_id: string
    id: string
    key: string
    words: string
    verified: boolean
  }>`
    select x.child_id, f.audit_id, x.id, coalesce(f.outcome_id::text, f.question) as key, x.words, x.verified_at is not null as verified
    from waymark.case_audit a join waymark.case_audit_finding f on f.audit_id = a.id
    join waymark.case_audit_action x on x.finding_id = f.id and x.kind = 'learning'
    where a.round_id = ${round} order by x.due_on, x.id`.execute(tx)
  return rows.map((r) => ({
    childId: trustedId(r.child_id),
    auditId: r.audit_id,
    actionId: r.id,
    itemKey: r.key,
    words: r.words,
    verified: r.verified,
  }))
}
