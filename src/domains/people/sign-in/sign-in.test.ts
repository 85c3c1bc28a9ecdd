import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { tokenOn } from '#tests/support/form-token.ts'
import { ben } from '#tests/support/people.ts'
import { worked } from '#tests/support/processor-time.ts'
import { encode, world, type World } from '#tests/support/world.ts'
import { anAccount, PASSWORD } from '../account.fixture.ts'
import { passwordMatches, someHash } from '../password.ts'
import { visitor } from '../visitor.fixture.ts'

describe('signing in', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const acts = (action: string) =>
    w.db
      .selectFrom('waymark.audit_entry')
      .selectAll()
      .where('action', '=', action)
      .orderBy('id')
      .execute()

  it('shows a form that needs no script and gives nothing away', async () => {
    const res = await visitor(w).get('/sign-in')
    assert.equal(res.statusCode, 200)
    assert.match(res.payload, /<label[^>]*for="userName"/)
    assert.match(res.payload, /autocomplete="current-password"/)
    assert.match(String(res.headers['content-security-policy']), /default-src 'none'/)
  })

  it('lets somebody of a demonstration in with their password, and on to where they were going', async () => {
    const tess = await anAccount(w)
    const v = visitor(w)
    await v.get('/sign-in?next=%2Faccount')
    const res = await v.send('/sign-in', { userName: tess.userName, password: PASSWORD })
    assert.equal(res.statusCode, 303)
    assert.equal(res.headers.location, '/account')
    assert.match((await v.follow()).payload, /Tess Tester/)
    const done = (await acts('sign-in.password')).filter((a) => a.actor_id === tess.id)
    assert.deepEqual(
      done.map((a) => [a.outcome, a.detail]),
      [['done', { step: 'in' }]],
    )
  })

  it('takes the user name however it is written, and marks the cookie for us alone', async () => {
    const tess = await anAccount(w)
    const v = visitor(w)
    await v.get('/sign-in')
    const res = await v.send('/sign-in', {
      userName: `  ${tess.userName.toUpperCase()} `,
      password: PASSWORD,
    })
    assert.equal(res.headers.location, '/home')
    assert.match(String(res.headers['set-cookie']), /HttpOnly; SameSite=Lax/)
  })

  it('says the same of a wrong password, an unknown name, a closed account and one without a password', async () => {
    const open = await anAccount(w)
    const closed = await anAccount(w, { closed: true })
    const answers: string[] = []
    for (const [userName, password] of [
      [open.userName, 'not the password'],
      ['nobody.at.all', PASSWORD],
      [closed.userName, PASSWORD],
      [ben.userName, PASSWORD],
    ] as const) {
      const v = visitor(w)
      await v.get('/sign-in')
      const res = await v.send('/sign-in', { userName, password })
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /They do not belong together, or the account is closed/)
      assert.ok(!res.payload.includes(password))
      answers.push(
        res.payload.replaceAll(userName, 'NAME').replaceAll(/value="[^"]*"|nonce="[^"]*"/g, ''),
      )
    }
    assert.equal(new Set(answers).size, 1)
  })

  it('compares a password where there is no account, so that both take as long', async () => {
    const open = await anAccount(w)
    const timed = async (userName: string, n: number) => {
      const v = visitor(w, `198.51.100.${n}`)
      await v.get('/sign-in')
      const from = worked()
      await v.send('/sign-in', { userName, password: 'not the password' })
      return worked() - from
    }
    // In turns, and the least of each: whatever else goes on can only add to it.
    const times: { known: number; unknown: number }[] = []
    for (let n = 0; n < 9; n++) {
      times.push({ known: await timed(open.userName, n), unknown: await timed(`nobody.${n}`, n) })
      await w.db.deleteFrom('waymark.sign_in_attempt').execute()
    }
    const known = Math.min(...times.map((t) => t.known))
    const unknown = Math.min(...times.map((t) => t.unknown))
    assert.ok(known / unknown < 2 && unknown / known < 2, `${known} ms and ${unknown} ms`)
    const from = worked()
    assert.equal(await passwordMatches('anything', someHash), false)
    assert.ok(worked() - from > 5, 'the stand-in costs what a real hash costs')
  })

  it('asks again in plain words for what is missing, sent twice or far too long', async () => {
    const v = visitor(w)
    for (const typed of [
      {},
      { userName: '', password: '' },
      { userName: ['a', 'b'], password: ['c', 'd'] },
    ]) {
      await v.get('/sign-in')
      const res = await v.send('/sign-in', typed)
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /Enter your user name/)
      assert.match(res.payload, /Enter your password/)
    }
    await v.get('/sign-in')
    const long = await v.send('/sign-in', { userName: 'x'.repeat(300), password: 'y'.repeat(2000) })
    assert.equal(long.statusCode, 422)
    assert.match(long.payload, /Enter a shorter user name/)
    await v.get('/sign-in')
    const odd = await v.send('/sign-in', { userName: 'a\u0000b', password: 'c\u0000d' })
    assert.equal(odd.statusCode, 422)
  })

  it('refuses a form without its token', async () => {
    const res = await w.app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'userName=a&password=b',
    })
    assert.equal(res.statusCode, 403)
  })

  it('never goes on to another site', async () => {
    const tess = await anAccount(w)
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      const v = visitor(w)
      await v.get(`/sign-in?next=${encodeURIComponent(next)}`)
      const res = await v.send('/sign-in', { userName: tess.userName, password: PASSWORD, next })
      assert.equal(res.headers.location, '/home')
    }
  })

  it('begins a new session each time and ends the one before', async () => {
    const tess = await anAccount(w)
    const v = visitor(w)
    await v.get('/sign-in')
    await v.send('/sign-in', { userName: tess.userName, password: PASSWORD })
    const first = v.cookie()
    assert.ok(first)
    const again = visitor(w)
    await again.get('/sign-in')
    again.setCookie(first)
    await again.send('/sign-in', { userName: tess.userName, password: PASSWORD })
    assert.notEqual(again.cookie(), first)
    assert.equal((await v.get('/account')).statusCode, 303)
    assert.equal((await again.get('/account')).statusCode, 200)
  })

  it('signs out for good, and says where to come back', async () => {
    const tess = await anAccount(w)
    const v = visitor(w)
    await v.get('/sign-in')
    await v.send('/sign-in', { userName: tess.userName, password: PASSWORD })
    const token = v.cookie()
    await v.get('/account')
    const res = await v.send('/sign-out')
    assert.equal(res.headers.location, '/sign-in')
    assert.equal(v.cookie(), undefined)
    v.setCookie(token ?? '')
    assert.equal((await v.get('/account')).statusCode, 303)
    assert.equal((await acts('sign-out')).at(-1)?.actor_id, tess.id)
  })

  it('lets a printed password open nothing in a real deployment', async () => {
    const tess = await anAccount(w)
    const { buildApp } = await import('../../../app.ts')
    const { makeViews } = await import('#platform/views/environment.ts')
    const real = await buildApp({
      db: w.web,
      views: makeViews(),
      keys: w.keys,
      now: () => new Date(),
      origin: 'https://waymark.example.org',
      proxies: 0,
      demonstration: false,
      log: () => undefined,
      navigation: () => [],
    })
    const v = visitor({ ...w, app: real })
    await v.get('/sign-in')
    const res = await v.send('/sign-in', { userName: tess.userName, password: PASSWORD })
    assert.equal(res.statusCode, 422)
    const worker = await anAccount(w, { demonstration: false })
    await v.get('/sign-in')
    const set = await v.send('/sign-in', { userName: worker.userName, password: PASSWORD })
    assert.equal(set.headers.location, '/sign-in/set-up')
    assert.match(String(set.headers['set-cookie']), /Secure/)
    await real.close()
  })
})

describe('what no form of ours sends, at the door', () => {
  const WRONG = [
    'a\u0000b',
    '-1',
    '__proto__',
    '"><i data-mark="x">',
    'é'.repeat(9000),
    '\u202eعربي\u{1F469}\u200D',
    '{"id":{"toString":null}}',
    '00000000-0000-4000-8000-000000000000',
  ]
  const FIELDS = [
    'userName',
    'password',
    'code',
    'secret',
    'held',
    'next',
    'response',
    'newPassword',
    'again',
    'currentPassword',
    'from',
    'name',
  ]

  it('is answered with a page and never with a failure, at every step', async () => {
    const w = await world()
    const { peopleDoorPages } = await import('../pages.ts')
    const posts = peopleDoorPages.filter((p) => p.method === 'POST' && p.url !== '/sign-out')
    assert.ok(posts.length >= 8)
    for (const account of [
      await anAccount(w, { withApp: true }),
      await anAccount(w, { mustChange: true }),
      await anAccount(w, { demonstration: false }),
      undefined,
    ]) {
      const v = visitor(w)
      await v.get('/sign-in')
      const csrf = tokenOn(v.page())
      if (account) await v.send('/sign-in', { userName: account.userName, password: PASSWORD })
      for (const { url } of posts) {
        for (const wrong of WRONG) {
          for (const fields of [
            Object.fromEntries(FIELDS.map((f) => [f, wrong])),
            Object.fromEntries(FIELDS.map((f) => [f, [wrong, wrong]])),
          ]) {
            const res = await w.app.inject({
              method: 'POST',
              url,
              remoteAddress: '192.0.2.1',
              headers: {
                'content-type': 'application/x-www-form-urlencoded',
                ...(v.cookie() ? { cookie: `sid=${v.cookie()}` } : {}),
              },
              payload: encode({ ...fields, _csrf: csrf }),
            })
            assert.ok(res.statusCode < 500, `${url} ${wrong.slice(0, 20)}: ${res.statusCode}`)
            assert.doesNotMatch(res.payload, /<i data-mark/)
          }
        }
      }
    }
  })
})
