import assert from 'node:assert/strict'
import { mkdtemp, open, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import { calendarDay } from '#kernel/calendar-day.ts'
import { worked } from '#tests/support/processor-time.ts'
import { readReturn } from './read-return.ts'
import { openPath, openSent, type Sent } from './read-source.ts'
import { FILE_KINDS } from './tables.rules.ts'
import { whyUnreadable } from './unreadable.ts'
import { type ZipItem, zipOf } from './zip-for-tests.ts'
import { sharedData } from '#tests/support/shared-data.ts'

const today = calendarDay('2026-06-01') ?? assert.fail('a real day')
const fixtures = path.join(import.meta.dirname, 'fixtures')

async function sentFrom(folder: string): Promise<Sent[]> {
  const names = await readdir(path.join(fixtures, folder))
  return Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(path.join(fixtures, folder, name)) })),
  )
}

async function read(sent: readonly Sent[], year?: number) {
  const source = await openSent(sent)
  try {
    const found = await readReturn(source, { today, year })
    const rows = []
    for await (const row of found.rows()) rows.push(row)
    return { ...found, all: rows }
  } finally {
    source.close()
  }
}

const whyNot = async (sent: readonly Sent[]) => {
  const problem = await read(sent).then(
    () => undefined,
    (e: unknown) => e,
  )
  return whyUnreadable(problem) ?? assert.fail(`no sentence, but ${String(problem)}`)
}

const replace = (sent: readonly Sent[], name: string, bytes: Buffer | string): Sent[] => [
  ...sent.filter((s) => s.name !== name),
  { name, bytes: Buffer.from(bytes) },
]
const bytesOf = (sent: readonly Sent[], name: string) =>
  sent.find((s) => s.name === name)?.bytes ?? assert.fail(name)

const whyNotXml = (text: string) => whyNot([{ name: 'a.xml', bytes: Buffer.from(text) }])
const zipSent = (items: readonly ZipItem[]) => [{ name: 'r.zip', bytes: zipOf(items) }]
const zipped = (sent: readonly Sent[]) =>
  zipSent(sent.map((s) => ({ name: `903/${s.name}`, body: s.bytes })))

const inOrder = (facts: Readonly<Record<string, string>>) =>
  Object.keys(facts)
    .toSorted()
    .map((name) => `${name}=${facts[name]}`)
const facts = async (sent: readonly Sent[]) =>
  (await read(sent)).all
    .map((r) => [r.kind, r.child, r.key, ...inOrder(r.facts)].join(' '))
    .toSorted()

const mangled = (bytes: Buffer, how: { at: number; remove: number; insert: Uint8Array }[]) =>
  how.reduce((whole, { at, remove, insert }) => {
    const here = at % (whole.length + 1)
    return Buffer.concat([whole.subarray(0, here), insert, whole.subarray(here + remove)])
  }, bytes)

describe('reading a return', () => {
  it('reads the CSV set with every row', async () => {
    const found = await read(await sentFrom('2024'))
    assert.equal(found.year, 2024)
    assert.equal(found.rowCount, 72)
    assert.equal(found.all.filter((r) => r.kind === 'header').length, 12)
    assert.deepEqual(
      found.all.flatMap((r) => r.refusals),
      [],
    )
  })

  it('reads the same rows from XML, from CSV and from a zip of either', async () => {
    const csv = await sentFrom('2024')
    const xml = [{ name: 'a.xml', bytes: await readFile(path.join(fixtures, 'return-2024.xml')) }]
    const expected = await facts(csv)
    assert.deepEqual(await facts(xml), expected)
    assert.deepEqual(await facts(zipped(csv)), expected)
    assert.deepEqual(await facts(zipped(xml)), expected)
  })

  it('reads UTF-8 with a mark, UTF-16 and Windows-1252, semicolons, and any line ends', async () => {
    const csv = await sentFrom('2024')
    const text = bytesOf(csv, 'header.csv').toString('utf8')
    const utf16be = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
    const forms: (Buffer | string)[] = [
      `\uFEFF${text}`,
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(text, 'utf16le'),
      utf16be,
      text.replaceAll(',', ';'),
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      text.replace('WM1001', '"WM1001"'),
      text.trimEnd(),
    ]
    for (const form of forms) {
      const found = await read(replace(csv, 'header.csv', form))
      assert.equal(found.rowCount, 72)
      assert.deepEqual(
        found.all.flatMap((r) => r.refusals),
        [],
      )
    }
    const latin = Buffer.from(text.replace('ETHNIC,UPN', 'ETHNIC,UPN,NOT\u00c9'), 'latin1')
    const found = await read(replace(csv, 'header.csv', latin))
    assert.match(found.notes.join(' '), /not in UTF-8. It was read as Windows-1252/)
  })

  it('refuses one row that has too few values, and uses the others', async () => {
    const csv = await sentFrom('2024')
    const text = bytesOf(csv, 'reviews.csv').toString('utf8').replace(',PN6', '')
    const found = await read(replace(csv, 'reviews.csv', text))
    const refused = found.all.filter((r) => r.refusals.length > 0)
    assert.deepEqual(
      refused.map((r) => r.refusals[0]?.text),
      [
        'Row 5 of reviews.csv: it has 3 values where the file has 4 columns. Correct the row and send it again.',
      ],
    )
  })

  it('notes a file that does not end with a line end, since the last value may be cut', async () => {
    const csv = await sentFrom('2024')
    const text = bytesOf(csv, 'episodes.csv').toString('utf8').trimEnd()
    const { notes } = await read(replace(csv, 'episodes.csv', text))
    assert.deepEqual(notes, [
      'episodes.csv does not end with a line end. If it was cut short, export it again.',
    ])
  })

  it('takes the year it is told', async () => {
    assert.equal((await read(await sentFrom('2024'), 2026)).year, 2026)
  })
})

describe('a file that is broken as a whole gets one sentence', () => {
  it('when its letters are not text', async () => {
    const csv = await sentFrom('2024')
    for (const bytes of [
      Buffer.from([0, 1, 2, 3, 255]),
      Buffer.from([0xff, 0xfe, 0x41]),
      Buffer.from([0xef, 0xbb, 0xbf, 0xff]),
    ]) {
      assert.match(
        await whyNot(replace(csv, 'episodes.csv', bytes)),
        /episodes.csv is not a text file/,
      )
    }
  })

  it('when columns are missing or there twice, or nothing is in it', async () => {
    const csv = await sentFrom('2024')
    const header = bytesOf(csv, 'header.csv').toString('utf8')
    assert.match(
      await whyNot(replace(csv, 'header.csv', header.replace('DOB', 'D').replace('SEX', 'S'))),
      /header.csv has no column SEX, DOB. Export it again with them/,
    )
    assert.match(
      await whyNot(replace(csv, 'header.csv', header.replace('SEX', 'DOB'))),
      /has the column DOB twice/,
    )
    assert.match(await whyNot(replace(csv, 'header.csv', '')), /header.csv is empty/)
    const [names] = header.split('\n')
    assert.match(
      await whyNot(replace(csv, 'header.csv', `${names}\n`)),
      /The return names no child/,
    )
  })

  it('when it was cut short', async () => {
    const csv = await sentFrom('2024')
    const episodes = bytesOf(csv, 'episodes.csv')
    assert.match(
      await whyNot(replace(csv, 'episodes.csv', episodes.subarray(0, 500))),
      /episodes.csv stops in the middle of a row/,
    )
    assert.match(
      await whyNot(replace(csv, 'episodes.csv', `${episodes.toString()}"WM1`)),
      /quotation mark that is never closed/,
    )
    const xml = await readFile(path.join(fixtures, 'return-2024.xml'))
    assert.match(await whyNot([{ name: 'a.xml', bytes: xml.subarray(0, 900) }]), /not whole XML/)
    const zip = zipOf(csv.map((s) => ({ name: s.name, body: s.bytes })))
    assert.match(
      await whyNot([{ name: 'a.zip', bytes: zip.subarray(0, zip.length - 30) }]),
      /not a whole zip file/,
    )
  })

  it('when XML brings a document type, or is not a return', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><EXPSSDA903>&b;</EXPSSDA903>'
    assert.match(await whyNotXml(bomb), /begins with a document type/)
    assert.match(await whyNotXml('<EXPSSDA903><CHILD>&b;</CHILD></EXPSSDA903>'), /not whole XML/)
    assert.match(await whyNotXml('<Message/>'), /not an SSDA903 return: it begins with <Message>/)
    assert.match(await whyNotXml('<a>'.repeat(20)), /not an SSDA903 return/)
    assert.match(await whyNotXml(`<EXPSSDA903>${'<a>'.repeat(20)}`), /nested deeper/)
  })

  it('when a zip would fill the machine, lies about its size, is damaged or locked', async () => {
    const zeros = Buffer.alloc(8 * 1024 * 1024, 48)
    assert.match(
      await whyNot(zipSent([{ name: 'header.csv', body: zeros }])),
      /would unpack to far more/,
    )
    assert.match(
      await whyNot(zipSent([{ name: 'header.csv', body: 'x', claims: 3_000_000_000 }])),
      /would unpack to far more/,
    )
    const many = Array.from({ length: 300 }, (_, i) => ({ name: `${i}.csv`, body: 'x' }))
    assert.match(await whyNot(zipSent(many)), /holds 300 files/)
    const lying = [{ name: 'header.csv', body: zeros.subarray(0, 900_000), claims: 900 }]
    assert.match(await whyNot(zipSent(lying)), /is damaged/)
    assert.match(
      await whyNot(zipSent([{ name: 'header.csv', body: 'x', encrypted: true }])),
      /protected with a password/,
    )
    const csv = await sentFrom('2024')
    const whole = zipOf(csv.map((s) => ({ name: s.name, body: s.bytes })))
    for (let at = 45; at < 60; at += 1) whole[at] = 0x5a
    assert.match(await whyNot([{ name: 'r.zip', bytes: whole }]), /is damaged|not a whole zip/)
  })

  it('when it is larger than any return, without reading it', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'waymark-return-'))
    try {
      const file = await open(path.join(folder, 'header.csv'), 'w')
      await file.truncate(2 * 1024 * 1024 * 1024)
      await file.close()
      const began = worked()
      const source = await openPath(folder)
      await assert.rejects(
        readReturn(source, { today }),
        /header.csv is 2048 MB, and a return is never more than 200 MB/,
      )
      await assert.rejects(openPath(path.join(folder, 'header.csv')), /never more than 200 MB/)
      assert.ok(worked() - began < 1000)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('when it is not there, or nothing of it is a return', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'waymark-return-'))
    try {
      await writeFile(path.join(folder, 'notes.docx'), 'x')
      await assert.rejects(
        openPath(path.join(folder, 'nowhere')),
        /no file or folder called nowhere/,
      )
      const source = await openPath(folder)
      await assert.rejects(readReturn(source, { today }), /No file of the return was found/)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('whatever bytes arrive', () => {
  /** Cuts, doubles and overwrites pieces of a good file, as broken systems and lines do. */
  const mangles = fc.array(
    fc.record({
      at: fc.nat({ max: 3000 }),
      remove: fc.nat({ max: 40 }),
      insert: fc.oneof(
        fc.uint8Array({ maxLength: 8 }),
        fc
          .constantFrom('"', ',', '\n', '<', '&', '\0', '<![CDATA[', '\uFEFF')
          .map((s) => Buffer.from(s)),
      ),
    }),
    { minLength: 1, maxLength: 6 },
  )
  it('there are rows or one sentence, never a crash', async () => {
    const csv = await sentFrom('2024')
    const xml = await readFile(path.join(fixtures, 'return-2024.xml'))
    const zip = zipOf(csv.map((s) => ({ name: s.name, body: s.bytes })))
    const broken = fc
      .tuple(fc.constantFrom('xml', 'zip', ...csv.map((s) => s.name)), mangles)
      .map(([what, how]) => {
        if (what === 'xml') return [{ name: 'a.xml', bytes: mangled(xml, how) }]
        if (what === 'zip') return [{ name: 'r.zip', bytes: mangled(zip, how) }]
        return replace(csv, what, mangled(bytesOf(csv, what), how))
      })
    await fc.assert(
      fc.asyncProperty(broken, async (sent) => {
        try {
          const found = await read(sent)
          assert.equal(found.all.length, found.rowCount)
          for (const row of found.all) {
            assert.ok(FILE_KINDS.includes(row.kind))
            assert.ok(row.refusals.length > 0 || row.child !== '')
          }
        } catch (problem) {
          assert.ok((whyUnreadable(problem) ?? '').length > 20, String(problem))
        }
      }),
      { numRuns: 300, interruptAfterTimeLimit: 20_000 },
    )
  })
})

const shared = sharedData('ssda903', 'fake_data')
describe('the published invented return of 2,675 children', { skip: !existsSync(shared) }, () => {
  it('is read whole: every child, and the few rows that cannot be true refused', async () => {
    const found = await readReturn(await openPath(shared), { today })
    const refused: string[] = []
    let children = 0
    for await (const row of found.rows()) {
      if (row.refusals.length > 0) refused.push(row.kind)
      else if (row.kind === 'header') children += 1
    }
    assert.equal(found.year, 2018)
    assert.equal(children, 2675)
    assert.ok(refused.length < 150)
    assert.ok(!refused.includes('header') && !refused.includes('episodes'))
    assert.ok(found.leftOut.some((l) => l.name === 'placed_for_adoption_errors.csv'))
  })
})
