import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import {
  softwareAuthenticator,
  type SoftwareAuthenticator,
} from '#domains/people/authenticator.fixture.ts'
import { askedByScript, visitor, type Visitor } from '#domains/people/visitor.fixture.ts'
import { aChild } from '#tests/support/builders.ts'
import { world, type World } from '#tests/support/world.ts'
import { comeIn, wordsOn } from './young.ts'

describe('a passkey', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const options = (v: Visitor, url: string, typed?: Record<string, string>) =>
    askedByScript(w, v, url, typed)

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
    assert.doesNotMatch(asked, /\bSol\b|Waymark/)
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
