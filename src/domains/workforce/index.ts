/** What other domains, desks and the demonstration may know of case audit. */
export { drawSample, type Placed } from './sample.rules.ts'
export { QUESTIONS, type Question } from './audit.rules.ts'
