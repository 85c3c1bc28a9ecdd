/** What desks and the command line may know of the way past eighteen. */
export { type WithoutPlan, withoutPlan } from './eighteen.queries.ts'
export { type PointDue, pointsDue } from './follow-up.queries.ts'
export { tellPointsDue } from './follow-up/tell-due.ts'
export { pointName } from './follow-up.rules.ts'
export { extractFile } from './research/extract-file.ts'
export { extractProblems, TOO_FEW } from './research/extract.page.ts'
export { makeExtract } from './research/extract.queries.ts'
export { type WatchDue, watchesDue } from './watch.queries.ts'
