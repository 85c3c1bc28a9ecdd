import type { Page } from '#platform/http/page.ts'
import {
  agreePages as followUpPages,
  pointPages,
  stopPages as stopFollowUpPages,
} from './follow-up/follow-up.page.ts'
import {
  changePages,
  handOverPages,
  metPages,
  namePages,
  wishPages,
} from './hand-over/people.page.ts'
import { addEndPages, changeEndPages } from './help-that-ends/ends.page.ts'
import { keepAsking, seeAsking, stopAsking } from './own/own-asking.page.ts'
import { askCheck, keepCheck, stopCheck, takeSignAway } from './own/own-check.page.ts'
import { seeLater } from './own/own-later.page.ts'
import { askWish, sayWish } from './own/own-people.page.ts'
import { answerQuestion, askQuestion, sayNotThisTime, seePoint } from './own/own-point.page.ts'
import { assessedPages, beginPages, planPages } from './plan-for-it/plan.page.ts'
import { endQuestion, keepQuestion, seeQuestions } from './questions/questions.page.ts'
import { seeExtracts, takeExtract } from './research/extract.page.ts'
import { seePastEighteen } from './see-past-eighteen/see-past-eighteen.page.ts'
import { agreePages, askedPages, stopPages } from './watch/watch.page.ts'

export const pastEighteenPages: readonly Page[] = [
  seePastEighteen,
  ...beginPages,
  ...assessedPages,
  ...planPages,
  ...namePages,
  ...changePages,
  ...metPages,
  ...wishPages,
  ...handOverPages,
  ...addEndPages,
  ...changeEndPages,
  ...agreePages,
  ...askedPages,
  ...stopPages,
  ...followUpPages,
  ...stopFollowUpPages,
  ...pointPages,
  seeLater,
  askWish,
  sayWish,
  askCheck,
  keepCheck,
  stopCheck,
  takeSignAway,
  seeAsking,
  keepAsking,
  stopAsking,
  seePoint,
  sayNotThisTime,
  askQuestion,
  answerQuestion,
  seeQuestions,
  keepQuestion,
  endQuestion,
  seeExtracts,
  takeExtract,
]
