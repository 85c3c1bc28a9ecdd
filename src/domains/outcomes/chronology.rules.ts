import { calledIn, eventOf, type EventSource } from '#domains/children/index.ts'
import { NOT_HELD_CHOICES, VOICE_WORDS } from './check-in-words.rules.ts'
import { GOAL_CHANGE_WORDS } from './goal.rules.ts'

/** Check-ins that were shared, those that were not held, and what they want. */
export const OUTCOMES_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'check_in',
    table: 'check_in',
    kind: 'says',
    at: 'shared_at',
    about: ['voice'],
    only: { column: 'status', among: ['shared'] },
    tells: (e) =>
      e.about['voice'] === 'young_person'
        ? 'Said how things are, in a check-in'
        : `${calledIn(e, 'voice', VOICE_WORDS)} of how things are`,
    leads: () => '/picture',
  }),
  eventOf({
    code: 'check_in_not_held',
    table: 'check_in_not_held',
    kind: 'says',
    at: 'on_day',
    dayOnly: true,
    about: ['reason'],
    tells: (e) => `No check-in was held. ${calledIn(e, 'reason', NOT_HELD_CHOICES)}`,
    leads: () => '/picture',
  }),
  eventOf({
    code: 'goal',
    table: 'own_goal_event',
    kind: 'says',
    at: 'on_day',
    dayOnly: true,
    about: ['kind'],
    words: 'words',
    language: 'words_language',
    tells: (e) => `A goal of theirs. ${calledIn(e, 'kind', GOAL_CHANGE_WORDS)}`,
    leads: () => '/goals',
  }),
]
