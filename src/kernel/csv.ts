/**
 * A spreadsheet would run a cell that begins like a formula, also behind spaces and line ends and in
 * the wide forms of the signs; an apostrophe stops it (OWASP, CSV injection).
 */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

function cell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** One line of comma-separated values, safe to open in a spreadsheet. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

/** A whole file. The byte order mark tells spreadsheets that it is UTF-8. */
export const csvFile = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map(csvLine).join('')}`
