import type { Page } from '#platform/http/page.ts'
import { keepWording, myAdvice } from './answer-advice/answer-advice.page.ts'
import { countAdvice } from './count-advice/count-advice.page.ts'
import { addPhrase, askPhrase, changePhrase, seePhrase } from './keep-phrase/keep-phrase.page.ts'
import { readList } from './read-list/read-list.page.ts'

export const wordingPages: readonly Page[] = [
  readList,
  myAdvice,
  keepWording,
  countAdvice,
  askPhrase,
  addPhrase,
  seePhrase,
  changePhrase,
]
