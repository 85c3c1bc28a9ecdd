import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, gus, hal, kit, meg, mia, southmere, joy } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const DAY = 24 * 60 * 60 * 1000

describe('my people', () => {
  let w: World
  let child: ChildId
  const page = async () => main((await w.get(kit, '/me/people')).payload)
  const personCalled = async (name: string) => {
    const row = await w.db
      .selectFrom('waymark.person_who_matters')
      .selectAll()
      .where('child_id', '=', child)
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    return row
  }

  before(async () => {
    w = await world()
    child = await aChild(w, { allocatedTo: [ada, gus], account: kit })
  })

  it('are added, changed and taken off by the young person, with nobody’s approval and nothing lost', async () => {
    assert.equal((await w.post(kit, '/me/people/add', { name: ' ', who: '' })).statusCode, 422)
    const added = { name: 'Noor', who: 'my <sister>', carer: 'yes' }
    assert.equal((await w.post(kit, '/me/people/add', added)).statusCode, 303)
    assert.match(await page(), /Noor[\s\S]*my &lt;sister&gt;[\s\S]*Looks after me where I live/)
    const { id } = await personCalled('Noor')
    const change = { version: '1', name: 'Noor', who: 'my big sister' }
    assert.equal((await w.post(kit, `/me/people/${id}/change`, change)).statusCode, 303)
    const late = await w.post(kit, `/me/people/${id}/change`, { ...change, who: 'typed late' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /my big sister[\s\S]*typed late/)
    assert.match(main((await w.get(ada, `/children/${child}/people`)).payload), /my big sister/)
    assert.equal((await w.post(kit, `/me/people/${id}/take-off`)).statusCode, 303)
    assert.doesNotMatch(await page(), /\bNoor\b/)
    const kept = await w.acting(kit, (tx) =>
      tx.selectFrom('waymark.row_history').select('was').where('row_id', '=', id).execute(),
    )
    assert.equal(kept.length, 2)
  })

  it('are not another young person’s to change, nor is a worker who is there by their job', async () => {
    await w.post(kit, '/me/people/add', { name: 'Sol', who: 'a friend' })
    const { id } = await personCalled('Sol')
    await aChild(w, { account: joy, organisationId: southmere, knownAs: 'Joy' })
    const change = { version: '1', name: 'Mine', who: 'now' }
    assert.equal((await w.post(joy, `/me/people/${id}/change`, change)).statusCode, 404)
    assert.equal((await w.get(joy, `/me/people/${id}`)).statusCode, 404)
    assert.equal((await w.post(kit, `/me/people/${ada.id}/change`, change)).statusCode, 404)
  })

  it('say how and when a worker can be reached, who to ask meanwhile, and who has not said', async () => {
    assert.match(await page(), /Ada Worker has not written here how to reach them/)
    const wrong = { version: '0', phone: 'ring me', 'awayUntil-day': '31', 'awayUntil-month': '2' }
    const again = await w.post(ada, '/account/reach', wrong)
    assert.equal(again.statusCode, 422)
    assert.match(again.payload, /must be a number[\s\S]*last day you are away/)
    const reach = {
      version: '0',
      phone: '01632 960 001',
      hours: 'Mondays 9 to 5',
      whenAway: 'Send a text',
      coverName: 'Bo at the desk',
      coverPhone: '01632 960 002',
      'awayFrom-day': '1',
      'awayFrom-month': '1',
      'awayFrom-year': '2020',
    }
    assert.equal((await w.post(ada, '/account/reach', reach)).statusCode, 303)
    const shown = await page()
    assert.match(shown, /Ada Worker is away now[\s\S]*href="tel:01632960001"[\s\S]*Mondays 9 to 5/)
    assert.match(shown, /Send a text[\s\S]*Bo at the desk, 01632 960 002/)
    assert.equal((await w.post(ada, '/account/reach', reach)).statusCode, 409)
    const others = w.acting(ben, (tx) =>
      sql`update waymark.way_to_reach set phone = '1' where person_id = ${ada.id}`.execute(tx),
    )
    assert.equal((await others).numAffectedRows, 0n)
  })

  describe('an adult I trust', () => {
    const list = async (who: typeof ada) => main((await w.get(who, '/nobody-yet')).payload)
    const record = async () => main((await w.get(ada, `/children/${child}`)).payload)
    const LINE = /has not chosen an adult they trust/
    const at = (days: number) => w.setClock(new Date(Date.now() + days * DAY))

    it('raises one calm line after fourteen days, for the worker and the manager and nobody else', async () => {
      await sql`update waymark.child set opened_at = now() where id = ${child}`.execute(w.db)
      at(13.9)
      assert.doesNotMatch(await list(ada), /\bKit\b/)
      assert.doesNotMatch(await record(), LINE)
      at(14.1)
      assert.match(await list(ada), /Kit[\s\S]*Ask them whom they trust/)
      assert.match(await list(meg), /Kit/)
      assert.match(await list(gus), /Kit/)
      for (const far of [ben, hal, mia]) assert.doesNotMatch(await list(far), /\bKit\b/, far.name)
      assert.match(await record(), LINE)
    })

    it('is as many days as the dated table says on that day', async () => {
      await sql`insert into waymark.days_until values ('nobody_trusted_yet', (now() + interval '13 days')::date, 40, 'A trial')`.execute(
        w.db,
      )
      assert.doesNotMatch(await list(ada), /\bKit\b/)
      await sql`delete from waymark.days_until where days = 40`.execute(w.db)
      assert.match(await list(ada), /Kit/)
    })

    it('is chosen and changed by the young person, a worker too, without staff; the line goes', async () => {
      assert.equal((await w.post(kit, '/me/people/trusted', { who: gus.id })).statusCode, 303)
      assert.doesNotMatch(await list(ada), /\bKit\b/)
      assert.doesNotMatch(await record(), LINE)
      const { id } = await personCalled('Sol')
      await w.post(kit, '/me/people/trusted', { who: [id] })
      const now = await w.db
        .selectFrom('waymark.person_who_matters')
        .select(['name', 'trusted_adult', 'changed_by'])
        .where('child_id', '=', child)
        .where('ended_at', 'is', null)
        .orderBy('name')
        .execute()
      assert.deepEqual(now, [
        { name: 'Gus Guardian', trusted_adult: false, changed_by: kit.id },
        { name: 'Sol', trusted_adult: true, changed_by: kit.id },
      ])
    })

    it('leaves a trace of each time, from when to when', async () => {
      const times = await w.db
        .selectFrom('waymark.trusted_time')
        .select(['ended_at', 'chosen_by'])
        .where('child_id', '=', child)
        .orderBy('began_at')
        .execute()
      assert.deepEqual(
        times.map((t) => [t.ended_at !== null, t.chosen_by]),
        [
          [true, 'child'],
          [false, 'child'],
        ],
      )
      const writing = w.acting(kit, (tx) =>
        sql`update waymark.trusted_time set ended_at = null where child_id = ${child}`.execute(tx),
      )
      await assert.rejects(writing, /permission denied/)
    })

    it('can be nobody: "I do not want one now" is respected until they say otherwise', async () => {
      await w.post(kit, '/me/people/trusted', {})
      at(60)
      assert.match(await list(ada), /Kit/)
      assert.equal((await w.post(kit, '/me/people/trusted/not-now')).statusCode, 303)
      at(900)
      assert.doesNotMatch(await list(ada), /\bKit\b/)
      assert.match(await page(), /do not want to choose an adult you trust now/)
      const url = `/children/${child}/people-map/trusted`
      const overruled = await w.post(ada, url, { answer: 'ask_me' })
      assert.equal(overruled.statusCode, 422)
      assert.match(overruled.payload, /only they can change it/)
      await w.post(kit, '/me/people/trusted/ask-me')
      assert.match(await list(ada), /Kit[\s\S]*would like somebody/)
      w.setClock(undefined)
      assert.match(await record(), /said that they would like an adult they trust/)
    })
  })

  describe('how each person is seen', () => {
    const map = async (who: typeof ada) =>
      main((await w.get(who, `/children/${child}/people-map`)).payload)

    it('stays with the young person until they let staff read it, and never reaches who it is about', async () => {
      const url = `/me/people/${gus.id}`
      assert.equal((await w.post(kit, url, { version: '0', view: 'worries' })).statusCode, 422)
      const said = { version: '0', view: 'worries', words: 'He shouts', reader: 'me' }
      assert.equal((await w.post(kit, url, said)).statusCode, 303)
      assert.doesNotMatch(await map(ada), /He shouts|Worries me/)
      assert.match(await page(), /Worries me/)
      await w.post(kit, url, { ...said, version: '1', words: 'He is loud', reader: 'beside' })
      assert.match(await map(ada), /He is loud[\s\S]*Worries me/)
      assert.doesNotMatch(await map(gus), /He is loud|Worries me|Gus Guardian<\/bdi><\/h2>/)
      const read = (who: typeof ada) =>
        w.acting(who, (tx) =>
          sql`select (select count(*) from waymark.own_view_of_person where child_id = ${child}) +
            (select count(*) from waymark.row_history where table_name = 'own_view_of_person') as n`.execute(
            tx,
          ),
        )
      assert.deepEqual((await read(gus)).rows, [{ n: '0' }])
      assert.deepEqual((await read(ada)).rows, [{ n: '1' }], 'the words of before stay theirs')
    })

    it('is said twice, by them and by us, and neither overwrites the other', async () => {
      const { id } = await personCalled('Sol')
      const mine = { version: '0', view: 'helps', words: 'Makes me laugh', reader: 'beside' }
      await w.post(kit, `/me/people/${id}`, mine)
      const url = `/children/${child}/people-map/${id}/view`
      const missing = await w.post(ada, url, { version: '0', view: 'risk' })
      assert.equal(missing.statusCode, 422)
      assert.match(missing.payload, /Enter why[\s\S]*Enter where we have that from/)
      const ours = { version: '0', view: 'risk', reason: 'Seen waiting outside', source: 'School' }
      assert.equal((await w.post(ada, url, ours)).statusCode, 303)
      await w.post(kit, `/me/people/${id}`, { ...mine, version: '1', view: 'both' })
      const both = await map(meg)
      assert.match(both, /Makes me laugh[\s\S]*Both helps and worries me[\s\S]*A risk to them/)
      assert.match(both, /Seen waiting outside[\s\S]*From: <span dir="auto">School/)
      const late = await w.post(meg, url, { ...ours, reason: 'Too late' })
      assert.equal(late.statusCode, 409)
      assert.match(late.payload, /Seen waiting outside[\s\S]*Too late/)
    })

    it('is not on their own page before somebody has told them, not even in its history', async () => {
      const { id } = await personCalled('Sol')
      const own = async () => main((await w.get(kit, `/me/people/${id}`)).payload)
      const url = `/children/${child}/people-map/${id}/view`
      assert.doesNotMatch(await own(), /They worry|Seen waiting/)
      const told = { version: '1', view: 'risk', reason: 'Seen waiting outside', source: 'School' }
      const ahead = { ...told, 'told-day': '1', 'told-month': '1', 'told-year': '2999' }
      assert.equal((await w.post(ada, url, ahead)).statusCode, 422)
      const day = { 'told-day': '2', 'told-month': '11', 'told-year': '2026' }
      assert.equal((await w.post(ada, url, { ...told, ...day })).statusCode, 303)
      assert.match(await own(), /They worry[\s\S]*2 November 2026/)
      const history = await w.acting(kit, (tx) =>
        sql`select from waymark.row_history where table_name = 'agency_view_of_person'`.execute(tx),
      )
      assert.equal(history.rows.length, 0)
    })

    it('cannot be written by the one it is about, nor by a young person as ours', async () => {
      const url = `/children/${child}/people-map/${gus.id}/view`
      const view = { version: '0', view: 'protective', reason: 'I am good', source: 'Me' }
      assert.equal((await w.get(gus, url)).statusCode, 404)
      assert.equal((await w.post(gus, url, view)).statusCode, 404)
      for (const who of [gus, kit]) {
        const writing = w.acting(who, (tx) =>
          sql`insert into waymark.agency_view_of_person (child_id, about_staff_id, view, reason, source)
              values (${child}, ${gus.id}, 'protective', 'a', 'b')`.execute(tx),
        )
        await assert.rejects(writing, /row-level security/, who.name)
      }
    })

    it('stands beside what was agreed about contact, in plain words', async () => {
      const { id } = await personCalled('Sol')
      const url = `/children/${child}/people-map/${id}/contact`
      assert.equal((await w.post(ada, url, { version: '0', ownRule: 'x' })).statusCode, 422)
      const rule = {
        version: '0',
        rule: 'You can ring Sol any day',
        decidedBy: 'You and Ada',
        childAgrees: 'yes',
      }
      assert.equal((await w.post(ada, url, rule)).statusCode, 303)
      assert.match(await page(), /You can ring Sol any day[\s\S]*Decided by You and Ada/)
      const writing = w.acting(kit, (tx) =>
        sql`update waymark.contact_rule set rule = 'mine' where child_id = ${child}`.execute(tx),
      )
      assert.equal((await writing).numAffectedRows, 0n)
    })
  })

  describe('who stood beside whom, for research', () => {
    const file = async (who: typeof ada) => (await w.get(who, '/continuity/file')).payload

    it('has pseudonyms and days, who was chosen, and no name', async () => {
      const csv = await file(meg)
      const [head, ...rows] = csv.trim().split('\r\n')
      assert.equal(head, 'child,person,standing,from,until,chosen_by_child')
      const cells = rows.map((row) => row.split(','))
      assert.ok(cells.some((c) => c[2] === 'key_worker' && c[3] === '2026-01-05' && c[5] === 'no'))
      assert.ok(cells.some((c) => c[2] === 'trusted_adult' && c[4] !== '' && c[5] === 'yes'))
      for (const [one, other] of cells) {
        assert.match(`${one} ${other}`, /^[0-9a-f]{16} [0-9a-f]{16}$/)
      }
      assert.doesNotMatch(csv, /Kit|Ada|Gus|Sol/)
      assert.equal(csv.includes(child), false)
      assert.equal(await file(meg), csv, 'the same pseudonyms each time')
    })

    it('is a manager’s own organisation or team, under pseudonyms of its own, and recorded', async () => {
      assert.equal((await file(hal)).trim().split('\r\n').length, 1)
      const [, mine] = (await file(meg)).split('\r\n')
      assert.doesNotMatch(await file(mia), new RegExp(mine?.slice(0, 16) ?? 'x'))
      assert.equal((await w.get(ada, '/continuity/file')).statusCode, 403)
      const none = await w.acting(ada, (tx) => sql`select from waymark.continuity()`.execute(tx))
      assert.equal(none.rows.length, 0)
      const key = w.acting(meg, (tx) => sql`select * from waymark.pseudonym_key`.execute(tx))
      await assert.rejects(key, /permission denied/)
      const taken = await w.db
        .selectFrom('waymark.audit_entry')
        .select('detail')
        .where('action', '=', 'continuity.download')
        .where('actor_id', '=', meg.id)
        .execute()
      assert.ok(taken.length > 0)
    })
  })
})
