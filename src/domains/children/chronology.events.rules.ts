import { ALLOCATED_AS, TOPICS } from './child.rules.ts'
import { calledIn, eventOf, type EventSource, textIn, withName } from './chronology.rules.ts'
import { LEARNING_ENDED, LEARNING_KINDS } from './learning.rules.ts'
import { CORRECTION_OUTCOMES } from './corrections.rules.ts'

/** What the record itself tells of a child's life here. */
export const CHILDREN_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'about_me',
    table: 'about_me',
    kind: 'says',
    at: 'said_on',
    dayOnly: true,
    about: ['topic'],
    words: 'words',
    language: 'language',
    tells: (e) => `In their own words: ${calledIn(e, 'topic', TOPICS)}`,
    leads: () => '/about-me',
  }),
  eventOf({
    code: 'beside_began',
    table: 'allocation',
    kind: 'people',
    at: 'started_on',
    dayOnly: true,
    about: ['part'],
    names: { who: 'person_id' },
    tells: (e) =>
      `${textIn(e, 'who') || 'Somebody in another organisation'} began as ${calledIn(e, 'part', ALLOCATED_AS).toLowerCase()}`,
    leads: () => '/beside',
  }),
  eventOf({
    code: 'beside_ended',
    table: 'allocation',
    kind: 'people',
    at: 'ended_on',
    dayOnly: true,
    about: ['part', 'ended_why'],
    names: { who: 'person_id' },
    tells: (e) =>
      `${textIn(e, 'who') || 'Somebody in another organisation'} ended as ${calledIn(e, 'part', ALLOCATED_AS).toLowerCase()}${withName(e, 'ended_why', ':', '')}`,
    leads: () => '/beside',
  }),
  eventOf({
    code: 'learning_began',
    table: 'place_of_learning',
    kind: 'life',
    at: 'began_on',
    dayOnly: true,
    about: ['name', 'kind'],
    tells: (e) =>
      `Began at ${textIn(e, 'name')} (${calledIn(e, 'kind', LEARNING_KINDS).toLowerCase()})`,
    leads: () => '/learning',
  }),
  eventOf({
    code: 'learning_ended',
    table: 'place_of_learning',
    kind: 'life',
    at: 'ended_on',
    dayOnly: true,
    about: ['name', 'ended_why'],
    tells: (e) =>
      `Left ${textIn(e, 'name')}${e.about['ended_why'] ? `: ${calledIn(e, 'ended_why', LEARNING_ENDED)}` : ''}`,
    leads: () => '/learning',
  }),
  eventOf({
    code: 'correction',
    table: 'correction',
    kind: 'record',
    at: 'written_at',
    about: ['wish'],
    words: 'wrong',
    language: 'language',
    tells: (e) => WISHES[textIn(e, 'wish')] ?? 'Said something of this record',
    leads: (e) => `/corrections/${e.id}`,
  }),
  eventOf({
    code: 'correction_decided',
    table: 'correction_decision',
    kind: 'record',
    at: 'decided_at',
    about: ['outcome', 'correction_id'],
    names: { who: 'decided_by' },
    tells: (e) =>
      `What they said of this record was decided: ${calledIn(e, 'outcome', CORRECTION_OUTCOMES)}`,
    leads: (e) => `/corrections/${textIn(e, 'correction_id')}`,
  }),
]

const WISHES: Readonly<Record<string, string>> = {
  wrong: 'Said that something in this record is wrong',
  missing: 'Said that something is missing in this record',
  read_note: 'Asked to read a note in this record',
}
