import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'

/** What a field of a part is asked with. `birth` is the boxes of a date of birth. */
export type Field =
  | { readonly kind: 'text'; readonly name: string; readonly label: string; readonly hint?: string }
  | {
      readonly kind: 'words'
      readonly name: string
      readonly label: string
      readonly hint?: string
    }
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly label: string
      readonly hint?: string
      readonly choices: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'ticks'
      readonly name: string
      readonly label: string
      readonly hint?: string
      readonly choices: Readonly<Record<string, string>>
    }
  | { readonly kind: 'day'; readonly name: string; readonly label: string; readonly hint?: string }
  | {
      readonly kind: 'birth'
      readonly name: 'birth'
      readonly label: string
      readonly hint?: string
    }

/** A row as the database keeps it. */
export type Row = Readonly<Record<string, unknown>>
export type Columns = Readonly<Record<string, string | boolean | null>>
/** What stands in the fields of the form. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

export type ReadPart = { readonly columns: Columns } | { readonly problems: readonly Problem[] }

/** The tables whose rows are entries of a child's record, all kept alike. */
export type PartTable =
  | 'child_name'
  | 'date_of_birth_claim'
  | 'child_language'
  | 'about_me'
  | 'own_meaning'
  | 'person_who_matters'
  | 'child_identifier'
  | 'place_of_learning'
  | 'child_background'
  | 'child_claim'

/** One kind of entry of a child's record: how it is asked, read and told. */
export type Part = {
  /** The last part of the address of its list. */
  readonly slug: string
  readonly table: PartTable
  readonly title: string
  readonly intro: string
  readonly addText: string
  readonly changeText: string
  /** Said when there is no entry. Empty is information. */
  readonly empty: string
  readonly fields: readonly Field[]
  readonly read: (form: Readonly<Record<string, unknown>>, today: CalendarDay) => ReadPart
  readonly typedOf: (row: Row) => Typed
  readonly lineOf: (row: Row) => Line
  /** What taking an entry off the record is called; undefined when it only ever changes. */
  readonly endText: string | undefined
  /** Whether a child is found by it. */
  readonly findable: boolean
  /** Said when the same entry is there already; undefined when that cannot be. */
  readonly taken: Problem | undefined
}

/** How an entry is told in a list. */
export type Line = {
  readonly what: string
  /** Shown as the child's own words. */
  readonly quoted: boolean
  readonly details: readonly string[]
}

// oxlint-disable-next-line no-control-regex -- text in PostgreSQL cannot hold this character
const clean = (text: string): string => text.replace(/\u0000/g, '').replace(/\r\n?/g, '\n')

/** A line of text that must be there. */
export const needed = (enter: string, label: string, max: number) =>
  z
    .string(enter)
    .transform((text) => clean(text).trim())
    .pipe(z.string().min(1, enter).max(max, `${label} must be ${max} characters or fewer`))

/** A line of text that may be left out. */
export const optional = (label: string, max: number) =>
  z
    .string(`Enter ${label.toLowerCase()} once`)
    .default('')
    .transform((text) => clean(text).trim())
    .pipe(z.string().max(max, `${label} must be ${max} characters or fewer`))
    .transform((text) => (text === '' ? null : text))

/** As `optional`, for what is not a column: undefined when left out. */
export const maybe = (label: string, max: number) =>
  optional(label, max).transform((text) => text ?? undefined)

/** Somebody's own words: kept exactly, spaces and lines included. */
export const ownWords = (enter: string, label: string, max: number) =>
  z
    .string(enter)
    .transform(clean)
    .pipe(
      z
        .string()
        .regex(/\S/u, enter)
        .max(max, `${label} must be ${max.toLocaleString('en-GB')} characters or fewer`),
    )

/** One of several answers. */
export const choice = (choices: Readonly<Record<string, string>>, choose: string) =>
  z.string(choose).refine((value) => Object.hasOwn(choices, value), choose)

/** Any number of boxes ticked. */
export const ticks = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => new Set([value].flat()))

export const textIn = (row: Row, column: string): string => {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}

/** Details worth saying: those that are there. */
export const said = (...details: readonly (string | false | undefined)[]): readonly string[] =>
  details.filter((d): d is string => typeof d === 'string' && d !== '')
