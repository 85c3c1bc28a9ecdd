import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { clocksOf } from '#domains/clocks/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, ivy } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { someWorries } from '#tests/support/worries.ts'
import { moment, reported } from '../missing.fixture.ts'

const RULE = 'missing.return-interview'

describe('the conversation after coming back', () => {
  let w: World
  let child: ChildId
  let at: string
  const OFFER = {
    offered: 'yes',
    ...moment('offeredAt', '2026-11-22 09:00'),
    talkedWith: 'Sam from the club',
    chosen: 'they_chose',
    accepted: 'yes',
    version: '0',
  }
  const HELD = {
    ...OFFER,
    ...moment('heldAt', '2026-11-23 09:00'),
    independent: 'yes',
    privatePlace: 'yes',
    want: 'Tôi muốn ở gần bạn',
    language: 'vi',
    exploited: 'not_known',
    again: 'yes',
  }
  const owed = async (of: ChildId) =>
    (await w.acting(ada, (tx) => clocksOf(tx, of))).filter((c) => c.rule === RULE)
  const back = async () => {
    const of = await aChild(w, { allocatedTo: [ada, ben], knownAs: 'Robin' })
    const here = await reported(w, ada, of)
    const found = { ...moment('at', '2026-11-21 17:00'), where: 'At a friend’s' }
    assert.equal((await w.post(ada, `${here}/found`, found)).statusCode, 303)
    return { of, here }
  }

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-23T10:30:00Z'))
    const { of, here } = await back()
    child = of
    at = here
  })

  it('is only for somebody who is back', async () => {
    const gone = await aChild(w, { allocatedTo: ada })
    const here = await reported(w, ada, gone)
    assert.equal((await w.get(ada, `${here}/talk`)).statusCode, 404)
    assert.equal((await w.post(ada, `${here}/talk`, OFFER)).statusCode, 404)
  })

  it('stands on the board until it is offered', async () => {
    const board = async () => (await w.get(ada, '/missing')).payload
    assert.match(
      await board(),
      /nobody has offered to talk[\s\S]*Robin[\s\S]*Owed by 24 November 2026/,
    )
    assert.equal((await owed(child)).length, 1)
    const { version: _version, ...offer } = OFFER
    assert.equal((await w.post(ada, `${at}/talk`, { ...offer, version: '0' })).statusCode, 303)
    assert.equal((await owed(child)).length, 0)
    assert.match(await board(), /It was offered to everybody who is back/)
    const html = (await w.get(ada, at)).payload
    assert.match(html, /22 November 2026 at 9:00am, within 72 hours/)
    assert.match(html, /nobody has written it down yet/)
  })

  it('has a sentence for what contradicts, and keeps what was typed', async () => {
    const say = async (fields: object) => {
      const res = await w.post(ada, `${at}/talk`, { ...HELD, version: '1', ...fields })
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /Sam from the club/)
      return res.payload
    }
    assert.match(
      await say(moment('offeredAt', '2026-11-21 09:00')),
      /cannot have been offered before/,
    )
    assert.match(await say(moment('heldAt', '2026-11-21 20:00')), /held before it was offered/)
    assert.match(await say({ accepted: 'no' }), /It was held: then they took it up/)
    assert.match(await say({ want: '' }), /choose why there are none/)
    assert.match(await say({ offered: 'no' }), /Enter why it was not offered/)
    assert.match(await say({ language: 'not a language' }), /short code of the language/)
    const untold = { 'heldAt-day': '', 'heldAt-month': '', 'heldAt-year': '', heldAtTime: '' }
    assert.match(await say(untold), /since you wrote what was said/)
  })

  it('keeps their words with their language, and links what happened to them before', async () => {
    const { rows } = await sql<{ id: string }>`
      insert into waymark.exploitation_situation (child_id, what, goes_on, place) values (${child}, 'Made to work', 'not_known', 'uk') returning id`.execute(
      w.db,
    )
    const full = { ...HELD, version: '1', situation: rows[0]?.id ?? '' }
    assert.equal((await w.post(ada, `${at}/talk`, full)).statusCode, 303)
    const html = (await w.get(ivy, at)).payload
    assert.match(html, /lang="vi"[^>]*>Tôi muốn ở gần bạn/)
    assert.match(html, /Made to work/)
    const late = await w.post(ben, `${at}/talk`, { ...full, want: 'Gần hơn' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was lost[\s\S]*Tôi muốn ở gần bạn[\s\S]*Gần hơn/)
  })

  it('cannot be linked to what happened to another child', async () => {
    const other = await aChild(w, { allocatedTo: ada })
    const { situation } = await someWorries(w, other, ada, ben)
    const change = w.acting(ada, (tx) =>
      sql`update waymark.missing_return set situation_id = ${situation} where child_id = ${child}`.execute(
        tx,
      ),
    )
    await assert.rejects(change, /row-level security/)
  })

  it('stays owed while it is not offered, and not when it does not apply, with the reason', async () => {
    const { of, here } = await back()
    const no = { offered: 'no', because: 'Nobody independent is free', version: '0' }
    assert.equal((await w.post(ada, `${here}/talk`, no)).statusCode, 303)
    assert.equal((await owed(of)).length, 1)
    const none = { offered: 'not_applicable', because: 'They moved abroad that day', version: '1' }
    assert.equal((await w.post(ada, `${here}/talk`, none)).statusCode, 303)
    assert.equal((await owed(of)).length, 0)
    assert.match((await w.get(ada, here)).payload, /They moved abroad that day/)
  })
})
