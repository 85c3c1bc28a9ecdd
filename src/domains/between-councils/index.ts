export {
  type Act,
  encodeWaiting,
  exchange,
  type Exchanging,
  replyToYeses,
  takeOne,
} from './exchange.ts'
export { openEncoder, encodeAll, SUITE, type Hardening } from './encode/encoder.rules.ts'
export { decoysFrom } from './encode/decoys.ts'
export { leads } from './lead.access.ts'
export { BAND_WORDS, NOBODY_TO_RING, PURPOSE_WORDS } from './words.view.ts'
export { BANDS, leastAlike, pairsOf } from './match/bands.rules.ts'
export { type KeptPair, pairsAskedOfUs } from './pair.queries.ts'
export {
  answerByFile,
  askByFile,
  encodeByFile,
  readAsked,
  type Step,
} from './by-file/by-file.ts'
export { type KeptQuestion, readQuestion, writtenQuestion } from './by-file/kept-question.form.ts'
export { type News, replyByFile, sayYesByFile, takeIntoFile } from './by-file/take-in-file.ts'
export { PURPOSES } from './protocol/terms.rules.ts'
export { Refused } from './match/check-encodings.rules.ts'
export {
  type ComparedRuns,
  digestOfMessage,
  MemoryBroken,
  openComparedRuns,
} from './match/compared-runs.ts'
export { type Given, matched, mustBelongTogether, taken } from './match/matcher.ts'
export { openFolder } from './match/post-folder.ts'
export { openPostOffice, type PostOffice } from './match/post-office.ts'
export { readCard, readMessage, writtenCard } from './protocol/bodies.form.ts'
export { type Card, type Identity, identityOf, readOut } from './protocol/identity.rules.ts'
export { NotTaken } from './protocol/message.rules.ts'
export { keepGone, outgoing, outgoingText } from './message.queries.ts'
export { partyOf } from './party.ts'
export { tokensOf } from './encode/tokens.rules.ts'
