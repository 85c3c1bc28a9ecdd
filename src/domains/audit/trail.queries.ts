import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** One act of somebody, as the reader may see it. */
export type Act = {
  readonly id: string
  readonly at: Date
  readonly actor_name: string | null
  readonly actor_role: string | null
  readonly action: string
  readonly outcome: string
  readonly child_id: string | null
  readonly child_name: string | null
  readonly shown: number
}

/** The newest acts before an entry, of the reader's organisation or team. */
export async function trail(
  tx: Tx,
  wanted: {
    readonly before: string | undefined
    readonly onlyRefused: boolean
    readonly most: number
  },
): Promise<readonly Act[]> {
  const { rows } = await sql<Act>`
    select * from waymark.trail(${wanted.before ?? null}::bigint, ${wanted.onlyRefused}, ${wanted.most})`.execute(
    tx,
  )
  return rows
}

export type Look = {
  readonly id: string
  readonly at: Date
  readonly actor_name: string | null
  readonly actor_role: string | null
  readonly organisation_name: string | null
  readonly action: string
  readonly outcome: string
  readonly in_a_list: boolean
}

/** Who opened, changed or was shown this child's record, newest first. */
export async function whoLooked(tx: Tx, child: ChildId, most: number): Promise<readonly Look[]> {
  const { rows } = await sql<Look>`
    select * from waymark.who_looked(${child}, null, ${most})`.execute(tx)
  return rows
}
