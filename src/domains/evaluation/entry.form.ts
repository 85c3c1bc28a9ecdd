/** The kinds of rows that stand in an assessment: how each is asked for and told. */
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Choices, Field, Row, Values } from './fields.form.ts'

export type EntryTable =
  | 'assessment_group'
  | 'assessment_option'
  | 'assessment_evidence'
  | 'assessment_impact'
  | 'assessment_involvement'
  | 'assessment_words'
  | 'assessment_measure'

/** How a row is told in a list. */
export type Line = {
  readonly what: string
  readonly quoted?: string
  readonly language?: string
  readonly details: readonly string[]
}

export type EntryKind = {
  /** The last part of the address of its list. */
  readonly slug: string
  readonly table: EntryTable
  readonly title: string
  readonly intro: string
  readonly addText: string
  readonly changeText: string
  /** Said when there is none. Empty is information. */
  readonly empty: string
  readonly fields: readonly Field[]
  /** What must hold between the fields. */
  readonly check?: (values: Values, today: CalendarDay) => readonly Problem[]
  readonly lineOf: (row: Row, choices: Choices) => Line
}

/** What a value is called in one of the lists. */
export function named(choices: Choices, list: string, value: string): string {
  return (choices[list] ?? []).find((choice) => choice.value === value)?.text ?? 'taken off'
}

/** Refusals of the database about a row, and the field where each is put right. */
export const ENTRY_REFUSED: Readonly<Record<string, Problem>> = {
  one_row_for_each_effect: {
    field: 'outcome_id',
    text: 'There is already a row for this option, group, article and outcome. Change that one instead.',
  },
  one_option_does_nothing: {
    field: 'does_nothing',
    text: 'Another option already leaves things as they are',
  },
  outcome_in_use: {
    field: 'outcome_id',
    text: 'Choose an outcome of a framework that is in use. The one chosen is not, or no longer.',
  },
  impact_stands_on_its_own: {
    field: 'evidence_ids',
    text: 'An option, a group or a piece of evidence chosen here was taken off meanwhile. Choose again.',
  },
  still_used: {
    field: 'form',
    text: 'Something else in the assessment stands on this: impacts, words, or the decision. Change those first. Nothing was taken off.',
  },
  words_stay: {
    field: 'form',
    text: 'These words stand in a published version and stay as they were said. They can be taken back by who said them.',
  },
}

/** Present values of a text column, as a detail of a line. */
export const detail = (label: string, value: unknown): readonly string[] =>
  typeof value === 'string' && value !== '' ? [`${label}: ${value}`] : []
