import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { sendingFrom } from '#platform/mail/sending.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, joy, kit, meg, sam, southmere } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { sendEverything } from '../../commands/send-notices.ts'
import { actOnTime } from '../../commands/round-the-clock.ts'
import {
  type PostOffice,
  postOffice,
  type TextOffice,
  textOffice,
} from '#tests/support/post-office.ts'
import { press } from './duty.queries.ts'
import { wouldLeaveBy } from './told.rules.ts'

const NIGHT = new Date('2027-03-01T22:00:00Z')
const KEY = 'test-11111111-1111-4111-8111-111111111111-22222222-2222-4222-8222-222222222222'
const later = (minutes: number) => new Date(NIGHT.getTime() + minutes * 60_000)

describe('telling whoever is asked when a young person needs somebody now', () => {
  let w: World
  let child: ChildId
  let post: PostOffice
  let texts: TextOffice

  before(async () => {
    w = await world()
    post = await postOffice()
    texts = await textOffice()
    child = await aChild(w, { knownAs: 'Yonatan', account: kit, allocatedTo: [ada] })
    await turn('Ben', ben.id, '1', '07700 900001', 'ben@example.org')
    await turn('Hal', hal.id, '2', '', 'hal@example.org')
    await w.db
      .insertInto('waymark.duty_fallback')
      .values({
        organisation_id: meg.organisationId,
        name: 'Out of hours',
        phone: '01632 960009',
        minutes: 10,
        from_at: new Date('2027-01-01T00:00:00Z'),
      })
      .execute()
  })

  after(async () => {
    await post.close()
    await texts.close()
  })

  beforeEach(async () => {
    w.setClock(NIGHT)
    post.behave = 'takes'
    post.heard.length = 0
    texts.heard.length = 0
    texts.status = 201
    await w.db.updateTable('waymark.somebody_now').set({ state: 'ended' }).execute()
    await w.db
      .updateTable('waymark.duty_notice')
      .set({ status: 'not_needed', settled_at: NIGHT })
      .where('status', '=', 'waiting')
      .execute()
  })

  async function turn(
    name: string,
    person: string,
    place: string,
    textTo: string,
    emailTo: string,
  ) {
    w.setClock(new Date('2027-02-28T10:00:00Z'))
    const res = await w.post(meg, '/duty/rota', {
      do: 'turn',
      person,
      place,
      textTo,
      emailTo,
      phone: `01632 96000${place}`,
      fromDay: '28 2 2027',
      fromTime: '12:00',
      untilDay: '10 3 2027',
      untilTime: '12:00',
    })
    assert.equal(res.statusCode, 303, `${name}: ${res.payload}`)
  }

  const sending = () =>
    sendingFrom({
      smtpUrl: post.url,
      mailFrom: 'post@example.org',
      notifyKey: KEY,
      notifyTemplate: '33333333-3333-4333-8333-333333333333',
      notifyUrl: texts.url,
    })
  const round = (at = NIGHT, by = sending()) => sendEverything({ db: w.web }, by, () => at)
  const pressed = () => w.acting(kit, (tx) => press(tx, child, NIGHT))
  const notices = async (signal: string) =>
    (
      await w.db
        .selectFrom('waymark.duty_notice as n')
        .innerJoin('waymark.person as p', 'p.id', 'n.person_id')
        .select(['p.name', 'n.channel', 'n.status', 'n.why'])
        .where('signal_id', '=', signal)
        .orderBy('n.queued_at')
        .orderBy('n.channel')
        .execute()
    ).map((n) => [n.name, n.channel, n.status, n.why].join(' ').trim())

  it('sends a text and a letter at once, which say that somebody is needed and nothing else', async () => {
    const id = await pressed()
    assert.equal(await round(), 2)
    assert.equal(await round(), 0, 'once')
    const [letter = ''] = post.letters()
    const bytes = `${post.heard.join('')}${texts.heard.map((h) => h.body).join('')}`
    assert.match(letter, /Somebody is needed now/)
    assert.match(texts.heard[0]?.body ?? '', /07700 900001/)
    assert.doesNotMatch(bytes, /Yonatan|\bKit\b|\bhttp|waymark/i)
    assert.deepEqual(await notices(id), ['Ben Worker email sent', 'Ben Worker text sent'])
    const page = (await w.get(kit, '/me/somebody')).payload
    assert.match(page, /A text went to Ben Worker at 22:00/)
    assert.match((await w.get(ben, `/duty/${id}`)).payload, /A text to Ben Worker left/)
  })

  it('goes on to the next, who is told too, when it was not seen in the minutes that are set', async () => {
    const id = await pressed()
    await round()
    await actOnTime({ db: w.web }, later(9))
    assert.equal(await round(later(9)), 0)
    await actOnTime({ db: w.web }, later(10))
    assert.equal(await round(later(10)), 1)
    assert.match(post.heard.at(-1) ?? '', /RCPT TO:<hal@example\.org>/)
    assert.equal((await notices(id)).at(-1), 'Hal Manager email sent')
  })

  it('tells nobody any more once somebody has seen it, and keeps that they have', async () => {
    const id = await pressed()
    assert.equal((await w.post(ben, `/duty/${id}`, { do: 'seen' })).statusCode, 303)
    assert.equal(await round(later(1)), 0)
    await actOnTime({ db: w.web }, later(60))
    assert.equal(await round(later(60)), 0)
    assert.deepEqual(await notices(id), [
      'Ben Worker email not_needed seen',
      'Ben Worker text not_needed seen',
    ])
    assert.match((await w.get(kit, '/me/somebody')).payload, /Ben Worker has seen it/)
  })

  it('tries again after a minute when a service was away, and says so when it did not go out', async () => {
    const id = await pressed()
    texts.status = 503
    assert.equal(await round(), 1)
    assert.equal(await round(), 0, 'not before a minute')
    for (const minute of [1, 2, 3, 4]) await round(later(minute))
    assert.deepEqual(await notices(id), [
      'Ben Worker email sent',
      'Ben Worker text given_up service_away',
    ])
    assert.match(
      (await w.get(kit, '/me/somebody')).payload,
      /The text to Ben Worker did not go out/,
    )
  })

  it('says before the button how they are told: never more than is set up', async () => {
    assert.match((await w.get(kit, '/me/somebody')).payload, /send them a text and an e-mail/)
    assert.equal(wouldLeaveBy({ text: true, email: true }, { text: false, email: true }), 'email')
    assert.equal(wouldLeaveBy({ text: true, email: true }, { text: false, email: false }), 'screen')
    assert.equal(wouldLeaveBy({ text: false, email: true }, { text: true, email: false }), 'screen')
    const id = await pressed()
    await round(NIGHT, { email: undefined, text: undefined })
    assert.deepEqual(await notices(id), [
      'Ben Worker email given_up nothing_set_up',
      'Ben Worker text given_up nothing_set_up',
    ])
    await w.db.updateTable('waymark.duty_turn').set({ text_to: null, email_to: null }).execute()
    await w.post(kit, '/me/somebody', { do: 'not-needed' })
    const page = (await w.get(kit, '/me/somebody')).payload
    assert.match(page, /on their screen only\. To be sure, call Ben Worker: 01632 960001/)
    assert.match((await w.get(meg, '/duty/rota')).payload, /Told on the screen only/)
  })

  it('is known to nobody of another organisation, and written by no page', async () => {
    await pressed()
    await aChild(w, { account: joy, organisationId: southmere, allocatedTo: [] })
    for (const person of [sam, joy]) {
      const rows = await w.acting(person, (tx) =>
        tx.selectFrom('waymark.duty_notice').select('id').execute(),
      )
      assert.deepEqual(rows, [], person.name)
    }
    const { length } = await w.acting(meg, (tx) =>
      tx
        .updateTable('waymark.duty_notice')
        .set({ status: 'sent', settled_at: NIGHT })
        .returning('id')
        .execute(),
    )
    assert.equal(length, 0)
  })

  it('refuses what is no number and no address, and keeps what was typed', async () => {
    const wrong = { do: 'turn', person: ada.id, phone: '1', textTo: 'my mobile', emailTo: 'nobody' }
    const res = await w.post(meg, '/duty/rota', wrong)
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Enter a mobile number/)
    assert.match(res.payload, /value="my mobile"/)
  })
})
