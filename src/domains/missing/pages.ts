import type { Page } from '#platform/http/page.ts'
import { answerPages, proposePages } from './close-search/close-search.page.ts'
import { askMyPlan, saveMyPlan } from './my-plan/my-plan.page.ts'
import { askPlan, writePlan } from './own-plan/keep-plan.page.ts'
import { askReady, writeReady } from './keep-ready/keep-ready.page.ts'
import {
  askChangeReport,
  askReport,
  changeReport,
  reportMissing,
} from './report-missing/report-missing.page.ts'
import {
  askReadyPhoto,
  placePhoto,
  seeReadyPhoto,
  takePhotoAway,
} from './ready-photo/ready-photo.page.ts'
import { askTalk, writeTalk } from './talk-afterwards/talk-afterwards.page.ts'
import { searchBoard } from './search-board/search-board.page.ts'
import { seeEpisode, seeMissing } from './see-missing/see-missing.page.ts'
import {
  foundPages,
  responsePages,
  reviewPages,
  toldPages,
} from './while-missing/while-missing.page.ts'

export const missingPages: readonly Page[] = [
  askMyPlan,
  saveMyPlan,
  searchBoard,
  seeMissing,
  askReport,
  reportMissing,
  askPlan,
  writePlan,
  askReady,
  writeReady,
  askReadyPhoto,
  placePhoto,
  takePhotoAway,
  seeReadyPhoto,
  seeEpisode,
  askChangeReport,
  changeReport,
  ...toldPages,
  ...responsePages,
  ...reviewPages,
  ...foundPages,
  ...proposePages,
  ...answerPages,
  askTalk,
  writeTalk,
]
