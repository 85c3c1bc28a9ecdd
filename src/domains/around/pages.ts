import type { Page } from '#platform/http/page.ts'
import { askAgencyView, writeAgencyView } from './agency-view/agency-view.page.ts'
import {
  addPerson,
  askChangePerson,
  askPerson,
  changePerson,
  takeOffPerson,
} from './change-person/change-person.page.ts'
import {
  askTrusted,
  chooseWhoITrust,
  sayAskMe,
  sayNotNow,
} from './choose-trusted/choose-trusted.page.ts'
import { askContactRule, writeContactRule } from './contact-rule/contact-rule.page.ts'
import { downloadContinuity, seeContinuity } from './continuity/continuity.page.ts'
import { seeMyPeople } from './my-people/my-people.page.ts'
import { askAboutTrust, seeNobodyYet, writeAboutTrust } from './nobody-yet/nobody-yet.page.ts'
import {
  askOwnPhoto,
  placeOwnPhoto,
  seeOwnPhoto,
  takeOwnPhotoAway,
} from './own-photo/own-photo.page.ts'
import { seePeopleMap, seePhotoOnMap } from './people-map/people-map.page.ts'
import {
  askPhoto,
  placeAPhoto,
  seePhoto,
  takePhotoAway,
} from './photo-of-person/photo-of-person.page.ts'
import { sayHowISee, seePerson } from './see-person/see-person.page.ts'
import { askReach, writeReach } from './way-to-reach/way-to-reach.page.ts'

export const aroundPages: readonly Page[] = [
  seeMyPeople,
  askPerson,
  addPerson,
  askTrusted,
  chooseWhoITrust,
  sayNotNow,
  sayAskMe,
  seePerson,
  sayHowISee,
  askChangePerson,
  changePerson,
  takeOffPerson,
  askPhoto,
  placeAPhoto,
  takePhotoAway,
  seePhoto,
  seePeopleMap,
  seePhotoOnMap,
  askAboutTrust,
  writeAboutTrust,
  askAgencyView,
  writeAgencyView,
  askContactRule,
  writeContactRule,
  seeNobodyYet,
  askReach,
  writeReach,
  askOwnPhoto,
  placeOwnPhoto,
  takeOwnPhotoAway,
  seeOwnPhoto,
  seeContinuity,
  downloadContinuity,
]
