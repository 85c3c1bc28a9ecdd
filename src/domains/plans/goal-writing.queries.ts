import type { Tx } from '#platform/db/unit-of-work.ts'
import type { AtPlan, OfPlan } from './plan-writing.queries.ts'

export async function addGoal(
  tx: Tx,
  of: OfPlan,
  goal: {
    readonly words: string
    readonly language: string
    readonly joint: boolean
    readonly own: string | undefined
    readonly outcome: string | undefined
  },
): Promise<void> {
  await tx
    .insertInto('waymark.plan_goal')
    .values({
      child_id: of.child,
      plan_id: of.plan,
      words: goal.words,
      words_language: goal.language,
      joint: goal.joint,
      own_goal_id: goal.own ?? null,
      outcome_id: goal.outcome ?? null,
    })
    .execute()
}

/** Lets a goal go, or takes it up again; what was said at each step is kept. False when somebody was faster. */
export async function stepGoal(
  tx: Tx,
  at: AtPlan & { readonly goal: string },
  step: { readonly kind: 'let_go' | 'came_back'; readonly why: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.plan_goal')
    .set({ let_go_why: step.kind === 'let_go' ? step.why : null })
    .where('id', '=', at.goal)
    .where('plan_id', '=', at.plan)
    .where('version', '=', at.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tx
    .insertInto('waymark.plan_goal_step')
    .values({
      child_id: at.child,
      plan_id: at.plan,
      goal_id: at.goal,
      kind: step.kind,
      why: step.why,
    })
    .execute()
  return true
}
