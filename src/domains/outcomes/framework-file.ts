/** A file somebody chose, read into a framework, its warnings, or what is wrong and where. */
import { readCsv, type Rows } from './framework-csv.ts'
import { readFramework } from './framework-document.form.ts'
import { lintFramework } from './framework-lint.rules.ts'
import type { Framework } from './framework.rules.ts'
import {
  type PlacedProblem,
  placeInDocument,
  placeInTable,
  placeOf,
} from './framework-place.rules.ts'
import { readTable } from './framework-table.rules.ts'
import { readXlsx } from './framework-xlsx.ts'

export type ReadFile =
  | {
      readonly ok: true
      readonly framework: Framework
      readonly warnings: readonly PlacedProblem[]
    }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] }

/** Bytes. The official framework with five languages is well under a tenth of this. */
export const LARGEST_FILE = 5_000_000

/** Reads a framework from JSON, CSV or XLSX, told apart by what is in the file rather than by its name. */
export async function readFrameworkFile(bytes: Buffer): Promise<ReadFile> {
  if (bytes.length === 0) return whole('Choose a file that is not empty')
  if (bytes.length > LARGEST_FILE) return whole('Choose a file smaller than 5 MB')
  if (startsWith(bytes, [0x50, 0x4b])) {
    const read = await readXlsx(bytes)
    return read.ok ? fromRows(read.rows) : whole(read.problem)
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return whole(
      'Save the workbook as .xlsx without a password: the old Excel format and locked files cannot be read',
    )
  }
  const text = utf8(bytes)
  if (text === undefined) {
    return whole(
      'Save the file again as JSON, as .xlsx, or as “CSV UTF-8”: its letters cannot be read',
    )
  }
  if (text.trim() === '') return whole('Choose a file that is not empty')
  return text.trimStart().startsWith('{') ? fromJson(text) : fromCsv(text)
}

function fromJson(text: string): ReadFile {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    const detail =
      error instanceof SyntaxError ? error.message.slice(0, 120) : 'it is nested too deep'
    return whole(`Check the JSON: it cannot be read (${detail})`)
  }
  const read = readFramework(given)
  if (read.ok) return withWarnings(read.framework, (path) => placeInDocument(path, given))
  return refused(
    read.problems.map((p) => ({ where: placeInDocument(p.path, given), text: p.text })),
  )
}

function fromCsv(text: string): ReadFile {
  const read = readCsv(text)
  return read.ok ? fromRows(read.rows) : whole(read.problem)
}

function fromRows(rows: Rows): ReadFile {
  const table = readTable(rows)
  if (table.problems.length > 0) {
    return refused(table.problems.map((p) => ({ where: placeOf(p.row, p.column), text: p.text })))
  }
  const read = readFramework(table.document)
  if (read.ok) return withWarnings(read.framework, (path) => placeInTable(path, table.places))
  return refused(
    read.problems.map((p) => ({ where: placeInTable(p.path, table.places), text: p.text })),
  )
}

type Place = (path: readonly (string | number)[]) => string

function withWarnings(framework: Framework, place: Place): ReadFile {
  const warnings = lintFramework(framework).map((w) => ({ where: place(w.path), text: w.text }))
  return { ok: true, framework, warnings }
}

const MOST_SHOWN = 100

function refused(problems: readonly PlacedProblem[]): ReadFile {
  const more = problems.length - MOST_SHOWN
  if (more <= 0) return { ok: false, problems }
  const rest = { where: 'The rest', text: `Put these right first: there are ${more} more problems` }
  return { ok: false, problems: [...problems.slice(0, MOST_SHOWN), rest] }
}

const whole = (text: string): ReadFile => ({ ok: false, problems: [{ where: 'The file', text }] })

const startsWith = (bytes: Buffer, given: readonly number[]) =>
  given.every((b, n) => bytes[n] === b)

function utf8(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\u0000') ? undefined : text
  } catch {
    return undefined
  }
}
