import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { AtPlan, OfPlan } from './plan-writing.queries.ts'

export async function raiseConflict(
  tx: Tx,
  of: OfPlan,
  conflict: { readonly agency: string; readonly words: string },
): Promise<void> {
  await tx
    .insertInto('waymark.plan_conflict')
    .values({ child_id: of.child, plan_id: of.plan, ...conflict })
    .execute()
}

/** The chair cannot settle it: somebody else does. False when somebody changed it meanwhile, or it was settled. */
export async function takeConflictUp(
  tx: Tx,
  at: AtPlan & { readonly conflict: string },
  up: { readonly to: string; readonly why: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.plan_conflict')
    .set({ gone_up_to: up.to, gone_up_why: up.why, gone_up_at: sql<string>`now()` })
    .where('id', '=', at.conflict)
    .where('plan_id', '=', at.plan)
    .where('version', '=', at.version)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function settleConflict(
  tx: Tx,
  at: AtPlan & { readonly conflict: string },
  words: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.plan_conflict')
    .set({
      settled_words: words,
      settled_by: sql<string>`waymark.actor_id()`,
      settled_at: sql<string>`now()`,
    })
    .where('id', '=', at.conflict)
    .where('plan_id', '=', at.plan)
    .where('version', '=', at.version)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
