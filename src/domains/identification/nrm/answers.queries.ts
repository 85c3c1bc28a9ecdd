import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Referral, ReferralId } from './referral.queries.ts'

export type KeptAnswer = {
  readonly field: string
  readonly value: string
  /** Where on the record it was read; undefined when somebody wrote it for this referral. */
  readonly cameFrom: string | undefined
  readonly by: string | undefined
  readonly version: number
}

export async function answersOf(tx: Tx, id: ReferralId): Promise<ReadonlyMap<string, KeptAnswer>> {
  const { rows } = await sql<
    Omit<KeptAnswer, 'cameFrom' | 'by'> & { cameFrom: string | null; by: string | null }
  >`
    select a.field, a.value, a.came_from as "cameFrom", p.name as by, a.version
    from waymark.nrm_answer a left join waymark.person p on p.id = a.changed_by where a.referral_id = ${id}`.execute(
    tx,
  )
  return new Map(
    rows.map((row) => [
      row.field,
      { ...row, cameFrom: row.cameFrom ?? undefined, by: row.by ?? undefined },
    ]),
  )
}

export type AnswerToKeep = {
  readonly field: string
  readonly value: string
  readonly cameFrom: string | undefined
}

/** Keeps answers as they stand; those that are the same already are left as they are. */
export async function keepAnswers(
  tx: Tx,
  referral: Pick<Referral, 'id' | 'childId'>,
  answers: readonly AnswerToKeep[],
): Promise<void> {
  if (answers.length === 0) return
  await tx
    .insertInto('waymark.nrm_answer')
    .values(
      answers.map((a) => ({
        referral_id: referral.id,
        child_id: referral.childId,
        field: a.field,
        value: a.value,
        came_from: a.cameFrom ?? null,
      })),
    )
    .onConflict((c) =>
      c
        .columns(['referral_id', 'field'])
        .doUpdateSet((eb) => ({
          value: eb.ref('excluded.value'),
          came_from: eb.ref('excluded.came_from'),
        }))
        .where(
          sql<boolean>`row(nrm_answer.value, nrm_answer.came_from) is distinct from row(excluded.value, excluded.came_from)`,
        ),
    )
    .execute()
}

/** What a form of several answers was filled in from: it changes when any of them does. */
export const versionOfThese = (
  kept: ReadonlyMap<string, KeptAnswer>,
  fields: readonly string[],
): number => fields.reduce((sum, field) => sum + (kept.get(field)?.version ?? 0), 0)
