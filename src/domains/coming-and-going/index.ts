/** The public face of coming and going: what a missing episode ends at once, and what comes before first use. */
export { endEverything } from './ended.queries.ts'
export { leavingWasShown } from './shown.queries.ts'
export { type EndingReason, ENDING_REASONS, ENDING_WORDS } from './ended.rules.ts'
export { COMING_AND_GOING_EVENTS } from './chronology.rules.ts'
