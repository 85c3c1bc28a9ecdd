import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { tokenOn } from '#tests/support/form-token.ts'
import { world, type World } from '#tests/support/world.ts'
import { anAccount, PASSWORD, type TestAccount } from '../account.fixture.ts'
import { codeAt } from '../one-time-code.ts'
import { visitor, type Visitor } from '../visitor.fixture.ts'

/** The secret as the set-up page writes it for typing in. */
const secretOn = (html: string): string => {
  const written = /<strong><code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]
  assert.ok(written, 'the page writes the secret')
  return written.replaceAll(' ', '')
}

const codesOn = (html: string): readonly string[] =>
  [...html.matchAll(/<li><code>([^<]+)<\/code>/g)].map((m) => m[1] ?? '')

describe('the second factor', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const begin = async (account: TestAccount, next = '/account'): Promise<Visitor> => {
    const v = visitor(w)
    await v.get(`/sign-in?next=${encodeURIComponent(next)}`)
    await v.send('/sign-in', { userName: account.userName, password: PASSWORD })
    await v.follow()
    return v
  }

  it('is asked for after the password, and opens nothing before it is shown', async () => {
    const tess = await anAccount(w, { withApp: true })
    const v = await begin(tess)
    assert.match(v.page(), /Confirm that it is you/)
    const earlier = v.cookie()
    assert.match(String((await v.get('/account')).headers.location), /^\/sign-in\?/)
    await v.get('/sign-in/second-factor?next=%2Faccount')
    const res = await v.send('/sign-in/second-factor', {
      code: codeAt(tess.secret ?? '', new Date()),
    })
    assert.equal(res.headers.location, '/account')
    assert.notEqual(v.cookie(), earlier)
    assert.match((await v.follow()).payload, /Your account/)
  })

  it('takes a code once', async () => {
    const tess = await anAccount(w, { withApp: true })
    const code = codeAt(tess.secret ?? '', new Date())
    const first = await begin(tess)
    assert.equal((await first.send('/sign-in/second-factor', { code })).statusCode, 303)
    const second = await begin(tess)
    const res = await second.send('/sign-in/second-factor', { code })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /That one is not right, has been used, or is too old/)
  })

  it('refuses codes of another time or another app, and says what to do with an empty box', async () => {
    const tess = await anAccount(w, { withApp: true })
    const v = await begin(tess)
    for (const code of [
      codeAt(tess.secret ?? '', new Date(Date.now() - 5 * 60_000)),
      '12345',
      'abcdef',
      'AAAA-AAAA-AAAA-AAAA',
    ]) {
      assert.equal((await v.send('/sign-in/second-factor', { code })).statusCode, 422)
    }
    const empty = await v.send('/sign-in/second-factor', { code: ' ' })
    assert.match(empty.payload, /Enter the code from your app, or a recovery code/)
  })

  it('is slowed after five wrong codes, wherever they come from', async () => {
    const tess = await anAccount(w, { withApp: true })
    const v = await begin(tess)
    for (let n = 0; n < 5; n++) await v.send('/sign-in/second-factor', { code: `00000${n}` })
    const code = codeAt(tess.secret ?? '', new Date())
    const res = await v.send('/sign-in/second-factor', { code })
    assert.equal(res.statusCode, 429)
    assert.match(res.payload, /Wait a minute/)
  })

  it('must be set up by staff of a real deployment before anything else opens', async () => {
    const worker = await anAccount(w, { demonstration: false })
    const v = await begin(worker, '/account/password')
    assert.match(v.page(), /Set up your authenticator app/)
    assert.match(v.page(), /<svg[^>]*role="img"[\s\S]*<path d="M/)
    for (const url of ['/account', '/home']) {
      assert.match(String((await v.get(url)).headers.location), /^\/sign-in/)
    }
    await v.get('/sign-in/set-up?next=%2Faccount%2Fpassword')
    const secret = secretOn(v.page())
    const wrong = await v.send('/sign-in/set-up', { code: '000000' })
    assert.equal(wrong.statusCode, 422)
    assert.equal(secretOn(v.page()), secret, 'the same picture as before')
    const shown = await v.send('/sign-in/set-up', { code: codeAt(secret, new Date()) })
    assert.equal(shown.statusCode, 200)
    const codes = codesOn(shown.payload)
    assert.equal(codes.length, 10)
    const on = await v.send('/sign-in/carry-on')
    assert.equal(on.headers.location, '/account/password')
    assert.equal((await v.follow()).statusCode, 200)
    const kept = await w.db
      .selectFrom('waymark.one_time_code')
      .selectAll()
      .where('person_id', '=', worker.id)
      .executeTakeFirstOrThrow()
    assert.ok(!kept.sealed_secret.includes(secret), 'the secret is sealed')
    const again = await begin(worker)
    assert.match(again.page(), /Confirm that it is you/)
    const recovered = await again.send('/sign-in/second-factor', {
      code: (codes[3] ?? '').toUpperCase().replaceAll('-', ' '),
    })
    assert.equal(recovered.statusCode, 303)
    const twice = await begin(worker)
    assert.equal(
      (await twice.send('/sign-in/second-factor', { code: codes[3] ?? '' })).statusCode,
      422,
    )
  })

  it('does not take a secret that was sealed for somebody else', async () => {
    const one = await begin(await anAccount(w, { demonstration: false }))
    const sealed = /name="secret" value="([^"]+)"/.exec(one.page())?.[1] ?? ''
    const secret = secretOn(one.page())
    const other = await begin(await anAccount(w, { demonstration: false }))
    const res = await other.send('/sign-in/set-up', {
      secret: sealed,
      code: codeAt(secret, new Date()),
    })
    assert.equal(res.statusCode, 422)
    assert.notEqual(secretOn(res.payload), secret)
  })

  it('is not asked of a young person', async () => {
    const young = await anAccount(w, { demonstration: false, role: 'young_person' })
    const v = visitor(w)
    await v.get('/sign-in')
    const res = await v.send('/sign-in', { userName: young.userName, password: PASSWORD })
    assert.equal(res.headers.location, '/me/start')
  })

  it('comes before a new password, and a new password before anything else', async () => {
    const tess = await anAccount(w, { withApp: true, mustChange: true })
    const v = await begin(tess)
    await v.send('/sign-in/second-factor', { code: codeAt(tess.secret ?? '', new Date()) })
    assert.match((await v.follow()).payload, /Choose your own password/)
    assert.match(String((await v.get('/account')).headers.location), /^\/sign-in/)
    await v.get('/sign-in/new-password')
    for (const [typed, said] of [
      [{}, /Enter a new password/],
      [{ newPassword: 'short', again: 'short' }, /at least 12 characters/],
      [{ newPassword: 'password12345', again: 'password12345' }, /harder to guess/],
      [{ newPassword: `${tess.userName} x`, again: '' }, /does not contain your user name/],
      [{ newPassword: 'heather lantern', again: 'heather' }, /The two are different/],
      [{ newPassword: PASSWORD, again: PASSWORD }, /This is the one you were given/],
    ] as const) {
      const res = await v.send('/sign-in/new-password', typed)
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, said)
    }
    const mine = { newPassword: 'heather lantern', again: 'heather lantern' }
    assert.equal((await v.send('/sign-in/new-password', mine)).headers.location, '/home')
    assert.equal((await v.get('/account')).statusCode, 200)
  })

  it('is of no use to somebody who is at no step, and stays closed to them', async () => {
    const v = visitor(w)
    for (const url of ['/sign-in/second-factor', '/sign-in/new-password', '/sign-in/set-up']) {
      const res = await v.get(url)
      assert.equal(res.headers.location, '/sign-in')
      await v.get('/sign-in')
      const form = tokenOn(v.page())
      const post = await w.app.inject({
        method: 'POST',
        url,
        remoteAddress: '192.0.2.1',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: `_csrf=${form}&code=123456`,
      })
      assert.equal(post.headers.location, '/sign-in')
    }
  })
})
