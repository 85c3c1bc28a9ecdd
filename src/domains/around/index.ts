/** What desks may know of the people around a young person. */
export { aroundChild, type OwnView, ownViewsOf, reachOf, trustOf } from './around.queries.ts'
export { type Photo, photosOf } from './photos.queries.ts'
export {
  initialsOf,
  isAlert,
  OWN_VIEW_WORDS,
  photoAddress,
  trustState,
  type TrustState,
} from './around.rules.ts'
export { type RuleToReview, rulesToReview } from './staff.queries.ts'
export { AROUND_EVENTS } from './chronology.rules.ts'
