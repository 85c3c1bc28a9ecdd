import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { aChild } from '#tests/support/builders.ts'
import { world, type World } from '#tests/support/world.ts'
import { anAccount, PASSWORD } from '../account.fixture.ts'
import { visitor } from '../visitor.fixture.ts'

describe('a form that arrives after its session ran out', () => {
  let w: World
  const words = 'Kit said: “I like the river.”\r\nSecond line <b>kept</b> & so on'

  before(async () => {
    w = await world()
  })

  /** Signs in, loses the session, and sends a name for a team. */
  const lose = async (
    role: 'administrator' | 'practitioner' = 'administrator',
    withApp = false,
  ) => {
    const tess = await anAccount(w, { role, withApp })
    const v = visitor(w)
    const { startSession } = await import('#platform/http/sessions.ts')
    const { atTheDoor } = await import('#platform/db/unit-of-work.ts')
    const token = await atTheDoor(w.web, (door) =>
      startSession(door, {
        person: tess.id,
        step: 'signed-in',
        address: '192.0.2.1',
        device: 'test',
      }),
    )
    v.setCookie(token)
    return { tess, v }
  }

  const end = (id: string) =>
    w.db
      .updateTable('waymark.session')
      .set({ ended_at: new Date().toISOString() })
      .where('person_id', '=', id)
      .execute()

  it('about accounts is not kept, since it may hold a password, and nobody is sent astray', async () => {
    const { tess, v } = await lose()
    await v.get('/accounts/teams')
    await end(tess.id)
    const out = await v.send('/accounts/teams', { name: words })
    assert.equal(out.statusCode, 401)
    const form = await v.send('/sign-in')
    assert.equal(form.statusCode, 200)
    assert.match(form.payload, /What you wrote is still kept in this page/)
    assert.doesNotMatch(form.payload, /river/)
    const wrong = await v.send('/sign-in', { userName: tess.userName, password: 'mistyped it' })
    assert.equal(wrong.statusCode, 422)
    const back = await v.send('/sign-in', { userName: tess.userName, password: PASSWORD })
    assert.equal(back.statusCode, 303)
    assert.equal(back.headers.location, '/home')
  })

  it('comes back whole: a text of several lines, typed on a child’s record', async () => {
    const { tess, v } = await lose('practitioner')
    const child = await aChild(w, { knownAs: 'Kit' })
    await w.db
      .insertInto('waymark.allocation')
      .values({ child_id: child, person_id: tess.id, part: 'key_worker' })
      .execute()
    await v.get(`/children/${child}/sign-in`)
    await end(tess.id)
    const url = `/children/${child}/sign-in`
    const out = await v.send(url, { words, ticked: ['one', 'two'], version: '3' })
    assert.equal(out.statusCode, 401)
    assert.match(out.payload, /kept in this page/)
    await v.send('/sign-in')
    const kept = await v.send('/sign-in', { userName: tess.userName, password: PASSWORD })
    assert.equal(kept.statusCode, 200)
    assert.match(kept.payload, /<h1[^>]*>What you typed was kept/)
    assert.match(
      kept.payload,
      /Kit said: “I like the river.”\r?\nSecond line &lt;b&gt;kept&lt;\/b&gt; &amp; so on/,
    )
    assert.match(kept.payload, />Ticked</)
    assert.ok(v.cookie(), 'signed in')
    const sent = await v.send(url)
    assert.equal(sent.statusCode, 200)
    assert.match(sent.payload, /Three words/)
  })

  it('is carried through the second factor too', async () => {
    const { tess, v } = await lose('practitioner', true)
    const child = await aChild(w, {})
    await w.db
      .insertInto('waymark.allocation')
      .values({ child_id: child, person_id: tess.id, part: 'key_worker' })
      .execute()
    const url = `/children/${child}/sign-in`
    await v.get(url)
    await end(tess.id)
    await v.send(url, { words })
    await v.send('/sign-in')
    const second = await v.send('/sign-in', { userName: tess.userName, password: PASSWORD })
    assert.equal(second.statusCode, 200)
    assert.match(second.payload, /Confirm that it is you/)
    const { codeAt } = await import('../one-time-code.ts')
    const wrong = await v.send('/sign-in/second-factor', { code: '000000' })
    assert.equal(wrong.statusCode, 422)
    const kept = await v.send('/sign-in/second-factor', {
      code: codeAt(tess.secret ?? '', new Date()),
    })
    assert.match(kept.payload, /What you typed was kept/)
    assert.match(kept.payload, /I like the river/)
    assert.equal((await v.send(url)).statusCode, 200)
  })

  it('is not shown to somebody else who signs in', async () => {
    const { tess, v } = await lose('practitioner')
    const other = await anAccount(w)
    const child = await aChild(w, {})
    await w.db
      .insertInto('waymark.allocation')
      .values({ child_id: child, person_id: tess.id, part: 'key_worker' })
      .execute()
    const url = `/children/${child}/sign-in`
    await v.get(url)
    await end(tess.id)
    await v.send(url, { words })
    await v.send('/sign-in')
    const res = await v.send('/sign-in', { userName: other.userName, password: PASSWORD })
    assert.equal(res.statusCode, 303)
    assert.equal(res.headers.location, '/home')
    assert.doesNotMatch((await v.follow()).payload, /river/)
  })
})
