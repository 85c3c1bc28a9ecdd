import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { readFrameworkFile } from './framework-file.ts'
import { writeXlsx } from './framework-xlsx-write.ts'
import { rows, SAFE, said, tiny } from '#tests/support/tiny-framework.ts'

describe('a framework as an Excel workbook', () => {
  it('is read from its first sheet', async () => {
    const read = await readFrameworkFile(writeXlsx('Framework', rows(tiny(SAFE))))
    assert.ok(read.ok, said(read).join('\n'))
    assert.equal(read.framework.version, '1')
  })

  it('is refused when it holds formulas, saying the first', async () => {
    const book = writeXlsx('Framework', rows(tiny(SAFE)))
    const read = await readFrameworkFile(
      repacked(book, (xml) =>
        xml.replace('<c r="A1"', '<c r="B7"><f>1+1</f><v>2</v></c><c r="A1"'),
      ),
    )
    assert.match(said(read).join(), /Replace the formulas.*cell B7/)
  })

  it('is refused when a cell lies a million rows down', async () => {
    const book = writeXlsx('Framework', rows(tiny(SAFE)))
    const read = await readFrameworkFile(
      repacked(book, (xml) =>
        xml.replace('<row r="1">', '<row r="1"><c r="XFD1048576"><v>1</v></c>'),
      ),
    )
    assert.match(said(read).join(), /5000 rows and 400 columns or fewer/)
  })

  it('is refused when it unpacks to far more than it weighs, even if it lies about it', async () => {
    const bomb = zip([['xl/worksheets/sheet1.xml', Buffer.alloc(60_000_000, 32), undefined]])
    assert.ok(bomb.length < 100_000)
    assert.match(said(await readFrameworkFile(bomb)).join(), /Choose a smaller workbook/)
    const liar = zip([['xl/worksheets/sheet1.xml', Buffer.alloc(60_000_000, 32), 1000]])
    assert.match(said(await readFrameworkFile(liar)).join(), /cannot be opened/)
  })

  it('is refused when it is cut short, encrypted, old, or no workbook', async () => {
    const book = writeXlsx('Framework', rows(tiny(SAFE)))
    assert.match(said(await readFrameworkFile(book.subarray(0, 900))).join(), /cannot be opened/)
    assert.match(
      said(await readFrameworkFile(zip([['a.txt', Buffer.from('a'), undefined]]))).join(),
      /cannot be opened/,
    )
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(100)])
    assert.match(said(await readFrameworkFile(old)).join(), /without a password/)
  })
})

type Part = readonly [name: string, body: Buffer, claimedSize: number | undefined]

/** A zip made here, deflated, which may lie about the size of a part. */
function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = []
  const index: Buffer[] = []
  let offset = 0
  for (const [name, body, claimed] of parts) {
    const file = Buffer.from(name)
    const packed = deflateRawSync(body)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claimed ?? body.length, 18)
    facts.writeUInt16LE(file.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    bodies.push(Buffer.from('PK\u0003\u0004', 'latin1'), facts, file, packed)
    index.push(Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), facts, rest, file)
    offset += 30 + file.length + packed.length
  }
  const directory = Buffer.concat(index)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end])
}

/** The same workbook with its sheet changed. */
function repacked(book: Buffer, change: (xml: string) => string): Buffer {
  const parts: Part[] = []
  let at = 0
  while (book.readUInt32LE(at) === 0x04034b50) {
    const size = book.readUInt32LE(at + 18)
    const nameLength = book.readUInt16LE(at + 26)
    const name = book.toString('utf8', at + 30, at + 30 + nameLength)
    const start = at + 30 + nameLength
    const body = book.subarray(start, start + size)
    const isSheet = name.startsWith('xl/worksheets/')
    parts.push([name, isSheet ? Buffer.from(change(body.toString())) : body, undefined])
    at = start + size
  }
  return zip(parts)
}
