import type { Page } from '#platform/http/page.ts'
import { askStep, saveStep } from './answer-step/answer-step.page.ts'
import {
  addDocument,
  askTakeOut,
  seeEvidence,
  takeDocument,
  takeOut,
} from './keep-evidence/keep-evidence.page.ts'
import {
  askAside,
  askDecision,
  setAside,
  writeDecision,
} from './record-decision/record-decision.page.ts'
import { askNotSent, askSent, writeNotSent, writeSent } from './record-sent/record-sent.page.ts'
import { askReview, giveReview, readForReview, takeBack } from './review/review.page.ts'
import { askView, writeView } from './say-view/say-view.page.ts'
import { seeReferral } from './see-referral/see-referral.page.ts'
import { seeReferrals, startReferral } from './see-referrals/see-referrals.page.ts'
import { copyOut, takeJson, takePdf } from './take-out/take-out.page.ts'

export const nrmPages: readonly Page[] = [
  seeReferrals,
  startReferral,
  seeReferral,
  askStep,
  saveStep,
  askView,
  writeView,
  seeEvidence,
  addDocument,
  takeDocument,
  askTakeOut,
  takeOut,
  askReview,
  takeBack,
  readForReview,
  giveReview,
  copyOut,
  takeJson,
  takePdf,
  askSent,
  writeSent,
  askNotSent,
  writeNotSent,
  askDecision,
  writeDecision,
  askAside,
  setAside,
]
