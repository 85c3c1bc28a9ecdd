import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, joy, kit, southmere } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const SCHOOL = {
  kind: 'school',
  name: 'Harbour School',
  'began_on-day': '4',
  'began_on-month': '9',
  'began_on-year': '2024',
}

describe('where a young person learns, from their own page', () => {
  let w: World
  let child: ChildId
  const places = () =>
    w.db
      .selectFrom('waymark.place_of_learning')
      .selectAll()
      .where('child_id', '=', child)
      .orderBy('began_on')
      .execute()

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:00:00Z'))
    child = await aChild(w, { knownAs: 'Kit', account: kit })
  })

  it('says that nothing is written, and can be written by them', async () => {
    assert.match((await w.get(kit, '/me/learning')).payload, /Nothing is written here yet/)
    const saved = await w.post(kit, '/me/learning/new', { ...SCHOOL, version: '0' })
    assert.equal(saved.statusCode, 303)
    const [place] = await places()
    assert.deepEqual([place?.said_by, place?.changed_by], ['child', kit.id])
    const mine = await w.get(kit, '/me/learning')
    assert.match(mine.payload, /Harbour School[\s\S]*School[\s\S]*Since 4 September 2024/)
    assert.match((await w.get(kit, '/me')).payload, /href="\/me\/learning"/)
    const theirs = await w.get(ada, `/children/${child}/learning`)
    assert.match(theirs.payload, /Harbour School[\s\S]*The young person, in their own words/)
  })

  it('asks again in plain words, and keeps what was typed', async () => {
    const wrong = async (fields: Readonly<Record<string, string>>) => {
      const res = await w.post(kit, '/me/learning/new', { ...SCHOOL, ...fields, version: '0' })
      assert.equal(res.statusCode, 422)
      return res.payload
    }
    assert.match(await wrong({ kind: '' }), /Choose what kind of place it is/)
    assert.match(await wrong({ name: 'x'.repeat(201) }), /in 200 letters or fewer/)
    assert.match(await wrong({ 'began_on-month': '13' }), /Write the day you started/)
    assert.match(await wrong({ 'began_on-year': '2031' }), /must be today or earlier/)
    assert.match(await wrong({ ended_why: 'told_to_leave' }), /Write the day you stopped/)
    const before = await wrong({
      'ended_on-day': '1',
      'ended_on-month': '1',
      'ended_on-year': '2020',
      name: 'Kept <b>name</b>',
    })
    assert.match(before, /cannot be before you started/)
    assert.match(before, /value="Kept &lt;b&gt;name&lt;\/b&gt;"/)
    assert.match(before, /id="ended_on-year"[^>]*value="2020"/)
    assert.equal((await places()).length, 1)
  })

  it('shows both when a worker was faster, and overwrites nothing', async () => {
    const [place] = await places()
    assert.ok(place)
    const url = `/me/learning/${place.id}`
    await w.post(ada, `/children/${child}/learning/${place.id}`, {
      ...SCHOOL,
      name: 'Harbour Academy',
      said_by: 'child',
      version: '1',
    })
    const late = await w.post(kit, url, { ...SCHOOL, name: 'The Harbour', version: '1' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was lost[\s\S]*Harbour Academy[\s\S]*value="The Harbour"/)
    assert.equal((await places())[0]?.name, 'Harbour Academy')
    assert.equal((await w.post(kit, url, { ...SCHOOL, version: '2' })).statusCode, 303)
    const history = await w.get(ada, `/children/${child}/history`)
    assert.match(history.payload, /Where they learn: changed[\s\S]*Harbour Academy/)
  })

  it('says from when to when they learnt at a place that is over', async () => {
    const over = { ...SCHOOL, name: 'Hill School', 'began_on-year': '2023', version: '0' }
    const ended = { 'ended_on-day': '18', 'ended_on-month': '7', 'ended_on-year': '2024' }
    assert.equal((await w.post(kit, '/me/learning/new', { ...over, ...ended })).statusCode, 303)
    const { payload } = await w.get(kit, '/me/learning')
    assert.match(payload, /Hill School[\s\S]*4 September 2023 to 18 July 2024/)
    assert.doesNotMatch(payload.replaceAll(/<[^>]*>/g, ''), /[{}]/)
  })

  it('is nobody else’s to reach', async () => {
    const [place] = await places()
    await aChild(w, { organisationId: southmere, account: joy, allocatedTo: [] })
    assert.equal((await w.get(joy, `/me/learning/${place?.id}`)).statusCode, 404)
    assert.doesNotMatch((await w.get(joy, '/me/learning')).payload, /Harbour/)
  })

  it('is there in Arabic, from right to left', async () => {
    const { payload } = await w.get(kit, '/me/learning?in=ar')
    assert.match(payload, /dir="rtl"[\s\S]*أين أتعلم/)
  })
})
