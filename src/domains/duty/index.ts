/** The public face of duty: what happens by itself, minute by minute. */
export { askTheNext } from './duty.queries.ts'
export { tellDuty } from './tell-duty.ts'
