/** A young person's note beside a line of their record, and what can be decided about it. Pure. */
export const CORRECTION_ABOUT = {
  child: 'The name they go by',
  child_name: 'A name',
  date_of_birth_claim: 'When they were born',
  child_language: 'A language',
  about_me: 'Words about them',
  person_who_matters: 'Somebody who matters',
  allocation: 'Who stands beside them',
  place_of_learning: 'Where they learn',
  child_identifier: 'A number',
  child_claim: 'Where they were born, gender, nationality',
  council: 'What the council sent',
  view: 'How others see it',
  other: 'Something that is missing',
} as const
export type CorrectionAbout = keyof typeof CORRECTION_ABOUT

export type CorrectionWish = 'wrong' | 'missing' | 'read_note'

const NOTED = ['child_name', 'date_of_birth_claim', 'child_language', 'person_who_matters'] as const
/** Lines that a worker may have written a note beside. */
export type NoteAbout = (typeof NOTED)[number]

export const isNoteAbout = (about: string): about is NoteAbout => NOTED.some((n) => n === about)

export const CORRECTION_OUTCOMES = {
  corrected: 'Corrected: the record says it rightly now',
  both_kept: 'Both are kept: what was written, and their words',
  not_changed: 'Not changed',
  shown: 'They may read the note',
  not_shown: 'They may not read the note',
} as const
export type CorrectionOutcome = keyof typeof CORRECTION_OUTCOMES

/** What can be decided about what was asked. */
export const outcomesFor = (wish: CorrectionWish): readonly CorrectionOutcome[] =>
  wish === 'read_note' ? ['shown', 'not_shown'] : ['corrected', 'both_kept', 'not_changed']

/** Where staff change that part of the record. Undefined for what is not written here. */
export const WHERE_CHANGED: Readonly<Partial<Record<CorrectionAbout, string>>> = {
  child: 'go-by',
  child_name: 'names',
  date_of_birth_claim: 'births',
  child_language: 'languages',
  about_me: 'about-me',
  person_who_matters: 'people',
  allocation: 'beside',
  place_of_learning: 'learning',
  child_identifier: 'numbers',
  child_claim: 'claims',
}
