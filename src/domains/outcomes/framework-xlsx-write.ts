/** Rows as a one-sheet Excel workbook in which every cell is text, so that version 1.0 stays 1.0. */
import { crc32 } from 'node:zlib'
import type { Rows } from './framework-csv.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The workbook's bytes. Opens in Excel and LibreOffice; columns are formatted as text throughout. */
export function writeXlsx(sheetName: string, rows: Rows): Buffer {
  const columns = rows[0]?.length ?? 1
  return stored([
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relations('rId1', 'officeDocument', 'xl/workbook.xml')],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations('rId1', 'worksheet', 'worksheets/sheet1.xml', 'rId2', 'styles', 'styles.xml'),
    ],
    ['xl/styles.xml', styles()],
    ['xl/worksheets/sheet1.xml', sheet(rows, columns)],
  ])
}

const part = (name: string, type: string) =>
  `<Override PartName="${name}" ContentType="${KIND}.${type}+xml"/>`

function contentTypes(): string {
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}${part('/xl/styles.xml', 'styles')}</Types>`
}

function relations(...parts: readonly string[]): string {
  let links = ''
  for (let n = 0; n < parts.length; n += 3) {
    links += `<Relationship Id="${parts[n]}" Type="${LINKS}/${parts[n + 1]}" Target="${parts[n + 2]}"/>`
  }
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links}</Relationships>`
}

/** Style 0 is plain, style 1 is text (number format 49, “@”) with wrapped lines. */
function styles(): string {
  return `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`
}

function sheet(rows: Rows, columns: number): string {
  const lines = rows.map((cells, n) => {
    const texts = cells.map((cell, m) =>
      cell === ''
        ? ''
        : `<c r="${columnName(m)}${n + 1}" s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
    )
    return `<row r="${n + 1}">${texts.join('')}</row>`
  })
  return `${HEAD}<worksheet xmlns="${MAIN}"><cols><col min="1" max="${columns}" width="22" style="1" customWidth="1"/></cols><sheetData>${lines.join('')}</sheetData></worksheet>`
}

/** 0 is A, 25 is Z, 26 is AA. */
function columnName(n: number): string {
  const letter = String.fromCharCode(65 + (n % 26))
  return n < 26 ? letter : columnName(Math.floor(n / 26) - 1) + letter
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** A zip whose parts are stored as they are (PKWARE APPNOTE 6.3, method 0), names in UTF-8. */
function stored(parts: readonly (readonly [string, string])[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of parts) {
    const file = Buffer.from(name)
    const body = Buffer.from(text)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x0800, 2)
    facts.writeUInt16LE(0x21, 8)
    facts.writeUInt32LE(crc32(body), 10)
    facts.writeUInt32LE(body.length, 14)
    facts.writeUInt32LE(body.length, 18)
    facts.writeUInt16LE(file.length, 22)
    const local = Buffer.concat([signature(0x04034b50), facts, file, body])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), facts, rest, file]))
    bodies.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, index, signature(0x06054b50), end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
