import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known, orNull } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { SaidAnswer, SaidLine } from './said.rules.ts'

export type SaidToKeep = { readonly [L in SaidLine]: SaidAnswer } & {
  readonly good: string | undefined
  readonly other: string | undefined
  readonly language: string
}

export type Said = SaidToKeep & {
  readonly id: string
  readonly saidAt: Date
  readonly takenBackAt: Date | undefined
}

/** What they said of where they live, the newest first. Staff read what was not taken back, where it is shared with them. */
export async function saidOf(tx: Tx, child: ChildId): Promise<readonly Said[]> {
  const { rows } = await sql<Kept<Said>>`
    select id, room, door, phone, food, rest, visitors, night, good, other, language, said_at as "saidAt", taken_back_at as "takenBackAt"
    from waymark.home_said where child_id = ${child} order by said_at desc, id limit 20`.execute(tx)
  return rows.map((row) => known<Said>(row))
}

export async function addSaid(
  tx: Tx,
  child: ChildId,
  { good, other, ...said }: SaidToKeep,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.home_said')
    .values({ child_id: child, ...said, good: orNull(good), other: orNull(other), said_at: now })
    .execute()
}

/** False when there is nothing of theirs to take back under that id. */
export async function takeBack(tx: Tx, child: ChildId, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.home_said')
    .set({ taken_back_at: now })
    .where('child_id', '=', child)
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
