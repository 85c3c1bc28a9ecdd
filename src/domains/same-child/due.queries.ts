import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type Due = { readonly child: string; readonly since: string }

/** Records that wait to be compared, the longest first. Two at once take different ones. */
export async function dueRecords(tx: Tx, most: number): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    select child_id as child, since::text as since from waymark.matching_due
    where done_at is null order by since limit ${most} for update skip locked`.execute(tx)
  return rows
}

/** Unless the record changed again since it was read. */
export async function isCompared(tx: Tx, due: Due, at: Date): Promise<void> {
  await sql`
    update waymark.matching_due set done_at = ${at}
    where child_id = ${due.child} and since = ${due.since}::timestamptz`.execute(tx)
}

/** Somebody who works with the child wants the record compared again. */
export async function compareAgain(tx: Tx, child: ChildId): Promise<void> {
  await sql`select waymark.compare_again(${child})`.execute(tx)
}
