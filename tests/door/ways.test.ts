import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { visitor } from '#domains/people/visitor.fixture.ts'
import { aChild } from '#tests/support/builders.ts'
import { tokenOn } from '#tests/support/form-token.ts'
import { ada, kit } from '#tests/support/people.ts'
import { encode, world, type World } from '#tests/support/world.ts'
import { accountOf, comeIn, shownCode, withCode, wordsOn } from './young.ts'

const PIN = '409173'

describe('a way in', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  it('is not changed by somebody who finds an open device later', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    await sql`update waymark.session set created_at = now() - interval '31 minutes'
      where person_id = ${await accountOf(w, child)}`.execute(w.db)
    const { payload } = await v.get('/me/way-in')
    assert.match(payload, /sign out and come in again/)
    assert.doesNotMatch(payload, /action="\/me\/way-in\/words"/)
    const csrf = tokenOn(payload)
    for (const [url, typed] of [
      ['/me/way-in/words', {}],
      ['/me/way-in/pin', { pin: PIN }],
      ['/me/way-in/passkey', { response: '{}' }],
    ] as const) {
      const res = await w.app.inject({
        method: 'POST',
        url,
        headers: {
          cookie: `sid=${v.cookie()}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: encode({ _csrf: csrf, ...typed }),
      })
      assert.match(res.payload, /sign out and come in again/, url)
      assert.equal(res.cookies.length, 0)
    }
    const credential = await w.db
      .selectFrom('waymark.credential')
      .select('person_id')
      .where('person_id', '=', await accountOf(w, child))
      .executeTakeFirst()
    assert.equal(credential, undefined)
  })

  it('lists where they are signed in, and ends what they choose and nobody else’s', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    await v.get('/me/way-in')
    const { name, words } = wordsOn((await v.send('/me/way-in/words')).payload)
    const far = visitor(w, '198.51.100.7')
    await far.get('/in/mine')
    await far.send('/in/mine', { name, words })
    const { payload } = await v.get('/me/way-in')
    assert.match(payload, /Here, on this device/)
    const action = /action="(\/me\/way-in\/sessions\/[0-9a-f-]{36}\/end)"/.exec(payload)?.[1] ?? ''
    const stranger = await comeIn(w, await aChild(w, {}))
    await stranger.get('/me/way-in')
    const csrf = tokenOn(stranger.page())
    const stolen = await w.app.inject({
      method: 'POST',
      url: action,
      headers: {
        cookie: `sid=${stranger.cookie()}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: encode({ _csrf: csrf }),
    })
    assert.equal(stolen.statusCode, 404)
    assert.equal((await far.get('/me')).statusCode, 200)
    assert.equal((await v.send(action)).headers.location, '/me/way-in?done=ended')
    assert.equal((await far.get('/me')).statusCode, 303)
    assert.equal((await v.get('/me')).statusCode, 200)
  })

  it('begins a session of its own each time: a cookie planted before is worth nothing after', async () => {
    const child = await aChild(w, {})
    const planted = await comeIn(w, await aChild(w, { knownAs: 'Mallory' }))
    const v = visitor(w)
    v.setCookie(planted.cookie() ?? '')
    // Somebody signed in has nothing to do at the door; the form is sent all the same.
    await v.get('/me')
    const csrf = tokenOn(v.page())
    const res = await w.app.inject({
      method: 'POST',
      url: '/in/code',
      remoteAddress: '192.0.2.1',
      headers: {
        cookie: `sid=${v.cookie()}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: encode({ _csrf: csrf, code: await shownCode(w, child), whose: 'mine' }),
    })
    const token = res.cookies.find((c) => c.name === 'sid')?.value
    assert.ok(token && token !== planted.cookie())
    assert.equal((await planted.get('/me')).statusCode, 303, 'the planted session is over')
  })

  it('is not there on a worker’s device in a young person’s hands', async () => {
    await aChild(w, { account: kit })
    const { startSession } = await import('#platform/http/sessions.ts')
    const { atTheDoor } = await import('#platform/db/unit-of-work.ts')
    const { trustedId } = await import('#kernel/ids.ts')
    const child = await w.db
      .selectFrom('waymark.child')
      .select('id')
      .where('person_id', '=', kit.id)
      .executeTakeFirstOrThrow()
    const token = await atTheDoor(w.web, (door) =>
      startSession(door, {
        person: kit.id,
        step: 'signed-in',
        address: '192.0.2.1',
        device: 'test',
        handed: { child: trustedId<'child'>(child.id), by: ada.id },
      }),
    )
    const v = visitor(w)
    v.setCookie(token)
    for (const url of ['/me/way-in', '/me/way-in/pin', '/me/start']) {
      assert.equal((await v.get(url)).statusCode, 403, url)
    }
    assert.equal((await v.get('/in/about')).statusCode, 200)
  })

  it('lasts less long than staff’s, and least on a borrowed device', async () => {
    const minutes = async (whose: 'mine' | 'borrowed') => {
      const child = await aChild(w, {})
      await withCode(w, await shownCode(w, child), { whose })
      return w.db
        .selectFrom('waymark.session')
        .select(['idle_minutes', 'longest_minutes', 'borrowed'])
        .where('person_id', '=', await accountOf(w, child))
        .executeTakeFirstOrThrow()
    }
    assert.deepEqual(await minutes('mine'), {
      idle_minutes: 20,
      longest_minutes: 240,
      borrowed: false,
    })
    assert.deepEqual(await minutes('borrowed'), {
      idle_minutes: 10,
      longest_minutes: 60,
      borrowed: true,
    })
  })

  it('ends by itself when its time is over', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child, { whose: 'borrowed' })
    const account = await accountOf(w, child)
    await sql`update waymark.session set last_seen_at = now() - interval '11 minutes'
      where person_id = ${account}`.execute(w.db)
    assert.equal((await v.get('/me')).headers.location, '/in?next=%2Fme')
    const again = await comeIn(w, child)
    await sql`update waymark.session set created_at = now() - interval '241 minutes'
      where person_id = ${account} and ended_at is null`.execute(w.db)
    assert.equal((await again.get('/me')).statusCode, 303)
  })

  it('keeps what was typed when the session ended, and gives it back in their own look', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    await v.get('/me/way-in')
    const { name, words } = wordsOn((await v.send('/me/way-in/words')).payload)
    await v.get('/me/goals/new')
    const account = await accountOf(w, child)
    await sql`update waymark.session set ended_at = now() where person_id = ${account}`.execute(
      w.db,
    )
    const kept = await v.send('/me/goals/new', { words: 'To swim in the sea' })
    assert.equal(kept.statusCode, 401)
    assert.match(kept.payload, /action="\/in"/)
    const door = await v.send('/in')
    assert.match(door.payload, /What you wrote is kept in this page/)
    await v.send('/in/mine')
    const back = await v.send('/in/mine', { name, words, from: '' })
    assert.match(back.payload, /What you wrote was kept/)
    assert.match(back.payload, /To swim in the sea/)
    assert.doesNotMatch(/<title>[\s\S]*?<\/title>/.exec(back.payload)?.[0] ?? '', /Waymark/)
  })
})
