import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { world, type World } from '#tests/support/world.ts'
import { anAccount, PASSWORD } from '../account.fixture.ts'
import { visitor } from '../visitor.fixture.ts'

const START = new Date('2026-06-01T09:00:00Z')

describe('guessing', () => {
  let w: World

  before(async () => {
    w = await world()
    // It stands: however slowly the tries come, no wait is over between them.
    w.setClock(START)
  })

  const tryOnce = async (userName: string, password: string, address: string) => {
    const v = visitor(w, address)
    await v.get('/sign-in')
    return v.send('/sign-in', { userName, password })
  }

  it('is slowed after five tries, for a name that exists and for one that does not', async () => {
    const tess = await anAccount(w)
    for (const [n, userName] of [tess.userName, 'nobody.here'].entries()) {
      for (let k = 0; k < 5; k++) {
        const res = await tryOnce(userName, `guess ${k}`, `203.0.113.${n * 10 + k}`)
        assert.equal(res.statusCode, 422)
      }
      const res = await tryOnce(userName, PASSWORD, `203.0.113.${n * 10 + 9}`)
      assert.equal(res.statusCode, 429)
      assert.match(res.payload, /Wait a minute, then try again/)
    }
  })

  it('ends with the wait, and grows when guessing goes on', async () => {
    const tess = await anAccount(w)
    const at = (seconds: number) => w.setClock(new Date(START.getTime() + seconds * 1000))
    at(0)
    for (let k = 0; k < 5; k++) await tryOnce(tess.userName, `guess ${k}`, '203.0.113.50')
    at(29)
    assert.equal((await tryOnce(tess.userName, 'guess', '203.0.113.50')).statusCode, 429)
    at(31)
    assert.equal((await tryOnce(tess.userName, 'guess', '203.0.113.50')).statusCode, 422)
    at(31 + 59)
    assert.equal((await tryOnce(tess.userName, PASSWORD, '203.0.113.50')).statusCode, 429)
    at(31 + 61)
    assert.equal((await tryOnce(tess.userName, PASSWORD, '203.0.113.50')).statusCode, 303)
    w.setClock(START)
  })

  it('by a stranger does not lock somebody out where they sign in every day', async () => {
    const tess = await anAccount(w)
    assert.equal((await tryOnce(tess.userName, PASSWORD, '192.0.2.77')).statusCode, 303)
    for (let k = 0; k < 6; k++) await tryOnce(tess.userName, `guess ${k}`, '203.0.113.90')
    assert.equal((await tryOnce(tess.userName, PASSWORD, '203.0.113.91')).statusCode, 429)
    assert.equal((await tryOnce(tess.userName, PASSWORD, '192.0.2.77')).statusCode, 303)
  })

  it('of many names from one place is slowed too', async () => {
    for (let k = 0; k < 50; k++) {
      assert.equal((await tryOnce(`name.${k}`, 'guess', '203.0.113.200')).statusCode, 422)
    }
    assert.equal((await tryOnce('name.51', 'guess', '203.0.113.200')).statusCode, 429)
    assert.equal((await tryOnce('name.51', 'guess', '203.0.113.201')).statusCode, 422)
  })

  it('of many names from one IPv6 network is slowed too', async () => {
    for (let k = 0; k < 50; k++) await tryOnce(`six.${k}`, 'guess', `2001:db8:1:1::${k + 1}`)
    assert.equal((await tryOnce('six.51', 'guess', '2001:db8:1:1:ffff::1')).statusCode, 429)
    assert.equal((await tryOnce('six.51', 'guess', '2001:db8:1:2::1')).statusCode, 422)
  })

  it('many at once counts like many in a row', async () => {
    const tess = await anAccount(w)
    const visitors = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const v = visitor(w, '203.0.113.150')
        await v.get('/sign-in')
        return v
      }),
    )
    const answers = await Promise.all(
      visitors.map((v, n) =>
        v.send('/sign-in', { userName: tess.userName, password: `guess ${n}` }),
      ),
    )
    const looked = answers.filter((a) => a.statusCode === 422).length
    assert.ok(looked <= 5, `${looked} were looked at`)
    assert.ok(answers.every((a) => a.statusCode === 422 || a.statusCode === 429))
  })

  it('leaves a trace of every try, and no user name in it', async () => {
    const entries = await w.db
      .selectFrom('waymark.audit_entry')
      .selectAll()
      .where('action', '=', 'sign-in.password')
      .execute()
    assert.ok(entries.some((e) => e.outcome === 'refused' && e.actor_id === null))
    assert.ok(!JSON.stringify(entries).includes('nobody'))
    const tries = await w.db.selectFrom('waymark.sign_in_attempt').selectAll().execute()
    assert.ok(!JSON.stringify(tries).includes('nobody'))
  })
})
