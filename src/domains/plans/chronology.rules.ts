import { calledIn, eventOf, type EventSource, textIn } from '#domains/children/index.ts'
import { AGENCIES, KINDS_SAID } from './plan.rules.ts'
import { DOMAINS, TOOK_PART, VALUED_KINDS, VERDICTS } from './review.rules.ts'

const title = { table: 'plan_template', by: 'template_id', about: ['title'] } as const
const ofPlan = (e: Parameters<typeof textIn>[0]): string => `/plans/${textIn(e, 'plan_id')}`
const ofDecision = (e: Parameters<typeof textIn>[0]): string =>
  `/decisions/${textIn(e, 'decision_id')}`

/** Plans with what they say of them, what was offered, reviews, and decisions in their best interests. */
export const PLANS_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'plan_opened',
    table: 'plan',
    kind: 'plans',
    at: 'opened_at',
    beside: title,
    tells: (e) => `${textIn(e, 'title')}: begun`,
    leads: (e) => `/plans/${e.id}`,
  }),
  eventOf({
    code: 'plan_approved',
    table: 'plan',
    kind: 'plans',
    at: 'approved_at',
    names: { who: 'approved_by' },
    beside: title,
    tells: (e) => `${textIn(e, 'title')}: approved by ${textIn(e, 'who') || 'somebody'}`,
    leads: (e) => `/plans/${e.id}`,
  }),
  eventOf({
    code: 'plan_said',
    table: 'plan_said',
    kind: 'says',
    at: 'written_at',
    about: ['plan_id', 'kind'],
    words: 'words',
    language: 'words_language',
    tells: (e) => `Of a plan. ${calledIn(e, 'kind', KINDS_SAID)}`,
    leads: ofPlan,
  }),
  eventOf({
    code: 'plan_conflict',
    table: 'plan_conflict',
    kind: 'plans',
    at: 'raised_at',
    about: ['plan_id', 'agency'],
    tells: (e) => `In the way of what was agreed: ${calledIn(e, 'agency', AGENCIES)}`,
    leads: ofPlan,
  }),
  eventOf({
    code: 'conflict_gone_up',
    table: 'plan_conflict',
    kind: 'plans',
    at: 'gone_up_at',
    about: ['plan_id'],
    names: { who: 'gone_up_to' },
    tells: (e) => `What the chair could not settle went to ${textIn(e, 'who') || 'somebody'}`,
    leads: ofPlan,
  }),
  eventOf({
    code: 'conflict_settled',
    table: 'plan_conflict',
    kind: 'plans',
    at: 'settled_at',
    about: ['plan_id', 'settled_words'],
    tells: (e) => `What was in the way of a plan was settled: ${textIn(e, 'settled_words')}`,
    leads: ofPlan,
  }),
  eventOf({
    code: 'plan_goal_step',
    table: 'plan_goal_step',
    kind: 'plans',
    at: 'written_at',
    about: ['plan_id', 'kind', 'why'],
    tells: (e) =>
      `A goal of a plan ${e.about['kind'] === 'let_go' ? 'was let go' : 'came back'}: ${textIn(e, 'why')}`,
    leads: (e) => `${ofPlan(e)}/goals`,
  }),
  eventOf({
    code: 'valued',
    table: 'valued_thing',
    kind: 'says',
    at: 'said_at',
    about: ['kind'],
    words: 'words',
    language: 'words_language',
    tells: (e) => `What they value. ${calledIn(e, 'kind', VALUED_KINDS)}`,
    leads: () => '/valued',
  }),
  eventOf({
    code: 'offer',
    table: 'plan_need',
    kind: 'plans',
    at: 'offered_on',
    dayOnly: true,
    about: ['plan_id', 'domain', 'offer', 'offered_by'],
    tells: (e) =>
      `${calledIn(e, 'domain', DOMAINS)}. ${textIn(e, 'offered_by')} offered: ${textIn(e, 'offer')}`,
    leads: (e) => `${ofPlan(e)}/needs`,
  }),
  eventOf({
    code: 'offer_said',
    table: 'plan_verdict',
    kind: 'says',
    at: 'written_at',
    about: ['choice'],
    beside: { table: 'plan_need', by: 'need_id', about: ['plan_id', 'offer'] },
    words: 'words',
    language: 'words_language',
    tells: (e) => `Of the offer “${textIn(e, 'offer')}”. ${calledIn(e, 'choice', VERDICTS)}`,
    leads: (e) => `${ofPlan(e)}/needs`,
  }),
  eventOf({
    code: 'review_held',
    table: 'plan_review',
    kind: 'plans',
    at: 'held_on',
    dayOnly: true,
    about: ['plan_id', 'took_part'],
    tells: (e) => `A plan was reviewed. ${calledIn(e, 'took_part', TOOK_PART)}`,
    leads: (e) => `${ofPlan(e)}/reviews/${e.id}`,
  }),
  eventOf({
    code: 'decision_opened',
    table: 'best_interests',
    kind: 'plans',
    at: 'opened_at',
    about: ['question'],
    tells: (e) => `A decision to make: ${textIn(e, 'question')}`,
    leads: (e) => `/decisions/${e.id}`,
  }),
  eventOf({
    code: 'decision_made',
    table: 'best_interests',
    kind: 'plans',
    at: 'completed_at',
    about: ['question'],
    tells: (e) => `Decided: ${textIn(e, 'question')}`,
    leads: (e) => `/decisions/${e.id}`,
  }),
  eventOf({
    code: 'decision_heard',
    table: 'best_interests_heard',
    kind: 'says',
    at: 'written_at',
    about: ['decision_id', 'kind'],
    words: 'words',
    language: 'words_language',
    tells: (e) =>
      e.words === undefined
        ? 'Could not be heard about a decision'
        : 'Said, about a decision to make',
    leads: ofDecision,
  }),
  eventOf({
    code: 'decision_dissent',
    table: 'best_interests_dissent',
    kind: 'plans',
    at: 'written_at',
    about: ['decision_id', 'who', 'whose'],
    tells: (e) =>
      e.about['whose'] === 'child'
        ? 'Does not agree with a decision'
        : `${textIn(e, 'who') || 'Somebody'} does not agree with a decision`,
    leads: ofDecision,
  }),
]
