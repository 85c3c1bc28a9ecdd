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
