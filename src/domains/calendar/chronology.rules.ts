import { calledIn, eventOf, type EventSource, textIn } from '#domains/children/index.ts'
import { KINDS, STATES } from './calendar.rules.ts'

/** Visits and appointments, once it is known what became of them. */
export const CALENDAR_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'appointment',
    table: 'appointment',
    kind: 'life',
    at: 'starts_at',
    about: ['kind', 'state', 'with_whom'],
    only: {
      column: 'state',
      among: [
        'held',
        'cancelled',
        'missed_by_us',
        'missed_by_others',
        'they_could_not',
        'not_held',
      ],
    },
    tells: (e) =>
      `${calledIn(e, 'kind', KINDS)}, ${textIn(e, 'with_whom')}. ${calledIn(e, 'state', STATES)}`,
    leads: () => '/calendar',
  }),
]
