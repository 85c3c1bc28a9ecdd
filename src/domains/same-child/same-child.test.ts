import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { refreshKeys } from '#domains/children/index.ts'
import { aChild } from '#tests/support/builders.ts'
import {
  ada,
  ann,
  ben,
  hal,
  ivy,
  kit,
  meg,
  mia,
  northmere,
  sys,
  type TestPerson,
} from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { compareDue } from './index.ts'

type Wanted = NonNullable<Parameters<typeof aChild>[1]>
const REASON = 'One photo, two papers'

describe('the same child in two records', () => {
  let w: World
  before(async () => {
    w = await world()
  })

  const known = async (knownAs: string, wanted: Wanted = {}): Promise<ChildId> => {
    const child = await aChild(w, { knownAs, ...wanted })
    await w.acting(meg, (tx) => refreshKeys(tx, child))
    return child
  }
  const compare = () => {
    const now = () => new Date()
    const acts = { id: sys.id, organisationId: northmere }
    return compareDue(w.web, acts, { now, until: new Date(Date.now() + 60_000) })
  }
  /** Two records of one invented child, compared by the service; gives the pair's page from the first. */
  const aPair = async (mark: string, one: Wanted = {}, two: Wanted = {}) => {
    const first = await known(`Zxenab ${mark} Qorbani`, { bornOn: '2009-03-12', ...one })
    const second = await known(`Qorbani ${mark} Zxenab`, { bornOn: '2009-12-03', ...two })
    await compare()
    const row = await w.db
      .selectFrom('waymark.same_child_pair')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb.and([eb('one_id', '=', first), eb('two_id', '=', second)]),
          eb.and([eb('one_id', '=', second), eb('two_id', '=', first)]),
        ]),
      )
      .executeTakeFirstOrThrow()
    const here = `/children/${first}/same-child/${row.id}`
    return {
      first,
      second,
      id: row.id,
      here,
      from: (child: ChildId) => `/children/${child}/same-child/${row.id}`,
    }
  }
  const versionAt = async (who: TestPerson, url: string) => {
    const { payload } = await w.get(who, url)
    return /name="version" value="(\d+)"/.exec(payload)?.[1] ?? ''
  }
  const said = async (who: TestPerson, url: string, fields: Record<string, string>) =>
    w.post(who, url, { reason: REASON, version: await versionAt(who, url), ...fields })
  const standing = async (id: string) =>
    (
      await w.db
        .selectFrom('waymark.same_child_pair')
        .select('standing')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).standing

  it('finds a child in another script, with day and month swapped, while a new record is written', async () => {
    const there = await known('عبد الرحمن محمد', { bornOn: '2008-11-04' })
    const typed = { knownAs: 'Mohammed Abdulrahman', day: '11', month: '4', year: '2008' }
    for (const [url, more] of [
      ['/children/new', { act: 'look' }],
      ['/children/new/meanwhile', {}],
    ] as const) {
      const { payload, statusCode } = await w.post(ada, url, { ...typed, ...more })
      assert.equal(statusCode, 200)
      assert.match(payload, new RegExp(`href="/children/${there}"`), url)
      assert.match(payload, /day and month swapped/)
      assert.match(payload, /speaks for one child/)
    }
  })

  it('looks by a telephone and a place, and keeps neither', async () => {
    const there = await known('Ylva Østby', { bornOn: '2010-05-06' })
    await sql`insert into waymark.contact_way (child_id, channel, address, given_by) values (${there}, 'text', '07700 900 456', 'staff')`.execute(
      w.db,
    )
    const form = { knownAs: 'Pip', lookByPhone: '+44 7700 900456', lookByPlace: 'Hill College' }
    const { payload } = await w.post(ada, '/children/new', { ...form, act: 'look' })
    assert.match(payload, new RegExp(`href="/children/${there}"`))
    assert.match(payload, /Telephone: the same number/)
    const opened = await w.post(ada, '/children/new', { ...form, act: 'open', noneOfThese: 'yes' })
    assert.equal(opened.statusCode, 303)
    const id = String(opened.headers.location).replace('/children/', '')
    const ways = await w.db
      .selectFrom('waymark.contact_way')
      .select('id')
      .where('child_id', '=', id)
      .execute()
    assert.deepEqual(ways, [])
  })

  it('compares a new record with those its writer cannot open, and tells them nothing', async () => {
    const hidden = await known('Trwnq Vuksani', { bornOn: '2009-06-21', allocatedTo: ben })
    const form = { knownAs: 'Trwnq Vuksani', day: '21', month: '6', year: '2009' }
    const looked = await w.post(ada, '/children/new', { ...form, act: 'look' })
    assert.match(looked.payload, /Nobody like them among the records you can open/)
    assert.doesNotMatch(looked.payload, new RegExp(hidden))
    const opened = await w.post(ada, '/children/new', { ...form, act: 'open' })
    const id = String(opened.headers.location).replace('/children/', '')
    assert.ok((await compare()) >= 1)
    const mine = (await w.get(ada, `/children/${id}/same-child`)).payload
    assert.match(mine, /No other record that you can open waits/)
    assert.doesNotMatch(mine, new RegExp(hidden))
    assert.doesNotMatch((await w.get(ada, '/same-child')).payload, /Vuksani/)
    assert.match((await w.get(meg, '/same-child')).payload, /Trwnq Vuksani and Trwnq Vuksani/)
  })

  it('shows a pair to whoever reaches both records, and is not there for anybody else', async () => {
    const { here, from, second } = await aPair('Miqe', {}, { allocatedTo: [ada, ben] })
    for (const person of [ada, meg, ivy]) {
      const { payload, statusCode } = await w.get(person, here)
      assert.equal(statusCode, 200, person.name)
      assert.match(payload, /Zxenab Miqe Qorbani[\s\S]*Qorbani Miqe Zxenab/)
      assert.match(payload, /day and month swapped/)
      assert.match(payload, /The same as a table/)
    }
    assert.equal((await w.get(ada, from(second))).statusCode, 200)
    for (const person of [ben, hal, mia]) {
      for (const url of [here, from(second)])
        assert.equal((await w.get(person, url)).statusCode, 404, person.name)
      assert.doesNotMatch((await w.get(person, '/same-child')).payload, /\bMiqe\b/)
    }
    for (const person of [ann, kit]) assert.equal((await w.get(person, here)).statusCode, 403)
    assert.doesNotMatch((await w.get(ivy, here)).payload, /Say what it is</)
    assert.equal((await w.post(ivy, `${here}/decide`, { decision: 'same' })).statusCode, 403)
  })

  it('links by two people and not by one, and says so on both records', async () => {
    const { first, second, here, id } = await aPair('Wuli')
    assert.match((await w.get(ada, `/children/${first}`)).payload, /may be about the same child/)
    assert.equal((await said(ada, `${here}/decide`, { decision: 'same' })).statusCode, 303)
    assert.equal(await standing(id), 'proposed')
    assert.match((await w.get(ada, here)).payload, /Somebody else answers/)
    const own = await said(ada, `${here}/answer`, { answer: 'agreed' })
    assert.equal(own.statusCode, 422)
    assert.match(own.payload, /somebody else must answer/)
    assert.equal(await standing(id), 'proposed')
    assert.equal((await said(meg, `${here}/answer`, { answer: 'agreed' })).statusCode, 303)
    assert.equal(await standing(id), 'same')
    const names = { [first]: 'Qorbani Wuli Zxenab', [second]: 'Zxenab Wuli Qorbani' }
    for (const [child, other] of Object.entries(names)) {
      const { payload } = await w.get(ada, `/children/${child}`)
      assert.match(
        payload,
        new RegExp(`Another record here is about the same child[\\s\\S]{0,200}${other}`),
      )
    }
  })

  it('cannot be linked by one person in the database either, nor out of order, nor by who reaches one', async () => {
    const { here, id } = await aPair('Gosh')
    const act = (who: TestPerson, kind: string, version: number) =>
      w.acting(who, (tx) =>
        sql`insert into waymark.same_child_act (pair_id, act, reason, at, pair_version) values (${id}, ${kind}, 'x', now(), ${version})`.execute(
          tx,
        ),
      )
    const refused = (constraint: string) => (error: unknown) =>
      error instanceof Error && 'constraint' in error && error.constraint === constraint
    await assert.rejects(act(ada, 'agreed', 1), refused('acts_in_order'))
    await assert.rejects(act(ada, 'same', 7), refused('pair_changed'))
    await assert.rejects(act(hal, 'same', 1))
    await act(ada, 'same', 1)
    await assert.rejects(act(ada, 'agreed', 2), refused('a_second_person_answers'))
    await assert.rejects(
      w.acting(ada, (tx) =>
        sql`update waymark.same_child_pair set standing = 'same' where id = ${id}`.execute(tx),
      ),
    )
    assert.equal((await w.get(ada, here)).statusCode, 200)
  })

  it('takes a link back, and loses no record and no word of what was said', async () => {
    const { first, second, here, id } = await aPair('Pavo')
    await said(ada, `${here}/decide`, { decision: 'same' })
    await said(meg, `${here}/answer`, { answer: 'agreed' })
    const back = await said(ada, `${here}/take-back`, { reason: 'They are cousins' })
    assert.equal(back.statusCode, 303)
    assert.equal(await standing(id), 'open')
    const { payload } = await w.get(ada, here)
    assert.match(
      payload,
      /They are cousins[\s\S]*agreed, as the second person[\s\S]*One photo, two papers/,
    )
    for (const child of [first, second])
      assert.equal((await w.get(ada, `/children/${child}`)).statusCode, 200)
    const steps = await w.db
      .selectFrom('waymark.same_child_act')
      .select(['steps', 'weight'])
      .where('pair_id', '=', id)
      .execute()
    assert.ok(steps.length === 3 && steps.every((s) => s.steps !== null && s.weight !== null))
  })

  it('shows what somebody else said meanwhile, and keeps what was typed', async () => {
    const { here, id } = await aPair('Tosk')
    const version = await versionAt(ada, `${here}/decide`)
    await said(meg, `${here}/decide`, { decision: 'cannot_say', reason: 'Ask the school' })
    const late = await w.post(ada, `${here}/decide`, {
      decision: 'not_same',
      reason: 'My own words',
      version,
    })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was lost[\s\S]*Ask the school[\s\S]*My own words/)
    assert.equal(await standing(id), 'cannot_say')
  })

  it('asks again in plain words when something is left out', async () => {
    const { here } = await aPair('Vemb')
    const none = await said(ada, `${here}/decide`, { reason: '' })
    assert.equal(none.statusCode, 422)
    assert.match(none.payload, /Choose what it is[\s\S]*Enter your reasons/)
    const long = await said(ada, `${here}/decide`, { decision: 'same', reason: 'x'.repeat(2001) })
    assert.match(long.payload, /2,000 characters or fewer/)
  })

  it('writes both children into the trail, in one transaction', async () => {
    const { first, second, here } = await aPair('Lumo')
    await said(ada, `${here}/decide`, { decision: 'not_same' })
    const { rows } = await sql<{ child_id: string; action: string }>`
      select child_id, action from waymark.audit_entry where child_id in (${first}, ${second}) and action = 'same-child.decide'`.execute(
      w.db,
    )
    assert.deepEqual(rows.map((r) => r.child_id).toSorted(), [first, second].toSorted())
    await w.get(ada, here)
    const seen = await sql<{ child_id: string }>`
      select distinct child_id from waymark.audit_entry where child_id in (${first}, ${second}) and action = 'same-child.see-pair'`.execute(
      w.db,
    )
    assert.equal(seen.rows.length, 2)
  })

  it('hands a pair only to somebody who can open both', async () => {
    const { here, id, first } = await aPair('Hrun', {}, { allocatedTo: [ada, ben] })
    const form = (await w.get(ada, `${here}/hand-over`)).payload
    assert.match(form, /Meg Manager/)
    assert.doesNotMatch(form, /Ben Worker|Hal Manager/)
    const wrong = await said(ada, `${here}/hand-over`, { to: ben.id })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /can open both records/)
    assert.equal((await said(ada, `${here}/hand-over`, { to: meg.id })).statusCode, 303)
    assert.equal(await standing(id), 'open')
    assert.match((await w.get(meg, '/same-child')).payload, /You were asked to decide[\s\S]*Hrun/)
    assert.match((await w.get(meg, '/my-day')).payload, /You were asked whether the record of/)
    assert.ok(first)
  })

  it('tells whoever reaches only one record that the other is there, and whom to ask', async () => {
    const { first, second, here } = await aPair('Dwyn', {}, { allocatedTo: [ada, ben] })
    await said(ada, `${here}/decide`, { decision: 'same' })
    await said(meg, `${here}/answer`, { answer: 'agreed' })
    for (const url of [`/children/${second}`, `/children/${second}/same-child`]) {
      const { payload } = await w.get(ben, url)
      assert.match(payload, /You cannot open it[\s\S]{0,60}Meg Manager/i)
      assert.doesNotMatch(payload, new RegExp(`${first}|Zxenab Dwyn`))
    }
    const { rows } = await w.acting(hal, (tx) =>
      sql`select * from waymark.linked_elsewhere(${second})`.execute(tx),
    )
    assert.deepEqual(rows, [])
  })

  it('weighs a pair again when a record changes, and shows it again when much more is known', async () => {
    const { first, second, here, id } = await aPair('Sero')
    await said(ada, `${here}/decide`, { decision: 'not_same' })
    for (const child of [first, second])
      await sql`insert into waymark.contact_way (child_id, channel, address, given_by) values (${child}, 'call', '07700 900777', 'staff')`.execute(
        w.db,
      )
    for (const child of [first, second]) await w.post(ada, `/children/${child}/same-child/again`)
    await compare()
    assert.equal(await standing(id), 'not_same')
    assert.match(
      (await w.get(ada, '/same-child')).payload,
      /More is known since somebody spoke[\s\S]*Sero/,
    )
    assert.match((await w.get(ada, here)).payload, /More has become known since/)
  })

  it('compares a record again for whoever reaches it, and does nothing for anybody else', async () => {
    const child = await known('Only Mine')
    await compare()
    const due = async () =>
      (
        await sql`select from waymark.matching_due where child_id = ${child} and done_at is null`.execute(
          w.db,
        )
      ).rows.length
    assert.equal((await w.post(ben, `/children/${child}/same-child/again`)).statusCode, 404)
    await w.acting(ben, (tx) => sql`select waymark.compare_again(${child})`.execute(tx))
    assert.equal(await due(), 0)
    assert.equal((await w.post(ada, `/children/${child}/same-child/again`)).statusCode, 303)
    assert.equal(await due(), 1)
  })
})
