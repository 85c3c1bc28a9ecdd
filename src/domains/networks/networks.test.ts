import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import {
  ada,
  ann,
  ben,
  gus,
  hal,
  hillTeam,
  ivy,
  kit,
  meg,
  sam,
  zoe,
} from '#tests/support/people.ts'
import { world, type Fields, type World } from '#tests/support/world.ts'

const EVERYBODY = [ada, ben, meg, hal, gus, ann, zoe, ivy, kit, sam] as const

/** A day some days from now, in three boxes: the database counts a way in by its own clock. */
function inDays(name: string, days: number): Fields {
  const day = new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y }
}

const PHONE: Fields = {
  kind: 'phone',
  called: '07700 900999 <b>',
  known: 'Rang at night',
  source: 'The key worker',
  sure: 'told',
  ...inDays('againOn', 90),
}

describe('the networks', () => {
  let w: World
  let child: ChildId
  let hidden: ChildId
  const nameAda = (fields: Fields = {}) =>
    w.post(meg, '/networks/who/add', {
      person: ada.id,
      why: 'Leads on exploitation',
      ...inDays('untilDay', 100),
      ...fields,
    })
  const counted = async (who: (typeof EVERYBODY)[number]): Promise<number> => {
    const { rows } = await w.acting(who, (tx) =>
      sql<{
        n: number
      }>`select (select count(*) from waymark.network_entry) + (select count(*) from waymark.network_link)
        + (select count(*) from waymark.network_tie) + (select count(*) from waymark.ties_of_others())
        + (select count(*) from waymark.row_history where table_name like 'network%') as n`.execute(
        tx,
      ),
    )
    return Number(rows[0]?.n)
  }
  const add = async (fields: Fields): Promise<string> => {
    const res = await w.post(ada, '/networks/add', { ...PHONE, ...fields })
    assert.equal(res.statusCode, 303, res.payload)
    return String(res.headers['location'])
  }

  before(async () => {
    w = await world()
    child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada, ben] })
    hidden = await aChild(w, { knownAs: 'Secretname', teamId: hillTeam, allocatedTo: ben })
  })

  it('open to nobody by their part: somebody is named, by another, with a reason and an end', async () => {
    for (const who of [ada, meg]) {
      const { payload } = await w.get(who, '/networks')
      assert.match(payload, /You are not named for it/)
      assert.equal((await w.get(who, '/networks/add')).statusCode, 404)
    }
    for (const who of [gus, ann, zoe, ivy, kit]) {
      assert.equal((await w.get(who, '/networks')).statusCode, 403, who.name)
    }
    assert.equal((await w.get(ada, '/networks/who')).statusCode, 403)
    const open = await nameAda({ why: '', ...inDays('untilDay', 300) })
    assert.equal(open.statusCode, 422)
    assert.match(open.payload, /Enter why they need it[\s\S]*or earlier/)
    assert.doesNotMatch((await w.get(meg, '/networks/who/add')).payload, new RegExp(meg.id))
    assert.equal((await nameAda({ person: meg.id })).statusCode, 422)
    assert.equal((await nameAda()).statusCode, 303)
    assert.match(
      (await w.get(meg, '/networks/who')).payload,
      /Ada Worker[\s\S]*Leads on exploitation/,
    )
    assert.match((await w.get(ada, '/networks')).payload, /Nothing is written down yet/)
  })

  it('hold people, places, phones and vehicles with source and how sure, asked for in plain words', async () => {
    const wrong = await w.post(ada, '/networks/add', { known: '<i>' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /Choose what it is[\s\S]*Enter from whom or where it is known/)
    const far = await w.post(ada, '/networks/add', { ...PHONE, ...inDays('againOn', 500) })
    assert.match(far.payload, /Enter a day within a year/)
    const phone = await add({})
    const car = await add({ kind: 'vehicle', called: 'A white van' })
    const other = car.split('/').at(-1) ?? ''
    const link = {
      other,
      how: 'The number was on a card in the van',
      source: 'The police',
      sure: 'seen',
    }
    assert.equal((await w.post(ada, `${phone}/links/add`, link)).statusCode, 303)
    const twice = await w.post(ada, `${phone}/links/add`, link)
    assert.match(twice.payload, /These two are linked already/)
    const page = (await w.get(ada, phone)).payload
    assert.match(page, /07700 900999 &lt;b&gt;[\s\S]*A white van[\s\S]*on a card in the van/)
    const changed = { ...PHONE, version: '1', sure: 'seen' }
    assert.equal((await w.post(ada, `${phone}/change`, changed)).statusCode, 303)
    assert.equal((await w.post(ada, `${phone}/change`, changed)).statusCode, 409)
  })

  it('link an entry with a child only with whether the child was told, or why not', async () => {
    const place = await add({ kind: 'place', called: 'The flat above the shop' })
    const tie = {
      young: child,
      how: 'Taken there twice',
      source: 'Kit',
      sure: 'told',
      told: 'not_safe',
    }
    const lacking = await w.post(ada, `${place}/young/add`, tie)
    assert.equal(lacking.statusCode, 422)
    assert.match(lacking.payload, /Enter why they were not told, and who tells them when/)
    const because = { ...tie, toldBecause: 'Their phone is looked at. Ada tells them in January.' }
    assert.equal((await w.post(ada, `${place}/young/add`, because)).statusCode, 303)
    assert.match(
      (await w.get(ada, place)).payload,
      /Kit[\s\S]*Taken there twice[\s\S]*Their phone is looked at/,
    )
    const out = await w.post(ada, `${place}/young/add`, { ...because, young: hidden })
    assert.equal(out.statusCode, 422)
    await assert.rejects(
      w.acting(ada, (tx) =>
        sql`insert into waymark.network_tie (child_id, organisation_id, entry_id, how, source, sure, told)
          select ${hidden}, e.organisation_id, e.id, 'x', 'x', 'seen', 'told' from waymark.network_entry e limit 1`.execute(
          tx,
        ),
      ),
      /row-level security/,
    )
  })

  it('show a young person out of reach as another young person, the same one twice as one, and nothing more', async () => {
    await w.db
      .insertInto('waymark.network_tie')
      .columns(['child_id', 'organisation_id', 'entry_id', 'how', 'source', 'sure', 'told'])
      .expression((eb) =>
        eb
          .selectFrom('waymark.network_entry')
          .select([
            sql<string>`${hidden}::uuid`.as('child_id'),
            'organisation_id',
            'id',
            sql<string>`'A secret how'`.as('how'),
            sql<string>`'A secret source'`.as('source'),
            sql<string>`'seen'`.as('sure'),
            sql<string>`'told'`.as('told'),
          ])
          .where('kind', 'in', ['phone', 'place']),
      )
      .execute()
    const { payload } = await w.get(ada, '/networks')
    assert.equal(payload.match(/<bdi>Another young person<\/bdi>/g)?.length, 1)
    for (const secret of ['Secretname', 'A secret how', 'A secret source', hidden]) {
      assert.equal(payload.includes(secret), false, secret)
    }
    const { rows } = await w.acting(ada, (tx) =>
      sql<{ child_id: string }>`select child_id from waymark.network_tie`.execute(tx),
    )
    assert.deepEqual([...new Set(rows.map((r) => r.child_id))], [child])
  })

  it('are drawn at one size on one circle, with a table that says the same and no order of who matters', async () => {
    const { payload } = await w.get(ada, '/networks')
    const svg = /<svg[^>]*class="wm-network"[\s\S]*?<\/svg>/.exec(payload)?.[0] ?? ''
    const table = payload.slice(payload.indexOf('<tbody'))
    assert.equal(svg.match(/<path /g)?.length, table.match(/<tr /g)?.length)
    assert.equal(svg.match(/<line /g)?.length, 4)
    assert.doesNotMatch(payload, /score|\brank|central|degree|\d+ links/i)
    assert.doesNotMatch(svg, /Kit|van|flat/)
  })

  it('are read by nobody else, whoever asks the database, earlier versions neither', async () => {
    assert.ok((await counted(ada)) > 0)
    for (const who of EVERYBODY.filter((p) => p !== ada)) {
      assert.equal(await counted(who), 0, who.name)
    }
    const insert = w.acting(ben, (tx) =>
      sql`insert into waymark.network_entry (kind, called, source, sure, again_on) values ('phone', 'x', 'x', 'seen', '2027-01-01')`.execute(
        tx,
      ),
    )
    await assert.rejects(insert, /row-level security/)
    for (const who of [ada, ben, kit]) {
      const own = w.acting(who, (tx) =>
        sql`insert into waymark.network_grant (person_id, why, until_day) values (${who.id}, 'x', current_date + 10)`.execute(
          tx,
        ),
      )
      await assert.rejects(own, /row-level security|nobody_names_themselves/)
    }
    const herself = w.acting(meg, (tx) =>
      sql`insert into waymark.network_grant (person_id, why, until_day) values (${meg.id}, 'x', current_date + 10)`.execute(
        tx,
      ),
    )
    await assert.rejects(herself, /nobody_names_themselves/)
  })

  it('stand in no record, history, search, list or copy of a child', async () => {
    for (const page of ['', '/history', '/concerns', '/systems', '/people-map', '/who-looked']) {
      for (const who of [ada, meg]) {
        const { payload } = await w.get(who, `/children/${child}${page}`)
        assert.doesNotMatch(payload, /07700 900999|above the shop|white van/, page)
      }
    }
    assert.doesNotMatch((await w.get(ada, '/children/find?q=07700+900999')).payload, /white van/)
    await w.signIn(kit)
    for (const page of ['/me', '/me/record', '/me/who-looked', '/me/people']) {
      assert.doesNotMatch(
        (await w.get(kit, page)).payload,
        /07700 900999|above the shop|network/i,
        page,
      )
    }
  })

  it('are kept each time they are opened, with whom they named', async () => {
    const { rows } = await sql<{ action: string; named: boolean }>`
      select action, ${child}::uuid = any (shown) as named from waymark.audit_entry
      where actor_id = ${ada.id} and action in ('networks.see', 'networks.tie', 'networks.add')`.execute(
      w.db,
    )
    assert.ok(rows.some((r) => r.action === 'networks.add'))
    assert.ok(rows.some((r) => r.action === 'networks.see' && r.named))
    assert.ok(rows.some((r) => r.action === 'networks.tie' && r.named))
  })

  it('close when the way in is ended, on its last day, and when somebody leaves', async () => {
    const { id } = await w.db
      .selectFrom('waymark.network_grant')
      .select('id')
      .executeTakeFirstOrThrow()
    await sql`update waymark.network_grant set until_day = current_date - 1 where id = ${id}`.execute(
      w.db,
    )
    assert.equal(await counted(ada), 0)
    await sql`update waymark.network_grant set until_day = current_date + 1 where id = ${id}`.execute(
      w.db,
    )
    assert.ok((await counted(ada)) > 0)
    assert.equal((await w.post(meg, '/networks/who', { grant: id })).statusCode, 303)
    assert.equal(await counted(ada), 0)
    assert.match((await w.get(ada, '/networks')).payload, /You are not named for it/)
    assert.match((await w.get(meg, '/networks/who')).payload, /Nobody is named now[\s\S]*Ended on/)
  })
})
