import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, gus, hal, hillTeam, ivy, kit, meg, sam } from '#tests/support/people.ts'
import { main, on } from '#tests/support/systems.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'

const NOW = new Date('2026-11-21T10:30:00Z')

describe('a goodbye and a hello', () => {
  let w: World
  let child: ChildId
  let allocation: string
  let at: string

  before(async () => {
    w = await world()
    w.setClock(NOW)
    child = await aChild(w, { allocatedTo: [ada], account: kit, teamId: hillTeam })
    const row = await w.db
      .selectFrom('waymark.allocation')
      .select('id')
      .where('child_id', '=', child)
      .executeTakeFirstOrThrow()
    allocation = row.id
    at = `/children/${child}/beside/${allocation}/hand-over`
  })

  const planned: Fields = {
    goodbye: 'planned',
    ...on('goodbyeOn', '2026-11-28'),
    goodbyeWhere: 'The harbour café',
    next: 'somebody',
    nextName: 'Ben Worker',
    hello: 'planned',
    ...on('helloOn', '2026-11-28'),
    words: 'I want them both to come',
    wordsLanguage: 'en',
  }
  const own = async () => main((await w.get(kit, '/me/comes-and-goes')).payload)

  it('asks for the day they meet, or why not and when it is tried again, and keeps what was typed', async () => {
    const nothing = await w.post(ada, at, {})
    assert.equal(nothing.statusCode, 422)
    assert.match(nothing.payload, /Choose whether they meet to say goodbye/)
    const impossible = await w.post(ada, at, {
      ...planned,
      goodbye: 'not_possible',
      ...on('goodbyeOn', '2026-11-20'),
    })
    assert.equal(impossible.statusCode, 422)
    assert.match(impossible.payload, /Say why it is not possible/)
    assert.match(impossible.payload, /Enter a later day on which it is tried again/)
    assert.match(impossible.payload, /I want them both to come/)
    const ahead = await w.post(ada, at, { ...planned, goodbye: 'met' })
    assert.match(ahead.payload, /A day that is still to come can only be planned/)
    const unnamed = await w.post(ada, at, { ...planned, nextName: '', hello: '' })
    assert.match(unnamed.payload, /Enter who comes after them/)
    assert.match(unnamed.payload, /Choose whether they meet/)
  })

  it('is not on the young person’s own pages before somebody told them, and then is, in plain words', async () => {
    assert.equal((await w.post(ada, at, { ...planned, version: '0' })).statusCode, 303)
    assert.match(await own(), /Nothing changes at the moment/)
    const told = { ...planned, version: '1', ...on('toldOn', '2026-11-21') }
    assert.equal((await w.post(ada, at, told)).statusCode, 303)
    const page = await own()
    assert.match(page, /Ada Worker stops working with you/)
    assert.match(page, /You meet to say goodbye on 28 November 2026/)
    assert.match(page, /Where: The harbour café/)
    assert.match(page, /Then Ben Worker comes/)
    assert.match(page, /You meet Ben Worker on 28 November 2026/)
  })

  it('stands on the day of whoever is beside them and of who leads, until it is said what became of it', async () => {
    assert.match(
      main((await w.get(ada, '/my-day')).payload),
      /They meet to say goodbye, 28 November/,
    )
    assert.match(main((await w.get(hal, '/team-day')).payload), /They meet for the first time: Ben/)
    assert.match(main((await w.get(hal, '/people-who-stay')).payload), /They meet to say goodbye/)
  })

  it('comes before an ending: while it is planned nobody is ended, in the form and in the database', async () => {
    const end = `/children/${child}/beside/${allocation}/end`
    const early = await w.post(meg, end, { version: '1', why: 'Moved' })
    assert.equal(early.statusCode, 422)
    assert.match(early.payload, /The goodbye is still planned/)
    await assert.rejects(
      w.acting(meg, (tx) =>
        sql`update waymark.allocation set ended_on = '2026-11-21' where id = ${allocation}`.execute(
          tx,
        ),
      ),
      /row-level security/,
    )
    const { version } = await w.db
      .selectFrom('waymark.handover')
      .select('version')
      .where('allocation_id', '=', allocation)
      .executeTakeFirstOrThrow()
    const met = {
      ...planned,
      goodbye: 'met',
      ...on('goodbyeOn', '2026-11-20'),
      ...on('toldOn', '2026-11-20'),
      version: String(version),
    }
    assert.equal((await w.post(ada, at, met)).statusCode, 303)
    assert.equal((await w.post(meg, end, { version: '1', why: 'Moved' })).statusCode, 303)
    assert.match(await own(), /Ada Worker has stopped working with you/)
  })

  it('says so when two wrote at once, and loses neither', async () => {
    const other = await aChild(w, { allocatedTo: [ada, ben] })
    const row = await w.db
      .selectFrom('waymark.allocation')
      .select('id')
      .where('child_id', '=', other)
      .where('person_id', '=', ada.id)
      .executeTakeFirstOrThrow()
    const url = `/children/${other}/beside/${row.id}/hand-over`
    assert.equal((await w.post(ada, url, { ...planned, version: '0' })).statusCode, 303)
    const late = await w.post(ben, url, { ...planned, words: 'Written by Ben', version: '0' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /I want them both to come/)
    assert.match(late.payload, /Written by Ben/)
  })

  it('is for those who reach the child: read by an auditor, written by nobody else', async () => {
    assert.equal((await w.get(sam, at)).statusCode, 404)
    assert.equal((await w.get(ivy, at)).statusCode, 403)
    const unknown = `/children/${child}/beside/${child}/hand-over`
    assert.equal((await w.get(meg, unknown)).statusCode, 404)
  })

  it('gives a child without a key worker for a day to those beside them and to who leads', async () => {
    const alone = await aChild(w, { knownAs: 'Nobody’s', teamId: hillTeam, allocatedTo: [gus] })
    await sql`update waymark.allocation set part = 'guardian' where child_id = ${alone}`.execute(
      w.db,
    )
    const opened = (hours: number) =>
      sql`update waymark.child set opened_at = ${new Date(NOW.getTime() - hours * 3_600_000)} where id = ${alone}`.execute(
        w.db,
      )
    const seen = async () =>
      /A key worker\. Who owes it/.test(main((await w.get(gus, '/my-day')).payload))
    await opened(20)
    assert.equal(await seen(), false, 'not within the first day')
    await opened(25)
    assert.equal(await seen(), true)
    assert.match(main((await w.get(hal, '/team-day')).payload), /Nobody’s[\s\S]*A key worker/)
    await w.post(meg, `/children/${alone}/beside/add`, { person: ben.id, part: 'key_worker' })
    assert.equal(await seen(), false)
  })

  it('keeps whether they were trained for the part, and why not yet and by when', async () => {
    const other = await aChild(w, { allocatedTo: [] })
    const form = { person: ada.id, part: 'key_worker', trained: 'not_yet' }
    const url = `/children/${other}/beside/add`
    const wrong = await w.post(meg, url, form)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /Say why they begin before they are trained/)
    assert.match(wrong.payload, /Enter the day by which they are trained/)
    const right = { ...form, trainedWhy: 'Nobody else is there tonight', trainedBy: '5 12 2026' }
    assert.equal((await w.post(meg, url, right)).statusCode, 303)
    assert.match(
      (await w.get(meg, `/children/${other}/beside`)).payload,
      /Not trained for this part yet, and will be by 5 December 2026[\s\S]*Nobody else is there tonight/,
    )
  })
})
