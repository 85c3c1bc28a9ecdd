import type { DoorPage, Page } from '#platform/http/page.ts'
import { keepLanguage, seeLanguages } from './choose-language/choose-language.page.ts'
import { actOnRecording, addARecording } from './read-aloud/add-recording.page.ts'
import { hearAtDoor, hearRecording, hearText } from './read-aloud/hear.page.ts'
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
  addARecording,
  actOnRecording,
  hearRecording,
  hearText,
]

/** Heard before anybody is known. */
export const wordsDoorPages: readonly DoorPage[] = [hearAtDoor]
