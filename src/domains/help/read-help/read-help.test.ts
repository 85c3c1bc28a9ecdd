import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { ada, kit } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { helpPages } from './read-help.page.ts'

describe('help', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  for (const { url } of helpPages) {
    it(`${url} is there for somebody who is not signed in, and for everybody who is`, async () => {
      for (const headers of [{}, w.as(ada), w.as(kit)]) {
        const { statusCode, payload } = await w.app.inject({ url, headers })
        assert.equal(statusCode, 200)
        assert.equal(payload.match(/<h1/g)?.length, 1)
      }
    })

    it(`${url} has every link it gives to other help`, async () => {
      const { payload } = await w.app.inject({ url })
      const links = [...payload.matchAll(/href="(\/help[^"]*)"/g)].map(([, href]) => href)
      const known = helpPages.map((page) => page.url)
      assert.deepEqual(
        links.filter((href) => !known.some((url) => url === href)),
        [],
      )
      assert.ok(links.length > 0)
    })
  }

  it('keeps a young person on their own side of the house', async () => {
    for (const { url } of helpPages) {
      const { payload } = await w.get(kit, url)
      assert.match(payload, /youth\.css/)
      assert.doesNotMatch(payload, /traffick|exploit|victim|\bcase\b/i)
    }
  })

  it('is not written down: reading it says nothing about anybody', async () => {
    const written = async () =>
      (await w.db.selectFrom('waymark.audit_entry').select('action').execute()).length
    const before = await written()
    await w.get(ada, '/help/what-we-keep')
    assert.equal(await written(), before)
    await w.get(ada, '/home')
    assert.equal(await written(), before + 1)
  })
})
