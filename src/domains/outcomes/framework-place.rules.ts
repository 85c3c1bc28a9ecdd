/** Where a problem is, said as a person would look for it: in a document, or in a table. Pure. */
import { SETTINGS } from './framework-columns.rules.ts'

/** A sentence saying what to do, and where. */
export type PlacedProblem = { readonly where: string; readonly text: string }

type Path = readonly (string | number)[]

const THING: Readonly<Record<string, string>> = {
  sources: 'Source',
  principles: 'Principle',
  outcomes: 'Outcome',
  indicators: 'indicator',
}

/** “Outcome 3 (safe-home), level”: counted from 1, with the code when the document gives one. */
export function placeInDocument(path: Path, document: unknown): string {
  const words: string[] = []
  let at: unknown = document
  let rest: (string | number)[] = []
  for (const [n, step] of path.entries()) {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined
    const thing = THING[String(path[n - 1])]
    if (typeof step === 'number' && thing && rest.length <= 1) {
      words.push(`${thing} ${step + 1}${codeOf(at)}`)
      rest = []
    } else rest.push(step)
  }
  if (rest.length > 0) words.push(rest.map((step) => shortStep(step)).join('.'))
  return words.join(', ') || 'The whole document'
}

const shortStep = (step: string | number) =>
  typeof step === 'number' ? String(step + 1) : step.slice(0, 60)

function codeOf(item: unknown): string {
  const code: unknown =
    typeof item === 'object' && item !== null ? Reflect.get(item, 'code') : undefined
  return typeof code === 'string' && code !== '' ? ` (${code.slice(0, 60)})` : ''
}

/** “Row 12, column level”: the row of the nearest part that was written in one. */
export function placeInTable(path: Path, places: ReadonlyMap<string, number>): string {
  for (let length = path.length; length > 0; length -= 1) {
    const row = places.get(path.slice(0, length).join('.'))
    if (row === undefined) continue
    const tail = path.slice(length)
    const column = tail.length > 0 ? columnOf(tail) : 'value'
    return placeOf(
      row,
      typeof path[length - 1] === 'number' && tail.length === 0 ? undefined : column,
    )
  }
  const setting = Object.entries(SETTINGS).find(([, steps]) => steps.join('.') === path.join('.'))
  return setting ? `The row “framework”, code “${setting[0]}”` : 'The table'
}

/** The words for a row and a column of a table. */
export function placeOf(row: number, column: string | undefined): string {
  if (row === 0) return 'The table'
  return column === undefined ? `Row ${row}` : `Row ${row}, column ${column}`
}

const COLUMN: Readonly<Record<string, string>> = {
  definedBy: 'defined_by',
  childOnly: 'child_only',
  text: 'value',
}

function columnOf(tail: Path): string {
  const [first, language, part, holds] = tail.map(String)
  if (first !== 'wording') return COLUMN[first ?? ''] ?? first ?? ''
  if (language === undefined) return 'title'
  return [part ?? 'title', language, ...(holds === 'state' ? ['state'] : [])].join('.')
}
