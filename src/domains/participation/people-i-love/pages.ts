import type { Page } from '#platform/http/page.ts'
import { beginAboutPeople, seePeopleILove } from './own/begin.page.ts'
import { sayMayContact } from './own/contact.page.ts'
import { answerContact, seeAsk, seeTold } from './own/tell.page.ts'
import { seePlan, workOnPlan } from './staff/plan.page.ts'
import { seeToSign, signContact } from './staff/sign.page.ts'

export const peopleILovePages: readonly Page[] = [
  seePeopleILove,
  beginAboutPeople,
  seeTold,
  seeAsk,
  answerContact,
  sayMayContact,
  seePlan,
  workOnPlan,
  seeToSign,
  signContact,
]
