import { eventOf, type EventSource, textIn } from '#domains/children/index.ts'

const may = 'missing.read'

/** Times when nobody knew where they were, and what they said afterwards. */
export const MISSING_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'missing_since',
    table: 'missing_episode',
    kind: 'safe',
    at: 'missing_since',
    about: ['kind'],
    may,
    tells: (e) => (e.about['kind'] === 'away' ? 'Away without agreement' : 'Missing'),
    leads: (e) => `/missing/${e.id}`,
  }),
  eventOf({
    code: 'missing_over',
    table: 'missing_episode',
    kind: 'safe',
    at: 'ended_at',
    about: ['ended_how'],
    may,
    tells: (e) => ENDED[textIn(e, 'ended_how')] ?? 'The search ended',
    leads: (e) => `/missing/${e.id}`,
  }),
  eventOf({
    code: 'missing_review',
    table: 'missing_review',
    kind: 'safe',
    at: 'reviewed_at',
    about: ['episode_id'],
    names: { who: 'reviewed_by' },
    may,
    tells: (e) => `${textIn(e, 'who') || 'Somebody'} looked at how the search stands`,
    leads: (e) => `/missing/${textIn(e, 'episode_id')}`,
  }),
  eventOf({
    code: 'missing_talk',
    table: 'missing_return',
    kind: 'says',
    at: 'held_at',
    about: ['episode_id', 'talked_with'],
    words: 'want',
    language: 'language',
    may,
    tells: (e) =>
      `Talked with ${textIn(e, 'talked_with') || 'somebody'} after coming back, and wants`,
    leads: (e) => `/missing/${textIn(e, 'episode_id')}`,
  }),
  eventOf({
    code: 'search_closing',
    table: 'missing_closing',
    kind: 'safe',
    at: 'proposed_at',
    about: ['episode_id'],
    names: { who: 'proposed_by' },
    may,
    tells: (e) => `${textIn(e, 'who') || 'Somebody'} proposed to close the search`,
    leads: (e) => `/missing/${textIn(e, 'episode_id')}`,
  }),
]

const ENDED: Readonly<Record<string, string>> = {
  found: 'Found, or came back',
  closed: 'The search was closed',
  in_error: 'The search had been written down in error',
}
