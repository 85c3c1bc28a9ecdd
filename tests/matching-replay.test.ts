import assert from 'node:assert/strict'
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import {
  digestOfMessage,
  readCard,
  readMessage,
  type Identity,
  writtenCard,
} from '#domains/between-councils/index.ts'
import type { Terminal } from '../src/commands/command.ts'
import { readKey } from '../src/commands/key-file.ts'
import { matchingCommand } from '../src/commands/matching.ts'
import { rowsFrom, sentEncodings, someone } from './support/sent-encodings.ts'

const ONCE = /a run is compared once/
const run = '00000000-0000-4000-8000-00000000000a'
const now = new Date('2026-11-21T10:00:00Z')
const [north, south] = [someone('council', 'North'), someone('council', 'South')]

async function ran(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const terminal: Terminal = {
    settings: {
      port: 0,
      host: '127.0.0.1',
      data: '',
      databaseUrl: undefined,
      databaseAdminUrl: undefined,
      origin: undefined,
      proxies: 0,
    },
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    input: process.stdin,
    stopped: new AbortController().signal,
  }
  const code = await matchingCommand.run(args, terminal)
  return { code, out, err: err.join('\n') }
}

describe('a run that comes to the matcher again by file', () => {
  let folder = ''
  let matcher: Identity
  const at = (...parts: readonly string[]) => path.join(folder, ...parts)
  const memory = () => at('m.key.compared')
  const compare = (left: string, right: string, out: string) =>
    ran(
      'match',
      at(left),
      at(right),
      '--key',
      at('m.key'),
      '--cards',
      at('cards'),
      '--out',
      at(out),
    )
  const lines = async () => (await readFile(memory(), 'utf8')).trimEnd().split('\n')
  const put = (name: string, message: object) => writeFile(at(name), JSON.stringify(message))
  const compared = (err: string) => err.includes('% compared')

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-replay-'))
    await mkdir(at('cards'))
    await writeFile(at('cards', 'a.json'), writtenCard(north.card))
    await writeFile(at('cards', 'b.json'), writtenCard(south.card))
    const made = await ran('new-key', '--name', 'A matcher', '--key', at('m.key'))
    assert.ok(readCard(made.out.join('\n')))
    matcher = await readKey(at('m.key'), 'matcher')
    const sides = { run, matcher, now }
    await put('a.json.in', sentEncodings({ ...sides, from: north, other: south, side: 'asks' }))
    await put('b.json.in', sentEncodings({ ...sides, from: south, other: north, side: 'answers' }))
    const bytes = rowsFrom('rows that try another thing', 64)
    const changed = {
      ...sides,
      from: south,
      other: north,
      side: 'answers',
      given: { bytes },
    } as const
    await put('changed.json.in', sentEncodings(changed))
  })
  after(async () => rm(folder, { recursive: true, force: true }))
  beforeEach(async () => {
    await rm(memory(), { recursive: true, force: true })
    for (const name of await readdir(folder))
      if (name.startsWith('out')) await rm(at(name), { recursive: true, force: true })
  })

  it('is refused wherever the answer is to be written, in either order, and nothing is compared', async () => {
    const first = await compare('a.json.in', 'b.json.in', 'out-1')
    assert.equal(first.code, 0, first.err)
    assert.ok(compared(first.err))
    assert.equal((await readdir(at('out-1'))).length, 2)
    for (const [left, right, out] of [
      ['a.json.in', 'b.json.in', 'out-1'],
      ['a.json.in', 'b.json.in', 'out-2'],
      ['b.json.in', 'a.json.in', 'out-3'],
      ['a.json.in', 'changed.json.in', 'out-4'],
    ] as const) {
      const again = await compare(left, right, out)
      assert.equal(again.code, 1, out)
      assert.match(again.err, ONCE)
      assert.equal(compared(again.err), false)
      if (out !== 'out-1') await assert.rejects(stat(at(out)), /ENOENT/)
    }
    assert.equal((await lines()).length, 2, 'nothing was remembered of what was refused')
  })

  it('is remembered by its number and digests of what was sealed, for the one who runs the matcher', async () => {
    await compare('a.json.in', 'b.json.in', 'out-1')
    const text = await readFile(memory(), 'utf8')
    const words = text.replaceAll(run, '').replaceAll(/[0-9a-f]{64}/g, '')
    assert.match(words, /^(?:\{"run":"","(?:encodings|answers)":\["",""\]\}\n){2}$/)
    assert.equal((await stat(memory())).mode & 0o777, 0o600)
  })

  it('goes on after it was cut off before an answer, with the same encodings and no others', async () => {
    const both = await Promise.all(
      ['a.json.in', 'b.json.in'].map(async (name) => readMessage(await readFile(at(name), 'utf8'))),
    )
    // What is on the disk of whoever was cut off while comparing.
    const begun = { run, encodings: both.map(digestOfMessage).toSorted() }
    await writeFile(memory(), `${JSON.stringify(begun)}\n`)
    const other = await compare('a.json.in', 'changed.json.in', 'out-1')
    assert.match(other.err, /Other encodings of this run came before: a run is compared once/)
    assert.equal(compared(other.err), false)
    const same = await compare('a.json.in', 'b.json.in', 'out-2')
    assert.equal(same.code, 0, same.err)
    assert.match((await compare('a.json.in', 'b.json.in', 'out-3')).err, ONCE)
  })

  it('is given its answer, and is not compared anew, after it was cut off with the answer made', async () => {
    const first = await compare('a.json.in', 'b.json.in', 'out-1')
    const [one = '', two = ''] = first.out
    const answers = await Promise.all(first.out.map((name) => readFile(name, 'utf8')))
    // One of the two had its name, the other not yet.
    const unnamed = `${two}.${digestOfMessage(readMessage(answers[1] ?? '')).slice(0, 16)}.new`
    await rename(two, unnamed)
    // Somebody was cut off earlier still: that is nobody's answer.
    await copyFile(one, `${one}.0000000000000000.new`)
    const again = await compare('a.json.in', 'b.json.in', 'out-1')
    assert.deepEqual([again.code, again.out, compared(again.err)], [0, first.out, false])
    const texts = await Promise.all(again.out.map((name) => readFile(name, 'utf8')))
    assert.deepEqual(texts, answers)
    assert.equal((await readdir(at('out-1'))).length, 2)
    assert.match((await compare('a.json.in', 'b.json.in', 'out-1')).err, ONCE)
  })

  it('has one answer when two compare it at once', async () => {
    const both = await Promise.all(
      ['out-1', 'out-2'].map((out) => compare('a.json.in', 'b.json.in', out)),
    )
    const named = await Promise.all(
      ['out-1', 'out-2'].map(async (out) =>
        (await readdir(at(out)).catch(() => [])).filter((name) => name.endsWith('.json')),
      ),
    )
    assert.deepEqual(
      both.map((b) => b.code).toSorted((a, b) => a - b),
      [0, 1],
    )
    assert.deepEqual(
      named.map((n) => n.length).toSorted((a, b) => a - b),
      [0, 2],
    )
    assert.match(both.find((b) => b.code === 1)?.err ?? '', ONCE)
  })

  it('is not compared while the memory cannot be read, in a sentence that says so', async () => {
    await compare('a.json.in', 'b.json.in', 'out-1')
    const whole = await readFile(memory(), 'utf8')
    const broken: readonly (readonly [string, RegExp])[] = [
      [whole.slice(0, -20), /is broken at line 2\. Nothing is compared before it is whole/],
      [`what is this\n${whole}`, /is broken at line 1/],
      [whole.replace('encodings', 'Encodings'), /is broken at line 1/],
      [`${whole}\n`, /is broken at line 3/],
    ]
    for (const [text, sentence] of broken) {
      await writeFile(memory(), text)
      const res = await compare('a.json.in', 'b.json.in', 'out-2')
      assert.equal(res.code, 1)
      assert.match(res.err, sentence)
      assert.equal(compared(res.err), false)
      assert.equal(await readFile(memory(), 'utf8'), text, 'it is left as it was')
    }
    await rm(memory())
    await mkdir(memory())
    assert.match(
      (await compare('a.json.in', 'b.json.in', 'out-2')).err,
      /cannot be read \(EISDIR\)/,
    )
    await assert.rejects(stat(at('out-2')), /ENOENT/)
  })

  it('keeps what it remembered when more is compared', async () => {
    const other = '00000000-0000-4000-8000-00000000000b'
    await compare('a.json.in', 'b.json.in', 'out-1')
    const sides = { run: other, matcher, now }
    await put('c.in', sentEncodings({ ...sides, from: north, other: south, side: 'asks' }))
    await put('d.in', sentEncodings({ ...sides, from: south, other: north, side: 'answers' }))
    assert.equal((await compare('c.in', 'd.in', 'out-1')).code, 0)
    assert.equal((await lines()).length, 4)
    // Of two different runs nothing is begun.
    assert.match((await compare('a.json.in', 'd.in', 'out-2')).err, /not of one run/)
    assert.match((await compare('a.json.in', 'b.json.in', 'out-2')).err, ONCE)
    assert.match((await compare('c.in', 'd.in', 'out-2')).err, ONCE)
  })
})
