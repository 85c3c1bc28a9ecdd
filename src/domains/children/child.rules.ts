/** The words of a child's record, for the pages and the exports: what each code is called. */

export const NAME_KINDS = {
  calls_themselves: 'What they call themselves',
  on_documents: 'On documents',
  also_spelled: 'Also spelled',
  was_known_as: 'Was known as',
  other: 'Another name',
} as const

export const BIRTH_SOURCES = {
  child_says: 'The young person',
  family_says: 'Family',
  document: 'A document',
  council_record: 'The council’s record',
  age_assessment: 'An age assessment',
  assigned: 'Given by an authority',
  other: 'Somebody else',
} as const

export const TOPICS = {
  want_known: 'What I want you to know',
  strengths: 'What I am good at',
  got_through: 'What helped me get through',
  wishes: 'What I hope for',
  please_dont_ask: 'Please don’t ask me about',
  culture: 'My culture',
  faith: 'My faith',
  identity: 'Who I am',
} as const

export const SAID_BY = {
  child: 'The young person, in their own words',
  child_with_someone: 'The young person, with somebody helping',
  someone_else: 'Somebody else, about the young person',
} as const

export const CHOSEN_BY = {
  child: 'The young person named them',
  someone_else: 'Somebody else named them',
} as const

export const NUMBER_KINDS = {
  la_child_id: 'Council’s number for the child',
  upn: 'Unique pupil number',
  nhs_number: 'NHS number',
  other: 'Another number',
} as const

/** What forms ask for and the record keeps as said by somebody. */
export const CLAIM_KINDS = {
  birthplace: 'Where they were born',
  gender: 'Gender',
  nationality: 'Nationality',
  home_office_reference: 'Reference of the Home Office',
} as const
export const CLAIM_SOURCES = {
  child_says: 'The young person says so',
  family_says: 'Their family says so',
  document: 'A document says so',
  council_record: 'The council’s record says so',
  other: 'Somebody else says so',
} as const

export const ALLOCATED_AS = {
  key_worker: 'Key worker',
  social_worker: 'Social worker',
  guardian: 'Guardian',
  personal_adviser: 'Personal adviser',
  advocate: 'Advocate',
  reviewing_officer: 'Reviewing officer',
  other: 'Another part',
} as const

/** Groups of the 2021 census, for counting how children are met. */
export const BACKGROUNDS = {
  asian: 'Asian or Asian British',
  black: 'Black, Black British, Caribbean or African',
  mixed: 'Mixed or several ethnic groups',
  white: 'White',
  other: 'Another ethnic group, Arab included',
  did_not_say: 'They did not want to say',
} as const

export type Topic = keyof typeof TOPICS
export type AllocatedAs = keyof typeof ALLOCATED_AS

/** What a code is called; the code itself when a later version of the record knows more. */
export function called(names: Readonly<Record<string, string>>, code: string): string {
  return names[code] ?? code
}

/** Shown as the name while nobody knows it yet. */
export const NAME_NOT_KNOWN = 'Name not yet known'

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'Arab'],
  [/\p{Script=Ethiopic}/u, 'Ethi'],
  [/\p{Script=Cyrillic}/u, 'Cyrl'],
  [/\p{Script=Han}/u, 'Hani'],
  [/\p{Script=Greek}/u, 'Grek'],
  [/\p{Script=Hebrew}/u, 'Hebr'],
  [/\p{Script=Bengali}/u, 'Beng'],
  [/\p{Script=Gurmukhi}/u, 'Guru'],
  [/\p{Script=Devanagari}/u, 'Deva'],
  [/\p{Script=Tamil}/u, 'Taml'],
  [/\p{Script=Thai}/u, 'Thai'],
  [/\p{Script=Hangul}/u, 'Hang'],
  [/\p{Script=Georgian}/u, 'Geor'],
  [/\p{Script=Armenian}/u, 'Armn'],
  [/\p{Script=Latin}/u, 'Latn'],
]

/** The ISO 15924 code of the script a name is written in; Zyyy when it has no letters we know. */
export function scriptOf(name: string): string {
  return SCRIPTS.find(([letters]) => letters.test(name))?.[1] ?? 'Zyyy'
}

const scriptNames = new Intl.DisplayNames('en-GB', { type: 'script' })

/** For a reader: Arabic, Ethiopic, Latin. */
export function scriptInWords(code: string): string {
  return code === 'Zyyy' ? 'Other' : (scriptNames.of(code) ?? code)
}

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' })

/** For a reader: a language kept as a code (en, ti) by its English name; one kept in words as it is. */
export function languageInWords(language: string): string {
  return /^[a-z]{2,3}$/.test(language) ? (languageNames.of(language) ?? language) : language
}

const AGE_LABEL =
  /(\bage[ -]?disput|\bdisputed age\b|\bpurported|\bputative|\bclaim(s|ed|ing)? (to be )?(a |an )?(child|minor|under|adult)|\bclaimed age|\balleged (child|minor|age)|\b(is|as) (an )?adult\b|\(adult\)|\bage unknown\b)/i

/** Whether a name carries a label about how old somebody is thought to be. The same as the database holds: `is_age_label`. */
export const isAgeLabel = (name: string): boolean => AGE_LABEL.test(name)
export const NO_AGE_LABEL =
  'A name says nothing of how old somebody is thought to be. Enter only the name'
