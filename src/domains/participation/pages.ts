import type { Page } from '#platform/http/page.ts'
import { giveAnswer, hearAnswer, passOn, seeAnswer } from './answering/answer/answer.page.ts'
import { inbox } from './answering/inbox/inbox.page.ts'
import { seeAway, seePromises, setPromise, writeAway } from './answering/promise/promise.page.ts'
import { hearSent, sayBack, seeOneSent, seeSent } from './answering/sent/sent.page.ts'
import {
  addOwnMeeting,
  seeMeeting,
  seeMeetings,
  writeMeeting,
} from './meetings/own/own-meetings.page.ts'
import {
  planMeeting,
  seeMeetingsTogether,
  seeMeetingTogether,
  suggestLine,
} from './meetings/together/together.page.ts'
import { decideAbout, seeCorrection } from './corrections/decide.page.ts'
import { letThemRead, seeNotes } from './corrections/notes.page.ts'
import { answerOutcome, seeOutcome } from './answer-outcome/answer-outcome.page.ts'
import { comeBackPages } from './come-back/pages.ts'
import { saySafe, seeSaySafe } from './say-safe/say-safe.page.ts'
import { beginCheckIn, seeBegin } from './begin-check-in/begin-check-in.page.ts'
import { chooseOutcomes, seeChoices } from './choose-outcomes/choose-outcomes.page.ts'
import { endCheckIn, seeEnd } from './end-check-in/end-check-in.page.ts'
import { giveBack, seeGiveBack } from './give-back/give-back.page.ts'
import { askLearning, seeLearning, writeLearning } from './learning/learning.page.ts'
import { askMeaning, seeMeanings, writeMeaning } from './meanings/meanings.page.ts'
import { askOwnWords, seeOwnWords, writeOwnWords } from './own-words/own-words.page.ts'
import { readCheckIn, takeBack } from './read-check-in/read-check-in.page.ts'
import { peopleILovePages } from './people-i-love/pages.ts'
import { sayPages } from './say/pages.ts'
import { addGoal, changeOwnGoal, seeGoal, seeGoals, seeNewGoal } from './set-goal/goals.page.ts'
import { seeWhoLooked } from './who-looked/who-looked.page.ts'

export const participationPages: readonly Page[] = [
  seeBegin,
  beginCheckIn,
  seeChoices,
  chooseOutcomes,
  seeOutcome,
  answerOutcome,
  seeEnd,
  endCheckIn,
  readCheckIn,
  takeBack,
  seeGoals,
  seeNewGoal,
  addGoal,
  seeGoal,
  changeOwnGoal,
  seeLearning,
  askLearning,
  writeLearning,
  seeMeanings,
  askMeaning,
  writeMeaning,
  seeOwnWords,
  askOwnWords,
  writeOwnWords,
  seeWhoLooked,
  seeGiveBack,
  giveBack,
  inbox,
  seePromises,
  setPromise,
  seeAway,
  writeAway,
  seeAnswer,
  giveAnswer,
  hearAnswer,
  passOn,
  seeSent,
  seeOneSent,
  hearSent,
  sayBack,
  seeMeetings,
  addOwnMeeting,
  seeMeeting,
  writeMeeting,
  seeMeetingsTogether,
  planMeeting,
  seeMeetingTogether,
  suggestLine,
  seeSaySafe,
  saySafe,
  ...comeBackPages,
  ...peopleILovePages,
  ...sayPages,
  seeCorrection,
  decideAbout,
  seeNotes,
  letThemRead,
]
