import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { aCheckIn } from '#tests/support/check-ins.ts'
import { ada, kit } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const LINE = /Say how safe things are/
const ASKED = /Nobody has asked Kit how safe things are|Nobody has asked <bdi>Kit<\/bdi> how safe/

describe('saying how safe things are, while turning adult', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:00:00Z'))
    await loadProvisionalSet(w.db)
    child = await aChild(w, { knownAs: 'Kit', account: kit, bornOn: '2010-11-25' })
  })
  const offeredOn = async (day: string) => {
    w.setClock(new Date(`${day}T12:00:00Z`))
    const own = LINE.test((await w.get(kit, '/me')).payload)
    const staff = ASKED.test((await w.get(ada, `/children/${child}`)).payload)
    return { own, staff }
  }

  it('is offered from 16 to 21 by any claim, and not before or after', async () => {
    assert.deepEqual(await offeredOn('2026-11-24'), { own: false, staff: false })
    assert.deepEqual(await offeredOn('2026-11-25'), { own: true, staff: true })
    assert.deepEqual(await offeredOn('2032-11-24'), { own: true, staff: true })
    assert.deepEqual(await offeredOn('2032-11-25'), { own: false, staff: false })
    await w.db
      .insertInto('waymark.date_of_birth_claim')
      .values({
        child_id: child,
        earliest: '2012-01-01',
        latest: '2012-12-31',
        precision: 'year',
        source: 'document',
      })
      .execute()
    assert.deepEqual(await offeredOn('2032-11-25'), { own: true, staff: true })
  })

  it('begins a check-in with just those two', async () => {
    w.setClock(new Date('2027-01-05T12:00:00Z'))
    assert.match((await w.get(kit, '/me/safe')).payload, /Who/)
    const begun = await w.post(kit, '/me/safe', { language: 'en' })
    const at = String(begun.headers['location'])
    assert.match(at, /\/me\/check-in\/[0-9a-f-]+\/about\/safe$/)
    const rows = await w.db
      .selectFrom('waymark.check_in as i')
      .innerJoin('waymark.outcome as o', (j) => j.on((e) => e('o.id', '=', e.fn.any('i.chosen'))))
      .select(['i.id', 'o.code'])
      .where('i.child_id', '=', child)
      .execute()
    assert.deepEqual(rows.map((r) => r.code).toSorted(), ['feel-safe', 'safe'])
  })

  it('goes on with what was begun, and loses nothing of it', async () => {
    const [draft] = await w.db
      .selectFrom('waymark.check_in')
      .select('id')
      .where('child_id', '=', child)
      .execute()
    await w.post(kit, `/me/check-in/${draft?.id}/choose`, { matters: ['health'] })
    await w.post(kit, '/me/safe', { language: 'en' })
    const all = await w.db
      .selectFrom('waymark.check_in')
      .select(['id', 'chosen'])
      .where('child_id', '=', child)
      .execute()
    assert.equal(all.length, 1)
    assert.equal(all[0]?.chosen.length, 3)
  })

  it('is shown to staff again when it was long ago, by the number of days that is set', async () => {
    await aCheckIn(w, child, {
      at: new Date('2027-01-10T09:00:00Z'),
      answers: { safe: { state: 'mostly' }, 'feel-safe': { state: 'not_at_all' } },
    })
    assert.equal((await offeredOn('2027-02-01')).staff, false)
    assert.equal((await offeredOn('2027-03-11')).staff, true)
    const { payload } = await w.get(ada, `/children/${child}`)
    assert.match(payload, /how safe things are since 10 January 2027/)
    await w.db
      .insertInto('waymark.safety_asking')
      .values({ from_day: '2027-03-01', days: 100, why: 'Set in a test' })
      .execute()
    assert.equal((await offeredOn('2027-03-11')).staff, false)
  })

  it('stands side by side on the picture, and marks where the two are not the same', async () => {
    await aCheckIn(w, child, {
      at: new Date('2027-02-10T09:00:00Z'),
      answers: { safe: { state: 'a_little' }, 'feel-safe': { state: 'a_little' } },
    })
    await aCheckIn(w, child, {
      at: new Date('2027-02-20T09:00:00Z'),
      answers: { safe: { state: 'a_little' }, 'feel-safe': { reason: 'skipped' } },
    })
    const rowsIn = (payload: string) => {
      const from = payload.indexOf('id="safe-beside"')
      const part = payload.slice(from, payload.indexOf('</section>', from))
      return part
        .split('<tr')
        .slice(2)
        .map((row) => row.replaceAll(/<[^>]+>/g, '|').replaceAll(/[\s|]*\|[\s|]*/g, '|'))
    }
    const [first, second, third] = rowsIn((await w.get(kit, '/me/picture')).payload)
    assert.match(first ?? '', /10 January.*\|Mostly\|Not at all\|These two are not the same/)
    assert.match(second ?? '', /10 February.*\|The same/)
    assert.match(third ?? '', /20 February.*\|Only one was answered/)
    const [staff] = rowsIn((await w.get(ada, `/children/${child}/picture`)).payload)
    assert.match(staff ?? '', /10 January 2027.*\|Mostly\|Not at all\|These two are not the same/)
  })

  it('is not on a picture where only one of them was ever answered', async () => {
    const other = await aChild(w, { knownAs: 'Noor' })
    await aCheckIn(w, other, { answers: { safe: { state: 'mostly' } } })
    const { payload } = await w.get(ada, `/children/${other}/picture`)
    assert.doesNotMatch(payload, /safe-beside/)
  })
})
