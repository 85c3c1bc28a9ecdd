import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, kit, meg } from '#tests/support/people.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'

const days = (name: string, day: string): Fields => {
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y }
}

describe('needs, and reviews of plans', () => {
  let w: World
  let child: ChildId
  let at: string

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-21T10:30:00Z'))
    child = await aChild(w, { allocatedTo: [ada, ben], account: kit })
    const plan = { kind: 'care', chair: meg.id, ...days('startsOn', '2026-11-02') }
    at = String((await w.post(ada, `/children/${child}/plans/add`, plan)).headers.location)
  })

  const needs = async () => (await w.get(ada, `${at}/needs`)).payload
  const one = async (need: string) => {
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from waymark.plan_need where need = ${need}`.execute(w.db)
    return { id: rows[0]?.id ?? '', version: String(rows[0]?.version ?? 0) }
  }

  it('shows a need that nobody sees to, in each part of life, and one whose owner left', async () => {
    const need = { domain: 'faith', need: 'A place to pray', owner: 'nobody', offer: '' }
    assert.equal((await w.post(ada, `${at}/needs/add`, need)).statusCode, 303)
    assert.match(await needs(), /A place to pray[\s\S]*Nobody sees to it yet/)
    const { id, version } = await one('A place to pray')
    await w.post(ada, `${at}/needs/${id}`, { ...need, owner: ben.id, version })
    assert.match(await needs(), /Ben Worker<\/bdi> sees to it/)
    const second = await w.post(ada, `${at}/needs/${id}`, { ...need, need: 'A room', version })
    assert.equal(second.statusCode, 409)
    assert.match(second.payload, /A room/)
    await sql`update waymark.person set ended_at = now() where id = ${ben.id}`.execute(w.db)
    assert.match(await needs(), /has left: choose somebody/)
    await sql`update waymark.person set ended_at = null where id = ${ben.id}`.execute(w.db)
  })

  it('hears from the young person whether they chose an offer, and keeps all they say', async () => {
    const need = {
      domain: 'activities',
      need: 'To sing',
      owner: ada.id,
      offer: 'A choir on Mondays',
      offeredBy: 'The school',
    }
    const noDay = await w.post(ada, `${at}/needs/add`, need)
    assert.match(noDay.payload, /Enter the day it was offered/)
    await w.post(ada, `${at}/needs/add`, { ...need, ...days('offeredOn', '2026-11-10') })
    const { id } = await one('To sing')
    const own = `/me/plan/${at.split('/').at(-1)}/offers/${id}`
    assert.match((await w.get(kit, '/me/plan')).payload, /A choir on Mondays/)
    assert.equal((await w.post(kit, own, { choice: '', words: 'Po' })).statusCode, 422)
    await w.post(kit, own, { choice: 'had_no_choice', words: 'Më çojnë.' })
    await w.post(kit, own, { choice: 'chose_it', words: '' })
    const html = await needs()
    assert.match(html, /They go, and had no choice[\s\S]*Më çojnë[\s\S]*They chose it/)
    assert.match((await w.get(kit, '/me/plan')).payload, /I chose this/)
    const gone = w.acting(kit, async (tx) =>
      sql`update waymark.plan_verdict set choice = 'chose_it'`.execute(tx),
    )
    await assert.rejects(gone, /permission denied/)
  })

  it('refuses a review dated before its plan, by a page and past it', async () => {
    const early = await w.post(ada, `${at}/reviews/add`, days('plannedOn', '2026-10-01'))
    assert.equal(early.statusCode, 422)
    assert.match(early.payload, /The plan begins on 2 November 2026/)
    assert.match(early.payload, /value="10"|value="October"/)
    const past = w.acting(ada, async (tx) =>
      sql`insert into waymark.plan_review (child_id, plan_id, planned_on)
          values (${child}, ${at.split('/').at(-1)}, '2026-10-01')`.execute(tx),
    )
    await assert.rejects(past, /never before its plan/)
  })

  it('says what was asked, what was done and what the child says; its clock stops and the next begins', async () => {
    const made = await w.post(ada, `${at}/reviews/add`, days('plannedOn', '2026-11-20'))
    const review = String(made.headers.location)
    const bare = { asked: 'A choir', done: 'The school was rung.', language: 'en', childSays: '' }
    assert.match(
      (await w.post(ada, `${review}/lines/add`, bare)).payload,
      /why there are no words of theirs/,
    )
    await w.post(ada, `${review}/lines/add`, { ...bare, childSays: 'Shumë vonë.' })
    await w.post(ada, `${review}/lines/add`, { ...bare, why: 'away' })
    const early = { talkedAbout: 'no', words: 'Jo.', language: 'en', version: '1' }
    assert.match(
      (await w.post(ada, `${review}/after`, early)).payload,
      /Say first that the review was held/,
    )
    const held: Fields = {
      ...days('heldOn', '2026-11-20'),
      tookPart: 'PN2',
      needsMet: 'partly',
      needsWords: 'He sleeps better.',
      version: '1',
    }
    const missing = await w.post(ada, `${review}/held`, { ...held, needsMet: '' })
    assert.match(missing.payload, /Choose whether these needs are met/)
    assert.equal((await w.post(ada, `${review}/held`, held)).statusCode, 303)
    assert.equal((await w.post(ada, `${review}/after`, { ...early, version: '2' })).statusCode, 303)
    const html = (await w.get(meg, review)).payload
    for (const text of ['A choir', 'Shumë vonë', 'PN2', 'He sleeps better', 'They were away']) {
      assert.ok(html.includes(text), text)
    }
    const { rows } = await sql<{ rule: string; state: string }>`
      select rule, state from waymark.clock where child_id = ${child} order by rule`.execute(w.db)
    assert.deepEqual(rows, [
      { rule: 'care.plan', state: 'running' },
      { rule: 'care.review-first', state: 'done' },
      { rule: 'care.review-second', state: 'running' },
    ])
  })
})
