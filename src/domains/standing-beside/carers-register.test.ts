import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, cas, ivy, kit, northmere, zoe } from '#tests/support/people.ts'
import { main, on } from '#tests/support/systems.ts'
import { world, type World } from '#tests/support/world.ts'

describe('a carer’s account, and the register of homes and carers', () => {
  let w: World
  let child: ChildId
  let orchard = { place: '', carer: '' }
  let lodge = { place: '', carer: '' }

  const registered = async (called: string, name: string) => {
    const place = await w.db
      .insertInto('waymark.home_place')
      .values({
        organisation_id: northmere,
        called,
        kind: 'foster',
        run_by: 'council',
        room_for: 2,
        at_short_notice: true,
        night: 'sleeping_in',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const carer = await w.db
      .insertInto('waymark.home_carer')
      .values({
        organisation_id: northmere,
        place_id: place.id,
        name,
        part: 'foster_carer',
        began_on: '2020-01-01',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { place: place.id, carer: carer.id }
  }
  const livesAt = (place: string | null, began: string) =>
    w.db
      .insertInto('waymark.home_stay')
      .values({
        child_id: child,
        place_id: place,
        kind: 'foster',
        called: 'A home',
        footing: 'looked_after',
        began_on: began,
        why_here: 'They met first.',
        gaps_reason: place ? 'Nothing else was found in time.' : null,
      })
      .execute()
  const accounts = async () =>
    w.db
      .selectFrom('waymark.carer')
      .select(['id', 'name', 'home_carer_id', 'version', 'person_id'])
      .where('child_id', '=', child)
      .orderBy('invited_at')
      .execute()
  const theirs = async () => main((await w.get(cas, '/looking-after')).payload)
  const list = async (who = ada) => main((await w.get(who, `/children/${child}/carers`)).payload)
  const refused = (error: unknown) =>
    error instanceof Error && 'constraint' in error && error.constraint === 'cares_where_they_live'

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:30:00Z'))
    child = await aChild(w, { allocatedTo: [ada, ben], account: kit, knownAs: 'Kit' })
    orchard = await registered('The Orchard', 'Jo Orchard')
    lodge = await registered('The Lodge', 'Beth Lodge')
    await livesAt(orchard.place, '2026-05-01')
    await w.db
      .insertInto('waymark.carer')
      .values({
        child_id: child,
        person_id: cas.id,
        name: 'Cas Carer',
        who_they_are: 'my foster mum',
        decides: 'young_person',
        agreed_on: '2026-11-20',
        agreed_how: 'At the kitchen table',
        invited_by: ada.id,
      })
      .execute()
  })

  const INVITE = {
    whoTheyAre: 'my foster dad',
    agreedHow: 'He said yes, on a walk',
    ...on('agreedOn', '2026-11-20'),
    decides: 'young_person',
  }

  it('is opened for somebody of the home where the child lives, by the name they have there', async () => {
    const form = main((await w.get(ada, `/children/${child}/carers/add`)).payload)
    assert.match(form, /Jo Orchard, foster carer, The Orchard/)
    assert.doesNotMatch(form, /Beth Lodge/, 'nobody of a home where they do not live')
    const unsaid = await w.post(ada, `/children/${child}/carers/add`, INVITE)
    assert.equal(unsaid.statusCode, 422)
    assert.match(unsaid.payload, /Choose who they are in the register, or that they are not in it/)
    assert.match(unsaid.payload, /He said yes, on a walk/)
    const elsewhere = await w.post(ada, `/children/${child}/carers/add`, {
      ...INVITE,
      register: lodge.carer,
    })
    assert.equal(elsewhere.statusCode, 422)
    const nameless = await w.post(ada, `/children/${child}/carers/add`, {
      ...INVITE,
      register: 'not-in-register',
    })
    assert.match(nameless.payload, /Enter what the carer is called/)
    const opened = await w.post(ada, `/children/${child}/carers/add`, {
      ...INVITE,
      register: orchard.carer,
    })
    assert.equal(opened.statusCode, 200)
    assert.match(opened.payload, /Jo Orchard/)
    const made = (await accounts()).find((a) => a.home_carer_id === orchard.carer)
    assert.equal(made?.name, 'Jo Orchard')
    assert.match(await list(), /In the register: Jo Orchard, foster carer, The Orchard\. Lacks: /)
  })

  it('is tied later too, once, and says so when somebody was faster', async () => {
    const own = (await accounts()).find((a) => a.person_id === cas.id)
    const there = `/children/${child}/carers/${own?.id}`
    assert.match(main((await w.get(ada, there)).payload), /Who are they in it\?/)
    const fields = { register: orchard.carer, version: `${own?.version}` }
    assert.equal((await w.post(ada, `${there}/register`, { version: '1' })).statusCode, 422)
    assert.equal((await w.post(ada, `${there}/register`, fields)).statusCode, 303)
    const late = await w.post(ben, `${there}/register`, { ...fields, register: 'not-in-register' })
    assert.equal(late.statusCode, 422)
    assert.match(late.payload, /Somebody else changed this while you were here/)
    assert.equal(
      (await accounts()).find((a) => a.person_id === cas.id)?.home_carer_id,
      orchard.carer,
    )
    for (const stranger of [ivy, zoe]) {
      assert.notEqual((await w.post(stranger, `${there}/register`, fields)).statusCode, 303)
    }
  })

  it('cannot be tied to somebody of another home, whoever asks the database', async () => {
    const tie = (id: string) =>
      w.acting(ada, (tx) =>
        sql`update waymark.carer set home_carer_id = ${id} where person_id = ${cas.id}`.execute(tx),
      )
    await assert.rejects(tie(lodge.carer), refused)
    await assert.rejects(
      w.acting(ada, (tx) =>
        sql`select waymark.cares_where_they_live(${child}, ${orchard.carer})`.execute(tx),
      ),
      /permission denied/,
      'it would tell where a child lives',
    )
  })

  it('shows nothing from the moment the child lives somewhere else, and staff are told', async () => {
    assert.match(await theirs(), /What <bdi>Kit<\/bdi> shares with you/)
    await w.db
      .updateTable('waymark.home_stay')
      .set({ ended_on: '2026-11-24', ended_why: 'planned' })
      .where('child_id', '=', child)
      .where('ended_on', 'is', null)
      .execute()
    await livesAt(lodge.place, '2026-11-24')
    assert.doesNotMatch(await theirs(), /Kit/)
    const said = await w.post(cas, '/looking-after/say', {
      about: 'home',
      state: 'mostly',
      words: 'x',
    })
    assert.equal(said.statusCode, 404)
    assert.match(await list(), /They no longer care where the young person lives/)
  })

  it('shows again what was agreed where the young person goes on seeing them and that is said', async () => {
    const own = (await accounts()).find((a) => a.person_id === cas.id)
    const there = `/children/${child}/carers/${own?.id}`
    const fields = { register: 'not-in-register', version: `${own?.version}` }
    assert.equal((await w.post(ada, `${there}/register`, fields)).statusCode, 303)
    assert.match(await theirs(), /What <bdi>Kit<\/bdi> shares with you/)
  })

  it('shows nothing either once they no longer care there', async () => {
    await w.db
      .updateTable('waymark.carer')
      .set({ home_carer_id: lodge.carer })
      .where('person_id', '=', cas.id)
      .execute()
    assert.match(await theirs(), /What <bdi>Kit<\/bdi> shares with you/)
    await w.db
      .updateTable('waymark.home_carer')
      .set({ ended_on: '2021-01-01' })
      .where('id', '=', lodge.carer)
      .execute()
    assert.doesNotMatch(await theirs(), /Kit/)
  })
})
