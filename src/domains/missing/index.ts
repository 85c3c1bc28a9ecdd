/** What other domains and desks may know of missing. */
export { type Episode, episodesOf } from './episode.queries.ts'
