import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { reported } from '../missing.fixture.ts'

/** Turning 18 on the day before the clock of these tests. */
const OF_AGE = '2008-11-20'
const CLOSE = { because: 'turned_eighteen', reason: 'They are 18 now', goesOn: 'The police' }
const AGREE = { answer: 'agreed', reason: 'I spoke to them' }

describe('a search closed because they turned 18', () => {
  let w: World
  const searchFor = async (bornOn?: string) => {
    const child = await aChild(w, { allocatedTo: [ada, ben], ...(bornOn ? { bornOn } : {}) })
    return { child, at: await reported(w, ada, child) }
  }
  const claim = (child: ChildId, latest: string) =>
    sql`insert into waymark.date_of_birth_claim (child_id, earliest, latest, precision, source)
      values (${child}, ${latest}, ${latest}, 'day', 'document')`.execute(w.db)
  const isOpen = async (child: ChildId) =>
    (
      await sql`select from waymark.missing_episode where child_id = ${child} and ended_at is null`.execute(
        w.db,
      )
    ).rows.length === 1
  const propose = (child: ChildId, because = 'turned_eighteen') =>
    sql`insert into waymark.missing_closing (child_id, episode_id, because, reason, goes_on, proposed_by, proposed_at)
      select ${child}, e.id, ${because}, 'x', 'y', ${ada.id}, '2026-11-21T10:30Z' from waymark.missing_episode e
      where e.child_id = ${child}`.execute(w.db)
  const agree = (child: ChildId, answer = 'agreed') =>
    sql`update waymark.missing_closing set answer = ${answer}, answer_reason = 'x', answered_by = ${ben.id},
      answered_at = '2026-11-21T10:30Z' where child_id = ${child} and answer is null`.execute(w.db)
  const refused = (error: unknown) =>
    error instanceof Error && 'constraint' in error && error.constraint === 'of_age_by_every_claim'

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-21T10:30:00Z'))
  })

  it('is closed on and after the day they turn 18 by every claim', async () => {
    for (const bornOn of [OF_AGE, '2008-11-21']) {
      const { child, at } = await searchFor(bornOn)
      assert.equal((await w.post(ada, `${at}/close`, CLOSE)).statusCode, 303)
      assert.equal((await w.post(ben, `${at}/close-answer`, AGREE)).statusCode, 303)
      assert.equal(await isOpen(child), false)
    }
  })

  for (const [what, bornOn] of [
    ['a day before they turn 18', '2008-11-22'],
    ['while nothing is known of their age', undefined],
  ] as const) {
    it(`is not proposed ${what}, by the page nor past it`, async () => {
      const { child, at } = await searchFor(bornOn)
      const res = await w.post(ada, `${at}/close`, CLOSE)
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /may be under 18[\s\S]*They are 18 now/)
      await assert.rejects(propose(child), refused)
      await propose(child, 'died')
      await agree(child)
    })
  }

  it('is not proposed while one claim of several says that they may be younger', async () => {
    const { child } = await searchFor(OF_AGE)
    await claim(child, '2009-01-01')
    await assert.rejects(propose(child), refused)
    await sql`update waymark.date_of_birth_claim set ended_at = now() where child_id = ${child} and latest = '2009-01-01'`.execute(
      w.db,
    )
    await propose(child)
  })

  it('is not agreed to when a claim came in since, and goes on; what was typed stays', async () => {
    const { child, at } = await searchFor(OF_AGE)
    await w.post(ada, `${at}/close`, CLOSE)
    await claim(child, '2009-01-01')
    const res = await w.post(ben, `${at}/close-answer`, AGREE)
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /may be under 18[\s\S]*I spoke to them/)
    await assert.rejects(agree(child), refused)
    assert.ok(await isOpen(child))
    const no = { answer: 'not_agreed', reason: 'A document says 2009' }
    assert.equal((await w.post(ben, `${at}/close-answer`, no)).statusCode, 303)
    assert.ok(await isOpen(child))
  })
})
