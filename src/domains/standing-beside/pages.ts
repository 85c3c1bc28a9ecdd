import type { Page } from '#platform/http/page.ts'
import {
  agreeItems,
  endTheirAccount,
  giveTheirWords,
  sayWhoTheyAre,
  seeCarer,
  turnTheirItem,
} from './agree-items/agree-items.page.ts'
import { allocateTo, askAllocate } from './allocate/allocate.page.ts'
import { seeCarerSees, stopCarer, turnOwnItem } from './carer-sees/carer-sees.page.ts'
import { seeComesAndGoes } from './comes-and-goes/comes-and-goes.page.ts'
import { askEnd, endIt } from './end/end.page.ts'
import { askHandover, writeHandover } from './hand-over/hand-over.page.ts'
import { askInvite, inviteCarer, seeCarers } from './invite-carer/invite-carer.page.ts'
import {
  askHowTheySee,
  sayHowTheySee,
  seeLookingAfter,
} from './looking-after/looking-after.page.ts'
import { seeBeside } from './see-beside/see-beside.page.ts'
import { seePeopleWhoStay } from './team/team.page.ts'
import { askRightStep, askStep, putStepRight, writeStep } from './write-step/write-step.page.ts'

export const standingBesidePages: readonly Page[] = [
  seeBeside,
  askAllocate,
  allocateTo,
  askEnd,
  endIt,
  askHandover,
  writeHandover,
  askStep,
  writeStep,
  askRightStep,
  putStepRight,
  seeCarers,
  askInvite,
  inviteCarer,
  seeCarer,
  agreeItems,
  turnTheirItem,
  endTheirAccount,
  giveTheirWords,
  sayWhoTheyAre,
  seeComesAndGoes,
  seeCarerSees,
  turnOwnItem,
  stopCarer,
  seeLookingAfter,
  askHowTheySee,
  sayHowTheySee,
  seePeopleWhoStay,
]
