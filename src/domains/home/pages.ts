import type { Page } from '#platform/http/page.ts'
import { checkPages } from './check-home/check-home.page.ts'
import { findCarers } from './find-carer/find-carer.page.ts'
import { addressPages } from './keep-address/keep-address.page.ts'
import { answerAdultPages } from './keep-adults/answer-adult.page.ts'
import { adultPages } from './keep-adults/keep-adult.page.ts'
import { trainingPages } from './keep-carer/add-training.page.ts'
import { keepCarerPages } from './keep-carer/keep-carer.page.ts'
import { keepPlacePages } from './keep-place/keep-place.page.ts'
import { changeStayPages } from './keep-stay/change-stay.page.ts'
import { movePages } from './keep-stay/move.page.ts'
import { sayWhereILive, seeWhereILive } from './say-home/say-home.page.ts'
import { seeHome } from './see-home/see-home.page.ts'
import { seeCarer, seePlace, seePlaces } from './see-places/see-places.page.ts'
import { seeTraining } from './see-training/see-training.page.ts'

export const homesPages: readonly Page[] = [
  seeHome,
  ...movePages,
  ...changeStayPages,
  ...addressPages,
  ...adultPages,
  ...answerAdultPages,
  ...checkPages,
  seeWhereILive,
  sayWhereILive,
  seePlaces,
  findCarers,
  seeTraining,
  ...keepPlacePages,
  seePlace,
  ...keepCarerPages,
  seeCarer,
  ...trainingPages,
]
