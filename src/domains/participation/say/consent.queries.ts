import { sql } from 'kysely'
import { trustedId, type ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Named, Use } from './said.rules.ts'
import { type Part, type PartId, partOf, type StatementId } from './said-row.ts'

export type Consent = {
  readonly partId: PartId
  readonly use: Use
  readonly named: Named
  readonly givenAt: Date
}

/** The uses the young person agrees to now, of every part of one thing said. */
export async function consentsOf(tx: Tx, statement: StatementId): Promise<readonly Consent[]> {
  const { rows } = await sql<{ part: string; use: Use; named: Named; given_at: Date }>`
    select u.subject_id as part, u.use, u.named, u.given_at
      from waymark.consent_use u join waymark.statement_part p on p.id = u.subject_id
     where p.statement_id = ${statement} and u.subject = 'statement_part' and u.withdrawn_at is null
     order by u.given_at`.execute(tx)
  return rows.map((row) => ({
    partId: trustedId(row.part),
    use: row.use,
    named: row.named,
    givenAt: row.given_at,
  }))
}

/** The young person lets one part be used for that. Given twice, it is given once. */
export async function giveConsent(
  tx: Tx,
  child: ChildId,
  part: PartId,
  use: Use,
  named: Named,
): Promise<void> {
  await sql`
    insert into waymark.consent_use (child_id, subject, subject_id, use, named)
    values (${child}, 'statement_part', ${part}, ${use}, ${named})
    on conflict do nothing`.execute(tx)
}

/** Takes it back: from this moment it is gone from every place of that use. */
export async function withdrawConsent(tx: Tx, part: PartId, use: Use, now: Date): Promise<void> {
  await tx
    .updateTable('waymark.consent_use')
    .set({ withdrawn_at: now })
    .where('subject', '=', 'statement_part')
    .where('subject_id', '=', part)
    .where('use', '=', use)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Something a young person lets be used, for the place where it is. */
export type Used = {
  readonly statementId: StatementId
  readonly part: Part
  readonly named: Named
  readonly givenAt: Date
}

/**
 * What one young person lets be used for that, now: the only way a place of a use reads it. The consent
 * is part of the query, and without it the database shows nothing either.
 */
export async function consentedFor(tx: Tx, child: ChildId, use: Use): Promise<readonly Used[]> {
  const rows = await tx
    .selectFrom('waymark.consent_use as u')
    .innerJoin('waymark.statement_part as p', 'p.id', 'u.subject_id')
    .leftJoin('waymark.stored_file as f', 'f.id', 'p.file_id')
    .select([
      'p.id',
      'p.medium',
      'p.asks',
      'p.words',
      'p.words_language',
      'p.cards',
      'p.version',
      'p.made_at',
    ])
    .select(['p.file_id', 'f.scan', 'f.seconds', 'f.width', 'f.height'])
    .select(['p.statement_id', 'u.named', 'u.given_at'])
    .where('u.child_id', '=', child)
    .where('u.subject', '=', 'statement_part')
    .where('u.use', '=', use)
    .where('u.withdrawn_at', 'is', null)
    .where(sql<boolean>`waymark.consented('statement_part', p.id, ${use})`)
    .orderBy('u.given_at', 'desc')
    .execute()
  return rows.map((row) => ({
    statementId: trustedId(row.statement_id),
    part: partOf(row),
    named: row.named === 'the_name_i_go_by' ? 'the_name_i_go_by' : 'no_name',
    givenAt: row.given_at,
  }))
}
