/** What desks may know of plans and decisions. */
export { listDecisions } from './decision.queries.ts'
export { findPlan, type Plan, plansOf } from './plan.queries.ts'
export { type Need, needsOf, type Verdict, verdictsOf } from './review.queries.ts'
export { kindOf, plainIn } from './plan.rules.ts'
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
