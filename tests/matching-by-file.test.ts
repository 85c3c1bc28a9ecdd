import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { identityOf } from '#domains/between-councils/index.ts'
import { generatePairs } from '#domains/matching/index.ts'
import { encodingsBody } from '../src/domains/between-councils/match/check-encodings.rules.ts'
import { SUITE } from '../src/domains/between-councils/encode/encoder.rules.ts'
import { messageOf } from '../src/domains/between-councils/protocol/message.rules.ts'
import { readCard } from '../src/domains/between-councils/protocol/bodies.form.ts'
import { ran, type Ran } from './support/matching-command.ts'

const root = path.resolve(import.meta.dirname, '..')
const exec = promisify(execFile)

describe('two councils without an installation, and a matcher', () => {
  let folder = ''
  const at = (...parts: readonly string[]) => path.join(folder, ...parts)
  /** As somebody types it, in a shell of their own with no word of a database. */
  const shell = async (line: string): Promise<readonly string[]> => {
    const { stdout } = await exec('sh', ['-c', line], {
      cwd: folder,
      env: { PATH: process.env['PATH'], W: path.join(root, 'waymark'), WAYMARK_DATA: at('none') },
    })
    return stdout.trim().split('\n')
  }
  const found = async (run: string, kind: string): Promise<string> =>
    at(run, (await readdir(at(run))).find((name) => name.startsWith(`${kind}-`)) ?? '')
  const north = ['--key', 'a.key', '--run', 'a']
  const inFolder = (args: readonly string[]) =>
    args.map((arg) =>
      !path.isAbsolute(arg) && /\.(?:key|json|csv)$|^[ab]$|^run-/.test(arg) ? at(arg) : arg,
    )
  const here = (...args: readonly string[]) => ran(...inFolder(args))

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-by-file-'))
    const { left, right } = generatePairs({ pairs: 120, seed: 7 })
    await writeFile(at('a.csv'), left)
    await writeFile(at('b.csv'), right)
    await mkdir(at('cards'))
  })
  after(async () => rm(folder, { recursive: true, force: true }))

  it('ask, encode, match and reveal two CSV files in a shell', async () => {
    const keys = [
      ['a.key', 'cards/a.json', '--name', 'North', '--council'],
      ['b.key', 'cards/b.json', '--name', 'South', '--council'],
      ['m.key', 'matcher.json', '--name', 'A matcher'],
    ] as const
    for (const [key, card, ...who] of keys) {
      const made = await ran('new-key', '--key', at(key), ...who)
      await writeFile(at(card), made.out.join('\n'))
    }
    assert.equal((await stat(at('a.key'))).mode & 0o777, 0o600)
    const question = await asked('a')
    const read = await ran('answer', question, ...others('b.key', 'a'))
    assert.match(read.out.join(' '), /North asks, by Meg: .*\nChildren move between us/)
    const said = await ran(
      'answer',
      question,
      '--lead',
      'Sam',
      ...others('b.key', 'a'),
      '--run',
      at('b'),
    )
    assert.deepEqual(await shell(`$W matching reveal ${said.out[0]} --key a.key --run a`), [
      'The other council answered',
    ])
    const [one] = await shell('$W matching encode a.csv --key a.key --run a')
    const [other] = await shell('$W matching encode b.csv --key b.key --run b')
    const bands = await shell(
      `$W matching match ${one} ${other} --key m.key --cards cards --out bands`,
    )
    assert.equal(bands.length, 2)
    const kept = await readFile(at('a', 'question.json'), 'utf8')
    assert.equal(/"key":/.test(kept), false, 'the key is forgotten when it is used')
    assert.equal((await stat(at('a', 'question.json'))).mode & 0o777, 0o600)
  })

  it('say the ids of their own rows by band, the likeliest first, and are right', async () => {
    const truth = new Map(
      generatePairs({ pairs: 120, seed: 7 })
        .truth.trim()
        .split('\r\n')
        .slice(1)
        .map((row) => {
          const [left = '', right = ''] = row.split(',')
          return [left, right] as const
        }),
    )
    const bands = (await readdir(at('bands'))).map((name) => at('bands', name))
    const a = await here('reveal', ...bands, ...north)
    assert.equal(a.code, 1, 'each opens its own only')
    const b = await here('reveal', ...bands, '--key', 'b.key', '--run', 'b')
    const idsOf = ({ out }: Ran, band: RegExp) =>
      out.filter((line) => band.test(line)).map((line) => line.split('\t')[0] ?? '')
    const likely = /\t(?:very_alike|alike)$/
    const [ours, theirs] = [idsOf(a, likely), new Set(idsOf(b, likely))]
    const right = ours.filter((id) => theirs.has(truth.get(id) ?? ''))
    assert.ok(right.length > 60, `${right.length} of 120`)
    assert.ok(right.length / ours.length > 0.75, `${right.length} of ${ours.length}`)
    const order = ['very_alike', 'alike', 'perhaps']
    const places = a.out.map((line) => order.indexOf(line.split('\t')[1] ?? ''))
    assert.deepEqual(
      places,
      places.toSorted((x, y) => x - y),
    )
    // Of the other file nothing is in it: no id, and no name of ours either.
    assert.equal(
      a.out.some((line) => /[\u0600-\u06ff]|[A-Z][a-z]+ [A-Z]/.test(line)),
      false,
    )
  })

  it('say whom to ring when both leads have said yes, and only then', async () => {
    const kept = JSON.parse(await readFile(at('a', 'question.json'), 'utf8')) as {
      pairs: { token: string; id: string; band: string }[]
    }
    const there = JSON.parse(await readFile(at('b', 'question.json'), 'utf8')) as typeof kept
    const both = kept.pairs.flatMap((pair) => {
      const other = there.pairs.find((one) => one.token === pair.token)
      return other ? [{ pair, other }] : []
    })
    const first = both.find(({ pair }) => pair.band === 'very_alike')
    assert.ok(first)
    const us = ['--ring-name', 'Meg at duty', '--ring-phone', '01632 960 001', ...north]
    const them = [
      '--ring-name',
      'Sam at duty',
      '--ring-phone',
      '01632 960 002',
      '--key',
      'b.key',
      '--run',
      'b',
    ]
    const yes = await here('yes', first.pair.id, ...us)
    assert.equal(yes.code, 0, yes.err)
    const pairs = yes.out.filter((name) => path.basename(name).startsWith('pair-'))
    const heard = await ran('reveal', ...pairs, '--key', at('b.key'), '--run', at('b'))
    assert.ok(
      heard.out.some(
        (line) => line.startsWith(`${first.other.id}\t`) && line.includes('Their lead said yes'),
      ),
    )
    assert.equal(heard.out.join(' ').includes('Meg at duty'), false)
    const back = await here('yes', first.other.id, ...them)
    const files = back.out.filter((name) => /^(?:pair|ring)-/.test(path.basename(name)))
    const told = await ran('reveal', ...files, '--key', at('a.key'), '--run', at('a'))
    assert.match(told.out.join('\n'), /Ring Sam at duty, 01632 960 002/)
    const ring = told.out.filter((name) => path.basename(name).startsWith('ring-'))
    assert.ok(ring.length > 0)
    const last = await ran('reveal', ...ring, '--key', at('b.key'), '--run', at('b'))
    assert.match(last.out.join('\n'), /Ring Meg at duty/)
    assert.match((await here('yes', 'nobody-of-ours', ...us)).err, /No such record waits/)
  })

  it('answer by themselves, weeks later, a yes that got none: of a child and of nobody alike', async () => {
    const file = at('b', 'question.json')
    const kept = JSON.parse(await readFile(file, 'utf8')) as {
      replies: { token: string; due: string; done: boolean }[]
    }
    const due = new Date(Date.now() - 60_000).toISOString()
    const [noted] = kept.replies
    assert.ok(noted)
    const days = (Date.parse(noted.due) - Date.now()) / 86_400_000
    assert.ok(days > 13.9 && days < 28.1, `${days}`)
    // One of nobody, and one of a child of ours of whom nothing was said.
    const there = JSON.parse(await readFile(file, 'utf8')) as {
      pairs: { token: string; ourYes: boolean }[]
    }
    const silent = there.pairs.find((pair) => !pair.ourYes)?.token ?? ''
    const decoy = '00000000-0000-4000-8000-000000000001'
    const replies = [
      ...kept.replies.map((reply) => ({ ...reply, due })),
      ...[silent, decoy].map((token) => ({ token, due, done: false })),
    ]
    await writeFile(file, JSON.stringify({ ...kept, replies }))
    const made = await here('reveal', '--key', 'b.key', '--run', 'b')
    assert.equal(made.code, 0)
    assert.equal(made.out.length, 2)
    assert.ok(made.out.every((name) => path.basename(name).startsWith('nobody-')))
    const sizes = await Promise.all(made.out.map(async (name) => (await stat(name)).size))
    assert.equal(new Set(sizes).size, 1)
    assert.deepEqual((await here('reveal', '--key', 'b.key', '--run', 'b')).out, [], 'once')
  })

  it('refuse a file that is no list of people, each with a sentence that repeats nothing of it', async () => {
    await askedAndAnswered('run-bad')
    const files: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      [
        'ragged',
        'id,name,dob\n1,Ann Secret,2009-01-01\n2,Ben\n',
        /line 3 has 2 cells where the header has 3/,
      ],
      ['utf16', Buffer.from('\ufeffid,name\n1,Ann Secret\n', 'utf16le'), /is UTF-16/],
      ['latin1', Buffer.from('id,name\n1,Zo\u00eb Secret\n', 'latin1'), /is not UTF-8/],
      [
        'empty',
        'id,given_name,surname,dob\n1,,,2009-01-01\n2,,,2009-02-01\n',
        /Every name in .* is empty/,
      ],
      ['nothing', '', /is empty/],
      ['header', 'id,name\n', /has a header and no rows/],
      ['columns', 'id,shoe\n1,43\n', /no column with a usual name/],
      ['quotes', 'id,name\n1,"Ann Secret\n', /opens a quotation/],
      ['twice', 'id,name\n1,Ann Secret\n1,Ben Secret\n', /line 3 has an id that came before/],
      [
        'same',
        `id,name,dob\n${Array.from({ length: 1_000_000 }, (_, n) => `${n},Ann Secret,2009-01-01`).join('\n')}\n`,
        /More than 2000 rows/,
      ],
    ]
    for (const [name, text, sentence] of files) {
      await writeFile(at(`${name}.csv`), text)
      const res = await here('encode', `${name}.csv`, '--key', 'a.key', '--run', 'run-bad')
      assert.equal(res.code, 1, name)
      assert.match(res.err, sentence)
      assert.equal(/Secret/.test(res.err), false)
    }
    assert.match(
      (await here('encode', 'none.csv', '--key', 'a.key', '--run', 'run-bad')).err,
      /cannot be read/,
    )
    // Nothing of it used the question up.
    const good = await here('encode', 'a.csv', '--key', 'a.key', '--run', 'run-bad')
    assert.equal(good.code, 0, good.err)
    const again = await here('encode', 'a.csv', '--key', 'a.key', '--run', 'run-bad')
    assert.deepEqual(
      [again.code, again.err],
      [1, 'This question was encoded before. Each is encoded once; ask anew.'],
    )
  })

  it('refuse another key, another kind of file and a question that is there already', async () => {
    const other = await here('encode', 'a.csv', '--key', 'b.key', '--run', 'a')
    assert.match(other.err, /belongs to another key/)
    const matcher = await here('encode', 'a.csv', '--key', 'm.key', '--run', 'a')
    assert.match(matcher.err, /is not the key file of a council/)
    const council = await ran(
      'match',
      at('a.csv'),
      at('b.csv'),
      '--key',
      at('a.key'),
      '--cards',
      at('cards'),
      '--out',
      at('x'),
    )
    assert.match(council.err, /is not the key file of a matcher/)
    assert.match(
      (await here('reveal', 'a.csv', '--key', 'a.key', '--run', 'run-none')).err,
      /holds no question/,
    )
    assert.match(
      (await here('encode', 'a.csv', '--key', 'a.key', '--run', 'a')).err,
      /encoded before/,
    )
    const twice = await here(
      'ask',
      '--purpose',
      'missing',
      '--why',
      'x',
      '--lead',
      'Meg',
      ...others('a.key', 'b'),
      '--run',
      'a',
    )
    assert.match(twice.err, /holds a question already/)
    await assert.rejects(
      here(
        'ask',
        '--purpose',
        'sport',
        '--why',
        'x',
        '--lead',
        'Meg',
        ...others('a.key', 'b'),
        '--run',
        'run-x',
      ),
      /--purpose is one of/,
    )
    // Bands, and the answer, a second time.
    const bands = (await readdir(at('bands'))).map((name) => at('bands', name))
    assert.match((await here('reveal', ...bands, ...north)).err, /2 of 2 files were not taken/)
    // Before the other has said yes there is no key.
    await asked('run-early')
    assert.match(
      (await here('encode', 'a.csv', '--key', 'a.key', '--run', 'run-early')).err,
      /Both leads have not said yes/,
    )
  })

  it('are refused by the matcher when rows are not of children, and when a run comes again', async () => {
    const secret = JSON.parse(await readFile(at('b.key'), 'utf8')) as { secret: string }
    const south = identityOf(Buffer.from(secret.secret, 'hex'), { kind: 'council', name: 'South' })
    const to = readCard(await readFile(at('matcher.json'), 'utf8'))
    const sent = await found('a', 'encodings')
    const { run } = JSON.parse(await readFile(sent, 'utf8')) as { run: string }
    assert.ok(to)
    const rows = 64
    const tries: readonly (readonly [string, number, Uint8Array, RegExp])[] = [
      ['ones', rows, new Uint8Array(rows * 128).fill(255), /so few or so many bits set/],
      ['zeros', rows, new Uint8Array(rows * 128), /so few or so many bits set/],
      [
        'short',
        rows,
        new Uint8Array(randomBytes(rows * 128 - 1)),
        /64 rows of 128 bytes are 8192 bytes, and there are 8191/,
      ],
      ['few', 3, new Uint8Array(3 * 128).fill(0x55), /fewer than 64 rows/],
      ['same', rows, new Uint8Array(rows * 128).fill(0x11), /say exactly the same/],
    ]
    const matching = (file: string) =>
      ran('match', sent, file, '--key', at('m.key'), '--cards', at('cards'), '--out', at('hostile'))
    for (const [name, count, bytes, sentence] of tries) {
      const head = {
        terms: 'a'.repeat(64),
        side: 'answers' as const,
        other: 'b'.repeat(64),
        suite: SUITE.name,
      }
      const body = encodingsBody({ ...head, rows: count, bytes })
      await writeFile(
        at(`${name}.json`),
        JSON.stringify(messageOf(south, { kind: 'encodings', run, to, body, now: new Date() })),
      )
      const res = await matching(at(`${name}.json`))
      assert.equal(res.code, 1, name)
      assert.match(res.err, sentence)
    }
    for (const bad of [at('a.csv'), at('none.json'), await found('a', 'proposal')])
      assert.match((await matching(bad)).err, /^This was not taken/)
    const again = await ran(
      'match',
      sent,
      await found('b', 'encodings'),
      '--key',
      at('m.key'),
      '--cards',
      at('cards'),
      '--out',
      at('bands'),
    )
    assert.match(again.err, /a run is compared once/)
  })

  const others = (key: string, to: string) => [
    '--key',
    at(key),
    '--to',
    at('cards', `${to}.json`),
    '--through',
    at('matcher.json'),
  ]
  async function asked(run: string): Promise<string> {
    const made = await here(
      'ask',
      '--purpose',
      'known_elsewhere',
      '--why',
      'Children move between us',
      '--lead',
      'Meg',
      ...others('a.key', 'b'),
      '--run',
      run,
    )
    assert.equal(made.code, 0, made.err)
    return made.out[0] ?? ''
  }
  async function askedAndAnswered(run: string): Promise<void> {
    const question = await asked(run)
    const said = await ran(
      'answer',
      question,
      '--lead',
      'Sam',
      ...others('b.key', 'a'),
      '--run',
      at(`${run}-b`),
    )
    assert.equal(said.code, 0, said.err)
    const took = await ran('reveal', said.out[0] ?? '', '--key', at('a.key'), '--run', at(run))
    assert.equal(took.code, 0, took.err)
  }
})
