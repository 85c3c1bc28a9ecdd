import type { Page } from '#platform/http/page.ts'
import { answerComeBack, seeAskedToComeBack } from './lead/answer-come-back.page.ts'
import { seeComingBack } from './lead/coming-back.page.ts'
import { askedHow, seeWord } from './lead/word.page.ts'
import { askAgain, chooseOften, seeComeBack } from './own/own-come-back.page.ts'

export const comeBackPages: readonly Page[] = [
  seeComeBack,
  askAgain,
  chooseOften,
  seeComingBack,
  seeAskedToComeBack,
  answerComeBack,
  seeWord,
  askedHow,
]
