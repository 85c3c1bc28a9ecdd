import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

const known = new Map<string, Buffer>()

/**
 * A typeface of the web (WOFF) as the plain font it was made from. Unpacked once, by the runtime's own
 * zlib: the PDF library would do it anew for every document, in JavaScript.
 */
export function openedFont(file: string): Buffer {
  const before = known.get(file)
  if (before) return before
  const font = unpacked(readFileSync(file))
  known.set(file, font)
  return font
}

const HEADER = 44
const ENTRY = 20

function unpacked(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF typeface')
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, n) => tableAt(woff, n))
  const directory = Buffer.alloc(12 + 16 * tables.length)
  woff.copy(directory, 0, 4, 8)
  const power = Math.floor(Math.log2(tables.length))
  directory.writeUInt16BE(tables.length, 4)
  directory.writeUInt16BE(16 * 2 ** power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(16 * (tables.length - 2 ** power), 10)
  let offset = directory.length
  for (const [n, table] of tables.entries()) {
    const at = 12 + 16 * n
    directory.write(table.tag, at, 'latin1')
    directory.writeUInt32BE(table.checksum, at + 4)
    directory.writeUInt32BE(offset, at + 8)
    directory.writeUInt32BE(table.data.length, at + 12)
    offset += padded(table.data.length)
  }
  return Buffer.concat([
    directory,
    ...tables.flatMap(({ data }) => [data, Buffer.alloc(padded(data.length) - data.length)]),
  ])
}

const padded = (length: number): number => Math.ceil(length / 4) * 4

function tableAt(woff: Buffer, n: number) {
  const at = HEADER + ENTRY * n
  const [offset, packed, length] = [4, 8, 12].map((part) => woff.readUInt32BE(at + part))
  if (offset === undefined || packed === undefined || length === undefined) {
    throw new Error('A typeface ends too early')
  }
  const bytes = woff.subarray(offset, offset + packed)
  return {
    tag: woff.toString('latin1', at, at + 4),
    checksum: woff.readUInt32BE(at + 16),
    data: packed < length ? inflateSync(bytes) : Buffer.from(bytes),
  }
}
