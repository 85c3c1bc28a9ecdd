/** The words of a child rights impact assessment, and what one lacks before it may be published. Pure. */

export type Codes = Readonly<Record<string, string>>

export const NATIONS: Codes = {
  scotland: 'Scotland',
  wales: 'Wales',
  northern_ireland: 'Northern Ireland',
  england: 'England',
}

/** How sure we are of a template, as it stands on screen. */
export const SURENESS: Codes = {
  read: 'The source was read whole.',
  partly_read: 'Some of the source was read. What was not says “to be checked”.',
  to_be_checked: 'To be checked: this is background knowledge, and no source was read.',
}

export const TOUCHED: Codes = {
  directly: 'Directly',
  indirectly: 'Indirectly, by way of something else',
}

export const EVIDENCE_KINDS: Codes = {
  children: 'What children and young people said elsewhere',
  research: 'Research',
  statistics: 'Statistics',
  practice: 'What people who work with children see',
  law: 'Law or rights',
  inspection: 'Inspection or inquiry',
  other: 'Something else',
}

export const STRENGTHS: Codes = {
  strong: 'Strong: several good sources agree',
  some: 'Some: good as far as it goes',
  weak: 'Weak: one source, or one that could be wrong',
  not_judged: 'Nobody has judged it yet',
}

export const DIRECTIONS: Codes = {
  helps: 'Helps',
  harms: 'Harms',
  mixed: 'Mixed: helps some and harms some',
  cannot_tell: 'Cannot tell',
}

export const CONFIDENCES: Codes = {
  well_supported: 'Well supported by the evidence',
  some_support: 'Some support',
  weak_support: 'Weak support',
  no_evidence: 'No evidence yet',
}

export const MEASURE_KINDS: Codes = {
  outcome: 'An outcome that young people speak about in check-ins',
  other: 'Something else, with its source',
}

export const OBSERVED: Codes = {
  happened: 'Happened',
  did_not: 'Did not happen',
  otherwise: 'Other than predicted',
  cannot_tell: 'Cannot tell',
}

/** What stands in an assessment so far, counted. */
export type Progress = {
  readonly affected: boolean
  readonly groups: number
  readonly options: number
  readonly doesNothing: boolean
  readonly evidence: number
  readonly optionsWithoutImpact: number
  readonly impacts: number
  readonly involvement: number
  readonly notInvolvedBecause: boolean
  readonly bestInterests: boolean
  readonly decided: boolean
  readonly dates: boolean
  readonly measures: number
  readonly twin: boolean
  readonly sectionsMissing: number
}

/** The names are those of the database, which refuses for the same reasons. */
export type Missing =
  | 'publish_needs_who_is_affected'
  | 'publish_needs_options'
  | 'publish_needs_evidence'
  | 'publish_needs_impacts'
  | 'publish_needs_children'
  | 'publish_needs_best_interests'
  | 'publish_needs_monitoring'
  | 'publish_needs_twin'
  | 'publish_needs_sections'

/** Everything that is still needed before publishing, in the order in which it is written. */
export function whatIsMissing(has: Progress): readonly Missing[] {
  const needs: readonly (readonly [Missing, boolean])[] = [
    ['publish_needs_who_is_affected', has.affected && has.groups > 0],
    ['publish_needs_options', has.options > 1 && has.doesNothing],
    ['publish_needs_evidence', has.evidence > 0],
    ['publish_needs_impacts', has.optionsWithoutImpact === 0],
    ['publish_needs_children', has.involvement > 0 || has.notInvolvedBecause],
    ['publish_needs_best_interests', has.bestInterests && has.decided],
    ['publish_needs_monitoring', has.dates && has.measures > 0],
    ['publish_needs_twin', has.twin],
    ['publish_needs_sections', has.sectionsMissing === 0],
  ]
  return needs.filter(([, there]) => !there).map(([missing]) => missing)
}

export const MISSING_WORDS: Readonly<
  Record<Missing, { readonly text: string; readonly at: string }>
> = {
  publish_needs_who_is_affected: {
    text: 'Say who is affected, with at least one group',
    at: 'groups',
  },
  publish_needs_options: {
    text: 'Give at least two options; leaving things as they are is one of them',
    at: 'options',
  },
  publish_needs_evidence: { text: 'Give the evidence, however little there is', at: 'evidence' },
  publish_needs_impacts: {
    text: 'Say what each option would do to at least one right',
    at: 'impacts',
  },
  publish_needs_children: {
    text: 'Say how children and young people were involved, or why not yet and by when they will be',
    at: 'involvement',
  },
  publish_needs_best_interests: {
    text: 'Say how best interests were weighed, what was chosen and why',
    at: 'write/decision',
  },
  publish_needs_monitoring: {
    text: 'Make the monitoring plan: what is watched, the day it takes effect and the day of the review',
    at: 'measures',
  },
  publish_needs_twin: { text: 'Write the text for children and young people', at: 'write/twin' },
  publish_needs_sections: {
    text: 'Write the other sections of this nation’s template',
    at: 'write/sections',
  },
}

/** Refusals of the database, in words for whoever was publishing. */
export const PUBLISH_REFUSED: Codes = {
  publish_as_read:
    'Somebody wrote in this assessment while you were reading it. Nothing was published. Read it again below, then sign it off.',
  publish_needs_another:
    'An assessment is signed off by a manager who did not write in it. Ask another manager.',
  publish_says_what_changed: 'Say what changed since the last version, and why',
  review_not_later:
    'A review that was promised comes on its day or before it. Put the review date back, or make it earlier.',
  ...Object.fromEntries(Object.entries(MISSING_WORDS).map(([code, { text }]) => [code, text])),
}

/** How many were asked, as it is printed: a handful is not counted out for everybody. */
export function howManyInPublic(howMany: number): string {
  return howMany < 5 ? 'Fewer than 5' : String(howMany)
}

/** What a code is called; the code itself for one nobody has words for. */
export function called(codes: Codes, code: string): string {
  return Object.hasOwn(codes, code) ? (codes[code] ?? code) : code
}
