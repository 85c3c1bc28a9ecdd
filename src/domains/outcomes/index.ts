/** The public face of outcomes: all another domain may import. */

// Frameworks
export {
  findVersionNamed,
  frameworkVersion,
  keepFramework,
  listVersions,
  liveFramework,
  liveFrameworks,
  loadProvisionalSet,
  loadProvisionalSetThrough,
} from './framework.queries.ts'
export type {
  FrameworkVersionId,
  KeptFramework,
  ListedVersion,
  OutcomeId,
  UsedFramework,
} from './framework-kept.rules.ts'
export { frameworkDocument } from './framework-document.form.ts'
export { type OutcomeLabel, outcomeLabels } from './framework-labels.rules.ts'
export {
  type BirthClaim,
  byPrinciple,
  FRAMEWORK_REFUSED,
  type Framework,
  type FrameworkRefusal,
  refuseFigure,
  refuseFramework,
  wordsIn,
} from './framework.rules.ts'
export { readFrameworkFile, type ReadFile } from './framework-file.ts'
export { frameworkFile, FRAMEWORK_FORMATS, type FrameworkFormat } from './framework-write.ts'
export { frameworkTemplate, TEMPLATE_FORMATS, type TemplateFormat } from './framework-template.ts'
export { provisionalSet } from './provisional-set.ts'

// Check-ins and goals
export {
  type Answer,
  type Asked,
  askedInWords,
  DIRECTIONS,
  IMPORTANCE,
  type Influence,
  leftOpen,
  LEVELS_OF_INFLUENCE,
  nextAfter,
  type Reason,
  REASONS,
  refuseShare,
  type Said,
  SINCE_LAST,
  type State,
  STATES,
  type Voice,
  WAYS_NOT_TO_ANSWER,
  WHO_SHOULD_KNOW,
  WITHDRAWN_BECAUSE,
} from './check-in.rules.ts'
export {
  IMPORTANCE_WORDS,
  INTERPRETER_WORDS,
  LEVEL_WORDS,
  REASON_WORDS,
  RELATIONSHIP_WORDS,
  SINCE_LAST_WORDS,
  STATE_WORDS,
  VOICE_WORDS,
  WHO_WORDS,
} from './check-in-words.rules.ts'
export { type AnswerProblem, oneOf, readAnswer, verbatimIn } from './check-in-answer.form.ts'
export type { CheckIn, CheckInId, KeptAnswer } from './check-in-row.ts'
export {
  answersIn,
  beginCheckIn,
  chooseOutcomes,
  draftsOf,
  findCheckIn,
  saveAnswer,
  shareCheckIn,
  throwAway,
  withdraw,
} from './check-in.queries.ts'
export {
  beginOnOccasion,
  draftOnOccasion,
  isOnOccasion,
  latestOccasion,
} from './check-in-occasion.queries.ts'
export { lastSaid, type WantedNow, wantedNow } from './of-many.queries.ts'
export { frameworkFor } from './check-in-framework.queries.ts'
export { asksBoth, AGES_ASKED, FEEL_SAFE, safetyOutcomes, SAFE } from './safety.rules.ts'
export { type SafetyAsked, safetyAsked } from './safety.queries.ts'
export { entriesOf, type Entry } from './check-in-entries.queries.ts'
export { askedWhether, spokenOf, type Spoken } from './check-in-said.queries.ts'
export { changeGoal, type Goal, type GoalId, goalsOf, setGoal } from './goal.queries.ts'
export {
  type GoalProblem,
  MOST_OF_A_GOAL,
  readGoalChange,
  typedGoalChange,
} from './goal.form.ts'
export {
  changesFrom,
  GOAL_STATE_WORDS,
  type GoalChange,
  type GoalState,
  isWantedNow,
} from './goal.rules.ts'
export { OUTCOMES_EVENTS } from './chronology.rules.ts'
