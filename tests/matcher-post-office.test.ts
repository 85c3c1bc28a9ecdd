import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import {
  openComparedRuns,
  openFolder,
  openPostOffice,
  readMessage,
} from '#domains/between-councils/index.ts'
import type { PostFolder } from '../src/domains/between-councils/match/post-folder.ts'
import {
  callOf,
  type Message,
  messageOf,
} from '../src/domains/between-councils/protocol/message.rules.ts'
import { rowsFrom, sentEncodings, someone } from './support/sent-encodings.ts'

const [north, south] = [someone('council', 'North'), someone('council', 'South')]
const matcher = someone('matcher', 'A matcher')
const HOUR = 60 * 60 * 1000
const USED = 'Encodings of this run came before. A run is compared once.'
const OFTEN = 'Too much came from here in a short time. Try again later.'
const runOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

describe('the post office of a matcher', () => {
  let folder = ''
  let server: Server
  let address = ''
  let now = new Date()
  let said: string[] = []
  let touched: string[] = []

  const send = async (message: Message, place = '/messages') => {
    const body = JSON.stringify(message)
    const res = await fetch(new URL(place, address), { method: 'POST', body })
    return { status: res.status, body: (await res.json()) as { refused?: string } }
  }
  const encodings = (
    side: 'asks' | 'answers',
    run = runOf(1),
    given?: Parameters<typeof sentEncodings>[0]['given'],
  ) => {
    const [from, other] = side === 'asks' ? [north, south] : [south, north]
    return sentEncodings({ run, from, other, matcher, side, now, ...(given ? { given } : {}) })
  }
  const waiting = async (who: typeof north) => {
    const body = JSON.stringify(callOf(who, matcher.card, now))
    const res = await fetch(new URL('/collect', address), { method: 'POST', body })
    return ((await res.json()) as { messages: readonly unknown[] }).messages.map((m) =>
      readMessage(JSON.stringify(m)),
    )
  }
  const comparisons = () => said.filter((line) => line.startsWith('compared a run')).length

  /** Says which of its acts were asked for, in their order. */
  const watched = (kept: PostFolder): PostFolder => ({
    put: (message) => (touched.push('put'), kept.put(message)),
    waitingFor: (card, at) => (touched.push('waitingFor'), kept.waitingFor(card, at)),
    keepEncodings: (message) => (touched.push('keepEncodings'), kept.keepEncodings(message)),
    encodingsOf: (run) => (touched.push('encodingsOf'), kept.encodingsOf(run)),
    forgetEncodings: (run) => (touched.push('forgetEncodings'), kept.forgetEncodings(run)),
  })

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-post-'))
    ;[now, said, touched] = [new Date(), [], []]
    await open()
  })
  async function open() {
    server = openPostOffice({
      identity: matcher,
      cards: [north.card, south.card],
      folder: watched(await openFolder(path.join(folder, 'post'))),
      compared: await openComparedRuns(path.join(folder, 'compared')),
      clock: () => now,
      workers: 0,
      say: (line) => said.push(line),
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    const at = server.address()
    address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  }
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  afterEach(async () => {
    await close()
    await rm(folder, { recursive: true, force: true })
  })

  it('compares a run once, whoever sends its encodings again, the same or changed', async () => {
    const [ours, theirs] = [encodings('asks'), encodings('answers')]
    assert.equal((await send(ours)).status, 202)
    // Sent again before the others are there: it is here, and nothing is done a second time.
    assert.equal((await send(ours)).status, 202)
    const other = encodings('asks', runOf(1), { bytes: rowsFrom('another try', 64) })
    assert.deepEqual(await send(other), { status: 422, body: { refused: USED } })
    assert.equal((await send(theirs)).status, 202)
    assert.equal(comparisons(), 1)
    const bands = await Promise.all([north, south].map(waiting))
    assert.deepEqual(
      bands.map((b) => b.map((m) => m.kind)),
      [['bands'], ['bands']],
    )
    const changed = encodings('answers', runOf(1), { bytes: rowsFrom('another try', 64) })
    for (const again of [ours, theirs, other, changed])
      assert.deepEqual(await send(again), { status: 422, body: { refused: USED } })
    assert.equal(comparisons(), 1)
    assert.deepEqual(await Promise.all([north, south].map(waiting)), bands)
    assert.equal((await readFile(path.join(folder, 'compared'), 'utf8')).split('\n').length, 3)
  })

  it('knows it after it was started anew, and with another folder', async () => {
    const [ours, theirs] = [encodings('asks'), encodings('answers')]
    for (const message of [ours, theirs]) assert.equal((await send(message)).status, 202)
    await close()
    await open()
    assert.deepEqual(await send(ours), { status: 422, body: { refused: USED } })
    await close()
    await rm(path.join(folder, 'post'), { recursive: true })
    await open()
    assert.equal((await send(ours)).status, 202)
    assert.deepEqual(await send(theirs), { status: 422, body: { refused: USED } })
    assert.equal(comparisons(), 1)
    assert.deepEqual(await waiting(north), [])
    const left = await readdir(path.join(folder, 'post', 'runs'))
    assert.deepEqual(left, [`${runOf(1)}.compared`], 'the encodings are gone again')
  })

  it('does the same before it refuses a file, whether or not the other council’s is there', async () => {
    const hostile = (n: number) => [
      encodings('answers', runOf(n), { bytes: new Uint8Array(64 * 128).fill(255) }),
      encodings('answers', runOf(n), { bytes: new Uint8Array(64 * 128) }),
      encodings('answers', runOf(n), { bytes: rowsFrom('short', 63) }),
      encodings('answers', runOf(n), { suite: 'clk-1' }),
    ]
    assert.equal((await send(encodings('asks', runOf(2)))).status, 202)
    const told = async (n: number) => {
      touched = []
      const answers = await Promise.all(hostile(n).map((message) => send(message)))
      return { answers, touched }
    }
    const [alone, beside] = [await told(1), await told(2)]
    assert.deepEqual(
      alone.answers.map((a) => a.status),
      [422, 422, 422, 422],
    )
    assert.deepEqual(beside, alone)
    assert.deepEqual(beside.touched, [], 'nothing that is kept was looked at')
    // And a refusal uses nothing up: the run goes on.
    assert.equal((await send(encodings('answers', runOf(2)))).status, 202)
    assert.equal(comparisons(), 1)
  })

  it('takes twenty runs of a council in a day and no more, and keeps nothing of the one too many', async () => {
    for (let n = 1; n <= 20; n++)
      assert.equal((await send(encodings('asks', runOf(n)))).status, 202)
    assert.deepEqual(await send(encodings('asks', runOf(21))), {
      status: 422,
      body: { refused: OFTEN },
    })
    const kept = (await readdir(path.join(folder, 'post', 'runs'))).filter(
      (name) => name.startsWith(runOf(21)) && name.endsWith('.json'),
    )
    assert.deepEqual(kept, [])
    // Another council has its own twenty, and this one has more when a day has passed.
    assert.equal((await send(encodings('answers', runOf(22)))).status, 202)
    now = new Date(now.getTime() + 24 * HOUR)
    assert.equal((await send(encodings('asks', runOf(23)))).status, 202)
  })

  it('takes three hundred messages of a council in an hour and no more', async () => {
    const message = messageOf(north, {
      kind: 'pair',
      run: runOf(1),
      to: south.card,
      body: Buffer.from('{}'),
      now,
    })
    for (let n = 0; n < 300; n++) assert.equal((await send(message)).status, 202)
    assert.deepEqual(await send(message), { status: 422, body: { refused: OFTEN } })
    assert.equal((await waiting(south)).length, 1)
    now = new Date(now.getTime() + HOUR)
    assert.equal((await send(message)).status, 202)
  })

  it('says to nobody outside that its memory is broken, and compares when it is whole again', async () => {
    const [ours, theirs] = [encodings('asks'), encodings('answers')]
    await send(ours)
    const file = path.join(folder, 'compared')
    await writeFile(file, 'half a li')
    const refused = await send(theirs)
    assert.equal(refused.status, 500)
    assert.equal(JSON.stringify(refused.body).includes('compared'), false)
    assert.match(said.join('\n'), /is broken at line 1/)
    assert.equal(comparisons(), 0)
    await rm(file)
    assert.equal((await send(theirs)).status, 202)
    assert.equal(comparisons(), 1)
  })
})
