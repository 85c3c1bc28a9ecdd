/** A file that cannot be read as it is, with a sentence for whoever gave it. */
export class Unreadable extends Error {}

const SEPARATORS = [',', ';', '\t', '|'] as const

/**
 * The text of a file, which must be UTF-8. `name` is what the file is called in sentences; nothing of
 * what it holds is repeated in them.
 */
export function textOfFile(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0) throw new Unreadable(`${name} is empty`)
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new Unreadable(`${name} is UTF-16. Save it as CSV in UTF-8`)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new Unreadable(`${name} is not UTF-8. Save it as CSV in UTF-8`, { cause: error })
  }
  if (text.includes('\0'))
    throw new Unreadable(`${name} has null characters in it: it is not a CSV file`)
  return text
}

export type Row = { readonly line: number; readonly cells: readonly string[] }

/** The rows of a CSV file, the header first. Every row must have as many cells as the header. */
export function* rowsOf(text: string, name: string): Generator<Row> {
  const separator = separatorOf(text)
  let line = 1
  let at = 0
  let wide = 0
  while (at < text.length) {
    const from = line
    const row = readRow(text, at, separator)
    if (row.unclosed)
      throw new Unreadable(`${name} line ${from} opens a quotation and never closes it`)
    at = row.next
    line += row.lines
    if (row.cells.every((cell) => cell === '')) continue
    wide ||= row.cells.length
    if (row.cells.length !== wide)
      throw new Unreadable(
        `${name} line ${from} has ${row.cells.length} cells where the header has ${wide}`,
      )
    yield { line: from, cells: row.cells }
  }
}

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/)
  const first = end < 0 ? text : text.slice(0, end)
  const counts = SEPARATORS.map((s) => first.split(s).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

type ReadRow = {
  readonly cells: readonly string[]
  readonly next: number
  readonly lines: number
  readonly unclosed: boolean
}

function readRow(text: string, from: number, separator: string): ReadRow {
  const newline = text.indexOf('\n', from)
  const end = newline < 0 ? text.length : newline
  const plain = text.slice(from, end)
  if (!plain.includes('"')) {
    const cells = plain.split(separator).map((cell) => cell.trim())
    return { cells, next: end + 1, lines: 1, unclosed: false }
  }
  return readQuoted(text, from, separator)
}

/** A row with quotation marks, which may hold separators and line ends. */
function readQuoted(text: string, from: number, separator: string): ReadRow {
  const cells: string[] = []
  let at = from
  let lines = 1
  for (;;) {
    const cell = readCell(text, at, separator)
    cells.push(cell.text.trim())
    lines += cell.lines
    at = cell.next
    if (cell.unclosed) return { cells, next: at, lines, unclosed: true }
    if (text[at] !== separator) break
    at++
  }
  const newline = text.indexOf('\n', at)
  return { cells, next: newline < 0 ? text.length : newline + 1, lines, unclosed: false }
}

type Cell = {
  readonly text: string
  readonly next: number
  readonly lines: number
  readonly unclosed: boolean
}

function readCell(text: string, from: number, separator: string): Cell {
  let at = from
  while (text[at] === ' ') at++
  if (text[at] === '"') return readQuotation(text, at + 1, separator)
  const next = cellEnd(text, from, separator)
  return { text: text.slice(from, next), next, lines: 0, unclosed: false }
}

function cellEnd(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n') at++
  return at
}

/** From behind the first quotation mark; two of them stand for one. */
function readQuotation(text: string, from: number, separator: string): Cell {
  let value = ''
  let start = from
  for (;;) {
    const quote = text.indexOf('"', start)
    if (quote < 0) return { text: value, next: text.length, lines: 0, unclosed: true }
    value += text.slice(start, quote)
    if (text[quote + 1] !== '"') {
      const next = cellEnd(text, quote + 1, separator)
      return { text: value, next, lines: value.split('\n').length - 1, unclosed: false }
    }
    value += '"'
    start = quote + 2
  }
}
