import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, kit } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { REPORT } from '../missing.fixture.ts'

const url = '/me/where-i-am'

describe('my own plan for when people do not know where I am', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-21T10:30:00Z'))
    child = await aChild(w, { account: kit, allocatedTo: ada })
  })

  it('is one of the ways on from my pages', async () => {
    assert.match((await w.get(kit, '/me')).payload, /href="\/me\/where-i-am"/)
    assert.match((await w.get(kit, url)).payload, /If people do not know where I am/)
  })

  it('says plainly what is lacking or too long, and keeps what I wrote', async () => {
    const empty = await w.post(kit, url, { version: '0' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.payload, /Write something in one of the boxes/)
    const long = await w.post(kit, url, { version: '0', tell: 'Amina', talkWith: 'x'.repeat(201) })
    assert.match(long.payload, /too long[\s\S]*>Amina</)
  })

  it('comes first on the page of whoever writes that nobody knows where I am', async () => {
    const mine = { version: '0', tell: 'Tell Amina', talkWith: 'Sam' }
    assert.equal((await w.post(kit, url, mine)).statusCode, 303)
    assert.match((await w.get(kit, `${url}?saved=yes`)).payload, /It is saved/)
    assert.match((await w.get(ada, `/children/${child}/missing/report`)).payload, /Tell Amina/)
    assert.match((await w.get(ada, `/children/${child}/missing`)).payload, /Sam/)
  })

  it('loses nothing when somebody beside me was faster', async () => {
    const theirs = { version: '1', tell: 'Tell the aunt', language: 'en' }
    assert.equal((await w.post(ada, `/children/${child}/missing/plan`, theirs)).statusCode, 303)
    const mine = await w.post(kit, url, { version: '1', tell: 'Tell my friend' })
    assert.equal(mine.statusCode, 409)
    assert.match(mine.payload, /Tell the aunt[\s\S]*Tell my friend/)
  })

  it('never shows me a search', async () => {
    await w.post(ada, `/children/${child}/missing/report`, REPORT)
    await w.signIn(kit)
    for (const page of ['/me', url]) {
      assert.doesNotMatch((await w.get(kit, page)).payload, /school gate|police|missing/i)
    }
  })
})
