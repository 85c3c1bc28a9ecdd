import { calledIn, eventOf, type EventSource, textIn, withName } from '#domains/children/index.ts'
import { DECISIONS, FINDS_SHORT, RESPONSES } from './concern.rules.ts'
import { WITH_KINDS } from './cross-border.rules.ts'
import { KINDS as NRM_KINDS, OUTCOMES as NRM_OUTCOMES } from './nrm/decisions.rules.ts'
import { REFERRAL_KINDS, STEP_KINDS } from './protection.rules.ts'

const stepCalled = Object.fromEntries(
  Object.entries(STEP_KINDS).map(([code, step]) => [code, step.called]),
)
const may = 'concerns.read'
const ofConcern = (e: Parameters<typeof textIn>[0]): string =>
  `/concerns/${textIn(e, 'concern_id')}`

/** What was seen, what was decided, what keeps them safe, and what was asked of others. */
export const IDENTIFICATION_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'concern',
    table: 'concern',
    kind: 'safe',
    at: 'recorded_at',
    names: { who: 'recorded_by' },
    words: 'child_words',
    language: 'child_words_language',
    may,
    tells: (e) => `Something worried ${textIn(e, 'who') || 'somebody'}`,
    leads: (e) => `/concerns/${e.id}`,
  }),
  eventOf({
    code: 'concern_look',
    table: 'concern_look',
    kind: 'safe',
    at: 'looked_at',
    about: ['concern_id', 'finds'],
    names: { who: 'looked_by' },
    may,
    tells: (e) =>
      `${textIn(e, 'who') || 'Somebody'} looked at it and ${calledIn(e, 'finds', FINDS_SHORT)}`,
    leads: ofConcern,
  }),
  eventOf({
    code: 'concern_decided',
    table: 'concern_decision',
    kind: 'safe',
    at: 'decided_at',
    about: ['concern_id', 'decision'],
    names: { who: 'decided_by' },
    may,
    tells: (e) =>
      `${textIn(e, 'who') || 'Somebody'} decided: ${calledIn(e, 'decision', DECISIONS)}`,
    leads: ofConcern,
  }),
  eventOf({
    code: 'concern_response',
    table: 'concern_response',
    kind: 'safe',
    at: 'on_day',
    dayOnly: true,
    about: ['concern_id', 'kind'],
    may,
    tells: (e) => `How they were met first: ${calledIn(e, 'kind', RESPONSES)}`,
    leads: ofConcern,
  }),
  eventOf({
    code: 'protection_asked',
    table: 'protection_step',
    kind: 'safe',
    at: 'asked_on',
    dayOnly: true,
    about: ['kind'],
    may,
    tells: (e) => `Asked for, to keep them safe: ${calledIn(e, 'kind', stepCalled).toLowerCase()}`,
    leads: () => '/concerns',
  }),
  eventOf({
    code: 'protection_there',
    table: 'protection_step',
    kind: 'safe',
    at: 'in_place_on',
    dayOnly: true,
    about: ['kind', 'who'],
    may,
    tells: (e) =>
      `In place, to keep them safe: ${calledIn(e, 'kind', stepCalled).toLowerCase()}${withName(e, 'who', ',', '')}`,
    leads: () => '/concerns',
  }),
  eventOf({
    code: 'letter_sent',
    table: 'linked_referral',
    kind: 'safe',
    at: 'sent_on',
    dayOnly: true,
    about: ['kind', 'to_body'],
    words: 'words',
    may,
    tells: (e) =>
      `Help was asked for: ${calledIn(e, 'kind', REFERRAL_KINDS)}${withName(e, 'to_body', ',', '')}`,
    leads: (e) => `/referrals/${e.id}`,
  }),
  eventOf({
    code: 'letter_answered',
    table: 'linked_referral',
    kind: 'safe',
    at: 'answered_on',
    dayOnly: true,
    about: ['kind'],
    may,
    tells: (e) => `Was answered: ${calledIn(e, 'kind', REFERRAL_KINDS)}`,
    leads: (e) => `/referrals/${e.id}`,
  }),
  eventOf({
    code: 'referral_sent',
    table: 'nrm_referral',
    kind: 'safe',
    at: 'sent_on',
    dayOnly: true,
    may,
    tells: () => 'A referral for help was sent to the National Referral Mechanism',
    leads: (e) => `/referral-for-help/${e.id}`,
  }),
  eventOf({
    code: 'referral_view',
    table: 'nrm_view',
    kind: 'says',
    at: 'told_on',
    dayOnly: true,
    about: ['referral_id'],
    words: 'words',
    language: 'words_language',
    may,
    tells: () => 'Was told of a referral for help, and said',
    leads: (e) => `/referral-for-help/${textIn(e, 'referral_id')}`,
  }),
  eventOf({
    code: 'referral_decided',
    table: 'nrm_decision',
    kind: 'safe',
    at: 'decided_on',
    dayOnly: true,
    about: ['referral_id', 'kind', 'outcome'],
    may,
    tells: (e) =>
      `National Referral Mechanism. ${calledIn(e, 'kind', NRM_KINDS)}: ${calledIn(e, 'outcome', NRM_OUTCOMES).toLowerCase()}`,
    leads: (e) => `/referral-for-help/${textIn(e, 'referral_id')}`,
  }),
  eventOf({
    code: 'situation',
    table: 'exploitation_situation',
    kind: 'safe',
    at: 'began_earliest',
    dayOnly: true,
    may,
    tells: () => 'What happened to them began, on this day at the earliest',
    leads: () => '/concerns',
  }),
  eventOf({
    code: 'seen_earlier',
    table: 'missed_chance',
    kind: 'safe',
    at: 'opened_at',
    may,
    tells: () => 'Written down: what could have been seen earlier',
    leads: (e) => `/missed-chances/${e.id}`,
  }),
  eventOf({
    code: 'cross_border',
    table: 'cross_border_contact',
    kind: 'systems',
    at: 'made_on',
    dayOnly: true,
    about: ['with_kind', 'country'],
    words: 'child_view',
    language: 'child_view_language',
    may,
    tells: (e) =>
      `Contact in another country: ${calledIn(e, 'with_kind', WITH_KINDS)}, ${textIn(e, 'country')}`,
    leads: (e) => `/cross-border/${e.id}`,
  }),
]
