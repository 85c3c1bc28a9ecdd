import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, hillTeam, ivy, kit, zoe } from '#tests/support/people.ts'
import { on } from '#tests/support/systems.ts'
import { world, type World } from '#tests/support/world.ts'
import { startClock, stopClock, reopenClock, correctStart } from '../index.ts'

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const said = (html: string): string =>
  main(html)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('asking again for a decision that somebody else owes', () => {
  let w: World
  let child: ChildId
  let clock: string
  const about = { kind: 'test', id: randomUUID() }
  const which = { rule: 'nrm.conclusive-grounds', about }
  const here = () => `/children/${child}/clocks/${clock}`
  const asking = {
    ...on('askedOn', '2026-11-20'),
    ofWhom: 'The competent authority',
    how: 'email',
    step: 'again',
    reference: 'W-20931',
    said: 'Nobody could say.',
  }
  const next = async () => {
    const { rows } = await sql<{ state: string; from: string; due: string | null }>`
      select state, to_char(started_at at time zone 'Europe/London', 'YYYY-MM-DD') as "from", due_on::text as due
      from waymark.clock where rule = 'decision.ask-again' and about_id = ${clock}`.execute(w.db)
    assert.ok(rows.length <= 1)
    return rows[0]
  }

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:00:00Z'))
    child = await aChild(w, {
      knownAs: 'Kit',
      teamId: hillTeam,
      allocatedTo: [ada, ben],
      account: kit,
    })
    await w.acting(ada, (tx) =>
      startClock(tx, { childId: child, ...which, startedAt: new Date('2026-10-20T11:00:00Z') }),
    )
    const { rows } = await sql<{
      id: string
    }>`select id from waymark.clock where about_id = ${about.id}`.execute(w.db)
    clock = rows[0]?.id ?? ''
  })

  it('is owed by a clock from when the decision began to be owed, put right with it', async () => {
    assert.deepEqual(await next(), { state: 'running', from: '2026-10-20', due: '2026-11-17' })
    const startedAt = new Date('2026-10-22T11:00:00Z')
    await w.acting(ada, (tx) => correctStart(tx, { ...which, startedAt, reason: 'x' }))
    assert.deepEqual(await next(), { state: 'running', from: '2026-10-22', due: '2026-11-19' })
  })

  it('stands on my day and on the team’s day, with one thing to do', async () => {
    for (const [who, url] of [
      [ada, '/my-day'],
      [hal, '/team-day'],
    ] as const) {
      const page = main((await w.get(who, url)).payload)
      assert.match(page, /Ask again\. A decision whether there are conclusive grounds/i, url)
      assert.match(page, new RegExp(`href="${here()}/ask-again"`), url)
      assert.doesNotMatch(page, /overdue|govuk-tag--red/)
    }
  })

  it('says what is wrong, keeps what was typed, and writes nothing then', async () => {
    const early = await w.post(ada, `${here()}/ask-again`, {
      ...asking,
      ...on('askedOn', '2026-01-02'),
    })
    assert.equal(early.statusCode, 422)
    assert.match(early.payload, /must not be before it began to be owed/)
    assert.match(early.payload, /W-20931/)
    const ahead = await w.post(ada, `${here()}/ask-again`, {
      ...asking,
      ...on('askedOn', '2026-12-02'),
    })
    assert.match(ahead.payload, /must be today or earlier/)
    const half = await w.post(ada, `${here()}/ask-again`, { ...asking, answer: 'Soon' })
    assert.match(half.payload, /Enter the day they answered/)
    const before = await w.post(ada, `${here()}/ask-again`, {
      ...asking,
      answer: 'x',
      ...on('answeredOn', '2026-11-10'),
    })
    assert.match(before.payload, /cannot have answered before you asked/)
    const { rows } = await sql`select from waymark.asked_again`.execute(w.db)
    assert.equal(rows.length, 0)
  })

  it('keeps whom, when and how; the next asking is owed from there', async () => {
    assert.equal((await w.post(ada, `${here()}/ask-again`, asking)).statusCode, 303)
    assert.deepEqual(await next(), { state: 'running', from: '2026-11-20', due: '2026-12-18' })
    const page = said((await w.get(ivy, here())).payload)
    assert.match(
      page,
      /20 November 2026: asked once more, The competent authority, by email, written by Ada Worker/,
    )
    assert.match(page, /No answer yet/)
    assert.doesNotMatch(main((await w.get(ada, '/my-day')).payload), /Ask again\./)
  })

  it('offers the next step when two brought no answer, and a letter with no name in it', async () => {
    const second = { ...asking, ...on('askedOn', '2026-11-24') }
    assert.equal((await w.post(ben, `${here()}/ask-again`, second)).statusCode, 303)
    const form = (await w.get(ada, `${here()}/ask-again`)).payload
    assert.match(form, /value="senior"\s+checked/)
    assert.match(said(form), /Asked before on 20 November 2026, 24 November 2026/)
    const letter = await w.get(ada, `${here()}/ask-again/letter`)
    const text = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(letter.payload)?.[1] ?? ''
    const subject = /id="subject"[^>]*value="([^"]*)"/.exec(letter.payload)?.[1] ?? ''
    assert.match(subject, /W-20931/)
    assert.match(text, /look at this yourself/)
    for (const part of [text, subject]) assert.doesNotMatch(part, /\bKit\b/)
    assert.match(letter.payload, /href="mailto:\?subject=[^"]*W-20931/)
    assert.match(
      (await w.get(ada, `${here()}/ask-again/letter?step=complaint`)).payload,
      /take this letter as a complaint/,
    )
  })

  it('takes their answer, and shows both texts to whoever was slower', async () => {
    const { rows } = await sql<{
      id: string
    }>`select id from waymark.asked_again order by asked_on`.execute(w.db)
    const at = `${here()}/ask-again/${rows[0]?.id}`
    const answered = {
      ...asking,
      version: '1',
      answer: 'In spring.',
      ...on('answeredOn', '2026-11-23'),
    }
    assert.equal((await w.post(ada, at, answered)).statusCode, 303)
    const late = await w.post(ben, at, { ...answered, answer: 'Next week.' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was lost/)
    assert.match(late.payload, /Next week\./)
    assert.match(
      said((await w.get(ada, here())).payload),
      /Answered on 23 November 2026: In spring\./,
    )
  })

  it('ends with the decision, and is owed again when that was written in error', async () => {
    const at = new Date('2026-11-25T09:00:00Z')
    await w.acting(ada, (tx) => stopClock(tx, { ...which, at, how: 'done' }))
    assert.equal((await next())?.state, 'no_longer_owed')
    assert.equal((await w.get(ada, `${here()}/ask-again`)).statusCode, 404)
    await w.acting(ada, (tx) => reopenClock(tx, which))
    assert.deepEqual(await next(), { state: 'running', from: '2026-11-24', due: '2026-12-22' })
  })

  it('is at the interval that an organisation sets', async () => {
    const { payload } = await w.get(zoe, '/clock-rules/add')
    assert.match(payload, /value="decision\.ask-again"/)
  })

  it('is written by workers, and neither out of reach nor by the young person', async () => {
    assert.equal((await w.post(ivy, `${here()}/ask-again`, asking)).statusCode, 403)
    await assert.rejects(
      w.acting(kit, (tx) =>
        sql`insert into waymark.asked_again (child_id, clock_id, asked_on, of_whom, how, step)
          values (${child}, ${clock}, '2026-11-20', 'x', 'phone', 'again')`.execute(tx),
      ),
    )
    const other = await aChild(w, { knownAs: 'Noor', allocatedTo: ben })
    assert.equal((await w.get(ada, `/children/${other}/clocks/${clock}/ask-again`)).statusCode, 404)
    await assert.rejects(
      w.acting(ben, (tx) =>
        sql`insert into waymark.asked_again (child_id, clock_id, asked_on, of_whom, how, step)
          values (${other}, ${clock}, '2026-11-20', 'x', 'phone', 'again')`.execute(tx),
      ),
    )
  })
})
