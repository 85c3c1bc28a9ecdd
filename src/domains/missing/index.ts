/** What other domains and desks may know of missing. */
export { type Episode, episodesOf } from './episode.queries.ts'
export { MISSING_EVENTS } from './chronology.rules.ts'
