import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { aChild } from '#tests/support/builders.ts'
import {
  ada,
  ann,
  ben,
  gus,
  hal,
  harbourTeam,
  hillTeam,
  meg,
  mia,
  zoe,
} from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const linkOf = (child: string) => new RegExp(`href="/children/${child}"`)

describe('the list of children', () => {
  let w: World
  before(async () => {
    w = await world()
  })
  it('is empty in words that say which kind of empty', async () => {
    assert.match((await w.get(gus, '/children')).payload, /You stand beside nobody yet/)
    assert.match((await w.get(mia, '/children')).payload, /No records here yet/)
  })

  it('shows a worker their own, and not those they stood beside before', async () => {
    const own = await aChild(w, { knownAs: 'Own', allocatedTo: ben })
    const others = await aChild(w, { knownAs: 'Other', allocatedTo: ada })
    const former = await aChild(w, { knownAs: 'Former', allocatedTo: ben })
    await w.db
      .updateTable('waymark.allocation')
      .set({ ended_on: '2026-02-01' })
      .where('child_id', '=', former)
      .execute()
    const { payload } = await w.get(ben, '/children')
    assert.match(payload, linkOf(own))
    assert.doesNotMatch(payload, /key worker: Ben Worker/)
    await w.post(meg, `/children/${own}/beside/add`, { person: ada.id, part: 'advocate' })
    assert.match((await w.get(ben, '/children')).payload, /advocate: Ada Worker/)
    assert.doesNotMatch(payload, linkOf(others))
    assert.doesNotMatch(payload, linkOf(former))
  })

  it('shows a manager their organisation by team, and a team’s manager the team', async () => {
    const harbour = await aChild(w, { knownAs: 'H', teamId: harbourTeam, allocatedTo: [] })
    const hill = await aChild(w, { knownAs: 'I', teamId: hillTeam, allocatedTo: [] })
    const all = (await w.get(meg, '/children')).payload
    assert.match(all, linkOf(harbour))
    assert.match(all, linkOf(hill))
    const one = (await w.get(meg, `/children?team=${hillTeam}`)).payload
    assert.match(one, linkOf(hill))
    assert.doesNotMatch(one, linkOf(harbour))
    const hals = (await w.get(hal, '/children')).payload
    assert.match(hals, linkOf(hill))
    assert.doesNotMatch(hals, linkOf(harbour))
    // A team that is not the reader's to choose changes nothing.
    assert.doesNotMatch(
      (await w.get(hal, `/children?team=${harbourTeam}`)).payload,
      linkOf(harbour),
    )
  })

  it('goes on page by page, with no name in the address and no child lost', async () => {
    const ids = new Set<string>()
    for (let n = 0; n < 60; n++)
      ids.add(await aChild(w, { knownAs: n % 2 ? 'Same' : `Zed ${n}`, allocatedTo: gus }))
    const seen: string[] = []
    let url: string | undefined = '/children'
    for (let pages = 0; url && pages < 5; pages++) {
      const { payload }: { payload: string } = await w.get(gus, url)
      seen.push(
        ...[
          ...payload.matchAll(/wm-person__name"><a class="govuk-link" href="\/children\/([^"]+)"/g),
        ].map((m) => m[1] ?? ''),
      )
      url = /href="(\/children\?after=[0-9a-f-]+)"/.exec(payload)?.[1]
      if (url) assert.match(url, /^\/children\?after=[0-9a-f-]{36}$/)
    }
    assert.equal(seen.length, 60)
    assert.deepEqual(new Set(seen), ids)
  })

  it('writes down who was shown', async () => {
    const child = await aChild(w, { knownAs: 'Shown', allocatedTo: ada })
    await w.get(ada, '/children')
    const { shown } = await w.db
      .selectFrom('waymark.audit_entry')
      .select('shown')
      .where('action', '=', 'children.list')
      .where('actor_id', '=', ada.id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    assert.ok(shown.includes(child))
  })

  it('is not for those who reach no child', async () => {
    for (const person of [ann, zoe])
      assert.equal((await w.get(person, '/children')).statusCode, 403)
  })
})
