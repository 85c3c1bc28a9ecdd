/** What desks may know of plans and decisions. */
export { listDecisions } from './decision.queries.ts'
export { findPlan, type Plan, plansOf } from './plan.queries.ts'
export { type Need, needsOf, type Verdict, verdictsOf } from './review.queries.ts'
export { kindOf, plainIn } from './plan.rules.ts'
