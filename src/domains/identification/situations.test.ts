import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, meg } from '#tests/support/people.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'

const NOW = new Date('2026-11-21T10:30:00Z')

describe('what happened to a child', () => {
  let w: World
  let child: ChildId
  let forms: ReadonlyMap<string, string>
  const at = () => `/children/${child}/situations/add`
  const page = async () => (await w.get(ada, `/children/${child}/concerns`)).payload
  const situation = (more: Fields = {}): Fields => ({
    what: 'Men made him carry bags to another town.',
    'began-year': '2024',
    goesOn: 'no',
    place: 'uk',
    forms: [forms.get('criminal_drugs') ?? '', forms.get('labour') ?? ''],
    actFinding: 'supported',
    actRestsOn: 'Train tickets',
    purposeFinding: 'partly',
    purposeRestsOn: 'What the police found',
    version: '1',
    ...more,
  })

  before(async () => {
    w = await world()
    w.setClock(NOW)
    child = await aChild(w, { allocatedTo: [ada, ben], bornOn: '2010-03-27' })
    const { rows } = await sql<{ code: string; id: string }>`
      select code, id from waymark.exploitation_form`.execute(w.db)
    forms = new Map(rows.map((r) => [r.code, r.id]))
  })

  it('is whole for a child with the means left empty: not required, never absent', async () => {
    assert.equal((await w.post(ada, at(), situation())).statusCode, 303)
    const html = await page()
    assert.match(html, /Forced to carry, hold or sell drugs; Forced to work for little or nothing/)
    assert.match(html, /\(means\): <strong>Not required/)
    assert.match(html, /Age then: 13 to 14/)
    assert.match(html, /Age if it were sent today: 16/)
    assert.doesNotMatch(html, /absent/i)
    const { rows } = await sql<{ id: string }>`
      select id from waymark.situation_element where element = 'means'`.execute(w.db)
    for (const finding of ['not_supported', 'not_known']) {
      const forced = sql`update waymark.situation_element set finding = ${finding} where id = ${rows[0]?.id}`
      await assert.rejects(forced.execute(w.db), /means are not required/)
    }
  })

  it('is several for one child, within the UK and across borders, with nothing of papers asked', async () => {
    const overseas = situation({
      what: 'A farm, before he came.',
      place: 'both',
      'began-year': '2022',
      where: 'Two countries',
    })
    assert.equal((await w.post(ada, at(), overseas)).statusCode, 303)
    const html = await page()
    assert.match(html, /A farm, before he came[\s\S]*Men made him carry bags/)
    const form = (await w.get(ada, at())).payload
    const names = [...form.matchAll(/ name="([^"]+)"/g)].map((m) => m[1] ?? '')
    assert.deepEqual(
      names.filter((n) => /national|immig|status|visa|asylum/i.test(n)),
      [],
    )
  })

  it('asks for the means of somebody who was surely an adult', async () => {
    const adult = await aChild(w, { allocatedTo: [ada], bornOn: '2003-01-01' })
    const to = `/children/${adult}/situations/add`
    const bare = await w.post(ada, to, situation())
    assert.match(bare.payload, /Choose what is found of: How they were made to \(means\)/)
    const whole = situation({ meansFinding: 'not_known' })
    assert.equal((await w.post(ada, to, whole)).statusCode, 303)
  })

  it('has a sentence for dates and ages that cannot be, and loses nothing', async () => {
    const say = async (more: Fields) => {
      const res = await w.post(ada, at(), situation(more))
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /Train tickets/)
      assert.match(res.payload, new RegExp(`value="${forms.get('labour')}" checked`))
      return res.payload
    }
    assert.match(await say({ 'ended-year': '2023' }), /cannot have ended before it began/)
    assert.match(await say({ 'began-year': '2005' }), /they were not born by then/)
    assert.match(
      await say({ goesOn: 'yes', 'ended-year': '2025' }),
      /cannot have ended while it goes on/,
    )
    assert.match(await say({ actRestsOn: ' ', what: 'Train tickets' }), /Enter what this rests on/)
  })

  it('shows both texts when somebody else was faster', async () => {
    const url = /href="(\/children\/[^"]+\/situations\/(?!add)[^"]+)"/.exec(await page())?.[1] ?? ''
    const form = (await w.get(ada, url)).payload
    const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
    const mine = situation({ version, what: 'First text.' })
    assert.equal((await w.post(ada, url, mine)).statusCode, 303)
    const late = await w.post(ben, url, situation({ version, what: 'Second text.' }))
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /First text\.[\s\S]*Second text\./)
  })

  it('keeps old codings readable after a wording ends and another begins', async () => {
    const one = await aChild(w, { allocatedTo: [ada], bornOn: '2010-03-27' })
    const own = { called: 'Nail bars', meaning: 'Made to work in a nail bar', near: 'labour' }
    assert.equal((await w.post(ada, '/exploitation-forms/add', own)).statusCode, 403)
    assert.match(
      (await w.post(meg, '/exploitation-forms/add', { called: 'x', meaning: 'y' })).payload,
      /Choose which form of the shared list is nearest/,
    )
    assert.equal((await w.post(meg, '/exploitation-forms/add', own)).statusCode, 303)
    const { rows } = await sql<{ id: string }>`
      select id from waymark.exploitation_form where code = 'local_nail_bars'`.execute(w.db)
    const id = rows[0]?.id ?? ''
    await w.post(ada, `/children/${one}/situations/add`, situation({ forms: [id] }))
    assert.equal((await w.post(meg, `/exploitation-forms/${id}/end`)).statusCode, 303)
    await sql`update waymark.exploitation_form set until_day = '2026-11-01', from_day = '2026-10-01' where id = ${id}`.execute(
      w.db,
    )
    await sql`update waymark.exploitation_form set until_day = '2026-11-01' where code = 'labour'`.execute(
      w.db,
    )
    await sql`insert into waymark.exploitation_form (code, called, meaning, place, from_day, source)
      values ('labour', 'Forced labour', 'Work under threat', 10, '2026-11-02', 'A later version')`.execute(
      w.db,
    )
    const html = (await w.get(ada, `/children/${one}/concerns`)).payload
    assert.match(html, /Nail bars \(earlier wording\)/)
    assert.match(await page(), /Forced to work for little or nothing \(earlier wording\)/)
    const fresh = (await w.get(ada, at())).payload
    assert.match(fresh, /Forced labour/)
    assert.doesNotMatch(fresh, /Nail bars|Forced to work for little or nothing/)
    const url = /href="(\/children\/[^"]+\/situations\/(?!add)[^"]+)"/.exec(html)?.[1] ?? ''
    assert.match((await w.get(ada, url)).payload, /Nail bars/, 'what it was coded with can be kept')
    assert.match(
      (await w.get(ada, '/exploitation-forms')).payload,
      /Nail bars[\s\S]*No longer chosen/,
    )
  })
})
