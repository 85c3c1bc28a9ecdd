import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** The child's own plan for when people do not know where they are. */
export type OwnPlan = {
  readonly tell: string | undefined
  readonly look: string | undefined
  readonly say: string | undefined
  readonly pleaseDont: string | undefined
  readonly language: string
  readonly talkWith: string | undefined
  readonly by: string | undefined
  readonly changedAt: Date
  readonly version: number
}

export async function planOf(tx: Tx, child: ChildId): Promise<OwnPlan | undefined> {
  const { rows } = await sql<Kept<OwnPlan>>`
    select t.tell, t.look, t.say, t.please_dont as "pleaseDont", t.language, t.talk_with as "talkWith",
      p.name as by, t.changed_at as "changedAt", t.version
    from waymark.trigger_plan t left join waymark.person p on p.id = t.changed_by
    where t.child_id = ${child}`.execute(tx)
  return rows[0] && known<OwnPlan>(rows[0])
}

export type PlanToKeep = Omit<OwnPlan, 'by' | 'changedAt' | 'version'>

/** False when somebody saved it since `version`; 0 is a plan that was not there. */
export async function keepPlan(
  tx: Tx,
  child: ChildId,
  version: number,
  plan: PlanToKeep,
): Promise<boolean> {
  const columns = {
    tell: plan.tell ?? null,
    look: plan.look ?? null,
    say: plan.say ?? null,
    please_dont: plan.pleaseDont ?? null,
    language: plan.language,
    talk_with: plan.talkWith ?? null,
  }
  if (version === 0) {
    const added = await tx
      .insertInto('waymark.trigger_plan')
      .values({ child_id: child, ...columns })
      .onConflict((c) => c.column('child_id').doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('waymark.trigger_plan')
    .set(columns)
    .where('child_id', '=', child)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
