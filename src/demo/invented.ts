/** The plain shape of everything the generator invents. Nothing here knows of a table. */
import type { InventedLearning } from './learning.ts'

/** A day as 2026-11-21. */
export type Day = string
/** An instant as 2026-11-21T10:30:00Z. */
export type Instant = string

export type Role =
  | 'young_person'
  | 'practitioner'
  | 'guardian'
  | 'manager'
  | 'analyst'
  | 'administrator'
  | 'auditor'
  | 'carer'

export type InventedOrganisation = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: 'council' | 'guardianship'
  readonly teams: readonly InventedTeam[]
}

export type InventedTeam = { readonly id: string; readonly name: string }

export type InventedPerson = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly organisation: number
  /** Place of the team in its organisation's list; none for people who serve the whole organisation. */
  readonly team: number | undefined
  /** Present for the few who can sign in to the demonstration. */
  readonly signIn?: { readonly userName: string; readonly password: string }
  /** A young person's own record. */
  readonly childId?: string
}

export type NameKind =
  | 'calls_themselves'
  | 'on_documents'
  | 'also_spelled'
  | 'was_known_as'
  | 'other'

export type InventedName = {
  readonly kind: NameKind
  readonly text: string
  /** ISO 15924 code. */
  readonly script: string
  readonly note: string | undefined
}

export type BirthClaim = {
  readonly from: Day
  readonly to: Day
  readonly precision: 'day' | 'month' | 'year' | 'range'
  readonly source:
    | 'child_says'
    | 'family_says'
    | 'document'
    | 'council_record'
    | 'age_assessment'
    | 'assigned'
    | 'other'
  readonly contested: boolean
  readonly note: string | undefined
}

export type InventedLanguage = {
  readonly tag: string
  readonly name: string
  readonly dialect: string | undefined
  readonly speaks: boolean
  readonly reads: boolean
  readonly writes: boolean
  readonly forFeelings: boolean
  readonly neverUse: boolean
  readonly note: string | undefined
}

export type AboutMe = {
  readonly topic:
    | 'want_known'
    | 'strengths'
    | 'got_through'
    | 'wishes'
    | 'please_dont_ask'
    | 'culture'
    | 'faith'
    | 'identity'
  readonly words: string
  readonly language: string
  readonly saidBy: 'child' | 'child_with_someone'
  readonly saidOn: Day
}

export type OwnMeaning = {
  readonly word: string
  readonly meaning: string
  readonly language: string
}

export type PersonWhoMatters = {
  /** Set where other rows point at this person. */
  readonly id?: string
  readonly name: string
  readonly relation: string
  readonly why: string
  readonly trustedAdult: boolean
}

export type InventedAllocation = {
  readonly personId: string
  readonly part: 'key_worker' | 'social_worker' | 'guardian' | 'personal_adviser' | 'advocate'
  readonly from: Day
  readonly to: Day | undefined
  readonly endedWhy: string | undefined
}

/** A time in care, in the codes of the looked-after children return. */
export type CareEpisode = {
  readonly from: Day
  readonly to: Day | undefined
  readonly reasonForNew: string
  readonly legalStatus: string
  readonly placeType: string
  readonly provider: string
  readonly reasonForChange: string | undefined
  readonly reasonCeased: string | undefined
  readonly categoryOfNeed: string
}

export type MissingPeriod = {
  readonly from: Day
  readonly to: Day | undefined
  readonly kind: 'M' | 'A'
}

/** Something a child waits or waited for. */
export type Wait = { readonly for: string; readonly since: Day; readonly until: Day | undefined }

export type State = 'not_at_all' | 'a_little' | 'mostly' | 'fully' | 'changes_a_lot'
export type Reason =
  | 'not_offered'
  | 'offered_declined'
  | 'skipped'
  | 'dont_know'
  | 'not_relevant_to_me'
  | 'not_now'
  | 'withdrawn'
  | 'lost_contact'
  | 'missing_from_care'
  | 'interpreter_unavailable'
  | 'not_collected_version'

export type Level = 'person' | 'service' | 'system' | 'law'
export type Voice = 'young_person' | 'practitioner' | 'guardian' | 'carer'

export type Influence = {
  readonly direction: 'helps' | 'gets_in_the_way'
  readonly level: Level
  readonly words: string
}

export type InventedAnswer = {
  /** Code of the outcome in the framework the generator was given. */
  readonly outcome: string
  readonly said: { readonly state: State } | { readonly reason: Reason }
  readonly importance: 'a_lot' | 'some' | 'a_little' | 'not_said'
  readonly whoShouldKnow: 'everyone_beside_me' | 'nobody_else' | 'not_said'
  readonly sinceLast: 'better' | 'same' | 'worse' | 'different' | undefined
  readonly words: { readonly text: string; readonly language: string } | undefined
  readonly influences: readonly Influence[]
}

export type InventedCheckIn = {
  readonly id: string
  readonly voice: Voice
  /** Who wrote it; undefined when it is the young person. */
  readonly authorId: string | undefined
  /** For a carer's view, which a worker writes down. */
  readonly saidBy: { readonly name: string; readonly relationship: string } | undefined
  readonly at: Instant
  readonly company: 'alone' | 'worker' | 'guardian' | 'carer' | 'friend' | 'interpreter'
  readonly interpreter: 'none_needed' | 'in_person' | 'phone' | 'video'
  readonly language: string
  readonly place: string
  readonly promptedBy: 'review_due' | 'childs_wish' | 'other'
  /** Taken back after it was shared, and why. */
  readonly withdrawn: 'changed_my_mind' | 'not_right' | 'too_many_people_see_it' | undefined
  readonly answers: readonly InventedAnswer[]
}

/** A check-in that did not happen, and why. */
export type NotHeld = {
  readonly on: Day
  readonly reason:
    | 'not_offered'
    | 'offered_declined'
    | 'lost_contact'
    | 'missing_from_care'
    | 'interpreter_unavailable'
  readonly recordedBy: string | undefined
}

export type InventedGoal = {
  readonly id: string
  readonly words: string
  readonly setOn: Day
  /** What became of it, in order; a goal may pause, change its words and return. */
  readonly changes: readonly {
    readonly on: Day
    readonly to: 'started' | 'changed' | 'paused' | 'returned' | 'reached' | 'let_go'
    readonly words: string
  }[]
}

export type InventedChild = {
  readonly invented: true
  readonly number: number
  readonly id: string
  readonly organisation: number
  readonly team: number
  readonly group: string
  readonly bornIn: string
  readonly sex: 'boy' | 'girl' | 'another'
  readonly goesBy: string
  readonly sayIt: string | undefined
  readonly openedOn: Day
  /** The young person's own account, for the few who have one. */
  readonly accountId: string | undefined
  readonly names: readonly InventedName[]
  readonly births: readonly BirthClaim[]
  readonly languages: readonly InventedLanguage[]
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[]
  readonly about: readonly AboutMe[]
  readonly meanings: readonly OwnMeaning[]
  readonly people: readonly PersonWhoMatters[]
  readonly allocations: readonly InventedAllocation[]
  readonly episodes: readonly CareEpisode[]
  readonly missing: readonly MissingPeriod[]
  readonly learning: readonly InventedLearning[]
  readonly waits: readonly Wait[]
  readonly checkIns: readonly InventedCheckIn[]
  readonly notHeld: readonly NotHeld[]
  readonly goals: readonly InventedGoal[]
}
