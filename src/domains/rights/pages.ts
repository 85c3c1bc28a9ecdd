import type { DoorPage, Page } from '#platform/http/page.ts'
import {
  addOwnPlace,
  askPlace,
  changeOwnPlace,
  checkPlace,
  seePlaceKept,
  seePlacesKept,
} from './keep-places/keep-places.page.ts'
import {
  checkText,
  seeTextKept,
  seeTextsKept,
  setReviewClock,
} from './keep-texts/keep-texts.page.ts'
import { seeMyPlaces } from './my-places/my-places.page.ts'
import { seeMyRights } from './my-rights/my-rights.page.ts'
import { seePlacesBefore } from './places-before/places-before.page.ts'

export const rightsPages: readonly Page[] = [
  seeMyRights,
  seeMyPlaces,
  seeTextsKept,
  setReviewClock,
  seeTextKept,
  checkText,
  seePlacesKept,
  askPlace,
  addOwnPlace,
  seePlaceKept,
  changeOwnPlace,
  checkPlace,
]

/** Open to everybody, before and after coming in. */
export const rightsDoorPages: readonly DoorPage[] = [seePlacesBefore]
