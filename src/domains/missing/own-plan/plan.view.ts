import type { OwnPlan } from '../plan.queries.ts'

/** The child's own plan as it is read: only what there is. */
export type PlanView = {
  readonly language: string
  readonly lines: readonly { readonly label: string; readonly text: string }[]
}

export const PLAN_LABELS = {
  tell: 'Whom to tell first, and whom to ask',
  look: 'Where to look',
  say: 'What to write to them',
  pleaseDont: 'What not to do',
} as const

export function planView(plan: OwnPlan | undefined): PlanView {
  const lines = plan
    ? (['tell', 'look', 'say', 'pleaseDont'] as const).flatMap((part) =>
        plan[part] === undefined ? [] : [{ label: PLAN_LABELS[part], text: plan[part] }],
      )
    : []
  return { language: plan?.language ?? 'en', lines }
}
