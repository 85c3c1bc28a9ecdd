import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, meg, mia, sam } from '#tests/support/people.ts'
import { on } from '#tests/support/systems.ts'
import { world, type World } from '#tests/support/world.ts'

describe('who stands beside a child', () => {
  let w: World
  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-21T10:00:00Z'))
  })
  const allocationsOf = (child: ChildId) =>
    w.db.selectFrom('waymark.allocation').selectAll().where('child_id', '=', child).execute()

  it('is said by a manager, and the worker then reaches the record', async () => {
    const child = await aChild(w, { allocatedTo: [] })
    assert.equal((await w.get(ben, `/children/${child}`)).statusCode, 404)
    const saved = await w.post(meg, `/children/${child}/beside/add`, {
      person: ben.id,
      part: 'advocate',
    })
    assert.equal(saved.statusCode, 303)
    assert.equal((await w.get(ben, `/children/${child}`)).statusCode, 200)
    assert.match(
      (await w.get(meg, `/children/${child}/beside`)).payload,
      /Ben Worker[\s\S]*advocate, from 21 November 2026/,
    )
    const acts = await w.db
      .selectFrom('waymark.audit_entry')
      .select('actor_id')
      .where('action', '=', 'children.beside.allocate')
      .where('child_id', '=', child)
      .execute()
    assert.deepEqual(acts, [{ actor_id: meg.id }])
  })

  it('is asked again in plain words, with what was typed kept', async () => {
    const child = await aChild(w)
    const url = `/children/${child}/beside/add`
    const empty = await w.post(meg, url, { day: '31', month: '2', year: '2026' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.payload, /Choose who will stand beside them/)
    assert.match(empty.payload, /Choose what part they have/)
    assert.match(empty.payload, /Enter the day it starts/)
    assert.match(empty.payload, /name="day" type="text" value="31"/)
    const ahead = { person: ben.id, part: 'guardian', day: '1', month: '1', year: '2027' }
    assert.match((await w.post(meg, url, ahead)).payload, /must be today or earlier/)
    const other = await w.post(meg, url, { person: sam.id, part: 'guardian' })
    assert.match(other.payload, /Choose somebody from the list/)
    const twice = await w.post(meg, url, { person: ada.id, part: 'key_worker' })
    assert.equal(twice.statusCode, 422)
    assert.match(twice.payload, /They already have this part/)
  })

  const goodbye = {
    version: '0',
    goodbye: 'met',
    ...on('goodbyeOn', '2026-11-20'),
    next: 'nobody_yet',
    ...on('nextBy', '2026-12-01'),
    ...on('toldOn', '2026-11-10'),
  }
  const sayGoodbye = async (child: ChildId, id: string | undefined) => {
    const res = await w.post(ada, `/children/${child}/beside/${id}/hand-over`, goodbye)
    assert.equal(res.statusCode, 303, res.payload)
  }

  it('ends with a reason that is kept, and the worker no longer reaches the record', async () => {
    const child = await aChild(w)
    const [open] = await allocationsOf(child)
    const url = `/children/${child}/beside/${open?.id}/end`
    assert.equal((await w.get(meg, url)).statusCode, 200)
    const early = await w.post(meg, url, {
      version: '1',
      day: '1',
      month: '1',
      year: '2020',
      why: 'kept',
    })
    assert.equal(early.statusCode, 422)
    assert.match(early.payload, /cannot be before it began/)
    assert.match(early.payload, />kept</)
    const without = await w.post(meg, url, { version: '1', why: 'Moved teams' })
    assert.equal(without.statusCode, 422)
    assert.match(without.payload, /Write down the goodbye and the hello first/)
    assert.match(without.payload, />Moved teams</)
    await sayGoodbye(child, open?.id)
    assert.equal((await w.post(meg, url, { version: '1', why: 'Moved teams' })).statusCode, 303)
    assert.equal((await w.get(ada, `/children/${child}`)).statusCode, 404)
    const page = (await w.get(meg, `/children/${child}/beside`)).payload
    assert.match(page, /Nobody is allocated to them now/)
    assert.match(page, /Ada Worker[\s\S]*from 5 January 2026 to 21 November 2026[\s\S]*Moved teams/)
    assert.equal((await w.get(meg, url)).statusCode, 404)
  })

  it('says so when somebody else ended it first, and keeps what both wrote', async () => {
    const child = await aChild(w)
    const [open] = await allocationsOf(child)
    const url = `/children/${child}/beside/${open?.id}/end`
    await sayGoodbye(child, open?.id)
    await w.post(meg, url, { version: '1', why: 'First reason' })
    const late = await w.post(meg, url, { version: '1', why: 'Second reason' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was changed/)
    assert.match(late.payload, /First reason/)
    assert.match(late.payload, /Second reason/)
    assert.equal((await allocationsOf(child))[0]?.ended_why, 'First reason')
  })

  it('is not for workers to decide, nor for managers of others', async () => {
    const child = await aChild(w)
    const url = `/children/${child}/beside`
    const form = { person: ben.id, part: 'advocate' }
    assert.equal((await w.post(ada, `${url}/add`, form)).statusCode, 403)
    for (const person of [hal, mia]) {
      assert.equal((await w.get(person, url)).statusCode, 404)
      assert.equal((await w.post(person, `${url}/add`, form)).statusCode, 404)
    }
    assert.equal((await allocationsOf(child)).length, 1)
  })
})
