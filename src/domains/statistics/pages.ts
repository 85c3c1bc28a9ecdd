import type { Page } from '#platform/http/page.ts'
import { makeAPicture } from './make-a-picture/make-a-picture.page.ts'
import { makeThePictureByStage, seeByStage } from './see-by-stage/see-by-stage.page.ts'
import { makeThePictureOfFollowUp, seeFollowUp } from './see-follow-up/see-follow-up.page.ts'
import { referredPages } from './see-referred/see-referred.page.ts'
import { makeTheRegister, seeTheRegister } from './see-the-register/see-the-register.page.ts'
import { seeGuardian } from './see-guardian/see-guardian.page.ts'
import {
  downloadStaying,
  makeThePictureOfStaying,
  seeStaying,
} from './see-staying/see-staying.page.ts'
import { countMissing, seeMissingOverTime } from './see-missing-over-time/missing-over-time.page.ts'
import { seeWhatHelps } from './see-what-helps/see-what-helps.page.ts'
import { makeThePictureOfWaits, seeWaits } from './see-waits/see-waits.page.ts'
import { downloadTheArea, seeTheArea } from './see-the-area/see-the-area.page.ts'

export const statisticsPages: readonly Page[] = [
  seeTheArea,
  seeWhatHelps,
  seeByStage,
  makeThePictureByStage,
  seeMissingOverTime,
  countMissing,
  seeWaits,
  makeThePictureOfWaits,
  seeFollowUp,
  makeThePictureOfFollowUp,
  seeGuardian,
  seeStaying,
  downloadStaying,
  makeThePictureOfStaying,
  downloadTheArea,
  makeAPicture,
  seeTheRegister,
  makeTheRegister,
  ...referredPages,
]
