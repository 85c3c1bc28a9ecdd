import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import {
  ada,
  ben,
  gus,
  hal,
  harbourTeam,
  hillTeam,
  ivy,
  kit,
  meg,
  mia,
} from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const shows = (payload: string, child: string) => payload.includes(`href="/children/${child}"`)

describe('whom nobody has asked yet what they are good at', () => {
  let w: World
  const words = (child: ChildId, said_by: string, topic = 'strengths') =>
    w.db
      .insertInto('waymark.about_me')
      .values({ child_id: child, topic, words: 'Bikes', said_by })
      .returning('id')
      .executeTakeFirstOrThrow()

  before(async () => {
    w = await world()
  })

  it('lists those without words of their own, by name, each with one thing to do', async () => {
    const asked = await aChild(w, { knownAs: 'Asked', teamId: harbourTeam })
    const helped = await aChild(w, { knownAs: 'Helped', teamId: harbourTeam })
    const silent = await aChild(w, { knownAs: 'Zed', teamId: harbourTeam })
    const spokenFor = await aChild(w, { knownAs: 'Abel', teamId: harbourTeam })
    await words(asked, 'child')
    await words(helped, 'child_with_someone')
    const { id } = await words(spokenFor, 'someone_else')
    await words(silent, 'child', 'wishes')
    const { payload } = await w.get(meg, '/children/not-asked')
    assert.ok(shows(payload, silent) && shows(payload, spokenFor))
    assert.ok(!shows(payload, asked) && !shows(payload, helped))
    assert.ok(payload.indexOf('Abel') < payload.indexOf('Zed'))
    assert.equal(payload.match(/Ask what they are good at/g)?.length, 2)
    assert.match(payload, new RegExp(`/children/${silent}/about-me/add\\?topic=strengths`))
    assert.match(payload, new RegExp(`/children/${spokenFor}/about-me/${id}`))
    assert.doesNotMatch(payload, /overdue|missing|target|\d+%|out of \d/i)
    const ask = await w.get(meg, `/children/${silent}/about-me/add?topic=strengths`)
    assert.match(ask.payload, /value="strengths" checked/)
    await w.post(meg, `/children/${silent}/about-me/add`, {
      topic: 'strengths',
      words: 'Maps',
      said_by: 'child',
    })
    assert.ok(!shows((await w.get(meg, '/children/not-asked')).payload, silent))
  })

  it('is a team’s for its manager, one’s own for a worker, and another council’s for theirs', async () => {
    const harbour = await aChild(w, { knownAs: 'H', teamId: harbourTeam, allocatedTo: gus })
    const hill = await aChild(w, { knownAs: 'I', teamId: hillTeam, allocatedTo: ben })
    const of = async (person: typeof ada, query = '') =>
      (await w.get(person, `/children/not-asked${query}`)).payload
    assert.ok(shows(await of(hal), hill) && !shows(await of(hal), harbour))
    assert.ok(shows(await of(gus), harbour) && !shows(await of(gus), hill))
    assert.ok(!shows(await of(mia), harbour) && !shows(await of(mia), hill))
    const one = await of(meg, `?team=${hillTeam}`)
    assert.ok(shows(one, hill) && !shows(one, harbour))
  })

  it('says so when everybody has been asked, and is not for those who only read', async () => {
    assert.match((await w.get(mia, '/children/not-asked')).payload, /Everybody here has been asked/)
    for (const person of [ivy, kit]) {
      assert.equal((await w.get(person, '/children/not-asked')).statusCode, 403)
    }
  })

  it('goes on page by page, and is reached from the list of children', async () => {
    const ids = new Set<string>()
    for (let n = 0; n < 30; n++) ids.add(await aChild(w, { knownAs: 'Same', allocatedTo: gus }))
    const first = (await w.get(gus, '/children/not-asked')).payload
    const next = /href="(\/children\/not-asked\?after=[0-9a-f-]{36})"/.exec(first)?.[1]
    assert.ok(next)
    const second = (await w.get(gus, next)).payload
    for (const id of ids) assert.ok(shows(first, id) !== shows(second, id))
    assert.match((await w.get(gus, '/children')).payload, /href="\/children\/not-asked"/)
  })

  it('writes down who was shown', async () => {
    await w.get(meg, '/children/not-asked')
    const { shown } = await w.db
      .selectFrom('waymark.audit_entry')
      .select('shown')
      .where('action', '=', 'children.list-not-asked')
      .where('actor_id', '=', meg.id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    assert.ok(shown.length > 0)
  })
})
