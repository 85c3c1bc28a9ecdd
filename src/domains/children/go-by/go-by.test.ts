import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, ivy, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

describe('the name a child goes by', () => {
  let w: World
  before(async () => {
    w = await world()
  })

  it('is changed, said how, and found by at once', async () => {
    const child = await aChild(w, { knownAs: 'Kit' })
    const url = `/children/${child}/go-by`
    assert.match((await w.get(ada, url)).payload, /value="Kit"/)
    const saved = await w.post(ada, url, { knownAs: 'Gëzim', sayIt: 'GEH-zim', version: '1' })
    assert.equal(saved.statusCode, 303)
    const page = (await w.get(ada, `/children/${child}`)).payload
    assert.match(page, /<h1[^>]*><bdi>Gëzim<\/bdi><\/h1>/)
    assert.match(page, /GEH-zim/)
    assert.match(
      (await w.post(ada, '/children/find', { name: 'gezim' })).payload,
      new RegExp(child),
    )
  })

  it('may be nobody’s to know yet', async () => {
    const child = await aChild(w, { knownAs: 'Kit' })
    const url = `/children/${child}/go-by`
    assert.equal((await w.post(ada, url, { notKnown: 'yes', version: '1' })).statusCode, 303)
    assert.match((await w.get(ada, `/children/${child}`)).payload, /Name not yet known/)
    const found = await w.post(ada, '/children/find', { name: 'name not yet known' })
    assert.doesNotMatch(found.payload, new RegExp(child))
  })

  it('is asked for again in plain words', async () => {
    const child = await aChild(w, { knownAs: 'Kit' })
    const url = `/children/${child}/go-by`
    const none = await w.post(ada, url, { knownAs: ' ', sayIt: 'kept <i>', version: '1' })
    assert.equal(none.statusCode, 422)
    assert.match(none.payload, /Enter the name they go by, or tick that it is not yet known/)
    assert.match(none.payload, /value="kept &lt;i&gt;"/)
    const both = await w.post(ada, url, { knownAs: 'A', notKnown: 'yes', version: '1' })
    assert.match(both.payload, /not both/)
    assert.match(
      (await w.post(ada, url, { knownAs: 'x'.repeat(201), version: '1' })).payload,
      /must be 200 characters or fewer/,
    )
  })

  it('shows both texts when two people change it, and overwrites neither', async () => {
    const child = await aChild(w, { knownAs: 'Kit' })
    const url = `/children/${child}/go-by`
    await w.post(meg, url, { knownAs: 'Kitty', version: '1' })
    const late = await w.post(ada, url, { knownAs: 'Christopher', version: '1' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Meg Manager/)
    assert.match(
      late.payload,
      /What the record says now[\s\S]*Kitty[\s\S]*What you wrote[\s\S]*Christopher/,
    )
    assert.match((await w.get(ada, `/children/${child}`)).payload, /<h1[^>]*><bdi>Kitty/)
    assert.equal((await w.post(ada, url, { knownAs: 'Christopher', version: '2' })).statusCode, 303)
  })

  it('is not there for others, and not for a reader to change', async () => {
    const child = await aChild(w, { knownAs: 'Kit' })
    const url = `/children/${child}/go-by`
    assert.equal((await w.get(ben, url)).statusCode, 404)
    assert.equal((await w.post(ben, url, { knownAs: 'A', version: '1' })).statusCode, 404)
    assert.equal((await w.post(ivy, url, { knownAs: 'A', version: '1' })).statusCode, 403)
    assert.equal((await w.get(ann, url)).statusCode, 403)
  })
})
