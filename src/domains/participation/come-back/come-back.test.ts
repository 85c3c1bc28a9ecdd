import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, joy, kit, meg, mia, southmere } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const NOBODY = /Nobody stands beside you at the moment/

describe('coming back when nobody stands beside them', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:00:00Z'))
    child = await aChild(w, { knownAs: 'Kit', account: kit, bornOn: '2010-03-01' })
  })
  const waiting = async () =>
    w.db
      .selectFrom('waymark.receipt')
      .selectAll()
      .where('child_id', '=', child)
      .where('subject', '=', 'come_back')
      .where('state', '=', 'waiting')
      .execute()

  it('is always under “My people”, and first on their page once everybody’s part has ended', async () => {
    const before = (await w.get(kit, '/me')).payload
    assert.doesNotMatch(before, NOBODY)
    assert.match(before, /href="\/me\/come-back"/)
    assert.match((await w.get(kit, '/me/people')).payload, /href="\/me\/come-back"/)
    assert.match((await w.get(kit, '/me/come-back')).payload, /Beside you now: Ada Worker/)
    await w.db
      .updateTable('waymark.allocation')
      .set({ ended_on: '2026-11-25' })
      .where('child_id', '=', child)
      .execute()
    const after = (await w.get(kit, '/me')).payload
    assert.match(after, NOBODY)
    assert.ok(after.indexOf('/me/come-back') < after.indexOf('/me/somebody'))
  })

  for (const [age, day] of [
    ['18', '2028-03-01'],
    ['21', '2031-03-01'],
    ['25', '2035-03-01'],
    ['31', '2041-03-01'],
  ] as const) {
    it(`is one press, with no words and nobody beside them, from ${age} on`, async () => {
      w.setClock(new Date(`${day}T10:00:00Z`))
      assert.match((await w.get(kit, '/me')).payload, NOBODY)
      const id = randomUUID()
      assert.equal((await w.post(kit, '/me/come-back', { id })).statusCode, 303)
      // The same form sent again, and an empty press while it waits, ask nothing twice.
      await w.post(kit, '/me/come-back', { id })
      await w.post(kit, '/me/come-back', { id: randomUUID() })
      const [receipt, ...more] = await waiting()
      assert.ok(receipt && more.length === 0)
      assert.equal(receipt.answerer_id, meg.id)
      assert.match((await w.get(kit, '/me/come-back')).payload, /Meg Manager answers you by \d/)
      const list = (await w.get(meg, '/come-back')).payload
      const act = `/children/${child}/come-back/${id}`
      assert.ok(list.includes(act))
      assert.ok((await w.get(meg, '/answers')).payload.includes(act))
      assert.match((await w.get(meg, act)).payload, /They wrote no words/)
      // Answered without anybody allocated would be no coming back.
      const empty = await w.post(meg, act, { reply: 'I call you.' })
      assert.equal(empty.statusCode, 422)
      assert.match(empty.payload, /Choose who stands beside them/)
      const answer = { person: ben.id, part: 'personal_adviser', reply: 'Ben calls you on Friday.' }
      assert.equal((await w.post(meg, act, answer)).statusCode, 303)
      assert.equal((await w.post(meg, act, answer)).statusCode, 409)
      const page = (await w.get(kit, '/me/come-back')).payload
      assert.match(page, /Beside you now: Ben Worker/)
      assert.match((await w.get(kit, `/me/sent/${receipt.id}`)).payload, /Ben calls you on Friday/)
      assert.equal((await w.get(ben, `/children/${child}`)).statusCode, 200)
      await w.db
        .updateTable('waymark.allocation')
        .set({ ended_on: day })
        .where('child_id', '=', child)
        .where('ended_on', 'is', null)
        .execute()
    })
  }

  it('keeps their own words, and gives them to nobody but who answers', async () => {
    w.setClock(new Date('2041-04-01T10:00:00Z'))
    const id = randomUUID()
    const words = 'Can I talk to someone? Even once.'
    await w.post(kit, '/me/come-back', { id, words })
    const at = `/children/${child}/come-back/${id}`
    assert.ok((await w.get(meg, at)).payload.includes('Even once.'))
    for (const person of [ada, ben, mia, hal]) {
      assert.equal((await w.get(person, at)).statusCode, 404)
    }
    assert.doesNotMatch((await w.get(mia, '/come-back')).payload, /\bKit\b/)
    assert.equal((await w.get(ada, '/come-back')).statusCode, 403)
    const seen = (await w.get(kit, '/me/who-looked')).payload
    assert.match(seen, /Read something you sent/)
    assert.match(seen, /Answered something you sent/)
  })

  it('says what is too long and keeps it; takes no id of somebody else’s', async () => {
    const long = 'a'.repeat(5001)
    const refused = await w.post(kit, '/me/come-back', { id: randomUUID(), words: long })
    assert.equal(refused.statusCode, 422)
    assert.ok(refused.payload.includes(long))
    await aChild(w, { account: joy, organisationId: southmere, allocatedTo: [] })
    const mine = await w.db
      .selectFrom('waymark.come_back')
      .select('id')
      .where('child_id', '=', child)
      .executeTakeFirstOrThrow()
    assert.equal((await w.post(joy, '/me/come-back', { id: mine.id })).statusCode, 404)
  })
})

describe('a word now and then', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-01-10T10:00:00Z'))
    child = await aChild(w, { knownAs: 'Noor', account: kit, allocatedTo: [] })
    await sql`insert into waymark.contact_way (id, child_id, channel, address, given_by)
      values ('00000000-0000-4000-8000-0000000c0de1', ${child}, 'text', '07700 900123', 'young_person')`.execute(
      w.db,
    )
    await safeFrom('2026-01-10T10:00:00Z')
  })
  const safeFrom = async (at: string) => {
    await sql`delete from waymark.contact_safety where child_id = ${child}`.execute(w.db)
    await sql`insert into waymark.contact_safety (child_id, way_id, voice, state, said_by, confirmed_at)
      values (${child}, '00000000-0000-4000-8000-0000000c0de1', 'young_person', 'safe', 'young_person', ${at})`.execute(
      w.db,
    )
  }
  const choose = async (often: string) => {
    const { payload } = await w.get(kit, '/me/come-back')
    const version = /name="version" value="(\d+)"/.exec(payload)?.[1] ?? ''
    return w.post(kit, '/me/come-back/often', { often, version })
  }
  const isDue = async (on: string) => {
    w.setClock(new Date(`${on}T10:00:00Z`))
    return /Noor/.test((await w.get(meg, '/come-back')).payload)
  }

  it('is never, until they choose it themselves', async () => {
    assert.equal(await isDue('2027-01-10'), false)
    w.setClock(new Date('2026-01-10T10:00:00Z'))
    assert.equal((await w.post(meg, '/me/come-back/often', { often: 'month' })).statusCode, 403)
    await assert.rejects(
      w.acting(meg, (tx) =>
        tx
          .insertInto('waymark.word_wish')
          .values({ child_id: child, often: 'month', chosen_at: new Date() })
          .execute(),
      ),
      /row-level security/,
    )
    assert.equal((await choose('sometimes')).statusCode, 422)
    assert.equal((await choose('month')).statusCode, 303)
    assert.match((await w.get(kit, '/me/come-back?just=saved')).payload, /You can change it at any/)
    assert.equal(
      (await w.post(kit, '/me/come-back/often', { often: 'never', version: '0' })).statusCode,
      409,
    )
  })

  it('is due by the clock alone, and again after somebody asked', async () => {
    assert.equal(await isDue('2026-02-09'), false)
    assert.equal(await isDue('2026-02-10'), true)
    assert.doesNotMatch((await w.get(mia, '/come-back')).payload, /\bNoor\b/)
    await safeFrom('2026-02-01T10:00:00Z')
    const page = (await w.get(meg, `/children/${child}/word`)).payload
    assert.match(page, /nothing about what happened before/)
    assert.doesNotMatch(page, /900123/)
    assert.equal((await w.post(meg, `/children/${child}/word`, {})).statusCode, 303)
    assert.equal(await isDue('2026-02-10'), false)
    assert.equal(await isDue('2026-03-10'), true)
    assert.match((await w.get(kit, '/me/who-looked')).payload, /Asked how things are, as you chose/)
  })

  it('waits where no way is known to be safe any more', async () => {
    const url = `/children/${child}/word`
    assert.match((await w.get(meg, url)).payload, /Do not reach out/)
    assert.equal((await w.post(meg, url, {})).statusCode, 409)
  })

  it('is gone with a stop of all contact, and the database refuses it too', async () => {
    await w.post(kit, '/me/contact/stop', {})
    assert.equal(await isDue('2026-03-11'), false)
    assert.equal((await w.get(meg, `/children/${child}/word`)).statusCode, 404)
    assert.match((await w.get(kit, '/me/come-back')).payload, /You asked us to stop all contact/)
    await assert.rejects(
      w.acting(meg, (tx) =>
        tx.insertInto('waymark.word_given').values({ child_id: child, at: new Date() }).execute(),
      ),
      /row-level security/,
    )
    await w.post(kit, '/me/contact/start', {})
    assert.equal(await isDue('2026-03-11'), true)
  })

  it('is not while somebody stands beside them, and stops when they say so', async () => {
    await w.db
      .insertInto('waymark.allocation')
      .values({ child_id: child, person_id: ada.id, part: 'other', started_on: '2026-03-11' })
      .execute()
    assert.equal(await isDue('2026-06-11'), false)
    await w.db
      .updateTable('waymark.allocation')
      .set({ ended_on: '2026-06-11' })
      .where('child_id', '=', child)
      .execute()
    assert.equal(await isDue('2026-07-10'), false)
    assert.equal(await isDue('2026-07-12'), true)
    await choose('half_year')
    assert.equal(await isDue('2026-12-12'), false)
    assert.equal(await isDue('2027-01-13'), true)
    await choose('never')
    assert.equal(await isDue('2040-01-01'), false)
  })
})
