import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { endEverything } from '#domains/coming-and-going/index.ts'
import { visitor } from '#domains/people/visitor.fixture.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, gus, hal, ivy, kit, meg, mia, zoe } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { accountOf, comeIn, shownCode, withCode, wordsOn } from './young.ts'

describe('signing a young person out everywhere', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const urlOf = (child: string) => `/children/${child}/signed-out`

  it('ends every session and the open code at once, and says who, when and why', async () => {
    const child = await aChild(w, { knownAs: 'Sol' })
    const [one, two] = [await comeIn(w, child), await comeIn(w, child, { whose: 'borrowed' })]
    const code = await shownCode(w, child)
    const res = await w.post(ada, urlOf(child), { why: 'missing' })
    assert.equal(res.headers.location, `${urlOf(child)}?done=yes`)
    for (const v of [one, two])
      assert.equal((await v.get('/me')).headers.location, '/in?next=%2Fme')
    assert.equal((await withCode(w, code)).res.statusCode, 422)
    const { payload } = await w.get(meg, urlOf(child))
    assert.match(payload, /by <bdi>Ada Worker<\/bdi>. They are missing/)
    assert.match(payload, /at 2 places/)
    assert.match(payload, /They have not come back and read about it yet/)
    const entry = await w.db
      .selectFrom('waymark.audit_entry')
      .selectAll()
      .where('action', '=', 'child.end-sessions')
      .where('child_id', '=', child)
      .executeTakeFirstOrThrow()
    assert.deepEqual(entry.detail, { why: 'missing', sessions: 2, devicesForgotten: false })
  })

  it('is told to the young person when they come back, once, and they see it in who looked', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    await v.get('/me/way-in')
    const { name, words } = wordsOn((await v.send('/me/way-in/words')).payload)
    await w.post(ada, urlOf(child), { why: 'device_gone', devices: 'forget' })
    const back = visitor(w)
    await back.get('/in/mine')
    await back.send('/in/mine', { name, words })
    const told = await back.follow()
    assert.match(told.payload, /You were signed out everywhere/)
    assert.match(told.payload, /Ada Worker did this on \d+ \w+ \d{4} at \d\d:\d\d/)
    assert.match(told.payload, /a phone or computer of yours was lost or taken/)
    assert.match(told.payload, /PINs and passkeys on your devices were forgotten/)
    assert.doesNotMatch(told.payload, /missing|absent/i)
    await back.send('/me/signed-out')
    assert.doesNotMatch((await back.follow()).payload, /You were signed out everywhere/)
    assert.equal((await back.get('/me/signed-out')).headers.location, '/me/start')
    assert.match((await back.get('/me/who-looked')).payload, /Signed you out everywhere/)
    assert.match((await w.get(ada, urlOf(child))).payload, /They read about it on/)
  })

  it('leaves the three words, and forgets what devices know only when asked to', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    await v.get('/me/way-in/pin')
    await v.send('/me/way-in/pin', { pin: '409173' })
    await w.post(ada, urlOf(child), { why: 'asked' })
    await v.get('/in/pin')
    assert.equal((await v.send('/in/pin', { pin: '409173' })).statusCode, 303)
    await w.post(ada, urlOf(child), { why: 'somebody_else', devices: 'forget' })
    assert.match((await v.get('/in/pin')).payload, /does not know your PIN any more/)
  })

  it('also ends a device that was handed over', async () => {
    const child = await aChild(w, {})
    await comeIn(w, child)
    const { startSession } = await import('#platform/http/sessions.ts')
    const { atTheDoor } = await import('#platform/db/unit-of-work.ts')
    const person = await accountOf(w, child)
    const token = await atTheDoor(w.web, (door) =>
      startSession(door, {
        person,
        step: 'signed-in',
        address: '192.0.2.1',
        device: '',
        handed: { child, by: ada.id },
      }),
    )
    const handed = visitor(w)
    handed.setCookie(token)
    assert.equal((await handed.get('/me/give-back')).statusCode, 200)
    await w.post(ada, urlOf(child), { why: 'missing' })
    assert.equal((await handed.get('/me/give-back')).statusCode, 303)
  })

  it('asks why, and takes no other reason', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    for (const fields of [{}, { why: 'because' }, { why: ['missing', 'asked'] }]) {
      const res = await w.post(ada, urlOf(child), fields)
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /Choose why/)
    }
    assert.equal((await v.get('/me')).statusCode, 200)
  })

  it('is done by those who stand beside the child and their managers, and by nobody else', async () => {
    const child = await aChild(w, { allocatedTo: [ada, gus] })
    await comeIn(w, child)
    for (const [person, status] of [
      [ben, 404],
      [hal, 404],
      [mia, 404],
      [ann, 403],
      [zoe, 403],
      [ivy, 403],
      [kit, 403],
    ] as const) {
      assert.equal((await w.post(person, urlOf(child), { why: 'asked' })).statusCode, status)
    }
    for (const person of [gus, meg]) {
      assert.equal((await w.post(person, urlOf(child), { why: 'asked' })).statusCode, 303)
    }
  })

  it('cannot be written, changed or marked as read by anybody whose it is not', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    await w.post(ada, urlOf(child), { why: 'asked' })
    const person = { ...kit, id: await accountOf(w, child) }
    await assert.rejects(
      w.acting(person, (tx) =>
        tx
          .insertInto('waymark.sessions_ended')
          .values({ child_id: child, why: 'asked', sessions: 0, devices_forgotten: false })
          .execute(),
      ),
      /row-level security/,
    )
    await assert.rejects(
      w.acting(person, (tx) =>
        tx.updateTable('waymark.sessions_ended').set({ why: 'missing' }).execute(),
      ),
      /permission denied/,
    )
    const changed = await w.acting(ada, (tx) =>
      tx
        .updateTable('waymark.sessions_ended')
        .set({ told_at: new Date() })
        .where('child_id', '=', child)
        .executeTakeFirst(),
    )
    assert.equal(changed.numUpdatedRows, 0n)
    assert.equal((await v.get('/me')).statusCode, 303)
  })

  it('can be called from a page of another domain, in its own transaction', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    const ended = await w.acting(ada, (tx) =>
      endEverything(tx, child, 'missing', new Date(), false),
    )
    assert.equal(ended, 1)
    assert.equal((await v.get('/me')).statusCode, 303)
    const other = await comeIn(w, child)
    await assert.rejects(
      w.acting(ada, async (tx) => {
        await endEverything(tx, child, 'missing', new Date(), false)
        throw new Error('the page failed')
      }),
    )
    assert.equal(
      (await other.get('/me/leaving')).statusCode,
      200,
      'nothing ended with a failed page',
    )
  })

  it('has nothing to end for a child without a way in', async () => {
    const child = await aChild(w, {})
    assert.match((await w.get(ada, urlOf(child))).payload, /no way in of their own/)
    assert.equal((await w.post(ada, urlOf(child), { why: 'missing' })).statusCode, 404)
    const none = await w.acting(ada, (tx) => endEverything(tx, child, 'missing', new Date(), true))
    assert.equal(none, undefined)
  })

  it('shows the newest first, and what was read only as far as it was on the page', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    await w.post(ada, urlOf(child), { why: 'asked' })
    const again = await comeIn(w, child)
    await again.get('/me/signed-out')
    await sql`select pg_sleep(0.01)`.execute(w.db)
    await w.db
      .insertInto('waymark.sessions_ended')
      .values({
        child_id: child,
        why: 'missing',
        sessions: 0,
        devices_forgotten: false,
        ended_by: ada.id,
        ended_at: new Date(),
      })
      .execute()
    await again.send('/me/signed-out')
    assert.match((await again.follow()).payload, /people did not know where you were/)
    assert.equal((await v.get('/me')).statusCode, 303)
  })
})
