import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aChild } from '#tests/support/builders.ts'
import {
  ada,
  ann,
  meg,
  mia,
  northmere,
  southmere,
  sys,
  type TestPerson,
  zoe,
} from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { pages } from '../../../pages.ts'
import { makePictures } from '../make-a-picture/make-a-picture.ts'
import { aCheckIn, childrenWhoSaid, type Published, publishFramework } from '#tests/support/said.ts'

const NOW = new Date('2026-11-21T10:30:00Z')

/** The outcomes of a page, in the order in which they stand. */
const order = (html: string) =>
  [...html.matchAll(/<h3[^>]* id="outcome-(\w+)"/g)].map((match) => match[1])

/** The part of a page that holds the figures. */
const figures = (html: string) => html.slice(html.indexOf('id="who"'), html.indexOf('</main>'))

const releases = (w: World, person: TestPerson) =>
  w.acting(person, (tx) => sql`select 1 from waymark.statistics_release`.execute(tx))

describe('the picture for an area', () => {
  let w: World
  let framework: Published
  const cut = () => ({ year: '2026', framework: framework.id })
  const csv = async (person = ann) => {
    const res = await w.get(person, `/area/figures.csv?year=2026&framework=${framework.id}`)
    return res.payload.split('\r\n').map((line) => line.split(','))
  }

  before(async () => {
    w = await world()
    w.setClock(NOW)
    framework = await publishFramework(w)
    // 18 of 30 and 12 of 30 on zebra; 8 skipped it, 5 were not offered it; apple from 12 children.
    await childrenWhoSaid(w, framework, 5, { zebra: 'mostly', apple: 'a_little' })
    await childrenWhoSaid(w, framework, 7, { zebra: 'mostly', apple: 'mostly' })
    await childrenWhoSaid(w, framework, 6, { zebra: 'mostly', told: 'fully' })
    await childrenWhoSaid(w, framework, 12, { zebra: 'fully', told: 'fully' })
    await childrenWhoSaid(w, framework, 8, { zebra: 'reason:skipped' })
    await childrenWhoSaid(w, framework, 5, { zebra: 'reason:not_offered' })
    // Seven shared twice and now say something else: only their latest counts.
    for (const child of await childrenWhoSaid(w, framework, 7, { mango: 'not_at_all' })) {
      await aCheckIn(w, framework, child, '2026-09-01T12:00:00Z', { mango: 'changes_a_lot' })
    }
    // Not in it: last year, another voice, a draft, taken back, not held, another council, nothing at all.
    await childrenWhoSaid(w, framework, 9, { zebra: 'a_little' }, { at: '2026-03-31T22:59:59Z' })
    const others = []
    for (let n = 0; n < 6; n += 1) others.push(await aChild(w, { allocatedTo: [] }))
    for (const child of others) {
      await aCheckIn(
        w,
        framework,
        child,
        '2026-07-01T12:00:00Z',
        { zebra: 'fully' },
        { voice: 'practitioner' },
      )
      await aCheckIn(
        w,
        framework,
        child,
        '2026-07-01T12:00:00Z',
        { zebra: 'fully' },
        { status: 'draft' },
      )
    }
    for (const reason of ['offered_declined', 'lost_contact']) {
      for (let n = 0; n < 5; n += 1) {
        const child = await aChild(w, { allocatedTo: [] })
        await w.db
          .insertInto('waymark.check_in_not_held')
          .values({ child_id: child, on_day: '2026-08-01', reason, recorded_by: ada.id })
          .execute()
      }
    }
    for (let n = 0; n < 5; n += 1) {
      const child = await aChild(w, { allocatedTo: [] })
      await aCheckIn(
        w,
        framework,
        child,
        '2026-08-01T12:00:00Z',
        { zebra: 'fully' },
        { status: 'withdrawn' },
      )
    }
    await childrenWhoSaid(w, framework, 40, { zebra: 'not_at_all' }, { organisationId: southmere })
  })

  it('says that nobody has made one yet, and offers to', async () => {
    const res = await w.get(ann, '/area')
    assert.equal(res.statusCode, 200)
    assert.match(res.payload, /Nobody has made a picture for this year yet/)
    assert.match(res.payload, /Make the picture/)
    assert.equal((await w.get(ann, '/area/figures.csv')).statusCode, 404)
  })

  it('is made when an analyst asks, and kept as it was released', async () => {
    const res = await w.post(ann, '/area/pictures', cut())
    assert.equal(res.statusCode, 303)
    const page = await w.get(ann, String(res.headers.location))
    assert.match(page.payload, /The picture was made/)
    assert.match(page.payload, /As at \d+ \w+ \d{4} at \d+:\d\d[ap]m\. Picture number 1/)
  })

  it('counts each child once, by their latest shared words of the year and nobody else’s', async () => {
    const lines = await csv()
    const children = (code: string, name: string) =>
      lines.find((line) => line[8] === code && line[10] === name)?.[11]
    const people = ['eligible', 'nothing_recorded', 'lost_contact', 'offered', 'offered_declined']
    assert.deepEqual(
      people.map((step) => children('', step)),
      ['80', '15', '5', '60', '5'],
    )
    assert.deepEqual(
      ['withdrawn', 'shared', 'once', 'again'].map((step) => children('', step)),
      ['5', '50', '43', '7'],
    )
    assert.deepEqual(
      ['answered', 'gaveReason', 'notChosen', 'mostly', 'fully', 'a_little', 'skipped'].map((n) =>
        children('zebra', n),
      ),
      ['30', '13', '7', '18', '12', '0', '8'],
    )
  })

  it('shows the checked values: 18 of 30 is 60%, 42% to 75%', async () => {
    const { payload } = await w.get(ann, '/area')
    assert.match(payload, /18 of 30<\/td>\s*<td[^>]*>60%<\/td>\s*<td[^>]*>42% to 75%/)
    assert.match(
      payload,
      /5 of 12<\/td>\s*<td[^>]*>not given under 20 answers<\/td>\s*<td[^>]*>19% to 68%/,
    )
  })

  it('hides that all said the same, in the table, the drawing and the file', async () => {
    const line = (await csv()).find((cells) => cells[8] === 'told' && cells[10] === 'fully')
    assert.deepEqual(line?.slice(11, 15), ['[c]', '18', '[c]', '[c]'])
    const { payload } = await w.get(ann, '/area')
    const told = payload.slice(payload.indexOf('id="outcome-told-picture"'))
    const drawing = told.slice(0, told.indexOf('</svg>'))
    assert.match(drawing, /\[c\]/)
    const fully = drawing.slice(drawing.indexOf('Fully'), drawing.indexOf('Changes a lot'))
    assert.doesNotMatch(fully, /circle|<path/)
  })

  it('stands in the framework’s order, and takes no other', async () => {
    const plain = await w.get(ann, '/area')
    assert.deepEqual(order(plain.payload), ['zebra', 'apple', 'mango', 'told'])
    for (const more of ['sort=mostly', 'order=value', 'by=share', 'team=x', 'organisation=y']) {
      const res = await w.get(ann, `/area?${more}`)
      assert.deepEqual(order(res.payload), order(plain.payload))
      assert.equal(figures(res.payload), figures(plain.payload))
    }
    assert.ok(pages.every((page) => !/\b(sort|rank|order)/.test(page.url)))
  })

  it('has no script and no style of its own, and a table for every drawing', async () => {
    const { payload } = await w.get(ann, '/area')
    const main = payload.slice(payload.indexOf('<main'), payload.indexOf('</main>'))
    assert.doesNotMatch(main, /<script|\sstyle=|<style/)
    const count = (pattern: RegExp) => [...main.matchAll(pattern)].length
    // The flow, two of records, and three outcomes that somebody answered.
    assert.equal(count(/<svg/g), 7)
    assert.equal(count(/wm-chart__table/g), count(/<svg/g))
  })

  it('is the same for a manager of that council, and another council sees only its own', async () => {
    assert.match((await w.get(meg, '/area')).payload, /18 of 30/)
    const there = await w.get(mia, '/area')
    assert.match(there.payload, /Nobody has made a picture/)
    await w.post(mia, '/area/pictures', cut())
    const lines = await csv(mia)
    assert.equal(lines.find((line) => line[10] === 'eligible')?.[11], '40')
    // All forty said the same, so it is not told.
    assert.equal(
      lines.find((line) => line[8] === 'zebra' && line[10] === 'not_at_all')?.[11],
      '[c]',
    )
  })

  it('is not made again until enough has changed to hide whose words are new', async () => {
    const asked = async () => String((await w.post(ann, '/area/pictures', cut())).headers.location)
    assert.match(await asked(), /made=unchanged/)
    await childrenWhoSaid(w, framework, 1, { zebra: 'not_at_all' })
    const location = await asked()
    assert.match(location, /made=too-few-changed/)
    const page = await w.get(ann, location)
    assert.match(page.payload, /Fewer than 10 children/)
    assert.match(page.payload, /Picture number 1/)
    await childrenWhoSaid(w, framework, 9, { apple: 'a_little' })
    assert.match(await asked(), /made=made/)
    const ledger = await w.db
      .selectFrom('waymark.statistics_release')
      .select(['number', 'made_by'])
      .where('organisation_id', '=', northmere)
      .orderBy('number')
      .execute()
    assert.deepEqual(
      ledger.map((row) => row.number),
      [1, 2],
    )
  })

  it('asks for a year and a framework from the lists, in plain words', async () => {
    for (const query of ['year=1999', 'year=2026&year=2025', 'year=x']) {
      const res = await w.get(ann, `/area?${query}`)
      assert.equal(res.statusCode, 422, query)
      assert.match(res.payload, /Choose a year from the list/)
    }
    const res = await w.post(ann, '/area/pictures', { year: '2026', framework: 'nonsense' })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Choose an outcome framework from the list/)
  })

  it('writes down which released figures were seen and taken, by whom', async () => {
    await w.get(ann, '/area')
    await csv()
    const entries = await w.db
      .selectFrom('waymark.audit_entry')
      .select(['action', 'detail'])
      .where('actor_id', '=', ann.id)
      .where('action', 'in', ['area.see', 'area.download'])
      .orderBy('id', 'desc')
      .limit(2)
      .execute()
    const ledger = await w.db.selectFrom('waymark.statistics_release').select('id').execute()
    const ids = new Set(ledger.map((row) => row.id))
    assert.deepEqual(new Set(entries.map((e) => e.action)), new Set(['area.see', 'area.download']))
    for (const { detail } of entries) {
      assert.ok(ids.has(String(Object(detail)['release'])), JSON.stringify(detail))
    }
  })

  it('keeps no hidden number anywhere in the ledger', async () => {
    const rows = await w.db.selectFrom('waymark.statistics_release').select('figures').execute()
    const values = rows.flatMap((row) => Object.values(Object(row.figures)))
    assert.ok(values.length > 100)
    assert.ok(values.every((n) => n === null || n === 0 || (typeof n === 'number' && n >= 5)))
  })
})

describe('the picture for an area before a framework is in use', () => {
  it('says so, and is not an error', async () => {
    const w = await world()
    const res = await w.get(ann, '/area')
    assert.equal(res.statusCode, 200)
    assert.match(res.payload, /No outcome framework is in use yet/)
  })
})

describe('behind the picture, the database', () => {
  let w: World
  let framework: Published

  before(async () => {
    w = await world()
    framework = await publishFramework(w)
    await childrenWhoSaid(w, framework, 6, { zebra: 'mostly' })
  })

  it('gives an analyst counts', async () => {
    const { rows } = await w.acting(ann, (tx) =>
      sql`select step, children::int from waymark.area_people('2026-04-01', ${framework.id})`.execute(
        tx,
      ),
    )
    assert.deepEqual(rows, [{ step: 'once', children: 6 }])
  })

  it('gives an analyst no row of any table that holds a child', async () => {
    const tables = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'waymark' and c.relkind = 'r' and (c.relname = 'child' or exists (
         select from pg_attribute a where a.attrelid = c.oid and a.attname in ('child_id', 'check_in_id')))
         and has_table_privilege('waymark_app', c.oid, 'select')`.execute(w.db)
    assert.ok(tables.rows.some((t) => t.name === 'check_in_answer'))
    for (const { name } of tables.rows) {
      const { rows } = await w.acting(ann, (tx) =>
        sql`select 1 from ${sql.table(`waymark.${name}`)} limit 1`.execute(tx),
      )
      assert.equal(rows.length, 0, name)
    }
  })

  it('counts for nobody else', async () => {
    for (const person of [ada, zoe]) {
      for (const counting of [
        sql`select * from waymark.area_people('2026-04-01', ${framework.id})`,
        sql`select * from waymark.area_answers('2026-04-01', ${framework.id})`,
        sql`select waymark.area_changed('2026-04-01', ${framework.id}, now())`,
        sql`select * from waymark.area_influences('2026-04-01', ${framework.id})`,
        sql`select * from waymark.area_strengths('2026-04-01', ${framework.id})`,
      ]) {
        await assert.rejects(
          w.acting(person, (tx) => counting.execute(tx)),
          /only an analyst or a manager may count/,
        )
      }
    }
  })

  it('makes every picture of the organisation for its own account, at night', async () => {
    const made = await w.acting(sys, (tx) => makePictures(tx, NOW))
    assert.deepEqual(
      made.map(({ outcome }) => outcome),
      ['first', 'first'],
    )
    const again = await w.acting(sys, (tx) => makePictures(tx, NOW))
    assert.deepEqual(
      again.map(({ outcome }) => outcome),
      ['unchanged', 'unchanged'],
    )
  })

  it('lets nobody change or remove what was released', async () => {
    const { rows } = await sql`select 1 from waymark.statistics_release`.execute(w.db)
    assert.equal(rows.length, 2)
    await assert.rejects(
      sql`update waymark.statistics_release set number = 9`.execute(w.db),
      /never changed or removed/,
    )
    await assert.rejects(
      w.acting(ann, (tx) => sql`delete from waymark.statistics_release`.execute(tx)),
      /permission denied/,
    )
  })

  it('shows a release only to analysts and managers of the organisation', async () => {
    assert.equal((await releases(w, meg)).rows.length, 2)
    for (const person of [ada, mia, zoe]) assert.equal((await releases(w, person)).rows.length, 0)
  })

  it('takes no state for a number: no figure adds states up', async () => {
    const { rows } = await sql<{ source: string }>`
      select p.prosrc as source from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'waymark' and p.proname like 'area_%'`.execute(w.db)
    assert.equal(rows.length, 5)
    for (const { source } of rows)
      assert.doesNotMatch(source, /\b(avg|sum|rank|percentile)\w*\s*\(/i)
  })
})
