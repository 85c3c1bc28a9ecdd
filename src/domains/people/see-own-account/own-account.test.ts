import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { trustedId } from '#kernel/ids.ts'
import { COOKIE, startSession } from '#platform/http/sessions.ts'
import { atTheDoor } from '#platform/db/unit-of-work.ts'
import { tokenOn } from '#tests/support/form-token.ts'
import { kit } from '#tests/support/people.ts'
import { csrfToken } from '#platform/http/csrf.ts'
import { encode, world, type World } from '#tests/support/world.ts'
import { anAccount, PASSWORD, type TestAccount } from '../account.fixture.ts'
import { codeAt } from '../one-time-code.ts'
import { visitor, type Visitor } from '../visitor.fixture.ts'

describe('one’s own account', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const signedIn = async (account: TestAccount, device = 'test'): Promise<Visitor> => {
    const token = await atTheDoor(w.web, (door) =>
      startSession(door, { person: account.id, step: 'signed-in', address: '192.0.2.1', device }),
    )
    const v = visitor(w)
    v.setCookie(token)
    return v
  }
  const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; rv:120.0) Gecko/20100101 Firefox/120.0'

  it('shows who one is here and where one is signed in', async () => {
    const tess = await anAccount(w)
    await signedIn(tess, FIREFOX)
    const v = await signedIn(tess)
    const { payload } = await v.get('/account')
    assert.match(payload, /Tess Tester/)
    assert.match(payload, new RegExp(tess.userName))
    assert.match(payload, /Practitioner/)
    assert.match(payload, /Firefox on Windows/)
    assert.equal(payload.match(/\(this one\)/g)?.length, 1)
    assert.match(payload, /From 192\.0\.2\.1/)
  })

  it('is staff’s: a young person has pages of their own for it', async () => {
    const res = await w.get(kit, '/account')
    assert.equal(res.statusCode, 403)
    assert.match(res.payload, /wm-young/)
  })

  it('ends one session, or all but this one, and never somebody else’s', async () => {
    const tess = await anAccount(w)
    const far = await signedIn(tess, FIREFOX)
    const v = await signedIn(tess)
    await v.get('/account')
    const url = /action="(\/account\/sessions\/[0-9a-f-]+\/end)"/.exec(v.page())?.[1] ?? ''
    const other = await signedIn(await anAccount(w))
    await other.get('/account')
    const csrf = tokenOn(other.page())
    const stolen = await w.app.inject({
      method: 'POST',
      url,
      headers: {
        cookie: `${COOKIE}=${other.cookie()}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: `_csrf=${csrf}`,
    })
    assert.equal(stolen.statusCode, 404)
    assert.equal((await far.get('/account')).statusCode, 200)
    assert.equal((await v.send(url)).headers.location, '/account?done=session')
    assert.equal((await far.get('/account')).statusCode, 303)
    const more = await signedIn(tess)
    await v.get('/account')
    await v.send('/account/sessions/end-others')
    assert.match((await v.follow()).payload, /signed out everywhere else/)
    assert.equal((await more.get('/account')).statusCode, 303)
  })

  it('changes the password with the one before, and signs out everywhere else', async () => {
    const tess = await anAccount(w)
    const far = await signedIn(tess)
    const v = await signedIn(tess)
    await v.get('/account/password')
    const mine = { newPassword: 'heather lantern', again: 'heather lantern' }
    const wrong = await v.send('/account/password', { ...mine, currentPassword: 'a guess' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /That one is not right/)
    assert.ok(!wrong.payload.includes('heather'))
    const weak = await v.send('/account/password', {
      newPassword: 'password1234',
      again: 'password1234',
      currentPassword: PASSWORD,
    })
    assert.match(weak.payload, /harder to guess/)
    const done = await v.send('/account/password', { ...mine, currentPassword: PASSWORD })
    assert.equal(done.headers.location, '/account?done=password')
    assert.equal((await far.get('/account')).statusCode, 303)
    assert.equal((await v.get('/account')).statusCode, 200)
    const again = visitor(w)
    await again.get('/sign-in')
    const old = await again.send('/sign-in', { userName: tess.userName, password: PASSWORD })
    assert.equal(old.statusCode, 422)
    const now = await again.send('/sign-in', {
      userName: tess.userName,
      password: 'heather lantern',
    })
    assert.equal(now.statusCode, 303)
    const acts = await w.db
      .selectFrom('waymark.audit_entry')
      .select(['action', 'outcome'])
      .where('actor_id', '=', tess.id)
      .where('action', 'in', ['account.password-changed', 'account.change-password'])
      .orderBy('id')
      .execute()
    assert.deepEqual(
      acts.filter((a) => a.outcome === 'done').map((a) => a.action),
      ['account.change-password', 'account.password-changed', 'account.change-password'],
    )
  })

  it('cannot be guessed at from a computer left open', async () => {
    const v = await signedIn(await anAccount(w))
    await v.get('/account/password')
    const mine = { newPassword: 'heather lantern', again: 'heather lantern' }
    for (let n = 0; n < 5; n++) {
      await v.send('/account/password', { ...mine, currentPassword: `guess ${n}` })
    }
    const res = await v.send('/account/password', { ...mine, currentPassword: PASSWORD })
    assert.match(res.payload, /Wait a minute, then enter your password/)
  })

  it('turns the authenticator app on, replaces it, and turns it off', async () => {
    const tess = await anAccount(w)
    const v = await signedIn(tess)
    const secretOn = () =>
      (/<strong><code>([A-Z2-7 ]+)<\/code>/.exec(v.page())?.[1] ?? '').replaceAll(' ', '')
    await v.get('/account/authenticator')
    const first = secretOn()
    const nothing = await v.send('/account/authenticator', { code: codeAt(first, new Date()) })
    assert.match(nothing.payload, /Enter your password/)
    const on = await v.send('/account/authenticator', {
      code: codeAt(first, new Date()),
      currentPassword: PASSWORD,
    })
    assert.match(on.payload, /Your recovery codes/)
    assert.equal((await v.send('/sign-in/carry-on')).headers.location, '/account')
    assert.match((await v.follow()).payload, /10 left/)
    await v.get('/account/authenticator')
    assert.match(v.page(), /takes the place of the one you use now/)
    const second = secretOn()
    assert.notEqual(second, first)
    await v.send('/account/authenticator', {
      code: codeAt(second, new Date()),
      currentPassword: PASSWORD,
    })
    const at = visitor(w)
    await at.get('/sign-in')
    await at.send('/sign-in', { userName: tess.userName, password: PASSWORD })
    await at.follow()
    const old = await at.send('/sign-in/second-factor', {
      code: codeAt(first, new Date(Date.now() + 30_000)),
    })
    assert.equal(old.statusCode, 422)
    await v.get('/account/authenticator/remove')
    const off = await v.send('/account/authenticator/remove', { currentPassword: PASSWORD })
    assert.equal(off.headers.location, '/account?done=authenticator')
    const left = await w.db
      .selectFrom('waymark.recovery_code')
      .select('person_id')
      .where('person_id', '=', tess.id)
      .execute()
    assert.equal(left.length, 0, 'recovery codes go with the last factor')
  })

  it('makes new recovery codes in place of the old ones', async () => {
    const tess = await anAccount(w, { withApp: true })
    const v = await signedIn(tess)
    const make = async () => {
      await v.get('/account/recovery-codes')
      const { payload } = await v.send('/account/recovery-codes', { currentPassword: PASSWORD })
      return /<li><code>([^<]+)/.exec(payload)?.[1] ?? ''
    }
    const old = await make()
    const now = await make()
    for (const [code, status] of [
      [old, 422],
      [now, 303],
    ] as const) {
      const at = visitor(w)
      await at.get('/sign-in')
      await at.send('/sign-in', { userName: tess.userName, password: PASSWORD })
      await at.follow()
      assert.equal((await at.send('/sign-in/second-factor', { code })).statusCode, status)
    }
  })

  it('says that an authenticator which is not there cannot be removed', async () => {
    const v = await signedIn(await anAccount(w))
    assert.equal((await v.get('/account/authenticator/remove')).statusCode, 404)
    assert.equal((await v.get('/account/passkeys/not-an-id/remove')).statusCode, 404)
  })

  it('stays closed on a device in a young person’s hands', async () => {
    const child = trustedId<'child'>('00000000-0000-4000-8000-00000000abcd')
    await w.db
      .insertInto('waymark.child')
      .values({
        id: child,
        organisation_id: kit.organisationId,
        known_as: 'Kit',
        person_id: kit.id,
      })
      .execute()
    const handed = await atTheDoor(w.web, (door) =>
      startSession(door, {
        person: kit.id,
        step: 'signed-in',
        address: '192.0.2.1',
        device: 'test',
        handed: { child, by: kit.id },
      }),
    )
    const v = visitor(w)
    v.setCookie(handed)
    for (const url of ['/account', '/account/password', '/account/authenticator']) {
      assert.equal((await v.get(url)).statusCode, 403)
    }
    const res = await w.app.inject({
      method: 'POST',
      url: '/sign-out',
      remoteAddress: '192.0.2.1',
      headers: {
        cookie: `${COOKIE}=${handed}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: encode({ _csrf: csrfToken(w.keys.csrf, 'door 192.0.2.1') }),
    })
    assert.equal(res.headers.location, '/sign-in', 'the worker can always sign out')
    assert.equal((await v.get('/account')).statusCode, 303)
  })
})
