import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { visitor, type Visitor } from '#domains/people/visitor.fixture.ts'
import { aChild } from '#tests/support/builders.ts'
import { tokenOn } from '#tests/support/form-token.ts'
import { encode, world, type World } from '#tests/support/world.ts'
import { accountOf, comeIn } from './young.ts'

const PIN = '409173'

describe('a PIN', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const withPin = async (): Promise<{ v: Visitor; child: Awaited<ReturnType<typeof aChild>> }> => {
    const child = await aChild(w, { knownAs: 'Sol' })
    const v = await comeIn(w, child)
    await v.get('/me/way-in/pin')
    const res = await v.send('/me/way-in/pin', { pin: '40 91 73' })
    assert.equal(res.headers.location, '/me/way-in?done=pin')
    return { v, child }
  }

  const out = async (v: Visitor) => {
    await v.get('/me/way-in')
    const res = await v.send('/sign-out')
    assert.equal(res.headers.location, '/in')
    assert.equal(res.headers['clear-site-data'], undefined, 'their own device keeps what it must')
  }

  const tryPin = async (v: Visitor, pin: string) => {
    await v.get('/in/pin')
    return v.send('/in/pin', { pin })
  }

  it('opens the pages on that device, in the figures of any script', async () => {
    const { v } = await withPin()
    await out(v)
    assert.match((await v.get('/in')).payload, /Use my PIN/)
    const res = await tryPin(v, '٤٠٩١٧٣')
    assert.equal(res.headers.location, '/me/start')
    assert.match((await v.follow()).payload, /Sol/)
  })

  it('alone is nothing: without the device’s secret, or with another device’s, it opens nothing', async () => {
    const { v } = await withPin()
    const stranger = visitor(w)
    assert.doesNotMatch((await stranger.get('/in')).payload, /Use my PIN/)
    await stranger.get('/in/code')
    const csrf = tokenOn(stranger.page())
    const forged = (cookie?: string) =>
      w.app.inject({
        method: 'POST',
        url: '/in/pin',
        remoteAddress: '192.0.2.1',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(cookie ? { cookie } : {}),
        },
        payload: encode({ _csrf: csrf, pin: PIN }),
      })
    assert.equal((await forged()).statusCode, 422)
    assert.equal((await forged(`did=${'a'.repeat(43)}`)).statusCode, 422)
    // Somebody else's device, with this young person's PIN, is that somebody's.
    const { v: other, child } = await withPin()
    await out(other)
    await tryPin(other, PIN)
    const session = await w.db
      .selectFrom('waymark.session')
      .select('person_id')
      .where('ended_at', 'is', null)
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow()
    assert.equal(session.person_id, await accountOf(w, child))
    assert.notEqual(other.jar.get('did'), v.jar.get('did'))
  })

  it('is forgotten by the device after five wrong tries, for good, the right one too', async () => {
    const { v } = await withPin()
    await out(v)
    for (let n = 0; n < 4; n++) {
      const wrong = await tryPin(v, `11111${n}`)
      assert.equal(wrong.statusCode, 422)
      assert.match(wrong.payload, /That PIN does not fit/)
    }
    const secret = v.jar.get('did') ?? ''
    await tryPin(v, '765432')
    assert.equal(v.jar.get('did'), undefined)
    v.jar.set('did', secret)
    assert.match((await v.get('/in/pin')).payload, /does not know your PIN any more/)
    assert.doesNotMatch((await v.get('/in')).payload, /Use my PIN/)
  })

  it('is not tried more often by trying many at once', async () => {
    const { v } = await withPin()
    await out(v)
    await v.get('/in/pin')
    const csrf = tokenOn(v.page())
    const tries = [...Array.from({ length: 12 }, (_, n) => String(200_000 + n)), PIN]
    const answers = await Promise.all(
      tries.map((pin) =>
        w.app.inject({
          method: 'POST',
          url: '/in/pin',
          remoteAddress: '192.0.2.1',
          headers: {
            cookie: `did=${v.jar.get('did')}`,
            'content-type': 'application/x-www-form-urlencoded',
          },
          payload: encode({ _csrf: csrf, pin }),
        }),
      ),
    )
    const { failures, forgotten } = await w.db
      .selectFrom('waymark.pin_device')
      .select(['failures', sql<boolean>`forgotten_at is not null`.as('forgotten')])
      .orderBy('set_at', 'desc')
      .executeTakeFirstOrThrow()
    const entered = answers.filter((a) => a.statusCode === 303).length
    // Wherever the right one came among them, more wrong ones than five are left after it.
    assert.deepEqual([failures, forgotten], [5, true])
    assert.ok(entered <= 1, `${entered} came in`)
  })

  it('starts counting again after a right one, and counts what is not six figures', async () => {
    const { v } = await withPin()
    for (let round = 0; round < 2; round++) {
      await out(v)
      for (const wrong of ['1', 'abc', '', '111111']) await tryPin(v, wrong)
      assert.equal((await tryPin(v, PIN)).statusCode, 303)
    }
  })

  it('is not one that somebody would try first', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    await v.get('/me/way-in/pin')
    for (const pin of ['123456', '000000', '12345', 'abcdef', '']) {
      assert.equal((await v.send('/me/way-in/pin', { pin })).statusCode, 422, pin)
    }
    assert.equal(v.jar.get('did'), undefined)
  })

  it('is never offered on a device that is not theirs, nor taken when it is sent all the same', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child, { whose: 'borrowed' })
    const { payload } = await v.get('/me/way-in')
    assert.doesNotMatch(payload, /href="\/me\/way-in\/pin"|data-passkey/)
    assert.match(payload, /this device is not yours/)
    const csrf = tokenOn(payload)
    const answers: number[] = []
    for (const url of ['/me/way-in/pin', '/me/way-in/passkey', '/me/way-in/passkey/options']) {
      const res = await w.app.inject({
        method: 'POST',
        url,
        headers: {
          cookie: `sid=${v.cookie()}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: encode({ _csrf: csrf, pin: PIN }),
      })
      answers.push(res.statusCode)
    }
    assert.deepEqual(answers, [200, 200, 404], 'the page again, which says why not')
    const kept = await w.db
      .selectFrom('waymark.pin_device')
      .select('id')
      .where('person_id', '=', await accountOf(w, child))
      .execute()
    assert.deepEqual(kept, [])
  })

  it('is kept so that a copy of the database cannot try it out', async () => {
    await withPin()
    const rows = await w.db.selectFrom('waymark.pin_device').selectAll().execute()
    assert.ok(rows.length > 0)
    const { passwordMatches } = await import('#domains/people/password.ts')
    for (const row of rows) assert.equal(await passwordMatches(PIN, row.pin_hash), false)
  })

  it('is forgotten when its owner says so, and never by somebody else', async () => {
    const { v } = await withPin()
    const { v: other } = await withPin()
    await v.get('/me/way-in')
    const action = /action="(\/me\/way-in\/pin\/[^"]+)"/.exec(v.page())?.[1] ?? ''
    await other.get('/me/way-in')
    const csrf = tokenOn(other.page())
    const stolen = await w.app.inject({
      method: 'POST',
      url: action,
      headers: {
        cookie: `sid=${other.cookie()}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: encode({ _csrf: csrf }),
    })
    assert.equal(stolen.statusCode, 404)
    assert.equal((await v.send(action)).headers.location, '/me/way-in?done=forgotten')
    await out(v)
    assert.doesNotMatch((await v.get('/in')).payload, /Use my PIN/)
  })
})
