/** What desks may know of plans and decisions. */
export { PLANS_EVENTS } from './chronology.rules.ts'
export { listDecisions } from './decision.queries.ts'
export {
  actionsLeft,
  actionsOfMine,
  conflictsFor,
  type OpenConflict,
  type OwedAction,
  plansAsked,
  type AskedPlan,
  type ReviewToCome,
  reviewsToCome,
} from './owed.queries.ts'
export { findPlan, type Plan, plansOf } from './plan.queries.ts'
export { AGENCIES, kindOf, PLAN_STATES, plainIn } from './plan.rules.ts'
export { plainPlanFile } from './take-out/plan-pdf.page.ts'
export { type PlanInShort, plansInShort } from './short.queries.ts'
export { type Need, needsOf, type Verdict, verdictsOf } from './review.queries.ts'
/** What a domain of plans may write its forms with. */
export type { Reading } from './read.form.ts'
export {
  childOf,
  languageAsk,
  type Saved,
  type Sheet,
  sheet,
  type Speaking,
  speaking,
  versionIn,
} from './sheet.ts'
