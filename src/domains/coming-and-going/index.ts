/** The public face of coming and going: what a missing episode, and whatever else must, ends at once. */
export { endEverything } from './ended.queries.ts'
export { type EndingReason, ENDING_REASONS, ENDING_WORDS } from './ended.rules.ts'
