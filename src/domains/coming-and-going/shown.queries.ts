import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** Whether a young person has seen how to leave quickly. */
export async function leavingWasShown(tx: Tx, child: ChildId): Promise<boolean> {
  const row = await tx
    .selectFrom('waymark.leaving_shown')
    .select('id')
    .where('child_id', '=', child)
    .executeTakeFirst()
  return row !== undefined
}

export async function keepLeavingShown(tx: Tx, child: ChildId, now: Date): Promise<void> {
  await tx
    .insertInto('waymark.leaving_shown')
    .values({ child_id: child, shown_at: now })
    .onConflict((oc) => oc.column('child_id').doNothing())
    .execute()
}
