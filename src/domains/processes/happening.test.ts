import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, ivy, kit, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const DAY = 24 * 60 * 60 * 1000

describe('what is happening', () => {
  let w: World
  let child: ChildId
  let url: string
  const mine = async () => main((await w.get(kit, '/me/happening')).payload)
  const processId = async () => {
    const row = await w.db
      .selectFrom('waymark.process')
      .select(['id', 'version'])
      .where('child_id', '=', child)
      .executeTakeFirstOrThrow()
    return row
  }
  const process = {
    kind: 'papers',
    state: 'waiting',
    whatItIs: 'You asked to stay.',
    whereItIs: 'Your papers are\nwith the <office>.',
    comesNext: 'A letter.',
    canDo: 'Keep your phone on.',
    decides: 'The office',
    'waitingSince-day': '3',
    'waitingSince-month': '2',
    'waitingSince-year': '2026',
    'toldOn-day': '4',
    'toldOn-month': '2',
    'toldOn-year': '2026',
  }

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit })
    url = `/children/${child}/happening`
  })

  it('is written by staff in plain words, and read whole by the young person, in neutral words of its own', async () => {
    assert.match(await mine(), /Nothing is written here yet/)
    const empty = await w.post(ada, `${url}/add`, { state: 'waiting' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.payload, /Choose what it is about[\s\S]*Enter where it is now/)
    const since = await w.post(ada, `${url}/add`, { ...process, 'waitingSince-day': '' })
    assert.equal(since.statusCode, 422)
    const ahead = await w.post(ada, `${url}/add`, { ...process, 'toldOn-year': '2999' })
    assert.match(ahead.payload, /The day they were told must be today or earlier/)
    assert.equal((await w.post(ada, `${url}/add`, process)).statusCode, 303)
    const page = await mine()
    assert.match(page, /<h2[^>]*>Papers<\/h2>[\s\S]*waiting since 3 February 2026/)
    assert.match(page, /with the &lt;office&gt;\.[\s\S]*A letter\.[\s\S]*Keep your phone on/)
    assert.match(page, /Who decides[\s\S]*The office[\s\S]*Who to ask[\s\S]*Ada Worker/)
    assert.match(page, /You were told on 4 February 2026/)
    assert.doesNotMatch(page, /permission|immigra|police/i)
  })

  it('keeps how it was before, for them to read', async () => {
    const { id, version } = await processId()
    const changed = { ...process, version: String(version), whereItIs: 'They wrote back.' }
    assert.equal((await w.post(ada, `${url}/${id}`, changed)).statusCode, 303)
    const page = await mine()
    assert.match(page, /They wrote back[\s\S]*How it was before[\s\S]*with the &lt;office&gt;/)
    const late = await w.post(meg, `${url}/${id}`, { ...changed, whereItIs: 'Typed late' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /They wrote back[\s\S]*Typed late/)
  })

  it('says when it goes stale and who was asked, asks staff, and stops when somebody says it still holds', async () => {
    const list = async (who: typeof ada) => main((await w.get(who, '/happening')).payload)
    const at = (days: number) => w.setClock(new Date(Date.now() + days * DAY))
    at(20.9)
    assert.doesNotMatch(await mine(), /Nobody has updated/)
    assert.doesNotMatch(await list(ada), /\bKit\b/)
    at(21.1)
    assert.match(await mine(), /Nobody has updated this since[\s\S]*Ada Worker has been asked/)
    assert.match(await list(ada), /Kit[\s\S]*Papers[\s\S]*Confirm or change it/)
    assert.match(await list(meg), /Kit/)
    for (const far of [ben, hal]) assert.doesNotMatch(await list(far), /\bKit\b/, far.name)
    const overview = main((await w.get(ada, `/children/${child}`)).payload)
    assert.match(overview, /Nobody has updated this since[\s\S]*Confirm or change it/)
    const { id, version } = await processId()
    const stale = await w.post(ada, `${url}/${id}/confirm`, { version: '1' })
    assert.equal(stale.statusCode, 409, 'nobody confirms what they have not read')
    const confirm = await w.post(ada, `${url}/${id}/confirm`, { version: String(version) })
    assert.equal(confirm.statusCode, 303)
    assert.doesNotMatch(await mine(), /Nobody has updated/)
    assert.doesNotMatch(await list(ada), /\bKit\b/)
    w.setClock(undefined)
  })

  it('is in their language where somebody put it, marked by whom, until it changes', async () => {
    const { id } = await processId()
    const words = { version: '0', whereItIs: 'الأوراق في المكتب', putBy: 'Huda, interpreter' }
    assert.equal((await w.get(ada, `${url}/${id}/words/en`)).statusCode, 404)
    assert.equal((await w.post(ada, `${url}/${id}/words/ar`, { version: '0' })).statusCode, 422)
    assert.equal((await w.post(ada, `${url}/${id}/words/ar`, words)).statusCode, 303)
    await sql`insert into waymark.chosen_language (child_id, language) values (${child}, 'ar')`.execute(
      w.db,
    )
    const page = await mine()
    assert.match(page, /lang="ar" dir="rtl"/)
    assert.match(page, /lang="ar" dir="auto">الأوراق في المكتب[\s\S]*Huda, interpreter/)
    const { version } = await processId()
    const changed = { ...process, version: String(version), whereItIs: 'The answer is here.' }
    assert.equal((await w.post(ada, `${url}/${id}`, changed)).statusCode, 303)
    const after = await mine()
    assert.match(after, /lang="en" dir="auto">The answer is here/)
    assert.match(after, /<details[\s\S]*الأوراق في المكتب/)
    await sql`delete from waymark.chosen_language where child_id = ${child}`.execute(w.db)
  })

  it('is not for a young person to write, and an auditor only reads it', async () => {
    const writing = w.acting(kit, (tx) =>
      sql`update waymark.process set where_it_is = 'x' where child_id = ${child}`.execute(tx),
    )
    assert.equal((await writing).numAffectedRows, 0n)
    const page = main((await w.get(ivy, url)).payload)
    assert.match(page, /The answer is here/)
    assert.doesNotMatch(page, /It still holds|Change it/)
  })

  it('knows a kind from the day it begins to the day it ends', async () => {
    await sql`insert into waymark.process_kind values ('pets', 'Pets', 9, '2999-01-01', null), ('old', 'Old', 10, '2020-01-01', '2021-01-01')`.execute(
      w.db,
    )
    const form = (await w.get(ada, `${url}/add`)).payload
    assert.match(form, /Money/)
    assert.doesNotMatch(form, /\bPets\b|\bOld\b/)
  })
})

describe('legal help', () => {
  let w: World
  let child: ChildId
  const mine = async () => main((await w.get(kit, '/me/legal-help')).payload)
  const record = async () => main((await w.get(ada, `/children/${child}`)).payload)

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit })
  })

  it('is what the young person says, by area: has, wants, and whether it is good', async () => {
    assert.equal((await w.post(kit, '/me/legal-help/nothing', {})).statusCode, 404)
    const empty = await w.post(kit, '/me/legal-help/papers', { words: 'She is <kind>' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.payload, /Choose whether you have[\s\S]*She is &lt;kind&gt;/)
    const said = { version: '0', has: 'yes', good: 'in_part', helper: 'Bola', words: 'She is kind' }
    assert.equal((await w.post(kit, '/me/legal-help/papers', said)).statusCode, 303)
    assert.match(await mine(), /I have a legal helper[\s\S]*In part[\s\S]*Bola[\s\S]*She is kind/)
    const staff = main((await w.get(ada, `/children/${child}/legal-help`)).payload)
    assert.match(staff, /Bola[\s\S]*good in part[\s\S]*She is kind[\s\S]*The young person says/)
    assert.doesNotMatch(await record(), /wants legal help and has none/)
  })

  it('shows staff one line when it is wanted and not there, until it is', async () => {
    const wants = { version: '0', has: 'no', wants: 'yes' }
    await w.post(kit, '/me/legal-help/family', wants)
    assert.match(await mine(), /want a legal helper and have none\. The people who work with you/)
    assert.match(await record(), /wants legal help and has none: Family law/)
    const found = { version: '1', saidBy: 'child_with_someone', has: 'yes', wants: 'yes' }
    assert.equal((await w.post(ada, `/children/${child}/legal-help/family`, found)).statusCode, 303)
    assert.doesNotMatch(await record(), /wants legal help/)
  })

  it('is never said to be good, or unwanted, by anybody but the young person', async () => {
    const other = { version: '0', saidBy: 'someone_else', has: 'yes', howGood: 'good' }
    const res = await w.post(ada, `/children/${child}/legal-help/crime`, other)
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /only for the young person to say/)
    const writing = w.acting(ada, (tx) =>
      sql`insert into waymark.legal_help (child_id, area, has, how_good, said_by, said_at)
          values (${child}, 'crime', 'yes', 'good', 'someone_else', now())`.execute(tx),
    )
    await assert.rejects(writing, /good_is_said_by_the_child/)
  })

  it('shows both when it changed meanwhile', async () => {
    const late = { version: '9', has: 'no', words: 'Typed late' }
    const res = await w.post(kit, '/me/legal-help/papers', late)
    assert.equal(res.statusCode, 409)
    assert.match(res.payload, /changed while you were writing[\s\S]*Typed late/)
  })
})
