import { eventOf, type EventSource } from '#domains/children/index.ts'

/** When they asked for somebody now. */
export const DUTY_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'somebody_now',
    table: 'somebody_now',
    kind: 'says',
    at: 'asked_at',
    about: ['state'],
    tells: (e) =>
      e.about['state'] === 'asked'
        ? 'Asked for somebody now. Nobody has seen it yet'
        : 'Asked for somebody now',
    leads: () => '',
  }),
]
