import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { asActor } from '#platform/db/unit-of-work.ts'
import { wordsFor } from '#domains/words/index.ts'
import { aChild } from '#tests/support/builders.ts'
import {
  ada,
  joy,
  kit,
  meg,
  northmere,
  sam,
  southmere,
  type TestPerson,
} from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { RIGHT_TEXTS } from './rights-texts.rules.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = new Date('2026-11-26T10:00:00Z')

const PLACE = {
  name: 'The Harbour',
  helpsWith: 'They talk with you and make tea.',
  kind: 'talk',
  phone: '01632 960055',
  textTo: '',
  chat: '',
  hours: 'Monday to Friday',
  cost: 'free',
  onBill: 'no',
  languages: 'en ti',
  interpreter: 'yes',
  nations: ['england'],
  source: 'Called on the day',
  confidence: 'certain',
  inUse: 'yes',
}

describe('rights and help', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    w.setClock(NOW)
    child = await aChild(w, { account: kit, bornOn: '2012-05-01' })
    await aChild(w, { organisationId: southmere, account: joy, allocatedTo: [] })
  })

  const rights = async (query = '', who: TestPerson = kit) =>
    (await w.get(who, `/me/rights${query}`)).payload
  const idOf = async (name: string) => {
    const row = await w.db
      .selectFrom('waymark.help_place')
      .select(['id', 'version'])
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    return row
  }

  it('shows what fits, what they choose, and always everything; nothing keeps what they chose', async () => {
    const plain = await rights()
    assert.match(plain, /This is for England/)
    assert.match(plain, /id="interpreter"/)
    assert.doesNotMatch(plain, /id="moving"|id="after_18_england"|id="independent_scotland"/)
    assert.match(await rights('?fits=moving&fits=care'), /id="moving"[\s\S]*Whom to ask|id="plan"/)
    const all = await rights('?all=yes')
    for (const { code } of RIGHT_TEXTS) assert.match(all, new RegExp(`id="${code}"`))
    assert.match(all, /Only in Scotland/)
    const entries = await w.db
      .selectFrom('waymark.audit_entry')
      .select('detail')
      .where('action', '=', 'me.rights')
      .execute()
    assert.ok(entries.length > 0)
    assert.ok(entries.every((e) => !JSON.stringify(e.detail).includes('moving')))
  })

  it('follows every claim about their birth: under 18 while one says so', async () => {
    await w.db
      .insertInto('waymark.date_of_birth_claim')
      .values({
        child_id: child,
        earliest: '2006-01-01',
        latest: '2006-12-31',
        precision: 'year',
        source: 'age_assessment',
      })
      .execute()
    const { payload } = await w.get(kit, '/me/rights?fits=care')
    assert.match(payload, /id="age"/)
    assert.match(payload, /id="visits"/)
    assert.match(payload, /id="after_18_england"/)
  })

  it('is of the nation the organisation says', async () => {
    await w.db
      .insertInto('waymark.complaint_nation')
      .values({
        organisation_id: southmere,
        nation: 'scotland',
        from_day: '2026-01-01',
        set_by: sam.id,
      })
      .execute()
    const { payload } = await w.get(joy, '/me/rights')
    assert.match(payload, /This is for Scotland/)
    assert.match(payload, /id="independent_scotland"/)
    const help = (await w.get(joy, '/me/help')).payload
    assert.match(help, /Who Cares\? Scotland/)
    assert.doesNotMatch(help, /\bMeic\b|VOYPIC/)
  })

  it('says what was not read in law, and promises nothing about it', async () => {
    const { notSure } = wordsFor('en').words.rights
    const payload = await rights('?fits=care')
    const card = (code: string) =>
      new RegExp(`id="${code}"[\\s\\S]*?</section>`).exec(payload)?.[0] ?? ''
    assert.ok(card('interpreter').includes(notSure))
    assert.ok(!card('see_written').includes(notSure))
  })

  it('tells those who keep it when nobody looked in time, and is still shown, saying so', async () => {
    w.setClock(new Date(NOW.getTime() + 400 * DAY))
    const before = await w.get(meg, '/rights')
    const due = /To be looked at now[\s\S]*Looked at in time/.exec(before.payload)?.[0] ?? ''
    assert.match(due, /\/rights\/interpreter/)
    assert.match(due, /Nobody here owns it yet/)
    assert.match(await rights(), /id="interpreter"[\s\S]*?Nobody has looked at this lately/)
    assert.equal((await w.post(meg, '/rights/interpreter', { how: '' })).statusCode, 422)
    assert.equal((await w.post(meg, '/rights/nonsense', { how: 'Read it' })).statusCode, 404)
    const held = await w.post(meg, '/rights/interpreter', { how: 'Read the guidance of 2027' })
    assert.equal(held.statusCode, 303)
    const after = (await w.get(meg, '/rights')).payload
    const now = /To be looked at now[\s\S]*Looked at in time/.exec(after)?.[0] ?? ''
    assert.doesNotMatch(now, /\/rights\/interpreter/)
    assert.match(after, /Owner: Meg Manager/)
    const card = /id="interpreter"[\s\S]*?<\/section>/.exec(await rights())?.[0] ?? ''
    assert.doesNotMatch(card, /Nobody has looked/)
    w.setClock(NOW)
  })

  it('lets managers set how long a check holds, from a day, and never changes what was set', async () => {
    const clock = { kind: 'help_place', days: '30', from: '1 12 2026', source: 'Policy 7' }
    assert.equal((await w.post(meg, '/rights', clock)).statusCode, 303)
    assert.equal((await w.post(meg, '/rights', clock)).statusCode, 422)
    const wrong = await w.post(meg, '/rights', { ...clock, days: '3', source: 'Kept text' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /from 7 to 800[\s\S]*value="Kept text"/)
    await assert.rejects(
      asActor(w.db, meg.id, (tx) => sql`update waymark.review_clock set days = 8`.execute(tx)),
      /permission denied/,
    )
  })

  it('is there before anybody comes in: numbers, what a call leaves behind, no mark, no link out', async () => {
    const res = await w.app.inject({ url: '/in/help' })
    assert.equal(res.statusCode, 200)
    assert.match(res.payload, /href="tel:999"[\s\S]*href="tel:08001111"/)
    assert.match(res.payload, /A call stays in the list of calls/)
    assert.match(res.payload, /Not on the phone bill/)
    const main = /<main[\s\S]*<\/main>/.exec(res.payload)?.[0] ?? ''
    assert.doesNotMatch(main, /<img|<svg|href="http/)
    assert.doesNotMatch(
      main,
      /traffick|exploit|victim|\bcase\b|police|immigra|refugee|slaver|\babus/i,
    )
    assert.match(res.payload, /<title>\s*Help/)
    assert.ok(Buffer.byteLength(res.payload) < 60_000)
    const inWelsh = await w.app.inject({ url: '/in/help?in=cy' })
    assert.equal(inWelsh.statusCode, 200)
    assert.equal((await w.app.inject({ url: '/in/help?in=%00' })).statusCode, 200)
  })

  it('has the words of the places that came in the catalogue, the same as in the database', async () => {
    const rows = await w.db
      .selectFrom('waymark.help_place')
      .select(['code', 'helps_with', 'hours'])
      .where('code', 'is not', null)
      .execute()
    const { places } = wordsFor('en').words
    assert.deepEqual(Object.fromEntries(rows.map((r) => [r.code, r.helps_with])), {
      ...places.came,
    })
    const known = new Set<string>([places.dayAndNight, places.askWhen])
    assert.deepEqual(
      rows.filter((r) => !known.has(r.hours)),
      [],
    )
  })

  it('lets a manager add a place of their own, whole, and asks again in plain words', async () => {
    const wrong = await w.post(meg, '/help-places/new', {
      ...PLACE,
      phone: 'call us',
      languages: 'en !!',
      helpsWith: 'Kept <b>text</b>',
    })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /digits and spaces only/)
    assert.match(wrong.payload, /languages as codes/)
    assert.match(wrong.payload, /Kept &lt;b&gt;text/)
    const nowhere = await w.post(meg, '/help-places/new', { ...PLACE, phone: '' })
    assert.match(nowhere.payload, /a number or an address to reach them/)
    assert.equal((await w.post(meg, '/help-places/new', PLACE)).statusCode, 303)
    const mine = (await w.get(kit, '/me/help')).payload
    assert.match(mine, /The Harbour[\s\S]*tel:01632960055[\s\S]*Monday to Friday/)
    assert.match(mine, /English, Tigrinya/)
    assert.doesNotMatch((await w.get(joy, '/me/help')).payload, /The Harbour/)
    assert.doesNotMatch((await w.app.inject({ url: '/in/help' })).payload, /The Harbour/)
  })

  it('shows both when two managers change it at once, and keeps each version', async () => {
    const { id, version } = await idOf('The Harbour')
    const at = `/help-places/${id}`
    const first = { ...PLACE, hours: 'Every day', version: String(version) }
    assert.equal((await w.post(meg, at, first)).statusCode, 303)
    const late = await w.post(meg, at, {
      ...PLACE,
      name: 'My name for it',
      version: String(version),
    })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was lost[\s\S]*value="My name for it"/)
    const kept = await w.db
      .selectFrom('waymark.row_history')
      .select('was')
      .where('row_id', '=', id)
      .execute()
    assert.equal(kept.length, 1)
  })

  it('lets one of theirs stand instead of one that came, once; the one that came is not changed', async () => {
    const { id } = await idOf('Shout')
    const own = { ...PLACE, name: 'Our own line', textTo: '01632 960056' }
    assert.equal(
      (await w.post(meg, `/help-places/${id}`, { ...own, version: '1' })).statusCode,
      404,
    )
    assert.equal((await w.post(meg, `/help-places/new?instead=${id}`, own)).statusCode, 303)
    assert.equal((await w.post(meg, `/help-places/new?instead=${id}`, own)).statusCode, 422)
    const mine = (await w.get(kit, '/me/help')).payload
    assert.match(mine, /Our own line/)
    assert.doesNotMatch(mine, /Shout/)
    assert.match((await w.get(joy, '/me/help')).payload, /Shout/)
  })

  it('says when nobody has checked a number lately, to young people and to staff, until somebody does', async () => {
    w.setClock(new Date(NOW.getTime() + 100 * DAY))
    const { id } = await idOf('Samaritans')
    const card = async () =>
      /<bdi>Samaritans[\s\S]*?<\/section>/.exec((await w.get(kit, '/me/help')).payload)?.[0] ?? ''
    assert.match(await card(), /We have not checked this lately/)
    const due = (await w.get(meg, '/help-places')).payload
    assert.match(due, /To be looked at now[\s\S]*Samaritans[\s\S]*All others/)
    assert.equal(
      (await w.post(meg, `/help-places/${id}/checked`, { how: 'Called it' })).statusCode,
      303,
    )
    assert.doesNotMatch(await card(), /We have not checked/)
    assert.match((await w.get(meg, `/help-places/${id}`)).payload, /Owner: <bdi>Meg Manager/)
    w.setClock(NOW)
  })

  it('is kept by managers of the organisation: the database refuses everybody else', async () => {
    const { id } = await idOf('The Harbour')
    for (const person of [ada, kit]) {
      assert.equal((await w.post(person, '/help-places/new', PLACE)).statusCode, 403)
      await assert.rejects(
        asActor(w.db, person.id, (tx) =>
          tx
            .insertInto('waymark.review_check')
            .values({
              organisation_id: northmere,
              kind: 'help_place',
              about: id,
              checked_on: '2026-11-26',
              how: 'x',
              owner_id: person.id,
            })
            .execute(),
        ),
        /row-level security/,
      )
    }
    const others = await asActor(w.db, sam.id, (tx) =>
      sql`update waymark.help_place set hours = 'x' where id = ${id}`.execute(tx),
    )
    assert.equal(Number(others.numAffectedRows ?? 0n), 0)
    const shipped = await asActor(w.db, meg.id, (tx) =>
      sql`update waymark.help_place set hours = 'x' where code = 'childline'`.execute(tx),
    )
    assert.equal(Number(shipped.numAffectedRows ?? 0n), 0)
  })
})
