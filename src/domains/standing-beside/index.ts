/** What desks may know of who stands beside a child. */
export { STANDING_BESIDE_EVENTS } from './chronology.rules.ts'
export {
  type HandoverOwed,
  handoversOwed,
  type NoKeyWorker,
  withoutKeyWorker,
} from './handover.queries.ts'
export { openPoints } from './handover.rules.ts'
