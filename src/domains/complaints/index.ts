/** The public face of complaints. Nothing of one leaves this domain: other domains link to its pages. */
export { outsideFor, type Outside } from './complaints.queries.ts'
