import assert from 'node:assert/strict'
import { before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, ivy, kit, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { OWN_TEXT, STAFF_CALL, wayOf } from './contact.fixture.ts'

const NOON = new Date('2026-11-25T12:00:00Z')
const LATER = new Date('2026-12-26T12:00:00Z')

describe('safe to contact', () => {
  let w: World
  let child: ChildId
  let at: string

  before(async () => {
    w = await world()
  })

  beforeEach(async () => {
    w.setClock(NOON)
    const free = await w.db
      .selectFrom('waymark.child')
      .select('id')
      .where('person_id', '=', kit.id)
      .executeTakeFirst()
    child = (free?.id as ChildId | undefined) ?? (await aChild(w, { account: kit }))
    at = `/children/${child}/contact`
    await sql`update waymark.contact_way set ended_at = now() where ended_at is null`.execute(w.db)
    await sql`update waymark.contact_stop set lifted_at = now() where lifted_at is null`.execute(
      w.db,
    )
  })

  const lastUse = async () => {
    const row = await w.db
      .selectFrom('waymark.audit_entry')
      .select(['actor_id', 'detail', 'outcome'])
      .where('child_id', '=', child)
      .where('action', '=', 'contact.use')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    return row
  }

  it('says whether and how it is safe before anybody sees the number', async () => {
    await w.post(ada, `${at}/add`, {
      ...STAFF_CALL,
      from: '9',
      until: '17:30',
      days: ['mon', 'tue'],
      code_word: 'Marmalade',
      who_may_answer: 'Only Kit',
    })
    const page = (await w.get(ada, at)).payload
    assert.match(page, /Call \(ends in 23\)/)
    assert.match(page, /<strong>Safe<\/strong>/)
    assert.match(page, /Only Monday, Tuesday, from 09:00 until 17:30/)
    assert.match(page, /Code word: Marmalade/)
    assert.match(page, /Counts until 25 December 2026/)
    assert.doesNotMatch(page, /900123|07700/)
  })

  it('writes down each look at a number, and the young person sees that somebody looked', async () => {
    await w.post(ada, `${at}/add`, STAFF_CALL)
    const way = await wayOf(w, child, 'call')
    const used = await w.post(ada, `${at}/${way}/use`)
    assert.equal(used.statusCode, 200)
    assert.match(used.payload, /07700900123/)
    const entry = await lastUse()
    assert.equal(entry?.actor_id, ada.id)
    assert.deepEqual(entry?.detail, { channel: 'call', state: 'safe', stopped: false })
    assert.match((await w.get(kit, '/me/who-looked')).payload, /Ada Worker/)
  })

  it('keeps both voices, and lets the safer one count', async () => {
    await w.post(kit, '/me/contact/add', { ...OWN_TEXT, note: 'My brother reads it' })
    const way = await wayOf(w, child, 'text')
    await w.post(ada, `${at}/${way}`, {
      state: 'do_not_use',
      said_by: 'somebody_else',
      said_by_name: 'Her teacher',
      version: '0',
    })
    for (const page of [
      (await w.get(ada, at)).payload,
      (await w.get(kit, '/me/contact')).payload,
    ]) {
      assert.match(page, /My brother reads it/)
      assert.match(page, /Her teacher/)
    }
    assert.match((await w.get(ada, at)).payload, /<strong>Do not use<\/strong>/)
    assert.match((await w.get(kit, '/me/contact')).payload, /<strong>Do not use this<\/strong>/)
    const rows = await w.db
      .selectFrom('waymark.contact_safety')
      .select(['voice', 'state'])
      .where('way_id', '=', way)
      .orderBy('voice')
      .execute()
    assert.deepEqual(rows, [
      { voice: 'staff', state: 'do_not_use' },
      { voice: 'young_person', state: 'safe' },
    ])
  })

  it('shows a number that is shut only for a reason, which is written down', async () => {
    await w.post(kit, '/me/contact/add', { ...OWN_TEXT, state: 'do_not_use' })
    const way = await wayOf(w, child, 'text')
    const asked = await w.post(ada, `${at}/${way}/use`)
    assert.equal(asked.statusCode, 422)
    assert.doesNotMatch(asked.payload, /900123/)
    assert.doesNotMatch(
      (await w.post(ada, `${at}/${way}/use`, { asked: 'yes', why: 'x' })).payload,
      /900123/,
    )
    const given = await w.post(ada, `${at}/${way}/use`, { asked: 'yes', why: 'harm' })
    assert.match(given.payload, /07700900123/)
    assert.deepEqual((await lastUse())?.detail, {
      channel: 'text',
      state: 'do_not_use',
      stopped: false,
      why: 'harm',
    })
  })

  it('asks first when "safe" has grown old, and counts again from when it is said again', async () => {
    await w.post(kit, '/me/contact/add', OWN_TEXT)
    const way = await wayOf(w, child, 'text')
    w.setClock(LATER)
    assert.match(
      (await w.get(ada, at)).payload,
      /Ask first\. It was last called safe more than 30 days ago/,
    )
    assert.match(
      (await w.get(kit, '/me/contact')).payload,
      /This is old now\. People ask you first/,
    )
    await w.post(kit, `/me/contact/${way}/again`, { version: '1' })
    assert.match((await w.get(ada, at)).payload, /<strong>Safe<\/strong>/)
    // The rule is a line with a day: another line changes what counts from that day on.
    await sql`insert into waymark.contact_confirming values ('2026-12-30', 5, 'Holidays')`.execute(
      w.db,
    )
    w.setClock(new Date('2027-01-02T12:00:00Z'))
    assert.match((await w.get(ada, at)).payload, /more than 5 days ago/)
    await sql`delete from waymark.contact_confirming where days = 5`.execute(w.db)
  })

  it('stops all contact in one press, which only they take back', async () => {
    await w.post(kit, '/me/contact/add', OWN_TEXT)
    const way = await wayOf(w, child, 'text')
    assert.equal((await w.post(kit, '/me/contact/stop')).statusCode, 303)
    assert.match((await w.get(ada, at)).payload, /Kit stopped all contact on 25 November 2026/)
    assert.doesNotMatch((await w.post(ada, `${at}/${way}/use`)).payload, /900123/)
    await w.post(ada, `${at}/start`)
    assert.match((await w.get(ada, at)).payload, /Kit stopped all contact/)
    await w.post(kit, '/me/contact/start')
    assert.doesNotMatch((await w.get(ada, at)).payload, /Kit stopped all contact/)
  })

  it('lets a worker stop it for them, and does not let whoever holds their phone start it', async () => {
    await w.post(ada, `${at}/stop`)
    assert.match((await w.get(kit, '/me/contact')).payload, /Ada Worker stopped all contact/)
    await w.post(kit, '/me/contact/start')
    assert.match((await w.get(ada, at)).payload, /Ada Worker stopped all contact/)
    await w.post(meg, `${at}/start`)
    assert.doesNotMatch((await w.get(ada, at)).payload, /stopped all contact/)
  })

  it('lets nobody speak with the other’s voice, or switch notices on for them', async () => {
    await w.post(kit, '/me/contact/add', OWN_TEXT)
    const way = await wayOf(w, child, 'text')
    const mine = { child_id: child, way_id: way, state: 'safe', said_by: 'young_person' }
    const write = (work: Parameters<typeof w.acting<unknown>>[1]) =>
      assert.rejects(w.acting(ada, work), /row-level security/)
    await write((tx) =>
      tx
        .insertInto('waymark.contact_safety')
        .values({ ...mine, voice: 'young_person' })
        .execute(),
    )
    await write((tx) =>
      tx
        .insertInto('waymark.contact_stop')
        .values({ child_id: child, voice: 'young_person' })
        .execute(),
    )
    await write((tx) =>
      tx
        .insertInto('waymark.notice_wish')
        .values({ child_id: child, wanted: true, way_id: way })
        .execute(),
    )
    const changed = await w.acting(ada, (tx) =>
      tx
        .updateTable('waymark.contact_safety')
        .set({ state: 'safe', note: 'changed' })
        .where('way_id', '=', way)
        .returning('id')
        .execute(),
    )
    assert.deepEqual(changed, [])
  })

  it('does not exist for those out of reach, and shows a reader no number', async () => {
    await w.post(ada, `${at}/add`, STAFF_CALL)
    const way = await wayOf(w, child, 'call')
    assert.equal((await w.get(ben, at)).statusCode, 404)
    assert.equal((await w.post(ben, `${at}/${way}/use`)).statusCode, 404)
    assert.equal((await w.post(ivy, `${at}/${way}/use`)).statusCode, 403)
    assert.doesNotMatch((await w.get(ivy, at)).payload, /900123/)
  })

  it('asks again in plain words and keeps what was typed', async () => {
    const wrong = { channel: 'call', address: 'my sister', from: '25', until: '9', note: 'Keep me' }
    const staff = await w.post(ada, `${at}/add`, wrong)
    assert.equal(staff.statusCode, 422)
    for (const text of [
      /Enter a telephone number/,
      /Choose whether it is safe/,
      /Enter a time of day/,
      /Choose who said so/,
      /Keep me/,
      /my sister/,
    ]) {
      assert.match(staff.payload, text)
    }
    const own = await w.post(kit, '/me/contact/add', wrong)
    assert.equal(own.statusCode, 422)
    for (const text of [
      /Write a telephone number/,
      /Choose if it is safe/,
      /Write a time/,
      /Keep me/,
      /my sister/,
    ]) {
      assert.match(own.payload, text)
    }
    for (const fields of [
      {},
      { channel: ['call', 'text'], address: ['a', 'b'], state: ['safe', 'x'] },
    ]) {
      assert.equal((await w.post(kit, '/me/contact/add', fields)).statusCode, 422)
      assert.equal((await w.post(ada, `${at}/add`, fields)).statusCode, 422)
    }
  })

  it('says so when another worker was faster, and overwrites nothing', async () => {
    await w.post(ada, `${at}/add`, STAFF_CALL)
    const way = await wayOf(w, child, 'call')
    const line = { state: 'ask_first', said_by: 'young_person' }
    await w.post(meg, `${at}/${way}`, { ...line, note: 'From Meg', version: '1' })
    const late = await w.post(ada, `${at}/${way}`, { ...line, note: 'From Ada', version: '1' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /From Meg/)
    assert.match(late.payload, /From Ada/)
  })
})
