/** What we hold to be true of a plan. Pure. */
import type { CalendarDay } from '#kernel/calendar-day.ts'

export const PLAN_KINDS = {
  care: 'Care plan',
  placement: 'Placement plan',
  pathway: 'Pathway plan',
  safety: 'Safety plan',
  support: 'Support plan',
} as const

export const PLAN_STATES = {
  draft: 'Being written',
  asked: 'Somebody else reads it',
  approved: 'Approved',
  ended: 'Ended',
} as const
export type PlanState = keyof typeof PLAN_STATES

/** The clock that runs on a plan of a kind: started with it, and stopped by its first review. */
export const REVIEW_CLOCKS: Readonly<Record<string, string>> = {
  care: 'care.review-first',
  pathway: 'leaving.pathway-review',
}

/** The clock by which a plan of a kind has to be there: it stops when the plan is approved. */
export const PLAN_CLOCKS: Readonly<Record<string, string>> = {
  care: 'care.plan',
  placement: 'care.placement-plan',
  pathway: 'care.pathway-plan',
}

export const KINDS_SAID = {
  says: 'Says',
  proposes: 'Proposes',
  agrees: 'Agrees',
  disagrees: 'Disagrees',
} as const

export const WRITTEN_FOR_THEM = {
  child_with_someone: 'Said by them, written down with somebody',
  somebody_for_them: 'Said by somebody who speaks for them',
} as const

export const SAID_HOW = { child: 'Written by themselves', ...WRITTEN_FOR_THEM } as const

export const ANSWERS = {
  taken_up: 'Taken up',
  partly: 'Taken up in part',
  not_taken_up: 'Not taken up',
} as const

export const AGENCIES = {
  us: 'Us',
  social_care: 'Children’s social care',
  police: 'Police',
  school: 'School or college',
  health: 'Health',
  mental_health: 'Mental health',
  housing: 'Housing',
  charity: 'A charity',
  legal: 'Their lawyer',
  other: 'Somebody else',
} as const

export const ACTION_STATES = {
  open: 'Still to do',
  done: 'Done',
  not_done: 'Will not be done',
} as const

export const PLAN_GAPS = {
  strengths: 'Write down what is strong in their life',
  view: 'Write down what they say of the plan; or why they could not be heard, and the day of the next attempt',
  heads: 'Fill every head that has to be filled',
  answers: 'Answer everything they proposed or disagree with',
  goals: 'Write down at least one goal',
} as const
export type PlanGap = keyof typeof PLAN_GAPS

export type PlanParts = {
  readonly strengths: string | undefined
  readonly hearNextOn: CalendarDay | undefined
  readonly heads: readonly { readonly required: boolean; readonly words: string | undefined }[]
  readonly said: readonly { readonly kind: string; readonly answer: string | undefined }[]
  readonly goals: readonly object[]
}

const needsAnswer = (said: PlanParts['said'][number]): boolean =>
  (said.kind === 'proposes' || said.kind === 'disagrees') && said.answer === undefined

/** Everything a plan lacks before somebody may approve it; the database asks the same again. */
export function planGaps(plan: PlanParts, today: CalendarDay): readonly PlanGap[] {
  const heard = plan.said.length > 0 || (plan.hearNextOn !== undefined && plan.hearNextOn >= today)
  const there: Readonly<Record<PlanGap, boolean>> = {
    strengths: plan.strengths !== undefined,
    view: heard,
    heads: plan.heads.every((h) => !h.required || h.words !== undefined),
    answers: !plan.said.some(needsAnswer),
    goals: plan.goals.length > 0,
  }
  const gaps: readonly PlanGap[] = ['strengths', 'view', 'heads', 'answers', 'goals']
  return gaps.filter((gap) => !there[gap])
}

type Approver = { readonly id: string; readonly role: string }
type Written = { readonly authorId: string; readonly writers: readonly string[] }

/** Why somebody may not approve a plan: a manager does, and nobody who wrote any of it. */
export function refuseApproval(who: Approver, plan: Written): string | undefined {
  if (who.role !== 'manager') return 'A manager approves a plan'
  if (who.id === plan.authorId || plan.writers.includes(who.id)) {
    return 'Somebody else approves a plan than those who wrote it'
  }
  return undefined
}

/** An agency's action cites an objective that everybody shares; ours may serve any goal. */
export const citesWell = (agency: string, goal: { readonly joint: boolean }): boolean =>
  agency === 'us' || goal.joint

export type PlanKind = keyof typeof PLAN_KINDS

export function kindOf(plan: { readonly kind: string }): PlanKind {
  const kinds: readonly PlanKind[] = ['care', 'placement', 'pathway', 'safety', 'support']
  return kinds.find((k) => k === plan.kind) ?? 'support'
}

type PlainWords = { readonly headCode: string; readonly words: string; readonly language: string }

/** For each head the plain words in a language, or in the one there is. */
export function plainIn(
  plan: { readonly plain: readonly PlainWords[] },
  language: string,
): readonly PlainWords[] {
  const heads = [...new Set(plan.plain.map((p) => p.headCode))]
  return heads.flatMap((head) => {
    const all = plan.plain.filter((p) => p.headCode === head)
    return all.find((p) => p.language === language) ?? all[0] ?? []
  })
}

/** What the young person may say of a plan, on their own page. */
export const OWN_KINDS = ['proposes', 'agrees', 'disagrees', 'says'] as const
