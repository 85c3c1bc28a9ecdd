import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** Something a young person values, in their own words. */
export type Valued = {
  readonly id: string
  readonly kind: string
  readonly words: string
  readonly language: string
  readonly saidBy: string
  readonly saidAt: Date
  readonly version: number
}

const MOST = 60

export async function valuedBy(tx: Tx, child: ChildId): Promise<readonly Valued[]> {
  const { rows } = await sql<Kept<Valued>>`
    select id, kind, words, words_language as language, said_by as "saidBy", said_at as "saidAt", version
    from waymark.valued_thing where child_id = ${child} and ended_at is null order by said_at, id limit ${MOST}`.execute(
    tx,
  )
  return rows.map((row) => known<Valued>(row))
}

export type NewValued = Pick<Valued, 'kind' | 'words' | 'language' | 'saidBy'>

export async function addValued(tx: Tx, child: ChildId, valued: NewValued): Promise<void> {
  await tx
    .insertInto('waymark.valued_thing')
    .values({
      child_id: child,
      kind: valued.kind,
      words: valued.words,
      words_language: valued.language,
      said_by: valued.saidBy,
    })
    .execute()
}

/** It no longer matters to them: taken off, and kept. Taking it off twice is taking it off. */
export async function endValued(tx: Tx, child: ChildId, id: string): Promise<void> {
  await tx
    .updateTable('waymark.valued_thing')
    .set({ ended_at: sql<string>`now()` })
    .where('id', '=', id)
    .where('child_id', '=', child)
    .where('ended_at', 'is', null)
    .execute()
}
