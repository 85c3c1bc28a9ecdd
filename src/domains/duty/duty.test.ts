import assert from 'node:assert/strict'
import { before, beforeEach, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, ivy, joy, kit, meg, mia, sam } from '#tests/support/people.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { addSignalStep, askTheNext, findSignal, press } from './duty.queries.ts'

const pressedAt = new Date('2027-03-01T22:00:00Z')
const later = (minutes: number) => new Date(pressedAt.getTime() + minutes * 60 * 1000)

describe('somebody now', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit, allocatedTo: [ada] })
    const from = new Date('2026-01-01T00:00:00Z')
    const turn = (person: TestPerson, place: number) =>
      w.db
        .insertInto('waymark.duty_turn')
        .values({
          organisation_id: meg.organisationId,
          person_id: person.id,
          phone: `01632 96000${place}`,
          from_at: from,
          until_at: new Date('2026-01-20T00:00:00Z'),
          place,
          written_by: meg.id,
        })
        .execute()
    await turn(ben, 1)
    await turn(hal, 2)
    await w.db
      .updateTable('waymark.duty_turn')
      .set({
        from_at: new Date('2027-02-20T00:00:00Z'),
        until_at: new Date('2027-03-10T00:00:00Z'),
      })
      .execute()
    await w.db
      .insertInto('waymark.duty_fallback')
      .values({
        organisation_id: meg.organisationId,
        name: 'Out of hours',
        phone: '01632 960009',
        minutes: 10,
        from_at: from,
      })
      .execute()
  })

  beforeEach(async () => {
    await w.db
      .updateTable('waymark.somebody_now')
      .set({ state: 'ended' })
      .where('state', '<>', 'ended')
      .execute()
  })

  const pressed = (at = pressedAt) => w.acting(kit, (tx) => press(tx, child, at))
  const stand = async (id: string) =>
    w.db
      .selectFrom('waymark.somebody_now')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  const next = (person: TestPerson, at: Date) => w.acting(person, (tx) => askTheNext(tx, at))
  const asked = (id: string) =>
    w.db
      .selectFrom('waymark.somebody_now_step')
      .select(['to_name', 'to_phone'])
      .where('signal_id', '=', id)
      .where('kind', '=', 'asked')
      .orderBy('at')
      .execute()

  it('asks the first on the rota at once, and says who and on which number', async () => {
    const id = await pressed()
    assert.equal((await stand(id)).asked_id, ben.id)
    assert.deepEqual(await asked(id), [{ to_name: 'Ben Worker', to_phone: '01632 960001' }])
  })

  it('is one at a time, however often the button is pressed', async () => {
    const id = await pressed()
    assert.equal(await pressed(later(1)), id)
  })

  it('goes to the next when it was not seen in time, then to the number that is always answered, once each', async () => {
    const id = await pressed()
    await next(kit, later(9))
    assert.equal((await stand(id)).asked_id, ben.id)
    await Promise.all([next(kit, later(10)), next(ada, later(10))])
    assert.equal((await stand(id)).asked_id, hal.id)
    await next(meg, later(20))
    await next(meg, later(40))
    assert.equal((await stand(id)).asked_id, null)
    assert.deepEqual(
      (await asked(id)).map((a) => a.to_name),
      ['Ben Worker', 'Hal Manager', 'Out of hours'],
    )
  })

  it('is seen by whoever was asked, and the young person sees that they did', async () => {
    const id = await pressed(new Date())
    const signal = await w.acting(kit, (tx) => findSignal(tx, id))
    assert.ok(signal)
    await w.acting(ada, (tx) => addSignalStep(tx, signal, { kind: 'seen' }, new Date()))
    const { payload } = await w.get(kit, '/me/somebody')
    assert.match(payload, /Ada Worker has seen it/)
    await assert.rejects(
      w.acting(ada, (tx) => addSignalStep(tx, signal, { kind: 'seen' }, new Date())),
      /somebody has seen it already/,
    )
    assert.equal(await next(meg, later(60 * 24 * 365)), 0)
  })

  it('is over only after somebody has seen it, or when the young person says so', async () => {
    const id = await pressed(new Date())
    const res = await w.post(ada, `/duty/${id}`, { do: 'ended', words: 'Done' })
    assert.equal(res.statusCode, 409)
    await w.post(kit, '/me/somebody', { do: 'not-needed' })
    assert.equal((await stand(id)).state, 'ended')
  })

  it('shows whoever was asked the name and languages, and nothing else of the record', async () => {
    await w.db
      .insertInto('waymark.child_language')
      .values({ child_id: child, language: 'Tigrinya' })
      .execute()
    const id = await pressed()
    const seen = await w.get(ben, `/duty/${id}`)
    assert.equal(seen.statusCode, 200)
    assert.match(seen.payload, /Kit/)
    assert.match(seen.payload, /Tigrinya/)
    assert.equal((await w.get(ben, `/children/${child}`)).statusCode, 404)
  })

  it('does not exist for people of another organisation, nor for those who only read', async () => {
    const id = await pressed()
    assert.equal((await w.get(sam, `/duty/${id}`)).statusCode, 404)
    assert.equal((await w.get(mia, `/duty/${id}`)).statusCode, 404)
    assert.equal((await w.get(ivy, `/duty/${id}`)).statusCode, 403)
    const rows = await w.acting(joy, (tx) =>
      tx.selectFrom('waymark.somebody_now').select('id').where('id', '=', id).execute(),
    )
    assert.deepEqual(rows, [])
  })

  it('is pressed by the young person alone, and says nothing of their own choosing', async () => {
    await assert.rejects(
      w.acting(ada, (tx) => press(tx, child, pressedAt)),
      /row-level security/,
    )
  })

  it('says before the button what happens, what must be acted on, and the numbers to call', async () => {
    const { payload } = await w.get(kit, '/me/somebody')
    assert.match(payload, /When you press the button, one person is asked/)
    assert.match(payload, /They must act if you or somebody else may get badly hurt/)
    assert.match(payload, /No machine reads what you write/)
    assert.match(payload, /href="tel:01632960009"/)
    assert.match(payload, /href="tel:999"/)
  })

  it('shows managers when nobody would be there, and takes turns on a London clock', async () => {
    const page = await w.get(meg, '/duty/rota')
    assert.match(page.payload, /When nobody would be there/)
    const res = await w.post(meg, '/duty/rota', {
      do: 'turn',
      person: ada.id,
      phone: '01632 960010',
      fromDay: '1 7 2030',
      fromTime: '18:00',
      untilDay: '2 July 2030',
      untilTime: '8:00',
      place: '1',
    })
    assert.equal(res.statusCode, 303)
    const turn = await w.db
      .selectFrom('waymark.duty_turn')
      .select(['from_at', 'until_at'])
      .where('phone', '=', '01632 960010')
      .executeTakeFirstOrThrow()
    assert.equal(turn.from_at.toISOString(), '2030-07-01T17:00:00.000Z')
    assert.equal(turn.until_at.toISOString(), '2030-07-02T07:00:00.000Z')
    const wrong = await w.post(meg, '/duty/rota', { do: 'turn', person: ada.id, phone: 'ring me' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /value="ring me"/)
  })
})
