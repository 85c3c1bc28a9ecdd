/** CSV text to rows and back. The encoding is UTF-8; a spreadsheet's own dialects are understood. */
import { CsvError, parse } from 'csv-parse/sync'
import { MOST_ROWS } from './framework-table.rules.ts'

export type Rows = readonly (readonly string[])[]
export type ReadRows =
  | { readonly ok: true; readonly rows: Rows }
  | { readonly ok: false; readonly problem: string }

/** Reads the rows of a CSV file, at most one more than a framework may have. */
export function readCsv(text: string): ReadRows {
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      to: MOST_ROWS + 1,
      max_record_size: 400_000,
    })
    return { ok: true, rows: rows.map((cells) => cells.map(asWritten)) }
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, problem: sentenceFor(error) }
    throw error
  }
}

/** Writes rows as CSV that spreadsheets open in the right letters: byte order mark and CRLF. */
export function writeCsv(rows: Rows): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`
}

/**
 * A spreadsheet would run a cell that begins like a formula (OWASP, CSV injection): an apostrophe in
 * front stops it, and is taken off again when the file comes back.
 */
const FORMULA = /^'*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/

const asWritten = (cell: string) =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell

function quoted(cell: string): string {
  const plain = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Spreadsheets in much of Europe part cells by semicolons; pasted tables are parted by tabs. */
function delimiterOf(text: string): string {
  const found = /[,;\t\r\n]/.exec(text)?.[0]
  return found === ';' || found === '\t' ? found : ','
}

function sentenceFor(error: CsvError): string {
  const line: unknown = Reflect.get(error, 'lines')
  const at = typeof line === 'number' ? ` near line ${line}` : ''
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return `Check the quotation marks${at}: one row runs on for more than 400,000 characters`
  }
  return `Check the quotation marks${at}: a cell is opened with one and not closed, or has one inside it that is not doubled. Saving again as CSV from a spreadsheet puts this right`
}
