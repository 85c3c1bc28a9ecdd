import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { refreshKeys } from '#domains/children/index.ts'
import type { MatchRecord } from '#domains/matching/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, meg, northmere, type TestPerson } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { type Alike, lookUp } from './index.ts'

const PLACE = 'Hill College of Art'
const POST = '14 Quayside Row, Northmere NM4 7QX'

describe('a record looked up by what stands beside a name', () => {
  let w: World
  let ylva: ChildId
  let numbered: ChildId

  before(async () => {
    w = await world()
    ylva = await aChild(w, { knownAs: 'Ylva Østby', bornOn: '2010-05-06' })
    numbered = await aChild(w, { knownAs: 'Trwnq Vuksani', bornOn: '2009-06-21' })
    await sql`insert into waymark.place_of_learning (child_id, kind, name, began_on) values (${ylva}, 'college', ${PLACE}, '2026-01-01')`.execute(
      w.db,
    )
    await sql`insert into waymark.contact_way (child_id, channel, address, given_by) values (${ylva}, 'post', ${POST}, 'staff')`.execute(
      w.db,
    )
    await sql`insert into waymark.child_identifier (child_id, organisation_id, kind, value) values
      (${numbered}, ${northmere}, 'la_child_id', 'LA-77120'), (${numbered}, ${northmere}, 'upn', 'H801200001001'), (${numbered}, ${northmere}, 'other', 'B 44-190 7')`.execute(
      w.db,
    )
    for (const child of [ylva, numbered]) await w.acting(meg, (tx) => refreshKeys(tx, child))
    // Somebody else at that college, of whom nothing else is alike.
    const beside = await aChild(w, { knownAs: 'Marek Novotny', bornOn: '2008-02-02' })
    await sql`insert into waymark.place_of_learning (child_id, kind, name, began_on) values (${beside}, 'college', ${PLACE}, '2026-01-01')`.execute(
      w.db,
    )
    await w.acting(meg, (tx) => refreshKeys(tx, beside))
  })

  const found = (asked: Omit<MatchRecord, 'id'>, by: TestPerson = ada) =>
    w.acting(by, (tx) => lookUp(tx, { id: 'typed', ...asked }, { organisation: northmere }))
  const the = (child: ChildId, all: readonly Alike[]) => all.find((one) => one.id === child)

  for (const [kind, typed] of [
    ['the council’s own', 'la-77120'],
    ['a pupil’s', 'H801200001001'],
    ['any other, with other spaces and dashes', 'b44 1907'],
  ] as const) {
    it(`is found by a number alone, under a wholly other name and another day of birth: ${kind}`, async () => {
      const form = { knownAs: 'Pip Larkin', day: '9', month: '9', year: '2013', number: typed }
      for (const [url, more] of [
        ['/children/new', { act: 'look' }],
        ['/children/new/meanwhile', {}],
      ] as const) {
        const { payload } = await w.post(ada, url, { ...form, ...more })
        assert.match(payload, new RegExp(`href="/children/${numbered}"`), url)
        const without = await w.post(ada, url, { ...form, ...more, number: 'none-of-these' })
        assert.doesNotMatch(without.payload, new RegExp(numbered), 'by nothing but the number')
      }
      const elsewhere = await w.post(ben, '/children/new/meanwhile', form)
      assert.doesNotMatch(elsewhere.payload, new RegExp(numbered), 'within reach only')
    })
  }

  it('says that it is the number, and shows it before records whose name is the same', async () => {
    const namesake = await aChild(w, { knownAs: 'Pip Larkin' })
    await w.acting(meg, (tx) => refreshKeys(tx, namesake))
    const form = { knownAs: 'Pip Larkin', number: 'H801200001001' }
    const { payload } = await w.post(ada, '/children/new/meanwhile', form)
    assert.ok(
      payload.indexOf(numbered) > 0 && payload.indexOf(numbered) < payload.indexOf(namesake),
    )
    assert.match(payload, /Numbers other bodies know them by: the same number/)
  })

  it('is found by where they learn with one word of a name, which alone finds nobody', async () => {
    for (const name of ['Ilva', 'Ylva Larsen', 'Larsen Ylva']) {
      assert.equal(the(ylva, await found({ names: [name] })), undefined, name)
      const one = the(ylva, await found({ names: [name], places: [PLACE] }))
      assert.match(one?.because ?? '', /[Ww]here they learn: the same place/, name)
    }
    const form = { knownAs: 'Ylva Larsen', lookByPlace: '  hill college of ART ' }
    const { payload } = await w.post(ada, '/children/new/meanwhile', form)
    assert.match(payload, new RegExp(`href="/children/${ylva}"`))
    assert.doesNotMatch(payload, /Novotny/, 'a college in common is not a child in common')
  })

  it('is not found by a place alone, by one that was taken off, nor out of reach', async () => {
    assert.deepEqual(await found({ names: [], places: [PLACE] }), [])
    assert.equal(the(ylva, await found({ names: ['Ylva'], places: [PLACE] }, ben)), undefined)
    assert.ok(
      the(ylva, await found({ names: ['Ylva'], places: [PLACE] }, meg)),
      'a manager’s reach',
    )
    await sql`update waymark.place_of_learning set ended_at = now() where child_id = ${ylva}`.execute(
      w.db,
    )
    assert.equal(the(ylva, await found({ names: ['Ylva'], places: [PLACE] })), undefined)
    await sql`update waymark.place_of_learning set ended_at = null where child_id = ${ylva}`.execute(
      w.db,
    )
  })

  it('weighs an address and a place with a name that is only alike, and says so', async () => {
    const name = { names: ['Ilva Ostbi'] }
    const alone = the(ylva, await found(name))
    for (const [more, says] of [
      [{ places: [PLACE] }, /where they learn: the same place/],
      [{ address: [POST] }, /Address: the same/],
      [{ postcodes: ['NM4 7QX'] }, /postcode: the same postcode/i],
    ] as const) {
      const one = the(ylva, await found({ ...name, ...more }))
      assert.match(one?.because ?? '', says)
      assert.ok(alone && one && one.weight > alone.weight + 2)
    }
    const other = the(ylva, await found({ ...name, places: ['Quayside Academy'] }))
    assert.ok(alone && (!other || other.weight < alone.weight), 'another place speaks against')
  })
})
