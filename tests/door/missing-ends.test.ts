import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { londonWallClock } from '#kernel/london-time.ts'
import { moment, REPORT, reported } from '#domains/missing/missing.fixture.ts'
import { softwareAuthenticator } from '#domains/people/authenticator.fixture.ts'
import { askedByScript, visitor, type Visitor } from '#domains/people/visitor.fixture.ts'
import { atTheDoor } from '#platform/db/unit-of-work.ts'
import { startSession } from '#platform/http/sessions.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, gus, meg, sam, type TestPerson } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { accountOf, comeIn, shownCode, withCode, wordsOn } from './young.ts'

/** Three hours ago: codes and sessions have the clock of the machine, and nobody can be missing from later on. */
const SINCE = moment(
  'since',
  londonWallClock(new Date(Date.now() - 3 * 60 * 60 * 1000)).replace('T', ' '),
)

/** Whether somebody who has this browser in their hand reads the young person's pages. */
const reads = async (v: Visitor, url = '/me'): Promise<boolean> =>
  (await v.get(url)).statusCode === 200

describe('a young person who becomes missing: all by which somebody could come in or read as them', () => {
  let w: World
  const missing = (child: ChildId, by: TestPerson = ada) => reported(w, by, child, SINCE)
  const options = (v: Visitor, url: string, typed?: Record<string, string>) =>
    askedByScript(w, v, url, typed)
  const begun = async (child: ChildId, more: object) => {
    const person = await accountOf(w, child)
    const token = await atTheDoor(w.web, (door) =>
      startSession(door, {
        person,
        step: 'signed-in',
        address: '192.0.2.1',
        device: '',
        ...more,
      }),
    )
    const v = visitor(w)
    v.setCookie(token)
    return v
  }
  const open = async (child: ChildId) =>
    (
      await sql<{ n: number }>`select count(*)::integer as n from waymark.session
        where person_id = ${await accountOf(w, child)} and ended_at is null`.execute(w.db)
    ).rows[0]?.n

  before(async () => {
    w = await world()
  })

  for (const who of [ada, meg, gus, sam]) {
    it(`is signed out wherever they are, whoever beside them reports it: ${who.role}, ${who.name}`, async () => {
      const child = await aChild(w, { allocatedTo: [ada, gus, sam] })
      const own = await comeIn(w, child)
      const borrowed = await comeIn(w, child, { whose: 'borrowed' })
      const handed = await begun(child, { handed: { child, by: ada.id } })
      await begun(child, { step: 'second-factor' })
      assert.ok((await reads(own)) && (await reads(borrowed)))
      assert.ok(await reads(handed, '/me/give-back'))
      await missing(child, who)
      for (const v of [own, borrowed]) assert.equal(await reads(v), false)
      assert.equal(await reads(handed, '/me/give-back'), false)
      assert.equal(await open(child), 0)
    })
  }

  it('is signed out when they are away as well, and not by a report that was not taken', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    const url = `/children/${child}/missing/report`
    const wrong = await w.post(ada, url, { ...REPORT, ...SINCE, risk: '' })
    assert.equal(wrong.statusCode, 422)
    assert.ok(await reads(v))
    await reported(w, ada, child, { ...SINCE, kind: 'away' })
    assert.equal(await reads(v), false)
  })

  it('has no code, no square and no PIN that still open, and no passkey', async () => {
    const child = await aChild(w, {})
    const device = softwareAuthenticator('http://localhost')
    const v = await comeIn(w, child)
    await v.get('/me/way-in')
    const asked = await options(v, '/me/way-in/passkey/options')
    await v.send('/me/way-in/passkey', { response: device.add(asked) })
    await v.get('/me/way-in/pin')
    assert.equal((await v.send('/me/way-in/pin', { pin: '409173' })).statusCode, 303)
    // The square on a worker's screen holds the same figures: whoever photographed it has no more than them.
    const code = await shownCode(w, child)
    const passkey = visitor(w)
    await passkey.get('/in/mine')
    const question = await options(passkey, '/sign-in/passkey/options')
    await missing(child)
    assert.equal((await withCode(w, code)).res.statusCode, 422)
    assert.match((await v.get('/in/pin')).payload, /does not know your PIN any more/)
    const shown = await passkey.send('/in/passkey', { response: device.show(question) })
    assert.match(shown.payload, /The passkey did not work/, 'asked before, answered afterwards')
    assert.equal(await open(child), 0)
  })

  it('gives nothing more to an address that was open: the phone’s key, files, copies, what was handed on', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    const own = ['/me/device', '/me/calendar/keep', '/me/by-day.pdf', '/me/record', '/me/kept']
    for (const url of own) assert.ok(await reads(v, url), url)
    const leave = /href="(\/leave\?t=[^"]+)"/.exec((await v.get('/me')).payload)?.[1] ?? ''
    await missing(child)
    for (const url of own) {
      const answer = await v.get(url)
      assert.notEqual(answer.statusCode, 200, url)
      assert.doesNotMatch(answer.payload, /"key"|BEGIN:VCALENDAR|%PDF/)
    }
    assert.notEqual((await v.get(leave)).statusCode, 200)
    const stranger = visitor(w)
    for (const url of [leave, ...own]) assert.equal(await reads(stranger, url), false, url)
  })

  it('all of it in the transaction that writes the search down', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    await v.get('/me/way-in/pin')
    await v.send('/me/way-in/pin', { pin: '409173' })
    await shownCode(w, child)
    await missing(child)
    const person = await accountOf(w, child)
    const { rows } = await sql<{ told: string; tx: string }>`
      select 'search' as told, xmin::text as tx from waymark.missing_episode where child_id = ${child}
      union all select 'told', xmin::text from waymark.sessions_ended where child_id = ${child}
      union all select 'session', xmin::text from waymark.session where person_id = ${person}
      union all select 'code', xmin::text from waymark.way_in_code where person_id = ${person} and ended_at is not null
      union all select 'pin', xmin::text from waymark.pin_device where person_id = ${person}`.execute(
      w.db,
    )
    const kinds = rows.map((row) => row.told).toSorted()
    assert.deepEqual(kinds, ['code', 'pin', 'search', 'session', 'told'])
    assert.equal(new Set(rows.map((row) => row.tx)).size, 1)
  })

  it('does not let in whoever is coming in with a code that very moment', async () => {
    const child = await aChild(w, {})
    await shownCode(w, child)
    const person = await accountOf(w, child)
    const report = await atTheDoor(w.web, async (door) => {
      // As the door does: the code is spent and the session begins, and none of it is committed yet.
      await sql`update waymark.way_in_code set used_at = now() where person_id = ${person}`.execute(
        door,
      )
      await startSession(door, { person, step: 'signed-in', address: '192.0.2.1', device: '' })
      const going = missing(child)
      await untilSomebodyWaits()
      return { going }
    })
    await report.going
    assert.equal(await open(child), 0)
  })

  it('leaves the three words, by which somebody who is missing can still write, and says that they were signed out', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    await v.get('/me/way-in')
    const { name, words } = wordsOn((await v.send('/me/way-in/words')).payload)
    await missing(child)
    const back = visitor(w)
    await back.get('/in/mine')
    await back.send('/in/mine', { name, words })
    const first = (await back.follow()).payload
    assert.match(first, /You were signed out everywhere/)
    assert.doesNotMatch(first, /school gate|police/i)
  })

  async function untilSomebodyWaits(): Promise<void> {
    for (let tries = 0; tries < 400; tries += 1) {
      const { rows } = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(w.db)
      if (rows.length > 0) return
      await pause(25)
    }
    throw new Error('The report waits for nobody')
  }
})
