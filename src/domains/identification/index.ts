/** What other domains and desks may know of identification. */
export { ageDuring, ageInWords, type AgeRange, ageThen, underEighteen } from './age.rules.ts'
export { type Concern, concernsOf } from './concern.queries.ts'
export { DECISIONS, stateOf, STATES } from './concern.rules.ts'
export { type Crosswalk, crosswalkOf, nrmStatisticsOf } from './crosswalk.rules.ts'
export { type LinkedReferral, referralsOf, stepsOfChild } from './protection.queries.ts'
export {
  OFFERS,
  REFERRAL_KINDS,
  REFERRAL_STATES,
  STEP_KINDS,
  STEP_ORDER,
} from './protection.rules.ts'
export { responderOf } from './responder.queries.ts'
export { routeOf } from './responder.rules.ts'
export { type Situation, situationsOf } from './situation.queries.ts'
export { waitingLine } from './list-concerns/waiting.view.ts'
export { waitingConcerns, type WaitingConcern } from './waiting.queries.ts'
export {
  described as describedNrm,
  type Described as DescribedNrm,
  formVersion as nrmFormVersion,
  NRM_COMMIT,
  referralsOf as nrmReferralsOf,
  referralsToReview,
  type ToReview,
  stateInWords as nrmStateInWords,
} from './nrm/index.ts'
export { IDENTIFICATION_EVENTS } from './chronology.rules.ts'
