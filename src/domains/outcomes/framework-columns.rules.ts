/** The columns of a framework kept as a table (CSV or a spreadsheet), and how a cell is written. Pure. */
import { WORDING_PARTS, type WordingPart } from './framework.rules.ts'
import { isLanguageTag } from '#kernel/languages.ts'

export const FIXED_COLUMNS = [
  'row',
  'code',
  'value',
  'outcome',
  'articles',
  'principles',
  'level',
  'polarity',
  'defined_by',
  'child_only',
  'sources',
  'links',
] as const
export type FixedColumn = (typeof FIXED_COLUMNS)[number]

export const ROW_KINDS = [
  'framework',
  'source',
  'principle',
  'outcome',
  'indicator',
  'note',
] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** Which fixed columns each kind of row fills; the others are left empty. */
export const COLUMNS_OF: Readonly<Record<Exclude<RowKind, 'note'>, readonly FixedColumn[]>> = {
  framework: ['row', 'code', 'value'],
  source: ['row', 'code', 'value'],
  principle: ['row', 'code', 'articles'],
  outcome: [
    'row',
    'code',
    'principles',
    'level',
    'polarity',
    'defined_by',
    'child_only',
    'sources',
    'links',
  ],
  indicator: ['row', 'code', 'outcome', 'level', 'polarity', 'defined_by', 'sources'],
}

/** Rows of kind “framework”: the code on the left, the place in the document on the right. */
export const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  key: ['key'],
  version: ['version'],
  name: ['name'],
  owner: ['owner'],
  licence: ['licence'],
  attribution: ['attribution'],
  notice: ['notice'],
  defined_by: ['definedBy'],
  nation: ['nation'],
  provisional: ['provisional'],
  language: ['language'],
  made_for: ['population', 'for'],
  age_from: ['population', 'ageFrom'],
  age_to: ['population', 'ageTo'],
  labelled_for_under_18: ['population', 'labelledForUnder18'],
}

export type WordingColumn = {
  readonly part: WordingPart
  readonly language: string
  readonly holds: 'text' | 'state'
}

/** Reads title.en or title.en.state. Undefined when it is no such column. */
export function readWordingColumn(name: string): WordingColumn | undefined {
  const [first, language, last, ...more] = name.split('.')
  const part = WORDING_PARTS.find((p) => p === first)
  if (!part || !language || !isLanguageTag(language) || more.length > 0) return undefined
  if (last !== undefined && last !== 'state') return undefined
  return { part, language, holds: last === 'state' ? 'state' : 'text' }
}

const WOULD_RUN = /^'*[=+\-@\t]/

/**
 * Text as a cell: what a spreadsheet would run as a formula is written with an apostrophe before it
 * (OWASP, CSV injection). `cellText` takes it off again, so nothing is lost.
 */
export function safeCell(text: string): string {
  return WOULD_RUN.test(text) ? `'${text}` : text
}

export function cellText(cell: string): string {
  return cell.startsWith("'") && WOULD_RUN.test(cell) ? cell.slice(1) : cell
}
