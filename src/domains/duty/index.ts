/** The public face of duty: what happens by itself, minute by minute. */
export { askTheNext, openSignals, type Signal } from './duty.queries.ts'
export { tellDuty } from './tell-duty.ts'
export { DUTY_EVENTS } from './chronology.rules.ts'
