import { askActNow, raise } from './act-now/act-now.page.ts'
import { answerIt, askAnswer } from './act-now/answer-act-now.page.ts'
import { agree, askAgreed } from './agree/agree.page.ts'
import { askFeedback, writeFeedback } from './ask-feedback/ask-feedback.page.ts'
import { askAssign, assign } from './assign/assign.page.ts'
import { askEnd, endAudit } from './end-audit/end-audit.page.ts'
import { addFinding, askFinding } from './find/add-finding.page.ts'
import { close as closeFinding, seeFinding } from './find/see-finding.page.ts'
import { askItem, saveItem } from './read-record/read-record.page.ts'
import { askReflection, reflect } from './reflect/reflect.page.ts'
import { seeAudit } from './see-audit/see-audit.page.ts'
import { seeLearning } from './see-learning/see-learning.page.ts'
import { close as closeRound, seeRound } from './see-round/see-round.page.ts'
import { seeRounds } from './see-rounds/see-rounds.page.ts'
import { seeSample } from './see-sample/see-sample.page.ts'
import { seeWork } from './see-work/see-work.page.ts'
import { askRound, setUp } from './set-up-round/set-up-round.page.ts'
import { askShare, shareReading } from './share-reading/share-reading.page.ts'
import { addAction, askAction } from './take-action/add-action.page.ts'
import { askOwner, giveAction } from './take-action/give-action.page.ts'
import { sayDone, seeAction, verify } from './take-action/see-action.page.ts'

export const workforcePages = [
  seeRounds,
  askRound,
  setUp,
  seeWork,
  seeRound,
  closeRound,
  seeSample,
  seeLearning,
  seeAudit,
  askAssign,
  assign,
  askReflection,
  reflect,
  askItem,
  saveItem,
  askShare,
  shareReading,
  askFeedback,
  writeFeedback,
  askActNow,
  raise,
  askAnswer,
  answerIt,
  askAgreed,
  agree,
  askFinding,
  addFinding,
  seeFinding,
  closeFinding,
  askAction,
  addAction,
  seeAction,
  sayDone,
  verify,
  askOwner,
  giveAction,
  askEnd,
  endAudit,
]
