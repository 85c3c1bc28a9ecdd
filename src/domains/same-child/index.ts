/** What other domains, desks and commands may know of the same child in two records. */
export { type Alike, lookUp } from './look-up.ts'
export { compareDue } from './compare-due.ts'
export { type Acts, review, type Reviewed, runWaits } from './review.ts'
export { handedPairs, linkedElsewhere, type Pair, pairsOf } from './pairs.queries.ts'
export { otherOf, pairHref } from './pair-line.view.ts'
export { forAsMany } from './model.queries.ts'
export { weighed } from './weigh.ts'
