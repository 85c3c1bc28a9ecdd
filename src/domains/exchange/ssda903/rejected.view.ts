import type { FileKind } from './tables.rules.ts'

/** A row that was not used, as it goes back to the council. Pure. */
export type RejectedRow = {
  readonly kind: FileKind
  readonly file: string
  readonly row: number
  readonly child: string
  readonly reasons: readonly { readonly column: string; readonly text: string }[]
  readonly values: Readonly<Record<string, string>>
}

export const REJECTED_HEADINGS = [
  'File',
  'Row',
  'Child',
  'Column',
  'What is wrong and what to do',
  'The row as it was sent',
]

/**
 * One line of the file of rejected rows, which people open in a spreadsheet. A value that a
 * spreadsheet would run as a formula is given a leading apostrophe (OWASP, CSV injection).
 */
export function csvLine(values: readonly string[]): string {
  return `${values.map(quoted).join(',')}\r\n`
}

function quoted(value: string): string {
  const plain = value.replace(/[\r\n]+/g, ' ')
  const safe = /^[=+\-@\t\uFF1D\uFF0B\uFF0D\uFF20]/.test(plain) ? `'${plain}` : plain
  return `"${safe.replaceAll('"', '""')}"`
}

/** A rejected row as its line of the file. */
export function rejectedLine(rejected: RejectedRow): string {
  return csvLine([
    rejected.file,
    String(rejected.row),
    rejected.child,
    [...new Set(rejected.reasons.map((r) => r.column))].filter((c) => c !== '').join(' '),
    rejected.reasons.map((r) => r.text).join(' '),
    Object.entries(rejected.values)
      .map(([name, value]) => `${name}: ${value}`)
      .join('; '),
  ])
}

/** The byte order mark tells spreadsheets that the file is UTF-8. */
export const rejectedFile = (rows: readonly RejectedRow[]): string =>
  `\u{FEFF}${csvLine(REJECTED_HEADINGS)}${rows.map(rejectedLine).join('')}`
