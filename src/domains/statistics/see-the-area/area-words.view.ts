import type { REASONS, STATES } from '../picture.rules.ts'

/** The words of the picture of an area. About groups, never about one child. */

export const stateWords: Readonly<Record<(typeof STATES)[number], string>> = {
  not_at_all: 'Not at all',
  a_little: 'A little',
  mostly: 'Mostly',
  fully: 'Fully',
  changes_a_lot: 'Changes a lot',
}

export const reasonWords: Readonly<Record<(typeof REASONS)[number], string>> = {
  not_offered: 'it was not offered',
  offered_declined: 'offered and said no',
  skipped: 'skipped it',
  dont_know: 'do not know',
  not_relevant_to_me: 'not important to them',
  not_now: 'not now',
  withdrawn: 'took the answer back',
  lost_contact: 'contact was lost',
  missing_from_care: 'was missing from care',
  interpreter_unavailable: 'no interpreter was there',
  not_collected_version: 'not asked in that version',
}

const LEVELS: Readonly<Record<string, { readonly title: string; readonly meaning: string }>> = {
  outcome: { title: 'Outcomes', meaning: 'How life is for children and young people.' },
  experience: {
    title: 'Experiences',
    meaning: 'How people and services treat children and young people.',
  },
  output: { title: 'Outputs', meaning: 'What services did.' },
}

export function levelName(level: string): { readonly title: string; readonly meaning: string } {
  return LEVELS[level] ?? { title: level, meaning: '' }
}
