/** What desks may know of who stands beside a child. */
export {
  type HandoverOwed,
  handoversOwed,
  type NoKeyWorker,
  withoutKeyWorker,
} from './handover.queries.ts'
export { openPoints } from './handover.rules.ts'
