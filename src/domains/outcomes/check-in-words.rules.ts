/** What workers read where a code is kept. The young person's own words for these are in their language. */
import type {
  Importance,
  InterpreterMode,
  LevelOfInfluence,
  NotHeldBecause,
  Prompt,
  Reason,
  Relationship,
  SinceLast,
  State,
  Voice,
  WhoShouldKnow,
} from './check-in.rules.ts'

export const STATE_WORDS: Readonly<Record<State, string>> = {
  not_at_all: 'Not at all',
  a_little: 'A little',
  mostly: 'Mostly',
  fully: 'Fully',
  changes_a_lot: 'It changes a lot',
}

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  not_offered: 'Not offered',
  offered_declined: 'Offered, and declined',
  skipped: 'Skipped',
  dont_know: 'Does not know',
  not_relevant_to_me: 'Not important to them',
  not_now: 'Not now',
  withdrawn: 'Taken back',
  lost_contact: 'Contact was lost',
  missing_from_care: 'Away at the time',
  interpreter_unavailable: 'No interpreter',
  not_collected_version: 'Not asked in that version',
}

export const IMPORTANCE_WORDS: Readonly<Record<Importance, string>> = {
  a_lot: 'Matters a lot',
  some: 'Matters',
  a_little: 'Matters a little',
  not_said: 'Not said',
}

export const SINCE_LAST_WORDS: Readonly<Record<SinceLast, string>> = {
  better: 'Better than last time',
  same: 'The same as last time',
  worse: 'Worse than last time',
  different: 'Different from last time',
  not_said: 'Not said',
}

export const LEVEL_WORDS: Readonly<Record<LevelOfInfluence, string>> = {
  person: 'A person',
  service: 'A service',
  system: 'The system',
  law: 'The law',
}

export const WHO_WORDS: Readonly<Record<WhoShouldKnow, string>> = {
  everyone_beside_me: 'Everyone who stands beside me',
  someone: 'Somebody in particular',
  nobody_else: 'Nobody else',
  not_said: 'Not said',
}

export const RELATIONSHIP_WORDS: Readonly<Record<Relationship, string>> = {
  worker: 'A worker',
  guardian: 'A guardian',
  carer: 'A carer',
  family: 'Family',
  friend: 'A friend',
  advocate: 'An advocate',
  interpreter: 'An interpreter',
  other: 'Somebody else',
}

export const INTERPRETER_WORDS: Readonly<Record<InterpreterMode, string>> = {
  none_needed: 'No interpreter needed',
  in_person: 'Interpreter in person',
  phone: 'Interpreter by phone',
  video: 'Interpreter by video',
  bilingual_worker: 'A worker who speaks the language',
  machine: 'Machine translation',
  none_available: 'Needed, and none available',
}

export const PROMPT_WORDS: Readonly<Record<Prompt, string>> = {
  review_due: 'A review is coming',
  childs_wish: 'They asked to',
  other: 'Another reason',
}

export const NOT_HELD_CHOICES: Readonly<Record<NotHeldBecause, string>> = {
  offered_declined: 'We offered it, and they chose not to',
  not_now: 'We offered it, and they said not now',
  not_offered: 'We did not offer it',
  interpreter_unavailable: 'There was no interpreter',
  missing_from_care: 'They were away from where they live',
  lost_contact: 'We have lost touch with them',
}

/** Whose view a separate entry is. */
export const VOICE_WORDS: Readonly<Record<Voice, string>> = {
  young_person: 'The young person',
  practitioner: 'A worker’s view',
  guardian: 'A guardian’s view',
  carer: 'A carer’s view',
}
