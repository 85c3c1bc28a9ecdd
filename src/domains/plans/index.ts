/** What desks may know of plans and decisions. */
export { listDecisions } from './decision.queries.ts'
