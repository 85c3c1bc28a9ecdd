import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { trustedId, type ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import type { Visitor } from '#domains/people/visitor.fixture.ts'
import { comeIn } from '#tests/door/young.ts'
import { ada } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

/** Every table that would hold a plan, a process, a referral or anything else a voice might be made to wait for. */
const ELSEWHERE = ['process', 'meeting', 'appointment', 'own_goal', 'check_in_occasion', 'about_me']

describe('somebody on the first day, with nothing but a way in', () => {
  let w: World
  let child: ChildId
  let v: Visitor

  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
    const opened = await w.post(ada, '/children/new', { knownAs: 'Sol', act: 'open' })
    child = trustedId(String(opened.headers.location).replace('/children/', ''))
  })

  const count = async (table: string) => {
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from ${sql.table(`waymark.${table}`)} where child_id = ${child}`.execute(
      w.db,
    )
    return Number(rows[0]?.n)
  }
  const receiptOf = (subject: string) =>
    w.db
      .selectFrom('waymark.receipt')
      .selectAll()
      .where('child_id', '=', child)
      .where('subject', '=', subject)
      .executeTakeFirstOrThrow()

  it('has nobody beside them but whoever opened the record, no plan, no process and no way in', async () => {
    for (const table of ELSEWHERE) assert.equal(await count(table), 0, table)
    const beside = await w.db
      .selectFrom('waymark.allocation')
      .select('person_id')
      .where('child_id', '=', child)
      .execute()
    assert.deepEqual(beside, [{ person_id: ada.id }])
    const { person_id } = await w.db
      .selectFrom('waymark.child')
      .select('person_id')
      .where('id', '=', child)
      .executeTakeFirstOrThrow()
    assert.equal(person_id, null)
  })

  it('comes in with the code given now', async () => {
    v = await comeIn(w, child)
    const home = await v.get('/me')
    assert.equal(home.statusCode, 200)
    assert.match(home.payload, /href="\/me\/check-in"/)
    assert.match(home.payload, /href="\/me\/say"/)
  })

  it('shares a check-in, and somebody with a name owes an answer by a day', async () => {
    await v.get('/me/check-in')
    const begun = await v.send('/me/check-in', { language: 'en' })
    const choose = String(begun.headers.location)
    await v.get(choose)
    const about = String((await v.send(choose, { matters: ['safe-home'] })).headers.location)
    await v.get(about)
    const end = String(
      (await v.send(about, { state: 'a_little', words: 'The door.' })).headers.location,
    )
    await v.get(end)
    assert.match(String((await v.send(end, { do: 'share' })).headers.location), /just=shared/)
    const receipt = await receiptOf('check_in')
    assert.equal(receipt.answerer_id, ada.id)
    assert.ok(receipt.answer_by)
  })

  it('sends what they want to say, to those beside them', async () => {
    const statement = randomUUID()
    await v.get('/me/say')
    const begun = await v.send('/me/say', { statement, way: 'words' })
    const make = String(begun.headers.location)
    await v.get(make)
    const made = await v.send(make, {
      version: '0',
      words: 'I would like to sleep with the light on.',
    })
    assert.equal(made.headers.location, `/me/say/${statement}`)
    const send = `/me/say/${statement}/send`
    await v.get(send)
    const sent = await v.send(send, { who: 'everyone_beside_me', with: 'alone', do: 'send' })
    assert.match(String(sent.headers.location), /just=sent/)
    assert.equal((await receiptOf('statement')).answerer_id, ada.id)
  })

  it('opens what became of it, and reads the answer', async () => {
    const receipt = await receiptOf('statement')
    assert.match((await v.get(`/me/sent/${receipt.id}`)).payload, /Ada Worker/)
    const at = `/children/${child}/answers/${receipt.id}`
    const steps = [
      { do: 'considered', weight: 'decided_it', words: 'It is your room.' },
      { do: 'decided', decision: 'yes', decidedBy: 'Ada', words: 'The light stays on.' },
      { do: 'replied', words: 'The light stays on tonight.' },
    ]
    for (const step of steps) assert.equal((await w.post(ada, at, step)).statusCode, 303, step.do)
    assert.match((await v.get(`/me/sent/${receipt.id}`)).payload, /The light stays on tonight/)
    for (const table of ELSEWHERE) assert.equal(await count(table), 0, `${table} was not needed`)
  })
})
