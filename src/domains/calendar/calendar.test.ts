import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, kit, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const NOW = new Date('2026-11-25T12:00:00Z')

describe('a calendar to rely on', () => {
  let w: World
  let child: ChildId
  let url: string
  const mine = async (at = '') => main((await w.get(kit, `/me/calendar${at}`)).payload)
  const kept = async (place: string) =>
    w.db
      .selectFrom('waymark.appointment')
      .selectAll()
      .where('child_id', '=', child)
      .where('why', '=', place)
      .executeTakeFirstOrThrow()
  const visit = {
    kind: 'visit',
    'on-day': '1',
    'on-month': '12',
    'on-year': '2026',
    from: '16:30',
    to: '17:30',
    withWhom: 'Ada Worker',
    mine: 'yes',
    place: 'The café',
    howToGetThere: 'Bus 12',
    comesAlong: 'Marta',
    why: 'To talk about college',
    interpreter: 'booked',
    interpreterNote: 'Tigrinya',
  }

  before(async () => {
    w = await world()
    w.setClock(NOW)
    child = await aChild(w, { account: kit })
    url = `/children/${child}/calendar`
  })

  it('says who, when, where, why, how to get there, who comes along and which interpreter', async () => {
    assert.match(await mine(), /Nothing is planned/)
    assert.equal((await w.post(ada, `${url}/add`, { ...visit, why: '' })).statusCode, 422)
    assert.equal((await w.post(ada, `${url}/add`, visit)).statusCode, 303)
    const page = await mine()
    assert.match(page, /Tuesday 1 December<br>16:30 to 17:30/)
    for (const text of ['Ada Worker', 'The café', 'To talk about college', 'Bus 12', 'Marta']) {
      assert.ok(page.includes(text), text)
    }
    assert.match(page, /Booked: Tigrinya/)
    const week = await mine('/week?from=2026-12-02')
    assert.match(week, /The week from 30 November 2026[\s\S]*Tuesday 1 December[\s\S]*A visit/)
    assert.match(main((await w.get(ada, '/appointments')).payload), /Kit[\s\S]*The café/)
    assert.doesNotMatch(main((await w.get(ben, '/appointments')).payload), /\bKit\b/)
  })

  it('is answered by the young person, in one of four ways and their own words', async () => {
    const { id } = await kept(visit.why)
    const at = `/me/calendar/${id}`
    assert.equal((await w.post(kit, at, { words: 'Hm' })).statusCode, 422)
    const said = { answer: 'with_someone', words: 'With <Marta> please' }
    assert.equal((await w.post(kit, at, said)).statusCode, 303)
    assert.match(await mine(), /You said: I want someone with me[\s\S]*With &lt;Marta&gt; please/)
    assert.match(main((await w.get(ada, url)).payload), /I want someone with me/)
    const overview = main((await w.get(meg, `/children/${child}`)).payload)
    assert.match(overview, /They say: <strong>I want someone with me/)
    const writing = w.acting(ada, (tx) =>
      sql`update waymark.appointment_answer set answer = 'can' where child_id = ${child}`.execute(
        tx,
      ),
    )
    assert.equal((await writing).numAffectedRows, 0n)
  })

  it('does not change without a reason: the page asks for it and the database refuses', async () => {
    const { id, version } = await kept(visit.why)
    const moved = { ...visit, version: String(version), 'on-day': '3', place: 'The library' }
    const asked = await w.post(ada, `${url}/${id}`, moved)
    assert.equal(asked.statusCode, 422)
    assert.match(asked.payload, /Enter why the time or the place changes/)
    for (const set of [
      "starts_at = starts_at + interval '1 day'",
      "place = 'x'",
      "state = 'cancelled'",
    ]) {
      const writing = w.acting(ada, (tx) =>
        sql`update waymark.appointment set ${sql.raw(set)} where id = ${id}`.execute(tx),
      )
      await assert.rejects(writing, /needs an explanation/, set)
    }
    const why = { ...moved, explained: 'The café is closed on Tuesday' }
    assert.equal((await w.post(ada, `${url}/${id}`, why)).statusCode, 303)
    const page = await mine()
    assert.match(page, /It was: Tuesday 1 December, 16:30, The café/)
    assert.match(page, /It is now: Thursday 3 December, 16:30, The library/)
    assert.match(page, /The café is closed on Tuesday[\s\S]*Changed by Ada Worker/)
    assert.match(page, /You said this about the time before: I want someone with me/)
    const late = await w.post(meg, `${url}/${id}`, why)
    assert.equal(late.statusCode, 409)
  })

  it('keeps the reason of each change as it was given, and asks for a new one each time', async () => {
    const { id } = await kept(visit.why)
    const again = w.acting(ada, (tx) =>
      sql`update waymark.appointment set place = 'Elsewhere' where id = ${id}`.execute(tx),
    )
    await assert.rejects(again, /needs an explanation/)
    const rewriting = w.acting(ada, (tx) =>
      sql`update waymark.appointment_change set why = 'x' where appointment_id = ${id}`.execute(tx),
    )
    await assert.rejects(rewriting, /permission denied/)
  })

  it('says when it is cancelled, and why', async () => {
    await w.post(ada, `${url}/add`, { ...visit, why: 'Practice', 'on-day': '5' })
    const { id, version } = await kept('Practice')
    const after = `${url}/${id}/after`
    const bare = { version: String(version), state: 'cancelled' }
    assert.equal((await w.post(ada, after, bare)).statusCode, 422)
    const early = await w.post(ada, after, { ...bare, state: 'held' })
    assert.match(early.payload, /It has not begun yet/)
    await w.post(ada, after, { ...bare, explained: 'No heating' })
    assert.match(await mine(), /This will not happen[\s\S]*No heating/)
  })

  it('says it when we did not come, with what happens now and who owes it', async () => {
    await w.post(ada, `${url}/add`, {
      ...visit,
      why: 'A promise',
      'on-day': '26',
      'on-month': '11',
    })
    const { id, version } = await kept('A promise')
    w.setClock(new Date('2026-11-27T12:00:00Z'))
    const mineToday = main((await w.get(ada, '/appointments')).payload)
    assert.match(mineToday, /nobody has said what became of it[\s\S]*Kit/)
    const after = `${url}/${id}/after`
    const missed = { version: String(version), state: 'missed_by_us', saidSorry: 'I am sorry.' }
    const asked = await w.post(ada, after, missed)
    assert.equal(asked.statusCode, 422)
    assert.match(asked.payload, /Enter what happens now/)
    const unsaid = w.acting(ada, (tx) =>
      sql`update waymark.appointment set state = 'missed_by_us' where id = ${id}`.execute(tx),
    )
    await assert.rejects(unsaid, /a_missed_promise_is_said/)
    const whole = {
      ...missed,
      nextStep: 'I ring you',
      nextStepBy: 'Ada Worker',
      'nextStepOn-day': '28',
      'nextStepOn-month': '11',
      'nextStepOn-year': '2026',
    }
    assert.equal((await w.post(ada, after, whole)).statusCode, 303)
    assert.match(
      await mine(),
      /We said Thursday 26 November, 16:30 and did not come\.[\s\S]*I am sorry\.[\s\S]*I ring you[\s\S]*Ada Worker will do this by 28 November 2026/,
    )
    assert.match(main((await w.get(kit, '/me/plan')).payload), /did not come\.[\s\S]*I ring you/)
    const overview = main((await w.get(meg, `/children/${child}`)).payload)
    assert.match(overview, /did not come\. <strong dir="auto">I ring you \(Ada Worker\)/)
    w.setClock(NOW)
  })

  it('is copied to a phone only on a press after a warning, with nothing but times', async () => {
    const warned = await mine('/keep')
    assert.match(warned, /Anybody who can look at your phone can see them/)
    const file = await w.post(kit, '/me/calendar/keep')
    assert.match(String(file.headers['content-type']), /text\/calendar/)
    assert.match(String(file.headers['content-disposition']), /calendar\.ics/)
    assert.equal(file.payload.match(/SUMMARY:Appointment\r\n/g)?.length, 1)
    assert.doesNotMatch(file.payload, /\bAda\b|library|college|waymark/i)
    assert.equal((await w.get(kit, '/me/calendar/keep?in=en')).statusCode, 200)
  })

  it('is not for a young person to write, nor another worker’s to see', async () => {
    const writing = w.acting(kit, (tx) =>
      sql`insert into waymark.appointment (child_id, starts_at, kind, with_whom, place, why, interpreter)
          values (${child}, now(), 'visit', 'x', 'x', 'x', 'not_needed')`.execute(tx),
    )
    await assert.rejects(writing, /row-level security/)
    assert.equal((await w.get(ben, url)).statusCode, 404)
  })
})
