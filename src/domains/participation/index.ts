/** The public face of participation: what the desks may use of the young person's own pages. */
export { type Frame, frameIn } from './frame.view.ts'
export { getOwnChild, languageOf, ownChild } from './own-page.ts'
export { saidIn } from './choose-outcomes/choose-outcomes.view.ts'
export { dayIn, say, type YouthWords } from './words/words.ts'
