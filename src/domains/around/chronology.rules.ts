import { calledIn, eventOf, type EventSource, textIn } from '#domains/children/index.ts'
import { OWN_VIEW_WORDS } from './around.rules.ts'

const who = { table: 'person_who_matters', by: 'matters_id', about: ['name'] } as const

/** Whom they trust, and how they see the people around them. */
export const AROUND_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'trust_began',
    table: 'trusted_time',
    kind: 'people',
    at: 'began_at',
    beside: who,
    tells: (e) => `Named ${textIn(e, 'name') || 'somebody'} as an adult they trust`,
    leads: () => '/people-map',
  }),
  eventOf({
    code: 'trust_ended',
    table: 'trusted_time',
    kind: 'people',
    at: 'ended_at',
    beside: who,
    tells: (e) => `No longer names ${textIn(e, 'name') || 'somebody'} as an adult they trust`,
    leads: () => '/people-map',
  }),
  eventOf({
    code: 'own_view',
    table: 'own_view_of_person',
    kind: 'people',
    at: 'said_at',
    about: ['view'],
    beside: { table: 'person_who_matters', by: 'about_matters_id', about: ['name'] },
    words: 'words',
    language: 'language',
    tells: (e) =>
      `Said of ${textIn(e, 'name') || 'somebody who works with them'}: ${calledIn(e, 'view', OWN_VIEW_WORDS)}`,
    leads: () => '/people-map',
  }),
]
