import type { Page } from '#platform/http/page.ts'
import { keepLanguage, seeLanguages } from './choose-language/choose-language.page.ts'
import { mendText, seeText, seeTexts } from './mend-text/mend-text.page.ts'
import { seeOffered, switchLanguage } from './offer-languages/offer-languages.page.ts'

export const wordsPages: readonly Page[] = [
  seeLanguages,
  keepLanguage,
  seeOffered,
  switchLanguage,
  seeTexts,
  seeText,
  mendText,
]
