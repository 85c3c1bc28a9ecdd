import type { Page } from '#platform/http/page.ts'
import { makeAPicture } from './make-a-picture/make-a-picture.page.ts'
import { makeThePictureByStage, seeByStage } from './see-by-stage/see-by-stage.page.ts'
import { makeTheRegister, seeTheRegister } from './see-the-register/see-the-register.page.ts'
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
  downloadTheArea,
  makeAPicture,
  seeTheRegister,
  makeTheRegister,
]
