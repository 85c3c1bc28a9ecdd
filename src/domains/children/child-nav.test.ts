import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { aChild } from '#tests/support/builders.ts'
import { ada } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const GROUPS = ['Now', 'What they say', 'People', 'Plans', 'Systems', 'Record']

describe('the parts of a child’s record', () => {
  let w: World
  let here: string
  before(async () => {
    w = await world()
    here = `/children/${await aChild(w, { knownAs: 'Kit', allocatedTo: [ada] })}`
  })

  it('stand in a few groups, and all of them are on the overview', async () => {
    const { payload } = await w.get(ada, here)
    assert.deepEqual(groupsOf(payload), GROUPS)
    for (const path of partsOf(payload))
      assert.equal((await w.get(ada, path)).statusCode, 200, path)
    assert.ok(partsOf(payload).length >= 18)
  })

  it('say which group and which part one is in', async () => {
    const parts = partsOf((await w.get(ada, here)).payload)
    for (const path of parts) {
      const { payload } = await w.get(ada, path)
      assert.deepEqual(groupsOf(payload), GROUPS, path)
      assert.equal([...payload.matchAll(/aria-current="true" href="\/children/g)].length, 1, path)
      assert.match(payload, new RegExp(`aria-current="page" href="${path}"`))
    }
    assert.match((await w.get(ada, here)).payload, new RegExp(`aria-current="page" href="${here}"`))
  })

  it('name the group of a page that has no entry of its own', async () => {
    const { payload } = await w.get(ada, `${here}/said`)
    assert.match(payload, /aria-current="true"[^>]*>What they say</)
  })

  function partsOf(page: string): readonly string[] {
    const map = page.slice(page.indexOf('wm-map'), page.indexOf('wm-foot-section'))
    return [...map.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)
  }

  function groupsOf(page: string): readonly string[] {
    const from = page.indexOf('aria-label="This record"')
    const nav = page.slice(from, page.indexOf('</nav>', from))
    return [...nav.matchAll(/>([^<>]+)<\/a>/g)].map(([, text = '']) => text)
  }
})
