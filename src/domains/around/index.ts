/** What desks may know of the people around a young person. */
export { aroundChild, reachOf, trustOf } from './around.queries.ts'
export { type Photo, photosOf } from './photos.queries.ts'
export { initialsOf, isAlert, photoAddress, trustState, type TrustState } from './around.rules.ts'
export { AROUND_EVENTS } from './chronology.rules.ts'
