import type { Page } from '#platform/http/page.ts'
import { askContact, requestContact } from './cross-border/cross-border.page.ts'
import { seeContact, stepContact } from './cross-border/see-contact.page.ts'
import { seeResponder, sayResponder } from './first-responder/first-responder.page.ts'
import { addOwnForm, askForm, endOwnForm, seeForms } from './forms/forms.page.ts'
import { listConcerns, seeRegister } from './list-concerns/list-concerns.page.ts'
import { askWhoLooks, sayWhoLooks } from './look-and-decide/ask-look.page.ts'
import { askDecision, decide } from './look-and-decide/decide.page.ts'
import {
  askFirstLook,
  askSecondLook,
  takeFirstLook,
  takeSecondLook,
} from './look-and-decide/look.page.ts'
import { askResponse, writeResponse } from './look-and-decide/respond.page.ts'
import { askChance, openReview } from './missed-chances/add-chance.page.ts'
import {
  askEnd,
  askLearning,
  askTraining,
  end,
  writeLearning,
  writeTraining,
} from './missed-chances/learn.page.ts'
import { seeChance } from './missed-chances/see-chance.page.ts'
import { nrmPages } from './nrm/pages.ts'
import { askChangeStep, askStep, beginStep, rewriteStep } from './protect/protect.page.ts'
import { askConcern, recordConcern } from './record-concern/record-concern.page.ts'
import { askReferral, changeLinkedReferral, prepareReferrals } from './refer/refer.page.ts'
import { seeConcern } from './see-concern/see-concern.page.ts'
import { seeConcerns } from './see-concerns/see-concerns.page.ts'
import {
  askChangeSituation,
  askSituation,
  rewriteSituation,
  writeSituation,
} from './situations/keep-situation.page.ts'

export const identificationPages: readonly Page[] = [
  listConcerns,
  seeRegister,
  seeConcerns,
  askConcern,
  recordConcern,
  seeConcern,
  askFirstLook,
  takeFirstLook,
  askSecondLook,
  takeSecondLook,
  askWhoLooks,
  sayWhoLooks,
  askResponse,
  writeResponse,
  askDecision,
  decide,
  askSituation,
  writeSituation,
  askChangeSituation,
  rewriteSituation,
  askStep,
  beginStep,
  askChangeStep,
  rewriteStep,
  prepareReferrals,
  askReferral,
  changeLinkedReferral,
  askContact,
  requestContact,
  seeContact,
  stepContact,
  askChance,
  openReview,
  seeChance,
  askLearning,
  writeLearning,
  askTraining,
  writeTraining,
  askEnd,
  end,
  seeResponder,
  sayResponder,
  seeForms,
  askForm,
  addOwnForm,
  endOwnForm,
  ...nrmPages,
]
