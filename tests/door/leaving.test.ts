import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { visitor, type Visitor } from '#domains/people/visitor.fixture.ts'
import { makeViews } from '#platform/views/environment.ts'
import { aChild } from '#tests/support/builders.ts'
import { tokenOn } from '#tests/support/form-token.ts'
import { ada, kit } from '#tests/support/people.ts'
import { encode, world, type World } from '#tests/support/world.ts'
import { buildApp } from '../../src/app.ts'
import { navigation } from '../../src/navigation.ts'
import { comeIn } from './young.ts'

const WEATHER = 'https://www.bbc.co.uk/weather'

describe('leaving quickly', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const linkOn = (html: string): string =>
    /class="wm-leave__button" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

  const follow = (v: Visitor, url: string, headers: Record<string, string> = {}) =>
    w.app.inject({ url, headers: { cookie: `sid=${v.cookie()}`, ...headers } })

  it('is a link on every page, that ends the session and goes somewhere ordinary', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    const { payload } = await v.get('/me')
    const link = linkOn(payload)
    assert.match(link, /^\/leave\?t=/)
    assert.equal(payload.match(/rel="nofollow noreferrer"[^>]*data-leave/g)?.length, 2)
    const res = await v.get(link)
    assert.equal(res.statusCode, 303)
    assert.equal(res.headers.location, WEATHER)
    assert.equal(res.headers['referrer-policy'], 'no-referrer')
    assert.equal(res.headers['cache-control'], 'no-store')
    assert.equal(v.cookie(), undefined)
    assert.equal((await v.get('/me')).headers.location, '/in?next=%2Fme')
  })

  it('is on the door, its code page, its words and its honest page too', async () => {
    for (const url of ['/in', '/in/code', '/in/mine', '/in/borrowed', '/in/pin', '/in/about']) {
      const { payload } = await w.app.inject({ url })
      assert.equal(linkOn(payload), '/leave', url)
      assert.match(payload, /leave\.browser\.js/)
    }
    const res = await w.app.inject({ url: '/leave' })
    assert.equal(res.headers.location, WEATHER)
  })

  it('is on pages that say what went wrong, and on a device that was handed over', async () => {
    await aChild(w, { account: kit })
    assert.match(linkOn((await w.get(kit, '/nothing-here')).payload), /^\/leave\?t=/)
    assert.match(linkOn((await w.get(kit, '/children')).payload), /^\/leave\?t=/)
    const lost = await w.app.inject({ method: 'POST', url: '/me/goals/new' })
    assert.equal(linkOn(lost.payload), '/leave')
  })

  it('cannot be done to somebody by another site', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    const other = await comeIn(w, await aChild(w, {}))
    const theirs = linkOn((await other.get('/me')).payload)
    for (const [url, headers] of [
      ['/leave', { 'sec-fetch-site': 'cross-site' }],
      ['/leave', { 'sec-fetch-site': 'same-site' }],
      ['/leave', { 'sec-fetch-site': 'none' }],
      ['/leave', {}],
      ['/leave?t=abc.def', { 'sec-fetch-site': 'cross-site' }],
      ['/leave?t=a&t=b', {}],
      [theirs, { 'sec-fetch-site': 'cross-site' }],
    ] as const) {
      const res = await follow(v, url, headers)
      assert.equal(res.headers.location, WEATHER, 'whoever presses it leaves')
      assert.equal(res.cookies.length, 0)
      assert.equal((await v.get('/me')).statusCode, 200, `${url} ended somebody’s session`)
    }
  })

  it('ends the session also from an older page of ours, whose token is not this session’s', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    const res = await follow(v, '/leave?t=old.token', { 'sec-fetch-site': 'same-origin' })
    assert.equal(res.headers.location, WEATHER)
    assert.equal((await v.get('/me')).statusCode, 303)
  })

  it('has a token that opens nothing else', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    const token = decodeURIComponent(linkOn((await v.get('/me')).payload).split('t=')[1] ?? '')
    const res = await w.app.inject({
      method: 'POST',
      url: '/me/way-in/words',
      headers: {
        cookie: `sid=${v.cookie()}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: encode({ _csrf: token }),
    })
    assert.equal(res.statusCode, 403)
    const form = tokenOn((await v.get('/me/way-in')).payload)
    await follow(v, `/leave?t=${encodeURIComponent(form)}`)
    assert.equal((await v.get('/me')).statusCode, 200, 'nor does a form’s token leave')
  })

  it('empties a borrowed device of everything, and leaves on one’s own what was kept on purpose', async () => {
    const mine = await comeIn(w, await aChild(w, {}))
    const own = await mine.get(linkOn((await mine.get('/me')).payload))
    assert.equal(own.headers['clear-site-data'], undefined)
    const borrowed = await comeIn(w, await aChild(w, {}), { whose: 'borrowed' })
    const res = await borrowed.get(linkOn((await borrowed.get('/me')).payload))
    assert.equal(res.headers['clear-site-data'], '"cache", "cookies", "storage"')
    assert.equal(res.headers.location, WEATHER)
  })

  it('signing out of a borrowed device empties it too, also when the session ran out before', async () => {
    const v = await comeIn(w, await aChild(w, {}), { whose: 'borrowed' })
    const { payload } = await v.get('/me/way-in')
    const token = v.cookie() ?? ''
    const out = await v.send('/sign-out')
    assert.equal(out.headers['clear-site-data'], '"cache", "cookies", "storage"')
    assert.equal(out.headers.location, '/in')
    v.setCookie(token)
    const late = await v.get('/leave')
    assert.equal(late.headers['clear-site-data'], undefined, 'nobody pressed it on a page of ours')
    const pressed = await v.get(linkOn(payload))
    assert.equal(pressed.headers['clear-site-data'], '"cache", "cookies", "storage"')
  })

  it('is written down, and never where from', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    await v.get(linkOn((await v.get('/me')).payload))
    const entry = await w.db
      .selectFrom('waymark.audit_entry')
      .selectAll()
      .where('action', '=', 'leave')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    assert.equal(entry.actor_role, 'young_person')
    assert.deepEqual(entry.detail, { meant: true })
  })

  it('is told before anything else is opened for the first time, once, and can be tried', async () => {
    const child = await aChild(w, {})
    const v = await comeIn(w, child)
    await w.db.deleteFrom('waymark.leaving_shown').where('child_id', '=', child).execute()
    for (const url of ['/', '/home', '/me/start']) {
      await v.get(url)
      const page = await v.follow()
      assert.match(page.payload, /You can leave these pages at any time/, url)
    }
    assert.match(v.page(), /www\.bbc\.co\.uk/)
    assert.match(v.page(), /not saved are lost/)
    assert.match((await v.get('/me/leaving?tried=yes')).payload, /You are still signed in/)
    assert.equal((await v.get('/me/start')).headers.location, '/me/leaving')
    await v.get('/me/leaving')
    await v.send('/me/leaving')
    await v.get('/me/start')
    assert.doesNotMatch((await v.follow()).payload, /You can leave these pages at any time/)
    assert.match((await v.get('/me/leaving')).payload, /What it cannot hide/)
  })
})

describe('a form from another site', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  it('is refused and written down, without the address it was sent to', async () => {
    const child = await aChild(w, {})
    await w.app.inject({
      method: 'POST',
      url: `/children/${child}/signed-out`,
      headers: { ...w.as(ada), 'sec-fetch-site': 'same-site' },
    })
    await w.app.inject({ method: 'POST', url: '/in', headers: { origin: 'https://evil.example' } })
    const entries = await w.db
      .selectFrom('waymark.audit_entry')
      .selectAll()
      .where('action', '=', 'other-site.form')
      .orderBy('id')
      .execute()
    assert.deepEqual(
      entries.map((e) => [e.actor_id, e.outcome, e.detail]),
      [
        [ada.id, 'refused', { page: '/children/:childId/signed-out' }],
        [null, 'refused', { page: '/in' }],
      ],
    )
  })
})

describe('cookies under https', () => {
  let w: World
  let secure: FastifyInstance

  before(async () => {
    w = await world()
    secure = await buildApp({
      db: w.web,
      views: makeViews(),
      keys: w.keys,
      now: () => new Date(),
      origin: 'https://pages.example.org',
      proxies: 0,
      demonstration: true,
      own: { name: 'Notes', leaveTo: 'https://news.example.org/sport' },
      log: () => undefined,
      navigation,
    })
  })

  it('carry the prefix that no neighbouring site can set, and one without it is not looked at', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    const plain = await secure.inject({ url: '/me', headers: { cookie: `sid=${v.cookie()}` } })
    assert.equal(plain.statusCode, 303)
    const held = await secure.inject({
      url: '/me',
      headers: { cookie: `__Host-sid=${v.cookie()}` },
    })
    assert.equal(held.statusCode, 200)
    const csrf = tokenOn(held.payload)
    const out = await secure.inject({
      method: 'POST',
      url: '/sign-out',
      headers: {
        cookie: `__Host-sid=${v.cookie()}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: encode({ _csrf: csrf }),
    })
    assert.match(String(out.headers['set-cookie']), /^__Host-sid=;.*Path=\/;.*Secure/)
    assert.doesNotMatch(String(out.headers['set-cookie']), /Domain/i)
  })

  it('the side has the name and the way out that its installation chose', async () => {
    const { payload } = await secure.inject({ url: '/in' })
    assert.match(payload, /<title[^>]*>Come in – Notes<\/title>/)
    assert.match((await secure.inject({ url: '/site.webmanifest' })).payload, /"name":"Notes"/)
    const res = await secure.inject({ url: '/leave' })
    assert.equal(res.headers.location, 'https://news.example.org/sport')
  })

  it('of a session have no lifetime, so that they go with the window', async () => {
    const child = await aChild(w, {})
    const v = visitor(w)
    await v.get('/in/code')
    const { shownCode } = await import('./young.ts')
    const res = await v.send('/in/code', { code: await shownCode(w, child), whose: 'borrowed' })
    const [cookie] = res.cookies
    assert.equal(cookie?.name, 'sid')
    assert.equal(cookie?.maxAge, undefined)
    assert.equal(cookie?.expires, undefined)
    assert.equal(cookie?.httpOnly, true)
  })
})
