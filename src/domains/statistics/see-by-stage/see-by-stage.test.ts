import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type Life, live, quiet } from '#tests/support/lives.ts'
import { ada, ann, meg, mia, northmere, southmere, sys, zoe } from '#tests/support/people.ts'
import { publishFramework } from '#tests/support/said.ts'
import { world, type World } from '#tests/support/world.ts'
import { makeStagePictures } from './make-by-stage.ts'

const URL = '/area/taking-part-by-stage'
const NOW = new Date('2026-11-21T10:30:00Z')
const TODAY = '2026-11-21'

const sent = { at: '2026-11-10T09:00:00Z', state: 'sent' }

describe('taking part by stage, shown', () => {
  let w: World
  let framework: string
  const many = async (n: number, of: Partial<Life>, organisation = northmere) => {
    for (let i = 0; i < n; i += 1) await live(w, framework, { ...quiet, ...of }, organisation)
  }
  const later = {
    openedAt: '2026-01-01T09:00:00Z',
    besides: [{ from: '2026-01-02', until: null }],
    wayInAt: '2026-05-01T09:00:00Z',
  }
  const make = async (who = ann) =>
    String((await w.post(who, URL, { year: '2026' })).headers.location)
  const section = (html: string, stage: string) => {
    const at = html.indexOf(`aria-labelledby="stage-${stage}"`)
    return html.slice(at, html.indexOf('</section>', at))
  }

  before(async () => {
    w = await world()
    w.setClock(NOW)
    framework = (await publishFramework(w)).id
    const replied = {
      at: sent.at,
      state: 'answered',
      subject: 'statement',
      repliedAt: '2026-11-12T09:00:00Z',
    }
    await many(20, {})
    await many(6, { notHeld: [{ at: sent.at, state: 'offered_declined' }] })
    await many(6, { wayInAt: sent.at, statements: [sent] })
    await many(8, { wayInAt: sent.at, statements: [sent], receipts: [replied] })
    await many(25, later)
    await many(12, { ...later, lines: [{ at: sent.at, state: 'stands' }] })
    await many(3, { ...later, besides: [{ from: '2026-01-02', until: '2026-05-01' }] })
    await many(30, {}, southmere)
  })

  it('shows what each stage means, by whom, before any picture is made, and offers to make one', async () => {
    const { payload, statusCode } = await w.get(ann, URL)
    assert.equal(statusCode, 200)
    assert.match(payload, /Nobody has made a picture by stage for this year yet/)
    for (const title of ['Before', 'Early', 'With support', 'After'])
      assert.ok(payload.includes(`>${title}</h2>`), title)
    assert.match(section(payload, 'early'), /opened less than 90 days ago/)
    assert.match(section(payload, 'early'), /Defined by Waymark, from 1 January 2020/)
    assert.match(section(payload, 'early'), /Provisional: nobody has confirmed it yet/)
    assert.match(section(payload, 'support'), /Nearest in BETR: Treatment of harm/)
    assert.doesNotMatch(payload, / out of \d/i)
  })

  it('says out of how many at each stage, with shares, intervals and why others are missing', async () => {
    assert.match(await make(), /made=first/)
    const { payload } = await w.get(ann, URL)
    const early = section(payload, 'early')
    assert.match(early, /Out of 40 at this stage/)
    assert.match(early, /20 of 40<\/td>\s*<td[^>]*>50%<\/td>\s*<td[^>]*>35% to 65%/)
    assert.match(early, /14 of 40/)
    assert.match(early, /Were answered<\/th>\s*<td[^>]*>8 of 40/)
    assert.match(early, /No way in yet, and nothing recorded as offered<\/th>\s*<td[^>]*>20 of 40/)
    assert.match(early, /said no or not now<\/th>\s*<td[^>]*>6 of 40/)
  })

  it('says that nothing is recorded before, and hides the few after and what would give them away', async () => {
    const { payload } = await w.get(ann, URL)
    assert.match(section(payload, 'before'), /Nothing is recorded at this stage yet: 0 out of 0/)
    assert.match(section(payload, 'after'), /is not shown \(\[c\]\)/)
    assert.doesNotMatch(section(payload, 'after'), /<table/)
    const row = await w.db
      .selectFrom('waymark.stage_release')
      .select('figures')
      .executeTakeFirstOrThrow()
    const figures: Record<string, number | null> = Object(row.figures)
    assert.ok(Object.values(figures).every((n) => n === null || n === 0 || n >= 5))
    const known = ['stages/children', 'stage/early/children', 'stage/support/children'].filter(
      (name) => figures[name] !== null,
    )
    assert.ok(known.length < 3, 'three cannot be taken from the rest')
  })

  it('stands in the order of the stages and takes no other', async () => {
    const order = (html: string) =>
      [...html.matchAll(/<h2[^>]* id="stage-(\w+)"/g)].map((m) => m[1])
    for (const more of ['', '?sort=spoke&order=desc']) {
      assert.deepEqual(order((await w.get(meg, `${URL}${more}`)).payload), [
        'before',
        'early',
        'support',
        'after',
      ])
    }
    for (const year of ['1999', 'x', '2026&year=2025'])
      assert.equal((await w.get(ann, `${URL}?year=${year}`)).statusCode, 404)
    assert.equal((await w.post(ann, URL, { year: '1999' })).statusCode, 404)
    assert.match((await w.get(ann, '/area')).payload, /href="\/area\/taking-part-by-stage"/)
  })

  it('is another council’s own, and is kept as it was released', async () => {
    assert.match((await w.get(mia, URL)).payload, /Nobody has made a picture by stage/)
    await make(mia)
    assert.match(section((await w.get(mia, URL)).payload, 'early'), /Out of 30 at this stage/)
    await assert.rejects(
      sql`update waymark.stage_release set number = 9`.execute(w.db),
      /never changed or removed/,
    )
    const seen = await w.acting(ada, (tx) =>
      tx.selectFrom('waymark.stage_release').select('id').execute(),
    )
    assert.deepEqual(seen, [])
  })

  it('is not made again until enough has changed to hide who it was, and time moves children too', async () => {
    // As if it had been made on the 15th: what came before is in it.
    await w.db.connection().execute(async (one) => {
      await sql`set session_replication_role = replica`.execute(one)
      await sql`update waymark.stage_release set made_at = '2026-11-15T09:00:00Z'`.execute(one)
      await sql`set session_replication_role = default`.execute(one)
    })
    assert.match(await make(), /made=unchanged/)
    await many(1, { openedAt: '2026-11-16T09:00:00Z' })
    const few = await make()
    assert.match(few, /made=too-few-changed/)
    const kept = await w.get(ann, few)
    assert.match(kept.payload, /Fewer than 10 children/)
    assert.match(section(kept.payload, 'early'), /Out of 40 at this stage/)
    await many(9, { openedAt: '2026-08-24T09:00:00Z', besides: later.besides })
    assert.match(await make(), /too-few-changed/, 'opened before the 15th: they are not new')
    w.setClock(new Date('2026-11-22T10:30:00Z'))
    const made = await make()
    assert.match(made, /made=made/, 'nine of them are not early any more, and one is new')
    const next = (await w.get(ann, made)).payload
    assert.match(next, /Picture number 2\. Stages as they were on 22 November 2026\. 90 children/)
    assert.match(section(next, 'support'), /Out of 46 at this stage/)
    w.setClock(NOW)
  })

  it('gives an analyst counts and no row, and counts for nobody else', async () => {
    const tables = [
      'child',
      'allocation',
      'date_of_birth_claim',
      'check_in_occasion',
      'check_in_not_held',
      'check_in',
      'statement',
      'meeting_line',
      'receipt',
      'ledger_step',
    ]
    for (const name of tables) {
      const { rows } = await w.acting(ann, (tx) =>
        sql`select 1 from ${sql.table(`waymark.${name}`)} limit 1`.execute(tx),
      )
      assert.equal(rows.length, 0, name)
    }
    await assert.rejects(
      w.acting(ann, (tx) => sql`select * from waymark.stage_of_children(${TODAY})`.execute(tx)),
      /permission denied/,
    )
    for (const who of [ada, zoe]) {
      for (const counting of [
        sql`select * from waymark.stage_counts('2026-04-01', ${TODAY})`,
        sql`select waymark.stage_changed('2026-04-01', ${TODAY}, ${TODAY}, now())`,
      ]) {
        await assert.rejects(
          w.acting(who, (tx) => counting.execute(tx)),
          /only an analyst or a manager may count/,
        )
      }
    }
    assert.equal((await w.get(ada, URL)).statusCode, 403)
  })

  it('is made at night too, for this year and the last, and writes down who was given which', async () => {
    const made = await w.acting(sys, (tx) => makeStagePictures(tx, NOW))
    assert.equal(made.length, 2)
    assert.equal(made[1]?.outcome, 'first')
    await w.get(ann, URL)
    const entry = await w.db
      .selectFrom('waymark.audit_entry')
      .select('detail')
      .where('action', '=', 'area.by-stage')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const ledger = await w.db.selectFrom('waymark.stage_release').select('id').execute()
    assert.ok(ledger.some(({ id }) => id === Object(entry.detail)['release']))
  })
})
