export {
  documentedMeant,
  legalStatusMeant,
  participationMeant,
  placementMeant,
} from './codes.rules.ts'
export type { CareEpisode, CareReview, SystemEvent, WorkerEpisode } from './events.rules.ts'
export {
  type HomeStay,
  type Move,
  type Moved,
  type MoveKind,
  type Stability,
  stabilityOf,
} from './stability.rules.ts'
export {
  isLegalGap,
  isStale,
  LEGAL_AREAS,
  type Process,
  PROCESS_STATES,
  wordsOf,
} from './happening.rules.ts'
export { kindNames, processesOf } from './happening.queries.ts'
export { aroundThem, type AroundLine } from './around-them.queries.ts'
export { staleDays } from './stale.queries.ts'
export { SERVICES } from './access.rules.ts'
export {
  accessRefusals,
  type Refusals,
  barrierCounts,
  type BarrierCount,
} from './counts.queries.ts'
export { LEVELS } from './barriers.rules.ts'
export { asylumWithoutLawyer, deadlinesOf, themesOn } from './parts.queries.ts'
export { SYSTEMS, systemOf, daysBetween, type Wait } from './systems.rules.ts'
export { waitsOf } from './systems.queries.ts'
export { type DeadlineOwed, deadlinesOwed } from './deadlines-owed.queries.ts'
export { legalHelpOf } from './legal-help.queries.ts'
export { dayOf } from './see-happening/see-happening.view.ts'
export {
  careEpisodes,
  careReviews,
  missingPeriods,
  type MissingPeriod,
  systemEvents,
  workerEpisodes,
} from './processes.queries.ts'
export {
  differenceFrom,
  RECEIVED_FILES,
  type Received,
  type ReceivedFile,
  receive,
} from './received.queries.ts'
export {
  daysAged,
  dayAged,
  DUE_STATES,
  type Entitlement,
  isNation,
  type Months,
  placeOf,
} from './due.rules.ts'
export { dueToChild, type DueToChild, entitlementsIn, nationOf } from './keep-due/due.queries.ts'
export { ageFor } from './keep-age-doubt/see-doubts.page.ts'
export { PROCESSES_EVENTS } from './chronology.rules.ts'
