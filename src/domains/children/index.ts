/** What other domains and desks may know of children. */
export { type Beside, standingBeside, whoWorksWith } from './beside.queries.ts'
export { birthInWords, type Birth, mayBeAged, readBirth } from './birth.rules.ts'
export { keysOfChild, type Findable, identifierKey, type Search } from './child-keys.rules.ts'
export {
  findChild,
  getChild,
  refreshKeys,
  saveGoBy,
  type Child,
} from './child.queries.ts'
export {
  ALLOCATED_AS,
  BIRTH_SOURCES,
  isAgeLabel,
  NO_AGE_LABEL,
  NAME_KINDS,
  NAME_NOT_KNOWN,
  NUMBER_KINDS,
  SAID_BY,
  scriptOf,
  TOPICS,
  type Topic,
} from './child.rules.ts'
export {
  aboutMeOf,
  allocationsOf,
  birthsOf,
  languagesOf,
  meaningsOf,
  namesOf,
  type Claim,
  claimsOf,
  numbersOf,
  peopleOf,
  type AboutMe,
  type Allocation,
  type ChildLanguage,
  type Meaning,
  type PersonWhoMatters,
} from './record.queries.ts'
export { type DayProblem, readLearningDays, typedDay } from './learning.form.ts'
export { learningOf, saveOwnLearning } from './learning.queries.ts'
export {
  LEARNING_ENDED,
  LEARNING_KINDS,
  type LearningEnded,
  type LearningKind,
  type PlaceOfLearning,
} from './learning.rules.ts'
export {
  notSharedInWords,
  SHARED_KINDS,
  type SharedKind,
  type Sharing,
  WITH_EVERYONE,
} from './sharing.rules.ts'
export {
  type KeptSharing,
  notSharedWith,
  saveSharing,
  sharingIn,
  sharingOf,
} from './sharing.queries.ts'
export { readName } from './name-keys.rules.ts'
export { openChild, openUnlessTaken, type NewChild } from './opening.queries.ts'
export { saveOwnMeaning, saveOwnWords, type OwnWords } from './own-words.queries.ts'
export {
  addOwnPerson,
  changeOwnPerson,
  chooseTrusted,
  endOwnPerson,
  type OwnPerson,
  type TrustedWorker,
} from './own-people.queries.ts'
export {
  choice,
  maybe,
  needed,
  optional,
  ownWords,
  ticks,
} from './record-parts/record-part.form.ts'
export {
  type Ask,
  type AskedField,
  type AskedPage,
  askedAnswer,
  askedPage,
  daysOf,
  type Meanwhile,
  type Typed,
  typedFrom,
} from './asked.form.ts'
export { childIdOf } from './child-id.ts'
export { type AskedForm, askedPages, type KeptAs } from './asked-pages.ts'
export {
  allocatedTo,
  type ChildrenPage,
  type ListedChild,
  type Team,
  teamsOf,
} from './my-children/my-children.queries.ts'
export { withNobodyBeside } from './beside.queries.ts'
export { findChildren } from './find.queries.ts'
export type { Found } from './find.rules.ts'
export { type FoundLine, foundLine } from './find-child/find-child.view.ts'
export {
  makeFindable,
  newBirths,
  newNumbers,
  openReceived,
  receiveBirths,
  receiveNumbers,
  type ReceivedChildren,
} from './received.queries.ts'
export {
  addCorrection,
  type Correction,
  correctionsOf,
  decideCorrection,
  lineVersion,
  type NewCorrection,
  notesBeside,
  notesByLine,
  showNote,
  type WrittenLine,
  writtenLines,
} from './corrections.queries.ts'
export {
  CORRECTION_ABOUT,
  CORRECTION_OUTCOMES,
  type CorrectionAbout,
  type CorrectionOutcome,
  isNoteAbout,
  outcomesFor,
  WHERE_CHANGED,
} from './corrections.rules.ts'
export { decidedInWords, type NoteShown, noteShown, notesShown } from './corrections.view.ts'
export { allocate, endAllocation, workersOf, type Worker } from './beside/beside.queries.ts'
export { familyOf, isArticle, isParticle } from './name-equivalents.rules.ts'
export { consonants, plainLetters } from './name-folds.rules.ts'
export { CHILDREN_EVENTS } from './chronology.events.rules.ts'
export {
  changeMark,
  type EventMark,
  type EventPlace,
  eventsOf,
  findEvent,
  markEvent,
  marksOf,
} from './chronology.queries.ts'
export {
  calledIn,
  EVENT_KINDS,
  type EventKind,
  eventKind,
  eventOf,
  type EventSource,
  saidFor,
  textIn,
  type ToldEvent,
  withName,
} from './chronology.rules.ts'
export { readWord, soughtWords, type SoughtWord, type Word, wordsOf } from './name-keys.rules.ts'
