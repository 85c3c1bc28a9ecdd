import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { trustedId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, gus, harbourTeam, ivy, meg, northmere, sam } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { refreshKeys } from '#domains/children/index.ts'

const idIn = (location: unknown) => trustedId<'child'>(String(location).replace('/children/', ''))

describe('opening a record', () => {
  let w: World
  const url = '/children/new'
  before(async () => {
    w = await world()
  })
  it('begins with a search, and asks nothing about status, journeys or place of birth', async () => {
    const first = await w.get(ada, url)
    assert.match(first.payload, /Look first/)
    assert.doesNotMatch(first.payload, /Open the record</)
    const main = first.payload.slice(first.payload.indexOf('<main'))
    assert.doesNotMatch(main, /immigra|asylum|nationalit|country|arriv|refer|traffick|exploit/i)
    const looked = await w.post(ada, url, { knownAs: 'Saba', act: 'look' })
    assert.equal(looked.statusCode, 200)
    assert.match(looked.payload, /Nobody like them among the records you can open/)
    assert.match(looked.payload, /value="Saba"/)
  })

  it('opens with a name alone for somebody born here or newly arrived, and the opener stands beside them', async () => {
    for (const knownAs of ['Charlie Brown', 'ሰናይት']) {
      const opened = await w.post(ada, url, { knownAs, act: 'open' })
      assert.equal(opened.statusCode, 303, knownAs)
      const id = idIn(opened.headers.location)
      const row = await w.db
        .selectFrom('waymark.child')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      assert.deepEqual(
        [row.organisation_id, row.team_id, row.opened_by],
        [northmere, harbourTeam, ada.id],
      )
      assert.match((await w.get(ada, `/children/${id}`)).payload, new RegExp(knownAs))
      assert.match((await w.get(ada, '/children')).payload, new RegExp(id))
      assert.equal((await w.get(ben, `/children/${id}`)).statusCode, 404)
    }
  })

  it('opens without any name, with a date of birth long past 18, and with everything that is known', async () => {
    const nameless = await w.post(ada, url, { notKnown: 'yes', act: 'open' })
    assert.equal(nameless.statusCode, 303)
    const full = await w.post(meg, url, {
      knownAs: 'Gëzim',
      sayIt: 'GEH-zim',
      alsoNamed: 'Gezim HOXHA',
      day: '1',
      month: '1',
      year: '1998',
      source: 'document',
      number: 'LA-9',
      act: 'open',
    })
    assert.equal(full.statusCode, 303)
    const id = idIn(full.headers.location)
    const page = (await w.get(meg, `/children/${id}`)).payload
    for (const told of [/GEH-zim/, /Gezim HOXHA/, /1 January 1998/, /LA-9/])
      assert.match(page, told)
    assert.match((await w.post(meg, '/children/find', { name: 'hodza' })).payload, new RegExp(id))
  })

  it('shows who it may be, and opens only when somebody says that it is none of them', async () => {
    const there = await aChild(w, { knownAs: 'Muhammad Yusuf' })
    await w.acting(ada, (tx) => refreshKeys(tx, there))
    const form = { knownAs: 'يوسف محمد', act: 'open' }
    const asked = await w.post(ada, url, form)
    assert.equal(asked.statusCode, 422)
    assert.match(asked.payload, /Could one of these be them\?/)
    assert.match(asked.payload, new RegExp(`href="/children/${there}"`))
    assert.match(asked.payload, /say that none of these is them/)
    assert.match(asked.payload, /value="يوسف محمد"/)
    assert.equal((await w.post(ada, url, { ...form, noneOfThese: 'yes' })).statusCode, 303)
  })

  it('shows nobody out of reach', async () => {
    const there = await aChild(w, { knownAs: 'Zofia Nowak' })
    await w.acting(ada, (tx) => refreshKeys(tx, there))
    for (const person of [ben, sam]) {
      const looked = await w.post(person, url, { knownAs: 'Zofia Nowak', act: 'look' })
      assert.match(looked.payload, /Nobody like them among the records you can open/)
      assert.doesNotMatch(looked.payload, new RegExp(there))
    }
  })

  it('asks again in plain words, and keeps what was typed', async () => {
    const none = await w.post(ada, url, { alsoNamed: 'Kept', act: 'open' })
    assert.equal(none.statusCode, 422)
    assert.match(none.payload, /Enter the name they go by, or tick that it is not yet known/)
    assert.match(none.payload, /value="Kept"/)
    const date = await w.post(ada, url, {
      knownAs: 'A',
      day: '32',
      month: '1',
      year: '2009',
      act: 'open',
    })
    assert.match(date.payload, /real date/)
  })

  it('refuses a number that is another child’s, and writes nothing', async () => {
    const other = await aChild(w, { allocatedTo: ben })
    await w.post(ben, `/children/${other}/numbers/add`, { kind: 'la_child_id', value: 'TAKEN-1' })
    const count = async () => (await w.db.selectFrom('waymark.child').select('id').execute()).length
    const there = await count()
    const refused = await w.post(ada, url, { knownAs: 'New', number: 'TAKEN-1', act: 'open' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.payload, /This number cannot be used for a new record/)
    assert.doesNotMatch(refused.payload, new RegExp(other))
    assert.equal(await count(), there)
  })

  it('is for practitioners and managers, and is written in the audit', async () => {
    for (const person of [gus, ivy]) {
      assert.equal((await w.get(person, url)).statusCode, 403)
      assert.equal((await w.post(person, url, { knownAs: 'A', act: 'open' })).statusCode, 403)
    }
    const opened = await w.post(ada, url, { knownAs: 'Audited', act: 'open' })
    const entry = await w.db
      .selectFrom('waymark.audit_entry')
      .selectAll()
      .where('action', '=', 'children.open')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    assert.ok(entry.shown.includes(idIn(opened.headers.location)))
    assert.doesNotMatch(JSON.stringify(entry), /Audited/)
  })
})
