import { calledIn, eventOf, type EventSource, textIn } from '#domains/children/index.ts'
import { HOWS, STEPS } from './ask-again/asked-again.rules.ts'

/** What services owed, once it was done or no longer owed; and each time that somebody asked again. */
export const CLOCKS_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'clock_stopped',
    table: 'clock',
    kind: 'systems',
    at: 'stopped_at',
    about: ['owed', 'owed_by', 'state'],
    beside: { table: 'clock_rule', by: 'rule_id', about: ['owed', 'owed_by'] },
    tells: (e) =>
      e.about['state'] === 'done'
        ? `${textIn(e, 'owed_by')} did what was owed: ${textIn(e, 'owed')}`
        : `No longer owed by ${textIn(e, 'owed_by')}: ${textIn(e, 'owed')}`,
    leads: (e) => `/clocks/${e.id}`,
  }),
  eventOf({
    code: 'asked_again',
    table: 'asked_again',
    kind: 'systems',
    at: 'asked_on',
    dayOnly: true,
    about: ['of_whom', 'how', 'step', 'clock_id'],
    tells: (e) =>
      `${calledIn(e, 'step', STEPS)}: ${textIn(e, 'of_whom')}. ${calledIn(e, 'how', HOWS)}`,
    leads: (e) => `/clocks/${textIn(e, 'clock_id')}`,
  }),
  eventOf({
    code: 'asking_answered',
    table: 'asked_again',
    kind: 'systems',
    at: 'answered_on',
    dayOnly: true,
    about: ['of_whom', 'answer', 'clock_id'],
    tells: (e) => `${textIn(e, 'of_whom')} answered when asked again: ${textIn(e, 'answer')}`,
    leads: (e) => `/clocks/${textIn(e, 'clock_id')}`,
  }),
]
