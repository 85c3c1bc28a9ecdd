/** What other domains, desks and the demonstration may know of case audit. */
export { drawSample, type Eligible, type Placed } from './sample.rules.ts'
export { type Code, QUESTIONS } from './audit.rules.ts'
