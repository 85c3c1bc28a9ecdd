/** The public face of participation: what the desks may use of the young person's own pages. */
export { saidIn } from './choose-outcomes/choose-outcomes.view.ts'
