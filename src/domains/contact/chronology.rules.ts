import { eventOf, type EventSource } from '#domains/children/index.ts'

/** Times when nobody may call, write or go. */
export const CONTACT_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'contact_stopped',
    table: 'contact_stop',
    kind: 'safe',
    at: 'stopped_at',
    about: ['voice'],
    tells: (e) =>
      e.about['voice'] === 'young_person'
        ? 'Said: do not call, write or go'
        : 'A worker said: do not call, write or go',
    leads: () => '/contact',
  }),
  eventOf({
    code: 'contact_again',
    table: 'contact_stop',
    kind: 'safe',
    at: 'lifted_at',
    tells: () => 'May be called, written to and visited again',
    leads: () => '/contact',
  }),
]
