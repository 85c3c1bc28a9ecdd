import { calledIn, eventOf, type EventSource } from '#domains/children/index.ts'
import { ENDING_WORDS } from './ended.rules.ts'

/** When somebody signed them out everywhere, and why. */
export const COMING_AND_GOING_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'signed_out',
    table: 'sessions_ended',
    kind: 'record',
    at: 'ended_at',
    about: ['why'],
    may: 'children.give-sign-in',
    tells: (e) => `Was signed out everywhere: ${calledIn(e, 'why', ENDING_WORDS)}`,
    leads: () => '/signed-out',
  }),
]
