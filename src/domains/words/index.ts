/** The public face of words: what a young person reads, in which language, and whose page it is. */
export { type Frame, frameIn, type LanguageChoice, languageChoices } from './frame.view.ts'
export { hardToRead } from './hard-to-read.rules.ts'
export { readingLevel } from './reading-level.rules.ts'
export { neverSaidIn } from './never-said.rules.ts'
export { getOwnChild, languageOf, languagesOf, type OwnLanguages, ownChild } from './own-page.ts'
export {
  dayIn,
  LANGUAGES,
  numberIn,
  say,
  sayIn,
  sayMany,
  wordsFor,
  type YouthWords,
} from './words.ts'
export { chooseLanguage, languagesOfferedByAnybody, offerLanguage } from './words.queries.ts'
export { aloudAtDoor, withAloud } from './read-aloud/aloud.ts'
