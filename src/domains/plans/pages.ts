import type { Page } from '#platform/http/page.ts'
import { openPages } from './decide/open-decision.page.ts'
import { dissentPages, notYetPages, optionPages, saidPages } from './decide/parts.page.ts'
import { finishDecision, seeDecision } from './decide/see-decision.page.ts'
import { notToldPages, tellPages, weighPages } from './decide/weigh.page.ts'
import { listOwed } from './list-owed/list-owed.page.ts'
import { addOwnValued, seeOwnValued } from './own-plan/own-valued.page.ts'
import { addValuedPages, seeValued, takeOffValued } from './needs/valued.page.ts'
import { addNeedPages, needPages, seeNeeds, verdictPages } from './needs/needs.page.ts'
import { askOwnOffer, sayOwnOffer } from './own-plan/say-offer.page.ts'
import {
  afterPages,
  holdPages,
  linePages,
  planReviewPages,
  seeReview,
} from './review/review.page.ts'
import { askOwnSay, sendOwnSay } from './own-plan/say-plan.page.ts'
import { actionPages, addActionPages, conflictPages, settlePages } from './plan/actions.page.ts'
import { conflictUpPages } from './plan/conflict-up.page.ts'
import { goalPages } from './plan/goals.page.ts'
import { goalStepPages, seeGoals } from './plan/let-go.page.ts'
import { openPages as openPlanPages } from './plan/open-plan.page.ts'
import { answerPages, saidPages as planSaidPages } from './plan/said.page.ts'
import { seePlan, stepPlan } from './plan/see-plan.page.ts'
import {
  endPages,
  headPages,
  notHeardPages,
  sendBackPages,
  strengthsPages,
} from './plan/write-plan.page.ts'
import { plainPdf, wholePdf } from './take-out/plan-pdf.page.ts'
import { seePlans } from './see-plans/see-plans.page.ts'

export const plansPages: readonly Page[] = [
  listOwed,
  seePlans,
  ...openPlanPages,
  seePlan,
  stepPlan,
  wholePdf,
  plainPdf,
  ...strengthsPages,
  ...headPages,
  ...notHeardPages,
  ...sendBackPages,
  ...endPages,
  ...planSaidPages,
  ...answerPages,
  seeGoals,
  ...goalPages,
  ...goalStepPages,
  ...addActionPages,
  ...actionPages,
  ...conflictPages,
  ...settlePages,
  ...conflictUpPages,
  seeNeeds,
  ...addNeedPages,
  ...needPages,
  ...verdictPages,
  ...planReviewPages,
  seeReview,
  ...linePages,
  ...holdPages,
  ...afterPages,
  askOwnSay,
  sendOwnSay,
  askOwnOffer,
  sayOwnOffer,
  seeValued,
  ...addValuedPages,
  takeOffValued,
  seeOwnValued,
  addOwnValued,
  ...openPages,
  seeDecision,
  finishDecision,
  ...optionPages,
  ...saidPages,
  ...notYetPages,
  ...weighPages,
  ...dissentPages,
  ...tellPages,
  ...notToldPages,
]
