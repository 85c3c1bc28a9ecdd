import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { asSealer } from '#platform/db/unit-of-work.ts'
import { aChild } from './support/builders.ts'
import { ada, ann, ben, gus, hal, ivy, kit, meg, mia, sam, zoe } from './support/people.ts'
import { world, type World } from './support/world.ts'

describe('the ground', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  it('answers when it is ready', async () => {
    const res = await w.app.inject({ url: '/health' })
    assert.equal(res.statusCode, 200)
    assert.deepEqual(res.json(), { status: 'ready' })
  })

  it('sends somebody who is not signed in to sign in, and on from there', async () => {
    const res = await w.app.inject({ url: '/home' })
    assert.equal(res.statusCode, 303)
    assert.equal(res.headers.location, '/sign-in?next=%2Fhome')
  })

  it('says in plain words that a page does not exist', async () => {
    const res = await w.get(ada, '/nothing-here')
    assert.equal(res.statusCode, 404)
    assert.match(res.payload, /<h1/)
  })

  it('lets those who should reach a child reach it, and nobody else', async () => {
    const child = await aChild(w, { allocatedTo: [ada, gus], account: kit })
    const sees = async (person: typeof ada) =>
      w
        .acting(person, (tx) =>
          tx.selectFrom('waymark.child').select('id').where('id', '=', child).execute(),
        )
        .then((rows) => rows.length === 1)
    for (const person of [ada, gus, meg, ivy, kit])
      assert.equal(await sees(person), true, person.name)
    for (const person of [ben, hal, sam, mia, ann, zoe]) {
      assert.equal(await sees(person), false, person.name)
    }
  })

  it('lets nobody but the powerless roles act, and never climbs back up', async () => {
    await assert.rejects(sql`select * from waymark.child`.execute(w.web), /permission denied/)
    await assert.rejects(
      w.acting(ada, (tx) => sql`select set_config('role', 'waymark_owner', true)`.execute(tx)),
      /permission denied/,
    )
    await assert.rejects(
      w.acting(meg, (tx) => sql`select * from waymark.credential`.execute(tx)),
      /permission denied/,
    )
    await assert.rejects(
      w.acting(meg, (tx) => sql`select * from waymark.audit_entry`.execute(tx)),
      /permission denied/,
    )
  })

  it('lets the keeper of the audit chain see entries and no record', async () => {
    await assert.rejects(
      asSealer(w.web, (tx) => sql`select * from waymark.child`.execute(tx)),
      /permission denied/,
    )
  })

  it('keeps every earlier version of a row', async () => {
    const child = await aChild(w, { knownAs: 'Jo' })
    await w.acting(ada, (tx) =>
      tx.updateTable('waymark.child').set({ known_as: 'Joanna' }).where('id', '=', child).execute(),
    )
    const now = await w.acting(ada, (tx) =>
      tx.selectFrom('waymark.child').selectAll().where('id', '=', child).executeTakeFirstOrThrow(),
    )
    assert.equal(now.version, 2)
    assert.equal(now.changed_by, ada.id)
    const earlier = await w.acting(ada, (tx) =>
      tx.selectFrom('waymark.row_history').selectAll().where('row_id', '=', child).execute(),
    )
    assert.equal(earlier.length, 1)
    const was: unknown = earlier[0]?.was
    assert.ok(was && typeof was === 'object' && 'known_as' in was && was.known_as === 'Jo')
    const strangers = await w.acting(ben, (tx) =>
      tx.selectFrom('waymark.row_history').selectAll().where('row_id', '=', child).execute(),
    )
    assert.equal(strangers.length, 0)
  })

  it('lets an auditor read and change nothing', async () => {
    const child = await aChild(w, { knownAs: 'Jo' })
    const changed = await w.acting(ivy, (tx) =>
      tx
        .updateTable('waymark.child')
        .set({ known_as: 'X' })
        .where('id', '=', child)
        .executeTakeFirst(),
    )
    assert.equal(Number(changed.numUpdatedRows), 0)
  })

  it('never lets an update without a condition reach past the actor', async () => {
    const others = await aChild(w, {
      knownAs: 'Far',
      allocatedTo: [sam],
      organisationId: mia.organisationId,
    })
    await w.acting(ada, (tx) => tx.updateTable('waymark.child').set({ say_it: 'x' }).execute())
    const far = await w.db
      .selectFrom('waymark.child')
      .select('say_it')
      .where('id', '=', others)
      .executeTakeFirstOrThrow()
    assert.equal(far.say_it, null)
  })
})
