import { Readable, pipeline } from 'node:stream'
import { CsvError, type Info, parse } from 'csv-parse'
import { type RawRow } from './row.rules.ts'
import { columnName, columnsMissing } from './columns.rules.ts'
import { type FileKind, TABLES } from './tables.rules.ts'
import { unreadable } from './unreadable.ts'

/** Far longer than any line of the return: beyond it a quotation mark was left open. */
const LONGEST_LINE = 16 * 1024

export type CsvFile = {
  readonly kind: FileKind
  readonly name: string
  /** Tells of something that does not stop the reading. */
  readonly note: (text: string) => void
}

/**
 * The rows of a CSV file of the return, as a stream. Takes commas, semicolons, tabs or bars, any
 * order of columns, any line ends. Throws an unreadable sentence when the file as a whole is broken.
 */
export async function* csvRows(file: CsvFile, text: AsyncIterable<string>): AsyncGenerator<RawRow> {
  const watched = { end: '' }
  const [firstLine, whole] = await peek(watch(text, watched), file.name)
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(firstLine),
    info: true,
    max_record_size: LONGEST_LINE,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  })
  pipeline(Readable.from(whole), parser, () => undefined)
  let columns: readonly string[] | undefined
  let last: RawRow | undefined
  try {
    for await (const record of parser) {
      const { cells, line } = recordOf(record)
      if (!columns) {
        columns = columnsOf(file, cells)
        continue
      }
      if (last) yield last
      last = rowOf(file, columns, cells, line)
    }
  } catch (problem) {
    throw sentenceFor(problem, file.name)
  }
  if (last && endsShort(last, watched.end)) throw cutShort(file.name)
  if (!/[\r\n]$/.test(watched.end)) {
    file.note(`${file.name} does not end with a line end. If it was cut short, export it again.`)
  }
  if (last) yield last
}

const endsShort = (last: RawRow, end: string) =>
  last.misshapen !== undefined && !/[\r\n]$/.test(end)

const cutShort = (name: string) =>
  unreadable(`${name} stops in the middle of a row: it may have been cut short. Export it again.`)

async function* watch(
  text: AsyncIterable<string>,
  watched: { end: string },
): AsyncGenerator<string> {
  for await (const part of text) {
    watched.end = part.slice(-1)
    yield part
  }
}

async function peek(
  text: AsyncGenerator<string>,
  name: string,
): Promise<[string, AsyncIterable<string>]> {
  let start = ''
  while (!/[\r\n]/.test(start)) {
    const next = await text.next()
    if (next.done) break
    start += next.value
    if (start.length > LONGEST_LINE && !/[\r\n]/.test(start)) break
  }
  if (start.trim() === '') {
    throw unreadable(`${name} is empty. Export it again, or leave it out if you have none.`)
  }
  async function* whole() {
    yield start
    yield* text
  }
  return [start.split(/[\r\n]/).find((line) => line.trim() !== '') ?? '', whole()]
}

function delimiterOf(line: string): string {
  const count = (mark: string) => line.split(mark).length
  return [',', ';', '\t', '|'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

function recordOf(record: unknown): { cells: string[]; line: number } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what csv-parse gives with info: true
  const { record: cells, info } = record as { record: string[]; info: Info }
  return { cells, line: info.lines }
}

function columnsOf(file: CsvFile, cells: readonly string[]): string[] {
  const columns = cells.map(columnName)
  const twice = columns.find((name, i) => name !== '' && columns.indexOf(name) !== i)
  if (twice !== undefined) {
    throw unreadable(
      `${file.name} has the column ${twice} twice. Keep the right one and try again.`,
    )
  }
  const missing = columnsMissing(file.kind, columns)
  if (missing.length > 0) {
    throw unreadable(
      `${file.name} has no column ${missing.join(', ')}. Export it again with ${missing.length > 1 ? 'them' : 'it'}, as the return asks.`,
    )
  }
  const ours = new Set(TABLES[file.kind].columns.map((c) => c.name))
  const extra = columns.filter((name) => name !== '' && !ours.has(name))
  if (extra.length > 0) {
    file.note(`${file.name} also has ${extra.join(', ')}, not part of the return, so not used.`)
  }
  return columns
}

function rowOf(
  file: CsvFile,
  columns: readonly string[],
  cells: readonly string[],
  row: number,
): RawRow {
  const place = `Row ${row} of ${file.name}`
  const values: Record<string, string> = {}
  for (const [i, name] of columns.entries()) {
    if (name !== '') values[name] = (cells[i] ?? '').trim()
  }
  const raw = { kind: file.kind, file: file.name, row, place, values }
  if (cells.length === columns.length) return raw
  const extra = cells.slice(columns.length)
  if (cells.length > columns.length && extra.every((cell) => cell.trim() === '')) return raw
  return {
    ...raw,
    misshapen: `${place}: it has ${cells.length} values where the file has ${columns.length} columns. Correct the row and send it again.`,
  }
}

function sentenceFor(problem: unknown, name: string): unknown {
  if (!(problem instanceof CsvError)) return problem
  const at = typeof problem['lines'] === 'number' ? ` near row ${problem['lines']}` : ''
  if (problem.code === 'CSV_QUOTE_NOT_CLOSED') {
    return unreadable(
      `${name} has a quotation mark that is never closed: it may have been cut short. Export it again.`,
    )
  }
  if (problem.code === 'CSV_MAX_RECORD_SIZE') {
    return unreadable(
      `${name} has a row far longer than any of the return${at}, perhaps after an open quotation mark. Export it again.`,
    )
  }
  return unreadable(`${name} has a quotation mark in the wrong place${at}. Export it again.`)
}
