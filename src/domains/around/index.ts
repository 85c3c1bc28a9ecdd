/** What desks may know of the people around a young person. */
export { aroundChild, reachOf, trustOf } from './around.queries.ts'
export { type Photo, photoAddress, photosOf } from './photos.queries.ts'
export { initialsOf, isAlert, trustState, type TrustState } from './around.rules.ts'
