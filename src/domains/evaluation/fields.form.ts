/** The fields of a form as data: how each is asked, read, and shown again. */
import { calendarDayFrom } from '#kernel/calendar-day.ts'
import { listOf, textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Codes } from './assessment.rules.ts'

export type Choice = { readonly value: string; readonly text: string }
/** Lists that are only known when the form is asked for, by their names. */
export type Choices = Readonly<Record<string, readonly Choice[]>>

export type Field = {
  readonly kind: 'line' | 'words' | 'whole' | 'day' | 'radios' | 'select' | 'ticks' | 'tick'
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** Said when nothing, or nothing known, was given. Without it the field may be left empty. */
  readonly need?: string
  readonly max?: number
  readonly codes?: Codes
  /** The name of the list it is chosen from. */
  readonly from?: string
  /** Somebody's own words: kept exactly, spaces and lines included. */
  readonly verbatim?: true
}

export type Value = string | number | boolean | null | readonly string[]
export type Values = Readonly<Record<string, Value>>
export type Typed = Readonly<Record<string, string | readonly string[]>>
/** A row as the database keeps it. */
export type Row = Readonly<Record<string, unknown>>

type Form = Readonly<Record<string, unknown>>
type ReadField = { readonly value: Value } | { readonly problem: string }

export type ReadForm =
  | { readonly values: Values }
  | { readonly values?: never; readonly problems: readonly Problem[] }

export function choicesOf(field: Field, choices: Choices): readonly Choice[] {
  if (field.codes) return Object.entries(field.codes).map(([value, text]) => ({ value, text }))
  return choices[field.from ?? ''] ?? []
}

/** Text from the browser in; values for the columns, or every problem, out. */
export function readForm(fields: readonly Field[], form: Form, choices: Choices = {}): ReadForm {
  const values: Record<string, Value> = {}
  const problems: Problem[] = []
  for (const field of fields) {
    const read = readField(field, form, choices)
    if ('problem' in read) problems.push({ field: field.name, text: read.problem })
    else values[field.name] = read.value
  }
  return problems.length > 0 ? { problems } : { values }
}

function readField(field: Field, form: Form, choices: Choices): ReadField {
  switch (field.kind) {
    case 'line':
    case 'words':
      return readText(field, textOf(form, field.name))
    case 'whole':
      return readWhole(field, textOf(form, field.name).trim())
    case 'day':
      return readDay(field, form)
    case 'radios':
    case 'select':
      return readChoice(field, textOf(form, field.name), choices)
    case 'ticks':
      return readTicks(field, listOf(form, field.name), choices)
    case 'tick':
      return readTick(field, listOf(form, field.name))
  }
}

function readText(field: Field, typed: string): ReadField {
  const lines = typed.replaceAll(/\r\n?/g, '\n')
  const text = field.verbatim ? lines : lines.trim()
  const most = field.max ?? 5000
  if (text.trim() === '') return field.need ? { problem: field.need } : { value: null }
  if (text.length > most) {
    const limit = most.toLocaleString('en-GB')
    return { problem: `“${field.label}” must be ${limit} characters or fewer` }
  }
  return { value: text }
}

function readWhole(field: Field, typed: string): ReadField {
  if (/^[1-9]\d{0,4}$/.test(typed)) return { value: Number(typed) }
  if (typed === '' && !field.need) return { value: null }
  return { problem: field.need ?? `“${field.label}” must be a whole number` }
}

function readDay(field: Field, form: Form): ReadField {
  const boxes = boxesOf(field).map((box) => textOf(form, box).trim())
  if (boxes.every((box) => box === '')) {
    return field.need ? { problem: field.need } : { value: null }
  }
  const [day = '', month = '', year = ''] = boxes
  const value = calendarDayFrom(day, month, year)
  if (value && value >= EARLIEST && value <= LATEST) return { value }
  return { problem: `“${field.label}” must be a real day, such as 27 3 2026` }
}

/** The day the Convention was adopted: no assessment under it is older. */
const EARLIEST = '1989-11-20'
const LATEST = '2099-12-31'

function readChoice(field: Field, typed: string, choices: Choices): ReadField {
  if (typed === '') return field.need ? { problem: field.need } : { value: null }
  const known = choicesOf(field, choices).some((choice) => choice.value === typed)
  if (known) return { value: typed }
  return { problem: field.need ?? `Choose one of the list for “${field.label}”` }
}

function readTicks(field: Field, typed: readonly string[], choices: Choices): ReadField {
  const known = new Set(choicesOf(field, choices).map((choice) => choice.value))
  if (typed.some((value) => !known.has(value))) {
    return { problem: `Choose only from the list for “${field.label}”` }
  }
  return { value: [...new Set(typed)] }
}

function readTick(field: Field, typed: readonly string[]): ReadField {
  const ticked = typed.includes('yes')
  return field.need && !ticked ? { problem: field.need } : { value: ticked }
}

/** What was typed, to be shown again as it was. */
export function typedIn(fields: readonly Field[], form: Form): Typed {
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field.kind === 'day') return boxesOf(field).map((box) => [box, textOf(form, box)])
      const many = field.kind === 'ticks' || field.kind === 'tick'
      return [[field.name, many ? listOf(form, field.name) : textOf(form, field.name)]]
    }),
  )
}

/** What stands in a row, as it would be typed. */
export function typedFrom(fields: readonly Field[], row: Row): Typed {
  return Object.fromEntries(fields.flatMap((field) => typedOne(field, row[field.name])))
}

function typedOne(field: Field, value: unknown): (readonly [string, string | readonly string[]])[] {
  if (field.kind === 'tick') return [[field.name, value === true ? ['yes'] : []]]
  if (field.kind === 'ticks') return [[field.name, textsIn(value)]]
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
  if (field.kind !== 'day') return [[field.name, text]]
  const [year = '', month = '', day = ''] = text.split('-')
  const parts = [day, month, year].map((part) => part.replace(/^0/, ''))
  return boxesOf(field).map((box, n) => [box, parts[n] ?? ''])
}

export const boxesOf = (field: Field): readonly string[] =>
  ['day', 'month', 'year'].map((part) => `${field.name}-${part}`)

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []

export const textIn = (row: Row, column: string): string => {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}

export const listIn = (row: Row, column: string): readonly string[] => textsIn(row[column])
