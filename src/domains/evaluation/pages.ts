import type { DoorPage, Page } from '#platform/http/page.ts'
import { askToBegin, beginAssessment } from './begin-assessment/begin-assessment.page.ts'
import { ENTRY_KINDS } from './entry-kinds.form.ts'
import { listAssessments } from './list-assessments/list-assessments.page.ts'
import { publishedPages } from './read-published/read-published.page.ts'
import { completeReview, seeReview, writeReview } from './review/review.page.ts'
import { askForSignOff, seeAssessment } from './see-assessment/see-assessment.page.ts'
import {
  handBack,
  previewAssessment,
  readToSignOff,
  signOffAndPublish,
} from './sign-off/sign-off.page.ts'
import { entryPages } from './write-entries/write-entries.page.ts'
import { askTexts, writeTexts } from './write-texts/write-texts.page.ts'

export const evaluationPages: readonly Page[] = [
  listAssessments,
  askToBegin,
  beginAssessment,
  seeAssessment,
  askForSignOff,
  askTexts,
  writeTexts,
  ...ENTRY_KINDS.flatMap(entryPages),
  previewAssessment,
  readToSignOff,
  signOffAndPublish,
  handBack,
  seeReview,
  writeReview,
  completeReview,
]

/** Open to everybody, before and after signing in. */
export const evaluationDoorPages: readonly DoorPage[] = publishedPages
