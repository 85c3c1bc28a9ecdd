import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, afterEach, before, describe, it } from 'node:test'
import { keepExchanging } from '../src/commands/between.ts'
import {
  identityOf,
  openComparedRuns,
  openFolder,
  openPostOffice,
} from '#domains/between-councils/index.ts'
import { freePort } from './support/free-port.ts'
import { meg } from './support/people.ts'
import { drawnFrom } from './support/sent-encodings.ts'
import { OUR_SIDE, twoCouncils, type TwoCouncils } from './support/two-councils.ts'
import type { World } from './support/world.ts'

const EVERY = 30_000
const LONG = 60_000

describe('a server that knows another council', () => {
  let two: TwoCouncils
  let folder = ''
  let server: Server
  let collected = 0
  let running: NodeJS.Timeout | undefined

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-rounds-'))
    const port = await freePort()
    const matcher = identityOf(drawnFrom('A matcher'), {
      kind: 'matcher',
      name: 'A matcher',
      address: `http://127.0.0.1:${port}`,
    })
    two = await twoCouncils(matcher)
    const kept = await openFolder(path.join(folder, 'post'))
    server = openPostOffice({
      identity: matcher,
      cards: two.cards,
      folder: {
        ...kept,
        waitingFor: (card, now) => {
          collected++
          return kept.waitingFor(card, now)
        },
      },
      compared: await openComparedRuns(path.join(folder, 'compared')),
      clock: () => new Date(),
      workers: 0,
      say: () => undefined,
    })
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  })
  afterEach(() => clearInterval(running))
  after(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await rm(folder, { recursive: true, force: true })
  })

  const reached = (w: World) => ({ db: w.web, keys: w.keys })
  const runs = (w: World) => two.rows(w, 'between_run')
  const wrong: unknown[] = []
  const unexpected = (error: unknown) => wrong.push(error)
  /** Until it is so, by the clock of the machine, which the test does not set. */
  async function until(holds: () => Promise<boolean> | boolean, meanwhile = () => {}) {
    const end = Date.now() + LONG
    while (!(await holds())) {
      assert.ok(Date.now() < end, 'it did not come about')
      meanwhile()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  it('sends and brings when its half minute has come, not before, one round at a time', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] })
    const asked = await two.north.post(meg, '/between/ask', {
      partner: await two.idOf(two.north, 'council'),
      matcher: await two.idOf(two.north, 'matcher'),
      purpose: 'known_elsewhere',
      why: 'Children move between us',
      ...OUR_SIDE,
    })
    assert.equal(asked.statusCode, 303)
    const gone = async () =>
      (await two.rows(two.north, 'between_message', `direction = 'out' and gone_at is null`))
        .length === 0
    running = keepExchanging(reached(two.north), unexpected)
    t.mock.timers.tick(EVERY - 1)
    // Whatever a round would do, it would have begun in this turn of the loop or soon after.
    await two.north.get(meg, '/between')
    assert.deepEqual([await gone(), collected], [false, 0])
    t.mock.timers.tick(1)
    t.mock.timers.tick(3 * EVERY)
    await until(gone)
    await until(() => collected > 0)
    assert.equal(collected, 1, 'the turns that came while a round went were not rounds')
    await until(
      () => collected === 2,
      () => t.mock.timers.tick(EVERY),
    )
    clearInterval(running)
    // The other council's server brings it, by its own round.
    assert.deepEqual(await runs(two.south), [])
    running = keepExchanging(reached(two.south), unexpected)
    t.mock.timers.tick(EVERY)
    await until(async () => (await runs(two.south)).length === 1)
    assert.equal((await runs(two.south))[0]?.['state'], 'asked')
    assert.deepEqual(wrong, [])
  })

  it('says that a round failed, and goes on with the next', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] })
    const failures: unknown[] = []
    let broken = true
    const south = reached(two.south)
    running = keepExchanging(
      {
        keys: south.keys,
        get db() {
          if (broken) throw new Error('no database just now')
          return south.db
        },
      },
      (error) => failures.push(error),
    )
    const earlier = collected
    t.mock.timers.tick(EVERY)
    await until(() => failures.length === 1)
    assert.match(String(failures[0]), /no database just now/)
    assert.equal(collected, earlier)
    broken = false
    await until(
      () => collected > earlier,
      () => t.mock.timers.tick(EVERY),
    )
    assert.equal(failures.length, 1)
  })
})
