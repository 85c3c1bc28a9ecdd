import assert from 'node:assert/strict'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { exchangeAll, exchangingFor } from '../src/commands/between.ts'
import { encodeWaiting, readCard } from '#domains/between-councils/index.ts'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from './support/builders.ts'
import { ada, hal, ivy, kit, meg, sys, zoe } from './support/people.ts'
import { type Fields, world, type World } from './support/world.ts'

/**
 * Two installations with a database each, and a matcher that is a process of its own. In both the
 * council is called Northmere, since the tests' people are the same: its keys are not.
 */
const root = path.resolve(import.meta.dirname, '..')
const run = promisify(execFile)

type Matcher = {
  readonly card: string
  readonly folder: string
  readonly stop: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof at === 'object' && at ? at.port : 0
}

const main = ['src/main.ts', 'matching']

async function startMatcher(folder: string, cards: readonly string[]): Promise<Matcher> {
  const port = await freePort()
  const key = path.join(folder, 'matcher.key')
  const address = `http://127.0.0.1:${port}`
  const made = await run(
    process.execPath,
    [...main, 'new-key', '--name', 'A matcher', '--key', key, '--address', address],
    { cwd: root },
  )
  await mkdir(path.join(folder, 'cards'))
  for (const [n, card] of cards.entries())
    await writeFile(path.join(folder, 'cards', `${n}.json`), card)
  const post = path.join(folder, 'post')
  const started = spawn(
    process.execPath,
    [...main, 'match', '--serve', String(port), '--key', key].concat([
      '--cards',
      path.join(folder, 'cards'),
      '--folder',
      post,
    ]),
    // No word of a database reaches it.
    { cwd: root, env: { PATH: process.env['PATH'], WAYMARK_DATA: path.join(folder, 'none') } },
  )
  await opened(started)
  return {
    card: made.stdout,
    folder: post,
    stop: async () => {
      const gone = new Promise((resolve) => started.once('exit', resolve))
      started.kill('SIGTERM')
      await gone
    },
  }
}

function opened(started: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    started.stdout?.on('data', (text: Buffer) => {
      said += text.toString()
      if (said.includes('open at port')) resolve()
    })
    started.stderr?.on('data', (text: Buffer) => {
      said += text.toString()
    })
    started.once('exit', () => reject(new Error(`The matcher ended: ${said}`)))
  })
}

const cardIn = (html: string): string =>
  (/<code>([\s\S]*?)<\/code>/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"')
const groupsIn = (html: string): string =>
  /<strong>((?:[0-9a-f]{4} ?){8})<\/strong>/.exec(html)?.[1] ?? ''

async function know(w: World, card: string, groups: string): Promise<void> {
  const res = await w.post(meg, '/between/partners/add', {
    card,
    groups,
    how: 'Rang the switchboard',
  })
  assert.equal(res.statusCode, 303, res.payload.slice(0, 3000))
}

const OURS = {
  tell: 'at_once',
  ringName: 'The duty social worker',
  ringPhone: '01632 960 001',
} as const

async function named(w: World, child: ChildId, names: readonly string[], born: string) {
  for (const name of names)
    await w.db
      .insertInto('waymark.child_name')
      .values({ child_id: child, name, kind: 'on_documents', script: 'Latn' })
      .execute()
  await w.db
    .insertInto('waymark.date_of_birth_claim')
    .values({ child_id: child, earliest: born, latest: born, precision: 'day', source: 'document' })
    .execute()
}

describe('the same child in two councils', () => {
  let north: World
  let south: World
  let folder = ''
  let matcher: Matcher
  let here: ChildId
  let there: ChildId
  let other: ChildId
  const clock = () => new Date()
  const round = async () => {
    for (let n = 0; n < 3; n++)
      for (const w of [north, south]) await exchangeAll({ db: w.web, keys: w.keys }, clock)
  }
  const one = async (w: World, table: string, where = 'true') => {
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(`waymark.${table}`)} where ${sql.raw(where)}`.execute(w.db)
    return rows
  }
  const partnerOf = async (w: World, kind: string) =>
    String((await one(w, 'between_partner', `kind = '${kind}'`))[0]?.['id'])

  before(async () => {
    north = await world()
    south = await world()
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-between-'))
    const pages = [await north.get(meg, '/between'), await south.get(meg, '/between')]
    const cards = pages.map((p) => cardIn(p.payload))
    matcher = await startMatcher(folder, cards)
    const theirs = readCard(matcher.card)
    assert.ok(theirs)
    const groups = theirs.fingerprint.slice(0, 32)
    await know(north, cards[1] ?? '', groupsIn(pages[1]?.payload ?? ''))
    await know(south, cards[0] ?? '', groupsIn(pages[0]?.payload ?? ''))
    for (const w of [north, south]) await know(w, matcher.card, groups)
    here = await aChild(north, { knownAs: 'Hằng', account: kit })
    await named(north, here, ['Nguyễn Thị Thu Hằng'], '2009-04-12')
    // Names that no invented decoy has: a decoy may by chance be like a child of a usual name.
    other = await aChild(north, { knownAs: 'Siosaia' })
    await named(north, other, ['Siosaia Fonoti Vainikolo'], '2008-11-02')
    there = await aChild(south, { knownAs: 'Hang' })
    await named(south, there, ['Thu Hang Nguyen', 'Hang Nguyen Thi'], '2009-04-12')
    const stranger = await aChild(south, { knownAs: 'Zbyszko' })
    await named(south, stranger, ['Zbyszko Krzywousty'], '2007-01-01')
  })

  after(async () => {
    await matcher?.stop()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  const asks = async (more: Fields = {}) =>
    north.post(meg, '/between/ask', {
      partner: await partnerOf(north, 'council'),
      matcher: await partnerOf(north, 'matcher'),
      purpose: 'known_elsewhere',
      why: 'Children move between us. Section 11 of the Children Act 2004.',
      ...OURS,
      ...more,
    })

  /** A yes, two files of encodings, the matcher on the command line, and bands taken in on the page. */
  const byHand = async (waits: string, code: string) => {
    const yes = await south.post(meg, `/between/runs/${waits}`, {
      do: 'accept',
      version: '1',
      ...OURS,
      tell: 'not_yet',
      tellBecause: 'Somebody reads their telephones',
    })
    assert.equal(yes.statusCode, 303, yes.payload.slice(0, 2000))
    const out = async (w: World, kind: string) => {
      const rows = await one(
        w,
        'between_message',
        `direction = 'out' and kind = '${kind}' and run_code = '${code}'`,
      )
      return String(rows[0]?.['message'])
    }
    assert.equal(
      (await north.post(meg, '/between/take-in', { text: await out(south, 'answer') })).statusCode,
      303,
    )
    const files: string[] = []
    for (const w of [north, south]) {
      const council = await exchangingFor({ db: w.web, keys: w.keys }, 'NORTHMERE', clock)
      assert.ok(council)
      await encodeWaiting(council)
      const file = path.join(folder, `${files.length}.json`)
      await writeFile(file, await out(w, 'encodings'))
      files.push(file)
    }
    // The lead of one said not yet: the entry of then names no child.
    const { rows: entries } = await sql<{ named: number }>`
      select cardinality(shown) as named from waymark.audit_entry where action = 'between.encode' order by id desc limit 1`.execute(
      south.db,
    )
    assert.equal(entries[0]?.named, 0)
    assert.match((await south.get(meg, `/between/runs/${waits}`)).payload, /2 do not see it yet/)
    const bands = path.join(folder, 'bands')
    const args = ['match', ...files, '--key', path.join(folder, 'matcher.key')].concat([
      '--cards',
      path.join(folder, 'cards'),
      '--out',
      bands,
    ])
    const made = await run(process.execPath, [...main, ...args], { cwd: root })
    const names = made.stdout.trim().split('\n')
    assert.equal(names.length, 2)
    for (const w of [north, south]) {
      const texts = await Promise.all(names.map((name) => readFile(name, 'utf8')))
      const took = await Promise.all(texts.map((text) => w.post(meg, '/between/take-in', { text })))
      assert.deepEqual(
        took.map((t) => t.statusCode).toSorted((a, b) => a - b),
        [303, 422],
        'each opens its own only',
      )
      assert.equal((await one(w, 'between_run', `code = '${code}'`))[0]?.['state'], 'compared')
    }
    // The same files a second time are refused, and so is the run.
    await assert.rejects(run(process.execPath, [...main, ...args], { cwd: root }), /compared once/)
  }

  it('is not asked about by a manager of one team, nor by anybody else', async () => {
    assert.equal((await north.get(hal, '/between/ask')).statusCode, 403)
    assert.equal((await north.get(ada, '/between')).statusCode, 403)
    assert.equal((await north.get(zoe, '/between')).statusCode, 403)
    assert.equal((await north.get(ivy, '/between')).statusCode, 200)
  })

  it('is encoded nowhere before both leads have said yes', async () => {
    const asked = await asks()
    assert.equal(asked.statusCode, 303, asked.payload.slice(0, 2000))
    await round()
    const [question] = await one(south, 'between_run')
    assert.deepEqual(
      [question?.['side'], question?.['state'], question?.['their_lead']],
      ['answers', 'asked', meg.name],
    )
    for (const w of [north, south]) assert.deepEqual(await one(w, 'between_row'), [])
  })

  it('is found, and both leads see only a band', async () => {
    const [question] = await one(south, 'between_run')
    const url = `/between/runs/${String(question?.['id'])}`
    const page = await south.get(meg, url)
    assert.match(page.payload, /Waits for a lead here/)
    const refused = await south.post(meg, url, {
      do: 'accept',
      version: '1',
      ...OURS,
      ringPhone: 'x',
    })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.payload, /The duty social worker/)
    const yes = await south.post(meg, url, {
      do: 'accept',
      version: '1',
      ...OURS,
      ringName: 'Their duty desk',
    })
    assert.equal(yes.statusCode, 303, yes.payload.slice(0, 2000))
    await round()
    const [ours] = await one(north, 'between_pair')
    const [theirs] = await one(south, 'between_pair')
    assert.deepEqual(
      [ours?.['child_id'], theirs?.['child_id'], ours?.['token'] === theirs?.['token']],
      [here, there, true],
    )
    assert.equal(ours?.['band'], theirs?.['band'])
    assert.ok(['very_alike', 'alike'].includes(String(ours?.['band'])))
    assert.equal((await one(north, 'between_pair')).length, 1)
    assert.equal(ours?.['their_name'], null)
  })

  it('was told to the young person among who looked, as staff see it on the record', async () => {
    const looked = await north.get(kit, '/me/who-looked')
    assert.match(looked.payload, /Compared lists with another council, in code/)
    assert.match((await north.get(ada, `/children/${here}/between`)).payload, /We asked/)
    assert.match((await north.get(ada, `/children/${other}/between`)).payload, /Nobody so far/)
  })

  it('reveals whom to ring, and only that, once both leads have said yes', async () => {
    const [ours] = await one(north, 'between_pair')
    const at = `/children/${here}/between/${String(ours?.['id'])}`
    assert.equal(
      (await north.post(ada, at, { answer: 'yes', because: 'x', version: '1' })).statusCode,
      403,
    )
    assert.equal(
      (await north.post(meg, at, { answer: 'yes', because: '', version: '1' })).statusCode,
      422,
    )
    assert.equal(
      (await north.post(meg, at, { answer: 'yes', because: 'She asked for it', version: '1' }))
        .statusCode,
      303,
    )
    await round()
    const [waiting] = await one(south, 'between_pair')
    assert.ok(waiting?.['their_yes_at'])
    assert.equal(waiting['their_name'], null)
    assert.equal((await one(north, 'between_pair'))[0]?.['their_name'], null)
    const thereAt = `/children/${there}/between/${String(waiting['id'])}`
    const version = String(waiting['version'])
    assert.equal(
      (await south.post(meg, thereAt, { answer: 'yes', because: 'To find her family', version }))
        .statusCode,
      303,
    )
    await round()
    const page = await north.get(meg, at)
    assert.match(page.payload, /Ring <bdi>Their duty desk<\/bdi>/)
    assert.equal(page.payload.includes('Thu Hang'), false)
    assert.match((await south.get(meg, thereAt)).payload, /The duty social worker/)
  })

  it('left no name, no key and no encodings at the matcher', async () => {
    // With their spaces and accents: such a word cannot come about by chance in sealed bytes.
    const words = 'Thu Hang|Hang Nguyen|Hằng|Nguyễn|Siosaia Fonoti|Zbyszko Krzywousty|duty '
    const { stdout } = await run('grep', ['-rlaiE', words, matcher.folder]).catch(() => ({
      stdout: '',
    }))
    assert.equal(stdout, '')
    const { stdout: left } = await run('ls', [path.join(matcher.folder, 'runs')])
    assert.match(left.trim(), /^[0-9a-f-]{36}\.compared$/)
  })

  it('is not compared a second time, whoever sends the run again', async () => {
    const earlier = await one(north, 'between_pair')
    const [code] = (await one(north, 'between_run')).map((r) => String(r['code']))
    const sent = await one(north, 'between_message', `direction = 'out' and kind = 'pair'`)
    const text = String(sent[0]?.['message'])
    const again = await fetch(new URL('/messages', readCard(matcher.card)?.address), {
      method: 'POST',
      body: text,
    })
    assert.equal(again.status, 202)
    await round()
    assert.deepEqual(await one(north, 'between_pair'), earlier)
    assert.ok((await stat(path.join(matcher.folder, 'runs', `${code}.compared`))).isFile())
  })

  it('has one answer for whoever is unknown, broken or somewhere else', async () => {
    const address = readCard(matcher.card)?.address
    const sent = await one(north, 'between_message', `direction = 'out' and kind = 'pair'`)
    const good = JSON.parse(String(sent[0]?.['message'])) as Record<string, string>
    const tries: readonly (readonly [string, string])[] = [
      ['/messages', 'nothing'],
      ['/messages', JSON.stringify({ ...good, from: 'a'.repeat(64) })],
      ['/messages', JSON.stringify({ ...good, run: '00000000-0000-4000-8000-000000000000' })],
      ['/messages', JSON.stringify({ ...good, extra: 1 })],
      [
        '/collect',
        JSON.stringify({
          from: good['from'],
          at: new Date().toISOString(),
          signature: good['signature'],
        }),
      ],
      ['/elsewhere', ''],
    ]
    const answers = await Promise.all(
      tries.map(async ([place, body]) => {
        const res = await fetch(new URL(place, address), { method: 'POST', body })
        return `${res.status} ${await res.text()}`
      }),
    )
    assert.equal(new Set(answers).size, 1)
    assert.match(answers[0] ?? '', /^404 /)
  })

  it('is told later where a lead said not yet: once, by whoever stands beside them, on the day it happened', async () => {
    const [told] = await one(north, 'between_run', `side = 'asks'`)
    const runId = String(told?.['id'])
    const looked = async () =>
      (
        (await north.get(kit, '/me/who-looked')).payload.match(
          /Compared lists with another council/g,
        ) ?? []
      ).length
    const at = `/children/${here}/between/told/${runId}`
    // They were told at once: there is nothing to say later, on a page or past it.
    assert.equal((await north.post(ada, at, { safeNow: 'x' })).statusCode, 404)
    const past = (because: string) =>
      north.acting(ada, (tx) =>
        sql`insert into waymark.between_told (run_id, child_id, because) values (${runId}, ${here}, ${because})`.execute(
          tx,
        ),
      )
    await assert.rejects(past('They know'), /only who was compared and was not told/)
    const before = await looked()
    assert.ok(before > 0)
    // The same question as if the lead had said not yet, and its entry had named nobody.
    await sql`update waymark.between_run set tell = 'not_yet', tell_because = 'Somebody reads their telephone',
      encoded_at = encoded_at - interval '3 days' where id = ${runId}`.execute(north.db)
    const page = await north.get(ada, `/children/${here}/between`)
    assert.match(page.payload, /They do not see this yet/)
    assert.match(page.payload, /Somebody reads their telephone/)
    assert.equal((await north.post(hal, at, { safeNow: 'x' })).statusCode, 404)
    assert.equal((await north.post(kit, at, { safeNow: 'x' })).statusCode, 403)
    assert.match((await north.post(ada, at, { safeNow: ' ' })).payload, /Enter why it is safe now/)
    assert.equal(await looked(), before)
    assert.equal((await north.post(ada, at, { safeNow: 'They have a new number' })).statusCode, 303)
    assert.equal((await north.post(ada, at, { safeNow: 'Again' })).statusCode, 409)
    assert.equal(await looked(), before + 1)
    const { rows } = await north.acting(kit, (tx) =>
      sql<{ at: Date; actor_name: string }>`
        select at, actor_name from waymark.who_looked(${here}) where action = 'between.encode' order by at limit 1`.execute(
        tx,
      ),
    )
    const [run] = await one(north, 'between_run', `id = '${runId}'`)
    assert.deepEqual([rows[0]?.at, rows[0]?.actor_name], [run?.['encoded_at'], meg.name])
    assert.match(
      (await north.get(ada, `/children/${here}/between`)).payload,
      /They see it since .*<bdi>Ada/,
    )
    const { rows: acts } = await sql<{ action: string }>`
      select action from waymark.audit_entry where action = 'between.tell' and outcome = 'done' and child_id = ${here}`.execute(
      north.db,
    )
    assert.ok(acts.length > 0)
    await assert.rejects(
      sql`update waymark.between_told set because = 'x'`.execute(north.web),
      /permission denied/,
    )
  })

  it('is told to all of a question by a lead, and by no other manager', async () => {
    const [question] = await one(north, 'between_run', `side = 'asks'`)
    const url = `/between/runs/${String(question?.['id'])}`
    const tell = (who: typeof meg, safeNow: string) => north.post(who, url, { do: 'tell', safeNow })
    assert.match((await north.get(meg, url)).payload, /Of those compared, 1 does not see it yet/)
    assert.equal((await tell(hal, 'They are safe')).statusCode, 404)
    assert.equal((await tell(meg, '')).statusCode, 422)
    assert.equal((await tell(meg, 'They all moved')).statusCode, 303)
    const rows = await one(north, 'between_told')
    assert.deepEqual(new Set(rows.map((r) => r['child_id'])), new Set([here, other]))
    assert.match((await north.get(meg, url)).payload, /all of them by now/)
    assert.match((await tell(meg, 'Again')).payload, /changed meanwhile/)
  })

  it('leaves out who is kept out, and who said no unless somebody is missing', async () => {
    const wish = (who: typeof ada, child: ChildId, value: string) =>
      north.post(who, `/children/${child}/between`, { wish: value, because: 'They told us' })
    assert.equal((await wish(ada, other, 'kept_out')).statusCode, 422)
    assert.equal((await wish(meg, other, 'kept_out')).statusCode, 303)
    assert.equal((await wish(ada, other, 'agreed')).statusCode, 422)
    assert.equal((await wish(ada, here, 'not_agreed')).statusCode, 303)
    const { recordsFor } = await import('../src/domains/between-councils/records.queries.ts')
    const who = (purpose: 'missing' | 'known_elsewhere' | 'later_lives') =>
      north.acting(sys, async (tx) => (await recordsFor(tx, purpose, undefined)).map((r) => r.id))
    assert.deepEqual(await who('missing'), [here])
    assert.deepEqual(await who('known_elsewhere'), [])
    assert.deepEqual(await who('later_lives'), [])
    await wish(ada, here, 'agreed')
    assert.deepEqual(await who('later_lives'), [here])
    await wish(ada, here, 'not_agreed')
    assert.deepEqual(await who('later_lives'), [], 'a yes taken back drops from the next one')
  })

  it('forgets the key when a question ends, in every version of it too', async () => {
    const [mine] = await one(north, 'between_run')
    const ended = await north.post(meg, `/between/runs/${String(mine?.['id'])}`, {
      do: 'end',
      endedBecause: 'Done',
    })
    assert.equal(ended.statusCode, 303)
    await round()
    for (const w of [north, south]) {
      const [over] = await one(w, 'between_run')
      assert.deepEqual([over?.['state'], over?.['own_key']], ['ended', null])
      assert.deepEqual(await one(w, 'row_history', `table_name = 'between_run'`), [])
    }
  })

  it('is asked so often in a day and no more, and what was typed stays', async () => {
    assert.equal((await asks()).statusCode, 303)
    assert.equal((await asks()).statusCode, 303)
    const one_too_many = await asks()
    assert.equal(one_too_many.statusCode, 422)
    assert.match(one_too_many.payload, /As many questions went to this council today/)
    assert.match(one_too_many.payload, /Section 11 of the Children Act 2004/)
  })

  it('goes by hand as well, with the same files', async () => {
    const sent = await one(
      north,
      'between_message',
      `direction = 'out' and kind = 'proposal' and run_code in (select code from waymark.between_run where state = 'asked')`,
    )
    const file = await north.get(meg, `/between/messages/${String(sent[0]?.['id'])}`)
    assert.equal(file.statusCode, 200)
    const took = await south.post(meg, '/between/take-in', { text: file.payload })
    assert.equal(took.statusCode, 303, took.payload.slice(0, 2000))
    const again = await south.post(meg, '/between/take-in', { text: file.payload })
    assert.match(again.payload, /Nothing was done a second time/)
    const changed = await south.post(meg, '/between/take-in', {
      text: file.payload.replace('proposal', 'answer'),
    })
    assert.equal(changed.statusCode, 422)
    assert.match(changed.payload, /This was not taken/)
    const [waits] = await one(south, 'between_run', `state = 'asked'`)
    assert.equal(waits?.['side'], 'answers')
    await byHand(String(waits?.['id']), String(waits?.['code']))
  })
})
