import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Ask, Meanwhile } from '#domains/children/index.ts'
import type { Form } from './read-asked.form.ts'

/** The tables whose rows are entries about the systems around a child, all kept alike. */
export type EntryTable =
  | 'process_demand'
  | 'legal_deadline'
  | 'walled_note'
  | 'age_doubt'
  | 'access_request'
  | 'access_event'
  | 'barrier'

/** A row as the database keeps it. */
export type Row = Readonly<Record<string, unknown>>
/** What stands in the boxes of a form. */
export type Typed = Readonly<Record<string, string>>
export type Columns = Readonly<Record<string, string | null>>

/** What a form is asked and read with beside what was typed. */
export type Has = {
  readonly today: CalendarDay
  readonly knownAs: string
  /** The row that is being changed; undefined for a new one. */
  readonly row: Row | undefined
  /** Choices that depend on the child, by the name of the question. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What is known of each choice, such as the day a request was made. */
  readonly facts: Readonly<Record<string, string>>
}

export type ReadEntry =
  /** `first` is a row that is written before, into another table, whose id the entry then carries. */
  | {
      readonly columns: Columns
      readonly first?: {
        readonly table: EntryTable
        readonly as: string
        readonly columns: Columns
      }
    }
  | { readonly problems: readonly Problem[] }

/** One kind of entry: how it is asked, read and told. */
export type EntryKind = {
  /** The last part of its address. */
  readonly slug: string
  readonly table: EntryTable
  /** The part of the systems pages it belongs to: where one comes from and goes back to. */
  readonly part: string
  readonly addTitle: string
  readonly changeTitle: string
  readonly intro: (has: Has) => readonly string[]
  /** Topics of help beside the form, by their codes. */
  readonly help?: readonly string[]
  readonly asks: (has: Has) => readonly Ask[]
  readonly read: (form: Form, has: Has) => ReadEntry
  readonly typedOf: (row: Row) => Typed
  /** What stands in the row, for whoever was slower. */
  readonly toldOf: (row: Row) => Meanwhile['lines']
}

export const textIn = (row: Row, column: string): string => {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}
