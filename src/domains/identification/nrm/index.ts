/** What the rest of identification shows to desks and commands of the referral. */
export { described, formVersion, NRM_COMMIT, type Described } from './describe.rules.ts'
export { referralsOf } from './referral.queries.ts'
export { referralsToReview, type ToReview } from './to-review.queries.ts'
export { stateInWords } from './see-referral/state.view.ts'
