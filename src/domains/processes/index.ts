export {
  documentedMeant,
  legalStatusMeant,
  participationMeant,
  placementMeant,
} from './codes.rules.ts'
export type { CareEpisode, CareReview, SystemEvent } from './events.rules.ts'
export {
  careEpisodes,
  careReviews,
  missingPeriods,
  type MissingPeriod,
  systemEvents,
} from './processes.queries.ts'
export {
  differenceFrom,
  RECEIVED_FILES,
  type Received,
  type ReceivedFile,
  receive,
} from './received.queries.ts'
