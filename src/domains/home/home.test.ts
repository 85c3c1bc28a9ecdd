import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, ivy, kit, meg } from '#tests/support/people.ts'
import { world, type Fields, type World } from '#tests/support/world.ts'
import { aPlace, dayIn, livesIn, moveOf } from './home.fixture.ts'

const CHECK: Fields = {
  ...dayIn('onDay', '2026-11-10'),
  seenAlone: 'yes',
  viewWords: 'Tôi thích phòng của tôi. <b>',
  viewLanguage: 'vi',
  viewSaidBy: 'child',
  own_room: 'yes',
  lock: 'no',
  phone: 'in_part',
  wash: 'yes',
  visitors: 'not_told',
  access: 'not_for_them',
  adults: 'yes',
  night: 'sleeping_in',
  found: 'right_if',
  why: 'The door has no lock.',
  putRight: 'The carer puts a lock on the door.',
  ...dayIn('putRightBy', '2026-11-30'),
}
const ADULT: Fields = {
  who: 'The other lodger',
  relation: 'unrelated',
  shares: ['bathroom', 'kitchen'],
  checked: 'not_known',
  ...dayIn('sinceOn', '2026-11-01'),
}

describe('where a child lives', () => {
  let w: World
  let child: ChildId
  const clocks = async (of: ChildId) => {
    const { rows } = await sql<{ rule: string; state: string; on: string }>`
      select rule, state, (started_at at time zone 'Europe/London')::date::text as on from waymark.clock
      where child_id = ${of} order by started_at, rule`.execute(w.db)
    return rows.map((r) => `${r.rule} ${r.state} ${r.on}`)
  }

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:00:00Z'))
    child = await aChild(w, { account: kit, allocatedTo: ada, knownAs: 'Kit' })
    await w.db
      .insertInto('waymark.child_language')
      .values({ child_id: child, language: 'vi' })
      .execute()
  })

  it('asks in plain words for what is lacking, and keeps what was typed', async () => {
    const url = `/children/${child}/home/move`
    assert.match((await w.get(ada, url)).payload, /Where they live from now/)
    const res = await w.post(ada, url, { version: '0', whyHere: '<b>Near</b>' })
    assert.equal(res.statusCode, 422)
    for (const text of [/Choose which home/, /Choose on what footing/, /Enter since which day/]) {
      assert.match(res.payload, text)
    }
    assert.match(res.payload, /&lt;b&gt;Near/)
    const ahead = await w.post(
      ada,
      url,
      moveOf('not-listed', '2027-01-01', { kind: 'parents', called: 'Mum' }),
    )
    assert.match(ahead.payload, /Enter a day that is 25 November 2026 or earlier/)
  })

  it('is one home after another, and what is owed there follows the move', async () => {
    const first = await aPlace(w, { called: 'The Hill house' })
    await livesIn(w, ada, child, first.id, '2026-10-01')
    assert.deepEqual(await clocks(child), ['care.visit-first running 2026-10-01'])
    const other = moveOf('not-listed', '2026-11-03', {
      version: '1',
      kind: 'family_or_friends',
      called: 'With her aunt',
      endedWhy: 'their_wish',
    })
    assert.equal((await w.post(ada, `/children/${child}/home/move`, other)).statusCode, 303)
    assert.deepEqual(await clocks(child), [
      'care.visit-first no_longer_owed 2026-10-01',
      'care.visit-first running 2026-11-03',
    ])
    const { payload } = await w.get(ada, `/children/${child}/home`)
    assert.match(payload, /With her aunt[\s\S]*The Hill house/)
    assert.match(payload, /1 October 2026 to 3 November 2026\. They wished to move/)
  })

  it('shows what somebody else saved meanwhile, and moves nobody twice', async () => {
    const place = await aPlace(w, { called: 'Another' })
    const late = moveOf(place.id, '2026-11-20', { version: '1', endedWhy: 'planned' })
    await w.db
      .updateTable('waymark.home_stay')
      .set({ same_carers: true })
      .where('child_id', '=', child)
      .where('ended_on', 'is', null)
      .execute()
    const res = await w.post(ada, `/children/${child}/home/move`, late)
    assert.equal(res.statusCode, 409)
    assert.match(res.payload, /Nothing was lost[\s\S]*With her aunt/)
    assert.match(res.payload, /Near college/)
  })

  it('counts a move that the council’s return tells too as one', async () => {
    const other = await aChild(w, { knownAs: 'Noor' })
    const { id } = await aPlace(w, { called: 'First' })
    const next = await aPlace(w, { called: 'Second' })
    await livesIn(w, ada, other, id, '2026-03-01')
    const move = moveOf(next.id, '2026-09-01', { version: '1', endedWhy: 'planned' })
    assert.equal((await w.post(ada, `/children/${other}/home/move`, move)).statusCode, 303)
    for (const [began, ended, because] of [
      ['2026-03-02', '2026-09-10', 'S'],
      ['2026-09-10', null, 'P'],
    ] as const) {
      await w.db
        .insertInto('waymark.care_episode')
        .values({
          child_id: other,
          organisation_id: ada.organisationId,
          began_on: began,
          ended_on: ended,
          began_because: because,
          placement: 'U4',
          said_in: 2026,
        })
        .execute()
    }
    const { payload } = await w.get(ada, `/children/${other}/home`)
    assert.match(payload, /Moves to another home from 25 November 2025 to 25 November 2026: 1\./)
    assert.match(payload, /What the council told/)
  })

  it('is corrected with what stood before kept, and a home written in error is no move', async () => {
    const other = await aChild(w, { knownAs: 'Tesfay' })
    const { id } = await aPlace(w, { called: 'Wrong' })
    const stay = await livesIn(w, ada, other, id, '2026-10-01')
    const url = `/children/${other}/home/${stay}/change`
    const days = dayIn('beganOn', '2026-10-05')
    const half = await w.post(ada, url, {
      version: '1',
      ...days,
      ...dayIn('endedOn', '2026-11-01'),
    })
    assert.match(half.payload, /Choose why it ended/)
    assert.equal((await w.post(ada, url, { version: '1', ...days })).statusCode, 303)
    assert.deepEqual(await clocks(other), ['care.visit-first running 2026-10-05'])
    const error = { version: '2', ...days, notSoBecause: 'Another child was meant' }
    assert.equal((await w.post(ada, url, error)).statusCode, 303)
    assert.deepEqual(await clocks(other), ['care.visit-first no_longer_owed 2026-10-05'])
    const page = (await w.get(ada, `/children/${other}/home`)).payload
    assert.match(page, /Not so:[\s\S]*Another child was meant/)
    assert.match(page, /Nobody has written down where they live now/)
    const stale = await w.post(ada, url, { version: '1', ...days })
    assert.equal(stale.statusCode, 409)
  })
})

describe('whether a home is right for a child', () => {
  let w: World
  let child: ChildId
  let stay: string
  let at: string

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:00:00Z'))
    child = await aChild(w, { account: kit, allocatedTo: ada, knownAs: 'Kit' })
    await w.db
      .insertInto('waymark.child_language')
      .values({ child_id: child, language: 'vi' })
      .execute()
    const place = await aPlace(w)
    stay = await livesIn(w, ada, child, place.id)
    at = `/children/${child}/home`
  })

  it('is not found without their view or the reason why there is none', async () => {
    const { viewWords: _words, viewLanguage: _language, ...none } = CHECK
    const res = await w.post(ada, `${at}/${stay}/check`, none)
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Write what they say, or choose why there are no words of theirs/)
    const both = await w.post(ada, `${at}/${stay}/check`, { ...CHECK, noView: 'said_no' })
    assert.match(both.payload, /choose no reason why there are none/)
    const { putRight: _put, ...unmended } = CHECK
    const lacking = await w.post(ada, `${at}/${stay}/check`, unmended)
    assert.match(lacking.payload, /Enter what is put right, and who does it/)
  })

  it('keeps their words as they were said, first, and counts nothing together', async () => {
    assert.equal((await w.post(ada, `${at}/${stay}/check`, CHECK)).statusCode, 303)
    const { payload } = await w.get(ada, at)
    assert.match(payload, /lang="vi">Tôi thích phòng của tôi\. &lt;b&gt;/)
    assert.match(payload, /Tôi thích[\s\S]*Right for them, once something is put right/)
    assert.match(payload, /The door has no lock/)
    assert.doesNotMatch(payload, /\d+ (?:of|out of) 7|\d+ ?%|score/i)
  })

  it('being seen there alone is done, and the next time is owed from that day', async () => {
    const { rows } = await sql<{ rule: string; state: string }>`
      select rule, state from waymark.clock where child_id = ${child} order by rule`.execute(w.db)
    assert.deepEqual(
      rows.map((r) => `${r.rule} ${r.state}`),
      ['care.visit-first done', 'care.visit-next running'],
    )
  })

  it('shows an adult not related to them on their page and on the manager’s day, until a manager has looked, and again', async () => {
    assert.equal((await w.post(ada, `${at}/${stay}/adults/add`, ADULT)).statusCode, 303)
    const page = (await w.get(ada, at)).payload
    assert.match(page, /shares a home with an adult who is not known to be related/)
    assert.match(page, /No manager has looked at this yet/)
    for (const [who, day] of [
      [ada, '/my-day'],
      [meg, '/team-day'],
      [ada, `/children/${child}`],
    ] as const) {
      assert.match((await w.get(who, day)).payload, /[Ss]hares a home with an adult/, day)
    }
    const { id } = await w.db
      .selectFrom('waymark.home_adult')
      .select('id')
      .where('child_id', '=', child)
      .executeTakeFirstOrThrow()
    const answer = `${at}/adults/${id}/answer`
    assert.equal((await w.get(ada, answer)).statusCode, 403)
    const far = { decided: 'stays_for_now', why: 'A lock.', ...dayIn('again', '2027-11-25') }
    assert.match((await w.post(meg, answer, far)).payload, /or earlier/)
    const decided = { ...far, ...dayIn('again', '2026-12-20') }
    assert.equal((await w.post(meg, answer, decided)).statusCode, 303)
    assert.doesNotMatch((await w.get(meg, '/team-day')).payload, /Shares a home with an adult/)
    assert.match((await w.get(ada, at)).payload, /shares a home[\s\S]*Meg Manager looked on/)
    w.setClock(new Date('2026-12-20T10:00:00Z'))
    assert.match((await w.get(meg, '/team-day')).payload, /Shares a home with an adult/)
    const gone = { ...ADULT, version: '1', ...dayIn('untilOn', '2026-12-19') }
    assert.equal((await w.post(ada, `${at}/adults/${id}/change`, gone)).statusCode, 303)
    assert.doesNotMatch((await w.get(ada, at)).payload, /shares a home with an adult who/)
    assert.equal((await w.get(meg, answer)).statusCode, 404)
    w.setClock(new Date('2026-11-25T10:00:00Z'))
  })

  it('lets only managers answer, in the database too', async () => {
    const { id } = await w.db
      .selectFrom('waymark.home_adult')
      .select('id')
      .where('child_id', '=', child)
      .executeTakeFirstOrThrow()
    const insert = (who: typeof ada) =>
      w.acting(who, (tx) =>
        sql`insert into waymark.home_adult_answer (child_id, adult_id, decided, why, again_on, answered_on)
          values (${child}, ${id}, 'stays_for_now', 'x', '2026-12-01', '2026-11-25')`.execute(tx),
      )
    await assert.rejects(insert(ada), /row-level security/)
    await insert(meg)
  })

  it('keeps where it is from everybody who does not stand beside them now or manage', async () => {
    const url = `${at}/${stay}/address`
    const kept = await w.post(ada, url, { version: '0', address: '1 Hidden Lane' })
    assert.equal(kept.statusCode, 303)
    assert.match((await w.get(ada, url)).payload, /1 Hidden Lane/)
    assert.doesNotMatch((await w.get(ada, at)).payload, /Hidden Lane/)
    assert.equal((await w.get(ivy, url)).statusCode, 403)
    assert.equal((await w.get(ben, url)).statusCode, 404)
    const changed = { version: '1', address: '2 Hidden Lane' }
    assert.equal((await w.post(ada, url, changed)).statusCode, 303)
    for (const who of [ivy, kit, ben]) {
      const found = await w.acting(who, (tx) =>
        sql<{
          n: number
        }>`select (select count(*) from waymark.home_address) + (select count(*) from waymark.row_history
          where table_name = 'home_address') as n`.execute(tx),
      )
      assert.equal(Number(found.rows[0]?.n), 0, who.name)
    }
    assert.doesNotMatch((await w.get(ivy, `/children/${child}/history`)).payload, /Hidden Lane/)
  })

  it('is not there for a worker out of reach, and nothing of it opens on a young person’s account', async () => {
    for (const page of [at, `${at}/move`, `${at}/${stay}/check`]) {
      assert.equal((await w.get(ben, page)).statusCode, 404, page)
      assert.equal((await w.get(ann, page)).statusCode, 403, page)
    }
    const seen = await w.acting(kit, (tx) =>
      sql<{
        n: number
      }>`select (select count(*) from waymark.home_check) + (select count(*) from waymark.home_adult) as n`.execute(
        tx,
      ),
    )
    assert.equal(Number(seen.rows[0]?.n), 0)
  })
})
