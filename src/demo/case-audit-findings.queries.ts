import type { Client } from 'pg'
import { instantOf, dayOf } from './days.ts'

type PlannedAction = {
  readonly kind: 'for_this_child' | 'learning'
  readonly words: string
  readonly owner: string
  readonly done: boolean
  readonly verifiedBy: string | undefined
}

export type PlannedFinding = {
  readonly outcome: string | undefined
  readonly question: string | undefined
  readonly words: string
  readonly foundBy: string
  readonly closed: boolean
  readonly actions: readonly PlannedAction[]
}

export type Where = {
  readonly organisation: string
  readonly team: string
  readonly framework: string
  readonly today: number
}

/** A finding with its actions, in the order the database wants them. */
export async function keepFinding(
  client: Client,
  where: Where & { readonly at: string },
  audit: string,
  child: string,
  finding: PlannedFinding,
): Promise<void> {
  const id = await idOf(
    client,
    `insert into waymark.case_audit_finding (audit_id, child_id, outcome_id, question, words, found_by, found_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7::timestamptz + interval '10 days', $6) returning id`,
    [audit, child, finding.outcome, finding.question, finding.words, finding.foundBy, where.at],
  )
  for (const a of finding.actions) {
    const done = a.done
      ? ['Done at the last visit.', dayOf(where.today - 40), a.owner]
      : [null, null, null]
    const seen = a.verifiedBy
      ? ['Read it in the record, and asked.', instantOf(where.today - 30, 600), a.verifiedBy]
      : [null, null, null]
    await client.query(
      `insert into waymark.case_audit_action (finding_id, child_id, kind, words, owner_id, due_on, done_words, done_on, done_by, verified_words, verified_at, verified_by, changed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        child,
        a.kind,
        a.words,
        a.owner,
        dayOf(where.today + 21),
        ...done,
        ...seen,
        finding.foundBy,
      ],
    )
  }
  if (!finding.closed) return
  await client.query(
    `update waymark.case_audit_finding set status = 'closed', closed_at = $2, closed_by = $3 where id = $1`,
    [id, instantOf(where.today - 29, 600), finding.actions[0]?.verifiedBy],
  )
}

/** Runs an insert that gives an id. */
export async function idOf(client: Client, text: string, values: unknown[]): Promise<string> {
  const { rows } = await client.query<{ id: string }>(text, values)
  const [row] = rows
  if (!row) throw new Error('Nothing was inserted')
  return row.id
}
