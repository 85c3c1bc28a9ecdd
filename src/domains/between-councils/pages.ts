import type { Page } from '#platform/http/page.ts'
import { askAboutEverybody, askAboutOne, sendAboutEverybody, sendAboutOne } from './ask/ask.page.ts'
import {
  askPartner,
  keepPartner,
  seePartner,
  stopKnowing,
} from './know-partner/know-partner.page.ts'
import { seeBetween, tellLater, writeWish } from './of-child/of-child.page.ts'
import { answerThePair, seePair } from './see-pair/see-pair.page.ts'
import { decideRun, fetchMessage, seeRun } from './see-run/see-run.page.ts'
import { seeRuns } from './see-runs/see-runs.page.ts'
import { askFile, takeFile } from './take-in/take-in.page.ts'

export const betweenCouncilsPages: readonly Page[] = [
  seeRuns,
  askPartner,
  keepPartner,
  seePartner,
  stopKnowing,
  askAboutEverybody,
  sendAboutEverybody,
  askAboutOne,
  sendAboutOne,
  seeRun,
  decideRun,
  fetchMessage,
  askFile,
  takeFile,
  seeBetween,
  writeWish,
  tellLater,
  seePair,
  answerThePair,
]
