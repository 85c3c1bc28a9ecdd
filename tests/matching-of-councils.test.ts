import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readCard, readOut } from '#domains/between-councils/index.ts'
import { WrongArguments } from '../src/commands/command.ts'
import { aChild } from './support/builders.ts'
import { freePort } from './support/free-port.ts'
import { ran, ranAt, serving, typed } from './support/matching-command.ts'
import { meg } from './support/people.ts'
import { OUR_SIDE, partnerId, rowsOf } from './support/two-councils.ts'
import { world, type World } from './support/world.ts'

/** Names that no invented decoy has, so that nobody is found by chance. */
const OURS = ['Siosaia Fonoti Vainikolo', 'Zbyszko Krzywousty']
const THEIRS = ['Vainikolo Siosaia Fonoti', 'Tuomas Hyvönen-Räikkä']
const NAMES = /Siosaia|Fonoti|Vainikolo|Zbyszko|Krzywousty|Tuomas|Hyvönen/
const CODE = ['--organisation', 'NORTHMERE']

describe('the command line of two installations', () => {
  let north: World
  let south: World
  let folder = ''
  let stop = async (): Promise<void> => undefined
  const at = (...parts: readonly string[]) => path.join(folder, ...parts)
  const runOf = async (w: World) => await rowsOf(w, 'between_run', 'true order by asked_at')
  let proposed: readonly string[] = []
  const said = new Set<string>()
  /** A command at one of the two. What it printed is kept, to look for names in all of it. */
  const doing = async (w: World, ...args: readonly string[]) => {
    const done = await ranAt(w)(...args)
    for (const line of [...done.out, done.err]) said.add(line)
    return done
  }
  const encode = async (w: World, into: string) => doing(w, 'encode', ...CODE, '--out', at(into))
  const reveal = async (w: World, files: readonly string[]) => doing(w, 'reveal', ...CODE, ...files)
  const know = async (w: World, text: string) => {
    const card = readCard(text)
    assert.ok(card)
    const groups = readOut(card.fingerprint)
    const res = await w.post(meg, '/between/partners/add', { card: text, groups, how: 'Rang' })
    assert.equal(res.statusCode, 303, res.payload.slice(0, 2000))
  }
  const ask = async () => {
    const asked = await north.post(meg, '/between/ask', {
      partner: await partnerId(north, 'council'),
      matcher: await partnerId(north, 'matcher'),
      purpose: 'known_elsewhere',
      why: 'Children move between us',
      ...OUR_SIDE,
    })
    assert.equal(asked.statusCode, 303, asked.payload.slice(0, 2000))
  }
  const accept = async () => {
    const waits = (await runOf(south)).find((run) => run['state'] === 'asked')
    const res = await south.post(meg, `/between/runs/${String(waits?.['id'])}`, {
      do: 'accept',
      version: '1',
      ...OUR_SIDE,
    })
    assert.equal(res.statusCode, 303, res.payload.slice(0, 2000))
  }

  before(async () => {
    north = await world()
    south = await world()
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-of-councils-'))
    for (const [w, names] of [
      [north, OURS],
      [south, THEIRS],
    ] as const)
      for (const [n, name] of names.entries()) {
        const child = await aChild(w, {
          knownAs: 'Kit',
          bornOn: n ? `200${names === OURS ? 7 : 9}-01-30` : '2008-11-02',
        })
        const row = { child_id: child, name, kind: 'on_documents', script: 'Latn' } as const
        await w.db.insertInto('waymark.child_name').values(row).execute()
      }
  })
  after(async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('prints the card that the page shows, and what to read out', async () => {
    const cards: string[] = []
    for (const w of [north, south]) {
      const { code, stdout, stderr } = await typed(folder, ['card', ...CODE], {
        DATABASE_URL: w.webUrl,
        WAYMARK_DATA: w.keysFolder,
      })
      assert.equal(code, 0, stderr)
      const card = readCard(stdout)
      assert.equal(card?.kind, 'council')
      assert.equal(stderr, `Read out over the telephone: ${readOut(card.fingerprint)}\n`)
      const page = (await w.get(meg, '/between')).payload
      assert.ok(page.includes(readOut(card.fingerprint)))
      assert.ok(page.replaceAll('&quot;', '"').includes(stdout.trim()))
      cards.push(stdout)
    }
    const address = `http://127.0.0.1:${await freePort()}`
    const key = ['--key', at('m.key')]
    const made = await ran('new-key', '--name', 'A matcher', ...key, '--address', address)
    assert.equal(made.code, 0, made.err)
    await mkdir(at('cards'))
    for (const [n, card] of cards.entries()) await writeFile(at('cards', `${n}.json`), card)
    for (const w of [north, south]) await know(w, made.out.join('\n'))
    await know(north, cards[1] ?? '')
    await know(south, cards[0] ?? '')
    stop = await serving(
      'match',
      '--serve',
      new URL(address).port,
      ...key,
      '--cards',
      at('cards'),
      '--folder',
      at('post'),
    )
  })

  it('is asked, answered, encoded, matched and revealed by files, and prints no name', async () => {
    await ask()
    const proposal = await encode(north, 'n1')
    assert.deepEqual([proposal.code, proposal.err], [0, '0 questions encoded, 1 files written'])
    assert.match(path.basename(proposal.out[0] ?? ''), /^proposal-[\w-]+\.json$/)
    assert.equal((await stat(proposal.out[0] ?? '')).mode & 0o777, 0o600)
    proposed = proposal.out
    const heard = await reveal(south, proposed)
    assert.match(heard.out.join('\n'), /: proposal, question \S+, 0 children of ours$/)
    await accept()
    const theirs = await encode(south, 's1')
    assert.equal(theirs.err, '1 questions encoded, 2 files written')
    const kind = (files: readonly string[], name: string) =>
      files.find((file) => path.basename(file).startsWith(`${name}-`)) ?? ''
    assert.equal((await reveal(north, [kind(theirs.out, 'answer')])).code, 0)
    const ours = await encode(north, 'n2')
    assert.equal(ours.err, '1 questions encoded, 1 files written')
    const encodings = [kind(ours.out, 'encodings'), kind(theirs.out, 'encodings')]
    for (const file of encodings)
      assert.doesNotMatch(await readFile(file, 'utf8'), /Vainikolo|Krzywousty/)
    const bands = await ran(
      'match',
      ...encodings,
      '--key',
      at('m.key'),
      '--cards',
      at('cards'),
      '--out',
      at('bands'),
    )
    assert.equal(bands.out.length, 2, bands.err)
    for (const w of [north, south]) {
      const took = await reveal(w, bands.out)
      assert.equal(took.code, 1, 'the bands of the other are not ours to open')
      assert.match(took.err, /^1 of 2 files were not taken, or came before/)
      assert.equal(took.out.length, 1)
      assert.match(took.out[0] ?? '', /: bands, question \S+, [1-9]\d* children of ours$/)
    }
    // Among what was found is that child, under one token; a decoy may be like another by chance.
    const tokens = await Promise.all(
      [north, south].map(async (w) => {
        const its = `child_id in (select child_id from waymark.child_name where name ~ 'Vainikolo')`
        return (await rowsOf(w, 'between_pair', its)).map((pair) => String(pair['token']))
      }),
    )
    assert.ok(tokens[0]?.some((token) => tokens[1]?.includes(token)))
    assert.doesNotMatch([...said].join('\n'), NAMES)
  })

  it('writes nothing a second time, and takes nothing a second time', async () => {
    const again = await encode(north, 'n3')
    assert.deepEqual([again.code, again.out], [0, []])
    assert.equal(again.err, '0 questions encoded, 0 files written')
    const before = await rowsOf(south, 'between_run')
    const took = await reveal(south, proposed)
    assert.deepEqual([took.code, took.out], [1, []])
    assert.match(took.err, /^1 of 1 files were not taken, or came before\. Nothing was changed/)
    assert.deepEqual(await rowsOf(south, 'between_run'), before)
  })

  it('exchanges everything once with a matcher over HTTP, and says how much it did', async () => {
    const count = async (w: World) => {
      const { code, out } = await doing(w, 'exchange')
      assert.equal(code, 0)
      return Number(/^(\d+) things were sent, brought or encoded$/.exec(out[0] ?? '')?.[1])
    }
    assert.equal(await count(north), 0)
    await ask()
    assert.equal(await count(north), 1)
    assert.equal(await count(south), 1)
    await accept()
    for (let n = 0; n < 3; n++) for (const w of [north, south]) await count(w)
    for (const w of [north, south])
      assert.deepEqual(
        (await runOf(w)).map((run) => run['state']),
        ['compared', 'compared'],
      )
    assert.doesNotMatch([...said].join('\n'), NAMES)
  })

  it('refuses an organisation that is not here, and files that are nothing, with 1', async () => {
    for (const act of [['card'], ['encode', '--out', at('x')], ['reveal', ...proposed]]) {
      const done = await doing(north, ...act, '--organisation', 'NOWHERE')
      assert.deepEqual([done.code, done.out], [1, []])
      assert.equal(done.err, 'There is no organisation NOWHERE here')
    }
    await writeFile(at('nothing.json'), '{"Siosaia": 1}')
    const done = await reveal(north, [at('nothing.json'), at('none.json')])
    assert.deepEqual([done.code, done.out], [1, []])
    assert.match(done.err, /^2 of 2 files were not taken/)
    assert.doesNotMatch([...said].join('\n'), NAMES)
  })

  for (const [what, args, sentence] of [
    ['no organisation', ['card'], /for which organisation, by its code: --organisation/],
    ['a file for a card', ['card', 'x.json', ...CODE], /Nothing is known of x\.json/],
    ['nowhere to write', ['encode', ...CODE], /where the files are to be written: --out/],
    ['no file to take in', ['reveal', ...CODE], /Say which files came/],
    ['a file to exchange', ['exchange', 'x.json'], /Nothing is known of x\.json/],
  ] as const)
    it(`is called wrongly with ${what}`, async () => {
      await assert.rejects(
        doing(north, ...args),
        (error) => error instanceof WrongArguments && sentence.test(error.message),
      )
    })
})
