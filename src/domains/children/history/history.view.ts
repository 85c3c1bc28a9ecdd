import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import {
  ALLOCATED_AS,
  BIRTH_SOURCES,
  called,
  CHOSEN_BY,
  CLAIM_KINDS,
  languageInWords,
  NAME_KINDS,
  NUMBER_KINDS,
  SAID_BY,
  TOPICS,
} from '../child.rules.ts'
import { LEARNING_ENDED, LEARNING_KINDS } from '../learning.rules.ts'
import type { ChildOnPage } from '../record-parts/record-part.view.ts'
import type { Change } from './history.rules.ts'

const THINGS: Readonly<Record<string, string>> = {
  child: 'The record',
  child_name: 'A name',
  date_of_birth_claim: 'What is said of the date of birth',
  child_language: 'A language',
  about_me: 'Their own words',
  own_meaning: 'What a word means',
  person_who_matters: 'A person who matters',
  child_identifier: 'A number',
  child_background: 'Their background',
  child_claim: 'What forms ask for',
  place_of_learning: 'Where they learn',
  allocation: 'Who stands beside them',
}

const COLUMNS: Readonly<Record<string, string>> = {
  known_as: 'The name they go by',
  name_known: 'Their name is known',
  say_it: 'How to say it',
  name: 'Name',
  kind: 'Kind',
  note: 'Note',
  earliest: 'Earliest',
  latest: 'Latest',
  source: 'According to',
  contested: 'Contested',
  word: 'Word',
  topic: 'About',
  words: 'Words',
  meaning: 'Meaning',
  language: 'Language',
  dialect: 'Dialect',
  speaks: 'Speaks it',
  reads: 'Reads it',
  writes: 'Writes it',
  for_feelings: 'Prefers it for feelings',
  never_use: 'Never use it',
  grouped: 'Counted as',
  said_by: 'Whose words',
  said_by_name: 'Who helped or said so',
  said_on: 'Said on',
  who_they_are: 'Who they are to them',
  why: 'What they say about them',
  trusted_adult: 'An adult they trust',
  carer: 'Looks after them where they live',
  chosen_by: 'Named by',
  value: 'What is said',
  part: 'Part',
  started_on: 'From',
  began_on: 'From',
  ended_on: 'To',
  ended_why: 'Why it ended',
}

const CODES: Readonly<Record<string, string>> = {
  ...LEARNING_KINDS,
  ...NAME_KINDS,
  ...NUMBER_KINDS,
  ...CLAIM_KINDS,
  ...ALLOCATED_AS,
  ...TOPICS,
}
const CODES_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  source: BIRTH_SOURCES,
  said_by: SAID_BY,
  chosen_by: CHOSEN_BY,
  ended_why: LEARNING_ENDED,
  kind: CODES,
  part: CODES,
  topic: CODES,
}

const KINDS = {
  added: 'added',
  changed: 'changed',
  ended: 'taken off the record',
  restored: 'put back on the record',
} as const

export const CHANGES_ON_A_PAGE = 30

export type HistoryView = {
  readonly title: string
  readonly child: ChildOnPage
  readonly changes: readonly {
    readonly what: string
    readonly by: string
    readonly at: Date
    readonly fields: readonly {
      readonly label: string
      readonly before: string
      readonly after: string
    }[]
  }[]
  readonly newer: string | undefined
  readonly older: string | undefined
}

/** One page of the changes to a record, newest first. Pages are counted from 1. */
export function historyView(
  child: ChildOnPage,
  changes: readonly Change[],
  people: ReadonlyMap<string, string>,
  pageNumber: number,
): HistoryView {
  const from = (pageNumber - 1) * CHANGES_ON_A_PAGE
  const here = `/children/${child.id}/history`
  const more = changes.length > from + CHANGES_ON_A_PAGE
  return {
    title: 'Changes to the record',
    child: { id: child.id, knownAs: child.knownAs },
    changes: changes.slice(from, from + CHANGES_ON_A_PAGE).map((change) => ({
      what: `${called(THINGS, change.table)}: ${KINDS[change.kind]}`,
      by: nameOf(change.by, people),
      at: change.at,
      fields: change.fields.toSorted(asAsked).map((f) => ({
        label: called(COLUMNS, f.column),
        before: inText(f.column, f.before),
        after: inText(f.column, f.after),
      })),
    })),
    newer: pageNumber > 1 ? `${here}?page=${pageNumber - 1}` : undefined,
    older: more ? `${here}?page=${pageNumber + 1}` : undefined,
  }
}

const PLACES = Object.keys(COLUMNS)
/** In the order in which the forms ask. */
const asAsked = (a: { readonly column: string }, b: { readonly column: string }) =>
  PLACES.indexOf(a.column) - PLACES.indexOf(b.column)

function nameOf(id: string | undefined, people: ReadonlyMap<string, string>): string {
  if (id === undefined) return 'An import, or the record’s beginning'
  return people.get(id) ?? 'Somebody in another organisation'
}

function inText(column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value !== 'string') return JSON.stringify(value)
  const day = calendarDay(value)
  if (day) return inWords(day)
  if (column === 'language') return languageInWords(value)
  const codes = CODES_OF[column]
  return codes ? called(codes, value) : value
}
