import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import {
  softwareAuthenticator,
  type SoftwareAuthenticator,
} from '#domains/people/authenticator.fixture.ts'
import { visitor, type Visitor } from '#domains/people/visitor.fixture.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, kit } from '#tests/support/people.ts'
import { encode, world, type World } from '#tests/support/world.ts'
import { accountOf, comeIn, shownCode, withCode, wordsOn } from './young.ts'

const PIN = '409173'

describe('three words of one’s own', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const madeBy = async (v: Visitor) => {
    await v.get('/me/way-in')
    return wordsOn((await v.send('/me/way-in/words')).payload)
  }

  const signIn = async (typed: Record<string, string>, whose = 'mine') => {
    const v = visitor(w)
    await v.get(`/in/${whose}`)
    return { v, res: await v.send(`/in/${whose}`, typed) }
  }

  it('are made, not invented, shown once, and open the pages from any device', async () => {
    const v = await comeIn(w, await aChild(w, { knownAs: 'Sol' }))
    const { name, words } = await madeBy(v)
    assert.match(words, /^[a-z]+ [a-z]+ [a-z]+$/)
    assert.doesNotMatch((await v.get('/me/way-in?done=words')).payload, new RegExp(words))
    const { v: back, res } = await signIn({ name, words })
    assert.equal(res.headers.location, '/me/start')
    assert.match((await back.follow()).payload, /Sol/)
  })

  it('are taken in any case, with any spaces, commas and accents, and all in one box', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    const { name, words } = await madeBy(v)
    const [one = '', two = '', three = ''] = words.split(' ')
    const accented = one.replace('a', 'á').replace('e', 'é').replace('o', 'ö')
    for (const typed of [
      { name, words: `  ${words.toUpperCase()} ` },
      { name: name.toUpperCase().replaceAll('-', ' '), words: `${accented}, ${two}.  ${three}!` },
      { name: ` ${name} `, words: `${one}\n${two}\t${three}` },
      { name: `${name.replaceAll('-', ' ')} ${words}`, words: '' },
      { name: `${name}, ${words}`, words: '' },
    ]) {
      assert.equal((await signIn(typed)).res.statusCode, 303, JSON.stringify(typed))
    }
  })

  it('are asked for in boxes that can be pasted into, said into, and filled by a password keeper', async () => {
    const { payload } = await visitor(w).get('/in/mine')
    const box = (id: string) => new RegExp(`<input[^>]*id="${id}"[^>]*>`).exec(payload)?.[0] ?? ''
    assert.match(box('name'), /type="text"[^>]*autocomplete="username"/)
    assert.match(box('words'), /type="text"[^>]*autocomplete="current-password"/)
    assert.doesNotMatch(payload, /onpaste|captcha|readonly|maxlength/i)
  })

  it('new ones end the old ones and everybody who came in with them', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    const old = await madeBy(v)
    const { v: elsewhere } = await signIn(old)
    assert.equal((await elsewhere.get('/me')).statusCode, 200)
    const fresh = await madeBy(v)
    assert.equal((await elsewhere.get('/me')).headers.location, '/in?next=%2Fme')
    assert.equal((await v.get('/me')).statusCode, 200)
    assert.equal((await signIn(old)).res.statusCode, 422)
    assert.equal((await signIn(fresh)).res.statusCode, 303)
  })

  it('get one answer when they are wrong, whether or not there is such a name, and for staff’s', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    const { name } = await madeBy(v)
    const said = new Set<string>()
    for (const tried of [name, 'moon-river-17', ada.userName]) {
      const { res } = await signIn({ name: tried, words: 'kite moss oak' })
      assert.equal(res.statusCode, 422)
      said.add(/<div class="govuk-error-summary[\s\S]*?<\/ul>/.exec(res.payload)?.[0] ?? '')
    }
    assert.equal(said.size, 1)
  })

  it('share one limit on guesses with the other door', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    const { name, words } = await madeBy(v)
    for (let n = 0; n < 5; n++) await signIn({ name, words: 'kite moss oak' })
    assert.equal((await signIn({ name, words })).res.statusCode, 429)
    const staff = visitor(w)
    await staff.get('/sign-in')
    assert.equal(
      (await staff.send('/sign-in', { userName: name, password: words })).statusCode,
      429,
    )
  })
})

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
    const csrf = /name="_csrf" value="([^"]+)"/.exec(stranger.page())?.[1] ?? ''
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
    const csrf = /name="_csrf" value="([^"]+)"/.exec(v.page())?.[1] ?? ''
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
    assert.ok(failures <= 5)
    assert.ok(forgotten || entered === 1)
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
    const csrf = /name="_csrf" value="([^"]+)"/.exec(payload)?.[1] ?? ''
    for (const url of ['/me/way-in/pin', '/me/way-in/passkey', '/me/way-in/passkey/options']) {
      await w.app.inject({
        method: 'POST',
        url,
        headers: {
          cookie: `sid=${v.cookie()}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: encode({ _csrf: csrf, pin: PIN }),
      })
    }
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
    const { passwordMatches } = await import('#domains/people/password.ts')
    for (const row of rows) assert.equal(await passwordMatches(PIN, row.pin_hash), false)
  })

  it('is forgotten when its owner says so, and never by somebody else', async () => {
    const { v } = await withPin()
    const { v: other } = await withPin()
    await v.get('/me/way-in')
    const action = /action="(\/me\/way-in\/pin\/[^"]+)"/.exec(v.page())?.[1] ?? ''
    await other.get('/me/way-in')
    const csrf = /name="_csrf" value="([^"]+)"/.exec(other.page())?.[1] ?? ''
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

describe('a passkey', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const options = async (v: Visitor, url: string) => {
    const csrf = /name="_csrf" value="([^"]+)"/.exec(v.page())?.[1] ?? ''
    const res = await w.app.inject({
      method: 'POST',
      url,
      remoteAddress: '192.0.2.1',
      headers: {
        ...(v.cookie() ? { cookie: `sid=${v.cookie()}` } : {}),
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: encode({ _csrf: csrf }),
    })
    return res.payload
  }

  const added = async (device: SoftwareAuthenticator) => {
    const child = await aChild(w, { knownAs: 'Sol' })
    const v = await comeIn(w, child)
    await v.get('/me/way-in')
    const asked = await options(v, '/me/way-in/passkey/options')
    const res = await v.send('/me/way-in/passkey', { response: device.add(asked) })
    assert.equal(res.headers.location, '/me/way-in?done=passkey')
    return { v, child, asked }
  }

  it('brings its owner in alone, and tells the device nothing of them', async () => {
    const device = softwareAuthenticator('http://localhost')
    const { asked } = await added(device)
    assert.doesNotMatch(asked, /Sol|Waymark/)
    assert.match(asked, /"rp":\{"name":"My pages"/)
    const v = visitor(w)
    await v.get('/in/mine')
    const question = await options(v, '/sign-in/passkey/options')
    const res = await v.send('/in/passkey', { response: device.show(question) })
    assert.equal(res.headers.location, '/me/start')
    assert.match((await v.follow()).payload, /Sol/)
  })

  it('does not stand before the words: either of them is enough', async () => {
    const { v } = await added(softwareAuthenticator('http://localhost'))
    await v.get('/me/way-in')
    const { name, words } = wordsOn((await v.send('/me/way-in/words')).payload)
    const back = visitor(w)
    await back.get('/in/mine')
    assert.equal((await back.send('/in/mine', { name, words })).headers.location, '/me/start')
  })

  it('of staff’s does not open the young person’s side, nor one that nobody knows', async () => {
    const v = visitor(w)
    await v.get('/in/mine')
    const question = await options(v, '/sign-in/passkey/options')
    const unknown = softwareAuthenticator('http://localhost')
    const res = await v.send('/in/passkey', { response: unknown.show(question) })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /The passkey did not work/)
  })
})

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
    const csrf = /name="_csrf" value="([^"]+)"/.exec(payload)?.[1] ?? ''
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
    const csrf = /name="_csrf" value="([^"]+)"/.exec(stranger.page())?.[1] ?? ''
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
    const csrf = /name="_csrf" value="([^"]+)"/.exec(v.page())?.[1] ?? ''
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
