import { eventOf, type EventSource, textIn } from '#domains/children/index.ts'

/** What services owed, once it was done or no longer owed. */
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
]
