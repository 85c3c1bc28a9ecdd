import type { Page } from '#platform/http/page.ts'
import { appointSomebody, seeAppointed } from './appoint/appoint.page.ts'
import { seeCounts } from './counts/counts.page.ts'
import { askForThem, writeForThem } from './for-them/for-them.page.ts'
import { sayHowWeWere, seeHowWeWere } from './how-we-were/how-we-were.page.ts'
import { askNotRight, seeNotRight, sendNotRight } from './not-right/not-right.page.ts'
import {
  keptNotRightFile,
  seeOneNotRight,
  ownNotRightFile,
  writeOneNotRight,
} from './not-right/one-not-right.page.ts'
import { complaintFile, seeComplaint, workOnComplaint } from './review/review-one.page.ts'
import { seeReviews } from './review/review.page.ts'

export const complaintsPages: readonly Page[] = [
  seeNotRight,
  askNotRight,
  sendNotRight,
  seeOneNotRight,
  ownNotRightFile,
  keptNotRightFile,
  writeOneNotRight,
  seeHowWeWere,
  sayHowWeWere,
  seeReviews,
  seeComplaint,
  complaintFile,
  workOnComplaint,
  seeAppointed,
  appointSomebody,
  askForThem,
  writeForThem,
  seeCounts,
]
