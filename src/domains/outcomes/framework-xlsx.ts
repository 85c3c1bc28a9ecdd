/** The first sheet of an Excel workbook (.xlsx) to rows, after its size and contents have been checked. */
import { pipeline } from 'node:stream/promises'
import { readSheet } from 'read-excel-file/node'
import { SaxesParser } from 'saxes'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { ReadRows } from './framework-csv.ts'
import { MOST_COLUMNS, MOST_ROWS } from './framework-table.rules.ts'

const MOST_PARTS = 200
const MOST_BYTES = 30_000_000

const NOT_EXCEL = 'Choose an Excel workbook saved as .xlsx: this one cannot be opened'
const TOO_BIG = 'Choose a smaller workbook: unpacked, this one is larger than a framework can be'
const TOO_LONG = `Give ${MOST_ROWS} rows and ${MOST_COLUMNS} columns or fewer: this sheet is larger`
const MACROS = 'Choose a workbook without macros: save it again as .xlsx'

/** A reason to stop reading, said as the sentence to show. */
class Stopped extends Error {}

/** Reads the first sheet. Nothing is handed to the spreadsheet reader before it has been unpacked once within limits. */
export async function readXlsx(bytes: Buffer): Promise<ReadRows> {
  try {
    await check(bytes)
  } catch (error) {
    return { ok: false, problem: error instanceof Stopped ? error.message : NOT_EXCEL }
  }
  try {
    const sheet = await readSheet(bytes)
    return cellsAsText(sheet)
  } catch {
    return { ok: false, problem: NOT_EXCEL }
  }
}

async function check(bytes: Buffer): Promise<void> {
  const zip = await fromBufferPromise(bytes)
  if (zip.entryCount > MOST_PARTS) throw new Stopped(TOO_BIG)
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    if (/vbaProject/i.test(entry.fileName)) throw new Stopped(MACROS)
    unpacked += await sizeOf(zip, entry, MOST_BYTES - unpacked)
  }
}

/** Unpacks one part, counting what really comes out rather than what the file says of itself. */
async function sizeOf(zip: ZipFile, entry: Entry, room: number): Promise<number> {
  if (entry.uncompressedSize > room) throw new Stopped(TOO_BIG)
  const sheet = /^xl\/worksheets\/[^/]+\.xml$/.test(entry.fileName) ? sheetWatch() : undefined
  let size = 0
  const stream = await zip.openReadStreamPromise(entry)
  await pipeline(stream, async (chunks: AsyncIterable<Buffer>) => {
    const text = new TextDecoder()
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > room) throw new Stopped(TOO_BIG)
      sheet?.write(text.decode(chunk, { stream: true }))
    }
  })
  sheet?.close()
  return size
}

/** Watches a sheet go by for what a framework never holds: formulas, and cells far outside any table. */
function sheetWatch(): { write: (text: string) => void; close: () => void } {
  const parser = new SaxesParser()
  let cell = ''
  parser.on('opentag', ({ name, attributes }) => {
    const local = name.split(':').at(-1)
    const ref = attributes[local === 'dimension' ? 'ref' : 'r'] ?? ''
    if (local === 'c') cell = ref
    if (local === 'f') {
      throw new Stopped(
        `Replace the formulas by the words they give (copy, then paste values). The first is in cell ${cell || 'unknown'}`,
      )
    }
    if ((local === 'c' || local === 'row' || local === 'dimension') && isFarOut(ref)) {
      throw new Stopped(TOO_LONG)
    }
  })
  parser.on('doctype', () => {
    throw new Stopped(NOT_EXCEL)
  })
  return { write: (text) => parser.write(text), close: () => parser.close() }
}

/** Whether a reference such as B7, 12 or A1:XFD1048576 reaches beyond the rows or columns allowed. */
function isFarOut(ref: string): boolean {
  return ref.split(':').some((corner) => {
    const [, letters = '', digits = '0'] = /^([A-Z]*)(\d*)$/.exec(corner) ?? []
    return Number(digits) > MOST_ROWS || columnNumber(letters) > MOST_COLUMNS
  })
}

/** A is 1, Z is 26, AA is 27. */
function columnNumber(letters: string): number {
  let number = 0
  for (let n = 0; n < letters.length; n += 1) number = number * 26 + letters.charCodeAt(n) - 64
  return number
}

function cellsAsText(sheet: readonly (readonly unknown[])[]): ReadRows {
  const rows: string[][] = []
  for (const [n, cells] of sheet.entries()) {
    const row: string[] = []
    for (const cell of cells) {
      if (cell instanceof Date) {
        return {
          ok: false,
          problem: `Row ${n + 1} holds a date. Format the cell as text and type it again`,
        }
      }
      row.push(cellAsText(cell))
    }
    rows.push(row)
  }
  return { ok: true, rows }
}

function cellAsText(cell: unknown): string {
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : ''
}
