export {
  documentedMeant,
  legalStatusMeant,
  participationMeant,
  placementMeant,
} from './codes.rules.ts'
export type { CareEpisode, CareReview, SystemEvent, WorkerEpisode } from './events.rules.ts'
export {
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
export { kindNames, processesOf, staleDays } from './happening.queries.ts'
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
