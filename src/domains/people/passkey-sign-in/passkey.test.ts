import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { world, type World } from '#tests/support/world.ts'
import { anAccount, PASSWORD, type TestAccount } from '../account.fixture.ts'
import {
  softwareAuthenticator,
  type Lie,
  type SoftwareAuthenticator,
} from '../authenticator.fixture.ts'
import { relyingParty } from '../passkeys.ts'
import { askedByScript, visitor, type Visitor } from '../visitor.fixture.ts'

const ORIGIN = 'http://localhost'

describe('passkeys', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const signedIn = async (account: TestAccount): Promise<Visitor> => {
    const v = visitor(w)
    await v.get('/sign-in')
    await v.send('/sign-in', { userName: account.userName, password: PASSWORD })
    await v.follow()
    return v
  }

  const options = (v: Visitor, url: string, typed?: Record<string, string>) =>
    askedByScript(w, v, url, typed)

  const addTo = async (account: TestAccount, device: SoftwareAuthenticator, lie: Lie = {}) => {
    const v = await signedIn(account)
    await v.get('/account/passkeys/add')
    const asked = await options(v, '/account/passkeys/options', {
      name: 'My phone',
      currentPassword: PASSWORD,
    })
    const res = await v.send('/account/passkeys/add', {
      name: 'My phone',
      response: device.add(asked, lie),
    })
    return { v, res, asked }
  }

  const signInWith = async (device: SoftwareAuthenticator, lie: Lie = {}) => {
    const v = visitor(w)
    await v.get('/sign-in?next=%2Faccount')
    const asked = await options(v, '/sign-in/passkey/options')
    const res = await v.send('/sign-in/passkey', { response: device.show(asked, lie) })
    return { v, res, asked }
  }

  it('are added from one’s own account, with recovery codes beside the first', async () => {
    const tess = await anAccount(w)
    const { v, res } = await addTo(tess, softwareAuthenticator(ORIGIN))
    assert.equal(res.statusCode, 200)
    assert.match(res.payload, /Your recovery codes/)
    assert.match((await v.get('/account')).payload, /My phone/)
    const acts = await w.db
      .selectFrom('waymark.audit_entry')
      .select(['action', 'outcome'])
      .where('actor_id', '=', tess.id)
      .where('action', '=', 'account.passkey-added')
      .execute()
    assert.deepEqual(acts, [{ action: 'account.passkey-added', outcome: 'done' }])
  })

  it('sign their owner in with neither user name nor password, past the second factor', async () => {
    const tess = await anAccount(w, { withApp: true, demonstration: false })
    const device = softwareAuthenticator(ORIGIN)
    const { codeAt } = await import('../one-time-code.ts')
    const v = await signedIn(tess)
    await v.send('/sign-in/second-factor', { code: codeAt(tess.secret ?? '', new Date()) })
    await v.get('/account/passkeys/add')
    const asked = await options(v, '/account/passkeys/options', {
      name: 'Key',
      currentPassword: PASSWORD,
    })
    await v.send('/account/passkeys/add', { name: 'Key', response: device.add(asked) })
    const { v: back, res } = await signInWith(device)
    assert.equal(res.headers.location, '/account')
    assert.match((await back.follow()).payload, /Tess Tester/)
  })

  it('finish a sign-in that stands at its second factor, for their owner only', async () => {
    const tess = await anAccount(w)
    const device = softwareAuthenticator(ORIGIN)
    const stranger = softwareAuthenticator(ORIGIN)
    await addTo(tess, device)
    await addTo(await anAccount(w), stranger)
    const v = await signedIn(tess)
    assert.match(v.page(), /Use a passkey/)
    const first = await options(v, '/sign-in/passkey/options')
    assert.ok(first.includes(device.id) && !first.includes(stranger.id))
    const wrong = await v.send('/sign-in/passkey', { response: stranger.show(first) })
    assert.equal(wrong.statusCode, 422)
    const second = await options(v, '/sign-in/passkey/options')
    const right = await v.send('/sign-in/passkey', { response: device.show(second) })
    assert.equal(right.statusCode, 303)
    assert.equal((await v.get('/account')).statusCode, 200)
  })

  for (const [what, lie] of [
    ['made for another site', { origin: 'https://evil.example' }],
    ['made for another party', { party: 'evil.example' }],
    ['with a signature that does not hold', { spoilSignature: true }],
    ['whose device was not unlocked', { notVerified: true }],
    ['whose counter went back', { counter: 1 }],
    ['of the wrong kind', { type: 'webauthn.create' }],
    ['to a question we did not ask', { challenge: 'bm90IG91cnMgYXQgYWxs' }],
  ] as const) {
    it(`are not taken ${what}`, async () => {
      const tess = await anAccount(w)
      const device = softwareAuthenticator(ORIGIN)
      await addTo(tess, device)
      assert.equal((await signInWith(device)).res.statusCode, 303)
      const { v, res } = await signInWith(device, lie)
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /Try the passkey again, or sign in another way/)
      assert.match(String((await v.get('/account')).headers.location), /^\/sign-in/)
    })
  }

  it('answer a question once', async () => {
    const device = softwareAuthenticator(ORIGIN)
    await addTo(await anAccount(w), device)
    const v = visitor(w)
    await v.get('/sign-in')
    const asked = await options(v, '/sign-in/passkey/options')
    const response = device.show(asked)
    assert.equal((await v.send('/sign-in/passkey', { response })).statusCode, 303)
    const again = visitor(w)
    await again.get('/sign-in')
    assert.equal((await again.send('/sign-in/passkey', { response })).statusCode, 422)
  })

  it('of a closed account open nothing', async () => {
    const tess = await anAccount(w)
    const device = softwareAuthenticator(ORIGIN)
    await addTo(tess, device)
    await w.db
      .updateTable('waymark.person')
      .set({ ended_at: new Date().toISOString() })
      .where('id', '=', tess.id)
      .execute()
    assert.equal((await signInWith(device)).res.statusCode, 422)
  })

  for (const response of ['', 'nonsense', '{}', '{"id":"x"}', '[1,2]', `"${'x'.repeat(5000)}"`]) {
    it(`are asked for again when what came is ${response.slice(0, 12) || 'empty'}`, async () => {
      const v = visitor(w)
      await v.get('/sign-in')
      assert.equal((await v.send('/sign-in/passkey', { response })).statusCode, 422)
    })
  }

  it('are not added for somebody else, from another site, or without the password', async () => {
    const tess = await anAccount(w)
    const device = softwareAuthenticator(ORIGIN)
    const { res } = await addTo(tess, device, { origin: 'https://evil.example' })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /It was not added/)
    const v = await signedIn(tess)
    await v.get('/account/passkeys/add')
    const refused = await options(v, '/account/passkeys/options', {
      name: 'x',
      currentPassword: 'a guess',
    })
    assert.match(refused, /Enter your password again/)
    const nameless = await options(v, '/account/passkeys/options', { currentPassword: PASSWORD })
    assert.match(nameless, /Enter a name for the passkey/)
    const theirs = await addTo(await anAccount(w), softwareAuthenticator(ORIGIN), {
      challenge: 'bm90IG91cnMgYXQgYWxs',
    })
    const stolen = await v.send('/account/passkeys/add', {
      name: 'x',
      response: device.add(theirs.asked),
    })
    assert.equal(stolen.statusCode, 422)
  })

  it('are removed by their owner, with the password, and never by another', async () => {
    const tess = await anAccount(w)
    const device = softwareAuthenticator(ORIGIN)
    const { v } = await addTo(tess, device)
    await v.get('/account')
    const url = /href="(\/account\/passkeys\/[0-9a-f-]+\/remove)"/.exec(v.page())?.[1] ?? ''
    const other = await signedIn(await anAccount(w))
    assert.equal((await other.get(url)).statusCode, 404)
    await v.get(url)
    assert.equal((await v.send(url, { currentPassword: 'a guess' })).statusCode, 422)
    assert.equal((await v.send(url, { currentPassword: PASSWORD })).statusCode, 303)
    assert.equal((await signInWith(device)).res.statusCode, 422)
  })

  it('that are the only second factor of somebody who needs one stay', async () => {
    const tess = await anAccount(w)
    const device = softwareAuthenticator(ORIGIN)
    const { v } = await addTo(tess, device)
    await w.db
      .updateTable('waymark.credential')
      .set({ demonstration: false })
      .where('person_id', '=', tess.id)
      .execute()
    await v.get('/account')
    const url = /href="(\/account\/passkeys\/[0-9a-f-]+\/remove)"/.exec(v.page())?.[1] ?? ''
    await v.get(url)
    const res = await v.send(url, { currentPassword: PASSWORD })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Add another second factor first/)
  })

  it('are offered only where browsers take them', () => {
    assert.deepEqual(relyingParty('https://waymark.example.org'), {
      id: 'waymark.example.org',
      origin: 'https://waymark.example.org',
    })
    assert.ok(relyingParty('http://localhost:3000'))
    for (const origin of [
      'http://127.0.0.1:3000',
      'https://[::1]:3000',
      'http://waymark.example.org',
    ]) {
      assert.equal(relyingParty(origin), undefined)
    }
  })
})
