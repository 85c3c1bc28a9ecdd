import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, gus, ivy, joy, kit, meg, southmere } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

describe('what a young person values', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit })
    await aChild(w, { organisationId: southmere, account: joy, allocatedTo: [] })
  })

  const one = async (words: string) => {
    const { rows } = await sql<{
      id: string
    }>`select id from waymark.valued_thing where words = ${words}`.execute(w.db)
    return rows[0]?.id ?? ''
  }

  it('is theirs to say and to take off, in their words, and an offer says which of it it serves', async () => {
    const empty = await w.post(kit, '/me/good-things', { kind: '', words: 'Kept <b>' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.payload, /Choose what it is[\s\S]*Kept &lt;b&gt;/)
    assert.match(
      (await w.post(kit, '/me/good-things', { kind: 'do', words: ' ' })).payload,
      /Write what it is/,
    )
    for (const words of ['Të këndoj', 'Të fle'])
      assert.equal((await w.post(kit, '/me/good-things', { kind: 'do', words })).statusCode, 303)
    const staff = `/children/${child}/valued`
    assert.match((await w.get(ivy, staff)).payload, /Të këndoj/)
    const plan = {
      kind: 'support',
      chair: meg.id,
      'startsOn-day': '2',
      'startsOn-month': '11',
      'startsOn-year': '2025',
    }
    const at = String((await w.post(ada, `/children/${child}/plans/add`, plan)).headers.location)
    const offer = {
      domain: 'activities',
      need: 'Singing',
      owner: ada.id,
      offer: 'A choir',
      offeredBy: 'The school',
      'offeredOn-day': '3',
      'offeredOn-month': '11',
      'offeredOn-year': '2025',
      valued: await one('Të këndoj'),
    }
    assert.equal((await w.post(ada, `${at}/needs/add`, offer)).statusCode, 303)
    const { rows } = await sql<{
      id: string
    }>`select id from waymark.plan_need where need = 'Singing'`.execute(w.db)
    const say = `/me/plan/${at.split('/').at(-1)}/offers/${rows[0]?.id}`
    await w.post(kit, say, { choice: 'had_no_choice', words: '' })
    const needs = async () => (await w.get(ada, `${at}/needs`)).payload
    assert.match(await needs(), /For what they value: <span dir="auto">Të këndoj/)
    assert.match(await needs(), /For what they value: 1 offered, 0 chosen/)
    await w.post(kit, say, { choice: 'chose_it', words: '' })
    assert.match(await needs(), /For what they value: 1 offered, 1 chosen/)
    await w.post(kit, '/me/good-things', { off: await one('Të fle') })
    assert.doesNotMatch((await w.get(ada, staff)).payload, /Të fle/)
    assert.match(
      (await w.get(ada, `/children/${child}/chronology`)).payload,
      /What they value[\s\S]*Të fle/,
    )
  })

  it('is written down with them by a worker, and stays as it was said', async () => {
    const at = `/children/${child}/valued`
    const wrong = await w.post(ada, `${at}/add`, { kind: 'people', words: '', language: 'en' })
    assert.match(wrong.payload, /Enter what they say/)
    await w.post(ada, `${at}/add`, { kind: 'people', words: 'My cousin', language: 'en' })
    assert.match((await w.get(kit, '/me/good-things')).payload, /My cousin/)
    assert.equal((await w.post(ivy, `${at}/add`, { kind: 'people' })).statusCode, 403)
    assert.equal((await w.get(gus, at)).statusCode, 404)
    const forged = (who: typeof ada, saidBy: string) =>
      w.acting(who, (tx) =>
        tx
          .insertInto('waymark.valued_thing')
          .values({ child_id: child, kind: 'do', words: 'x', said_by: saidBy })
          .execute(),
      )
    await assert.rejects(forged(ada, 'child'), /row-level security/)
    await assert.rejects(forged(kit, 'child_with_someone'), /row-level security/)
    const changed = w.acting(kit, (tx) =>
      sql`update waymark.valued_thing set words = 'y'`.execute(tx),
    )
    await assert.rejects(changed, /stays as it was said/)
    assert.equal(
      (await w.post(joy, '/me/good-things', { off: await one('My cousin') })).statusCode,
      303,
    )
    assert.match((await w.get(kit, '/me/good-things')).payload, /My cousin/)
    assert.equal((await w.post(ada, `${at}/off`, { valued: 'x' })).statusCode, 404)
  })
})
