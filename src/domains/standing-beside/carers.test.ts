import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { pages } from '../../pages.ts'
import { may } from '#platform/access/capability.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, cas, ivy, kit, meg, northmere, sam, zoe } from '#tests/support/people.ts'
import { publishFramework } from '#tests/support/said.ts'
import { main, on } from '#tests/support/systems.ts'
import { world, type World } from '#tests/support/world.ts'

const NOW = new Date('2026-11-25T10:30:00Z')

describe('a carer’s limited account', () => {
  let w: World
  let child: ChildId
  let carer: string
  let visit: string

  before(async () => {
    w = await world()
    w.setClock(NOW)
    child = await aChild(w, { allocatedTo: [ada, ben], account: kit, knownAs: 'Kit' })
    await publishFramework(w)
    const { id } = await w.db
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
      .returning('id')
      .executeTakeFirstOrThrow()
    carer = id
    const arranged = await w.db
      .insertInto('waymark.appointment')
      .values({
        child_id: child,
        starts_at: new Date('2026-12-01T09:00:00Z'),
        kind: 'health',
        with_whom: 'The dentist',
        place: 'Harbour surgery',
        why: 'A secret reason',
        interpreter: 'not_needed',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    visit = arranged.id
  })

  const theirs = async () => main((await w.get(cas, '/looking-after')).payload)
  const at = () => `/children/${child}/carers/${carer}`

  it('sees nothing until something is agreed with the young person', async () => {
    assert.match(await theirs(), /What <bdi>Kit<\/bdi> shares with you/)
    assert.doesNotMatch(await theirs(), /dentist/)
    const unsaid = await w.post(ada, at(), { item: visit })
    assert.equal(unsaid.statusCode, 422)
    assert.match(unsaid.payload, /Say that you agreed each of these/)
    assert.equal((await w.post(ada, at(), { item: visit, agreed: 'yes' })).statusCode, 303)
    const page = await theirs()
    assert.match(page, /Health with The dentist[\s\S]*1 December 2026[\s\S]*Harbour surgery/)
    assert.doesNotMatch(page, /A secret reason/, 'never why')
  })

  it('cannot open the young person’s private space, any record, or any page but their own', async () => {
    const open = pages.filter((p) => p.method === 'GET' && may('carer', p.may)).map((p) => p.url)
    const own = open.filter((url) => /^\/(me|children)(\/|$)/.test(url))
    assert.deepEqual(own, [])
    for (const { url } of pages.filter(
      (p) => p.method === 'GET' && /^\/(me|children)(\/|$)/.test(p.url),
    )) {
      const res = await w.get(cas, url.replace(':childId', child).replaceAll(/:[A-Za-z]+/g, carer))
      assert.equal(res.statusCode, 403, url)
    }
  })

  it('reads no row of the child’s in any table, whatever is asked of the database', async () => {
    await w.db
      .insertInto('waymark.about_me')
      .values({ child_id: child, topic: 'wishes', words: 'Mine', said_by: 'child' })
      .execute()
    const { rows } = await sql<{ name: string }>`
      select t.relname as name from pg_class t join pg_attribute a on a.attrelid = t.oid
      where t.relnamespace = 'waymark'::regnamespace and t.relkind in ('r', 'p') and a.attname = 'child_id'
        and not a.attisdropped and has_table_privilege('waymark_app', t.oid, 'select')`.execute(
      w.db,
    )
    assert.ok(rows.length > 60)
    await w.acting(cas, async (tx) => {
      for (const { name } of rows) {
        const found = await sql`select from ${sql.table(`waymark.${name}`)}`.execute(tx)
        assert.equal(found.rows.length, 0, name)
      }
      assert.equal((await sql`select from waymark.child`.execute(tx)).rows.length, 0)
      const people = await sql<{ id: string }>`select id from waymark.person`.execute(tx)
      assert.deepEqual(
        people.rows,
        [{ id: cas.id }],
        'and of everybody who has an account, themselves',
      )
    })
  })

  it('writes to nothing but their own view, in their own voice', async () => {
    await assert.rejects(
      w.acting(cas, (tx) =>
        sql`insert into waymark.about_me (child_id, topic, words, said_by) values (${child}, 'strengths', 'x', 'child')`.execute(
          tx,
        ),
      ),
      /row-level security/,
    )
    const says = (fields: Record<string, string>) => w.post(cas, '/looking-after/say', fields)
    assert.match((await says({})).payload, /Choose what it is about/)
    const form = (await w.get(cas, '/looking-after/say')).payload
    const about = /<option value="([^"]+)"/.exec(form.split('Choose one')[1] ?? '')?.[1] ?? ''
    const said = await says({ about, state: 'mostly', words: 'She laughs at breakfast again' })
    assert.equal(said.statusCode, 303, main(said.payload))
    assert.match(await theirs(), /She laughs at breakfast again/)
    const kept = await w.db
      .selectFrom('waymark.check_in')
      .select(['voice', 'said_by_name', 'status'])
      .where('author_id', '=', cas.id)
      .execute()
    assert.deepEqual(kept, [{ voice: 'carer', said_by_name: 'Cas Carer', status: 'shared' }])
    for (const [who, url] of [
      [ada, `/children/${child}/carers`],
      [ada, `/children/${child}/picture/entries.csv`],
      [kit, '/me/carer-sees'],
    ] as const) {
      assert.match((await w.get(who, url)).payload, /She laughs at breakfast again/, url)
    }
  })

  it('is seen by the young person, who turns each thing off at once and alone turns it on again', async () => {
    const mine = async () => main((await w.get(kit, '/me/carer-sees')).payload)
    assert.match(await mine(), /Cas Carer sees:[\s\S]*The dentist/)
    const { id } = await w.db
      .selectFrom('waymark.carer_item')
      .select('id')
      .executeTakeFirstOrThrow()
    await w.post(kit, `/me/carer-sees/items/${id}`, { turn: 'off' })
    assert.doesNotMatch(await theirs(), /dentist/)
    const tried = await w.post(ada, `${at()}/items/${id}`, { turn: 'on' })
    assert.equal(tried.statusCode, 422)
    assert.match(tried.payload, /Only they can turn it on again/)
    await assert.rejects(
      w.acting(ada, (tx) =>
        sql`update waymark.carer_item set off_at = null where id = ${id}`.execute(tx),
      ),
      /theirs to turn on/,
    )
    await w.post(kit, `/me/carer-sees/items/${id}`, { turn: 'on' })
    assert.match(await theirs(), /dentist/)
  })

  it('leaves a line in the young person’s list of who looked', async () => {
    const { payload } = await w.get(kit, '/me/who-looked')
    assert.match(main(payload), /somebody who looks after you where you live/)
  })

  it('is opened by those beside the child, for that child, and by nobody else', async () => {
    const url = `/children/${child}/carers/add`
    const form = {
      name: 'Omar',
      whoTheyAre: 'my brother',
      agreedHow: 'We spoke about it',
      ...on('agreedOn', '2026-11-24'),
      decides: 'with_worker',
    }
    const bare = await w.post(ada, url, form)
    assert.equal(bare.statusCode, 422)
    assert.match(bare.payload, /Say why they cannot judge it alone yet/)
    assert.match(bare.payload, /Enter a day to come on which it is looked at again/)
    const opened = await w.post(ada, url, {
      ...form,
      decidesWhy: 'Kit is nine',
      ...on('review', '2027-01-10'),
    })
    assert.equal(opened.statusCode, 200, main(opened.payload))
    assert.match(opened.payload, /The words are shown only now/)
    assert.equal((await w.get(sam, url)).statusCode, 404)
    for (const who of [ivy, zoe, cas]) assert.equal((await w.get(who, url)).statusCode, 403)
    assert.doesNotMatch((await w.get(zoe, '/accounts')).payload, /\bOmar\b|Cas Carer/)
    await assert.rejects(
      w.acting(zoe, (tx) =>
        sql`insert into waymark.person (organisation_id, name, role, user_name) values (${northmere}, 'X', 'carer', 'x-carer')`.execute(
          tx,
        ),
      ),
      /row-level security/,
    )
    const second = main((await w.get(kit, '/me/carer-sees')).payload)
    assert.match(second, /You decide this together with somebody who works with you/)
    const { id } = await w.db
      .selectFrom('waymark.carer')
      .select('id')
      .where('name', '=', 'Omar')
      .executeTakeFirstOrThrow()
    assert.equal((await w.post(kit, `/me/carer-sees/${id}/stop`)).statusCode, 404)
    const words = await w.post(ben, `/children/${child}/carers/${id}/words`)
    assert.match(words.payload, /The words are shown only now/)
  })

  it('ends at once, everywhere, when the young person stops it, and stays ended', async () => {
    assert.equal((await w.post(kit, `/me/carer-sees/${carer}/stop`)).statusCode, 303)
    const after = await w.get(cas, '/looking-after')
    assert.equal(after.statusCode, 303)
    assert.match(String(after.headers.location), /^\/sign-in/)
    await w.acting(cas, async (tx) => {
      assert.equal((await sql`select from waymark.looked_after()`.execute(tx)).rows.length, 0)
      const { rows } = await sql`select from waymark.agreed_with_carer(${NOW})`.execute(tx)
      assert.equal(rows.length, 0)
    })
    await assert.rejects(
      w.acting(meg, (tx) =>
        sql`update waymark.carer set ended_at = null, ended_because = null where id = ${carer}`.execute(
          tx,
        ),
      ),
      /stays ended/,
    )
    assert.match(
      (await w.get(ada, `/children/${child}/carers`)).payload,
      /The young person wants it/,
    )
  })
})
