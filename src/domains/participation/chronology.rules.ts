import { calledIn, eventOf, type EventSource, textIn } from '#domains/children/index.ts'
import { CONTACT_KIND_WORDS } from './people-i-love/plan.rules.ts'

/** What they sent, what became of it, and what they said of meetings. */
export const PARTICIPATION_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'sent',
    table: 'statement',
    kind: 'says',
    at: 'sent_at',
    only: { column: 'status', among: ['sent'] },
    may: 'said.read',
    asks: 'statement_is_for_actor',
    tells: () => 'Sent something to those they chose',
    leads: (e) => `/said/${e.id}`,
  }),
  eventOf({
    code: 'answered',
    table: 'ledger_step',
    kind: 'says',
    at: 'at',
    about: ['receipt_id'],
    names: { who: 'by_id' },
    only: { column: 'kind', among: ['replied'] },
    may: 'answers.give',
    tells: (e) => `Was answered by ${textIn(e, 'who') || 'somebody'}`,
    leads: (e) => `/answers/${textIn(e, 'receipt_id')}`,
  }),
  eventOf({
    code: 'come_back',
    table: 'come_back',
    kind: 'says',
    at: 'asked_at',
    words: 'words',
    language: 'language',
    may: 'answers.give',
    tells: () => 'Asked to come back',
    leads: (e) => `/come-back/${e.id}`,
  }),
  eventOf({
    code: 'meeting',
    table: 'meeting',
    kind: 'life',
    at: 'on_day',
    dayOnly: true,
    about: ['called', 'state'],
    only: { column: 'state', among: ['held', 'not_held'] },
    tells: (e) =>
      `${textIn(e, 'called')}: ${e.about['state'] === 'held' ? 'held' : 'it was not held'}`,
    leads: () => '/meetings',
  }),
  eventOf({
    code: 'meeting_after',
    table: 'meeting_after',
    kind: 'says',
    at: 'said_at',
    about: ['talked'],
    words: 'words',
    language: 'words_language',
    tells: (e) => calledIn(e, 'talked', TALKED_OF),
    leads: () => '/meetings',
  }),
  eventOf({
    code: 'loved_plan',
    table: 'loved_plan',
    kind: 'people',
    at: 'made_at',
    about: ['statement_id'],
    names: { who: 'made_by' },
    may: 'answers.give',
    tells: (e) => `A plan for people they love, by ${textIn(e, 'who') || 'somebody'}`,
    leads: (e) => `/people-they-love/${textIn(e, 'statement_id')}`,
  }),
  eventOf({
    code: 'loved_contact',
    table: 'loved_contact',
    kind: 'people',
    at: 'made_at',
    about: ['kind'],
    beside: { table: 'loved_plan', by: 'plan_id', about: ['statement_id'] },
    may: 'answers.give',
    tells: (e) => `Contact was made: ${calledIn(e, 'kind', CONTACT_KIND_WORDS).toLowerCase()}`,
    leads: (e) =>
      e.about['statement_id'] ? `/people-they-love/${textIn(e, 'statement_id')}` : '',
  }),
]

const TALKED_OF: Readonly<Record<string, string>> = {
  yes: 'Said that what they wanted said was talked about',
  partly: 'Said that some of what they wanted said was talked about',
  no: 'Said that what they wanted said was not talked about',
  dont_know: 'Did not know whether what they wanted said was talked about',
}
