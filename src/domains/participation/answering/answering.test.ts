import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, kit, meg, sam } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const version = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

describe('being answered', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
    // No allocation beyond one worker, no plan, no return, no process: as early as it gets.
    child = await aChild(w, { account: kit, allocatedTo: [ada, ben] })
  })

  const sent = async () => {
    const begun = await w.post(kit, '/me/check-in', { language: 'en' })
    const id = /check-in\/([0-9a-f-]+)\//.exec(String(begun.headers.location))?.[1] ?? ''
    await w.post(kit, `/me/check-in/${id}/choose`, { matters: ['safe-home'] })
    await w.post(kit, `/me/check-in/${id}/about/safe-home`, {
      version: '0',
      state: 'a_little',
      words: 'There is no lock',
    })
    await w.post(kit, `/me/check-in/${id}/end`, { do: 'share' })
    const row = await w.db
      .selectFrom('waymark.receipt')
      .select('id')
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow()
    return { checkIn: id, receipt: row.id, at: `/children/${child}/answers/${row.id}` }
  }
  const say = async (receipt: string, fields: Record<string, string>) => {
    const page = await w.get(kit, `/me/sent/${receipt}`)
    return w.post(kit, `/me/sent/${receipt}`, { version: version(page.payload), ...fields })
  }
  const answer = async (at: string) => {
    await w.post(ada, at, { do: 'considered', weight: 'decided_it', words: 'It is her room.' })
    await w.post(ada, at, { do: 'decided', decision: 'yes', decidedBy: 'Ada', words: 'A lock.' })
    return w.post(ada, at, { do: 'replied', words: 'The lock comes on Friday.' })
  }

  it('gives a receipt at once to a young person with no plan and nothing decided: a person and a day', async () => {
    const { receipt } = await sent()
    const { payload } = await w.get(kit, `/me/sent/${receipt}`)
    assert.match(payload, /Ada Worker answers you by \d+ \w+ \d{4}/)
    assert.match(payload, /They stand beside you/)
    assert.match((await w.get(kit, '/me')).payload, /href="\/me\/sent"/)
  })

  it('queues word of an answer, for who wants to be told, and of nothing before it', async () => {
    await w.post(kit, '/me/contact/add', { channel: 'text', address: '07700900123', state: 'safe' })
    const way = await w.db
      .selectFrom('waymark.contact_way')
      .select('id')
      .where('child_id', '=', child)
      .executeTakeFirstOrThrow()
    await w.post(kit, '/me/contact/news', {
      wanted: 'yes',
      way: way.id,
      reasons: 'reply',
      version: '0',
    })
    const { at } = await sent()
    const queued = async () =>
      (
        await w.db
          .selectFrom('waymark.notice')
          .select('reason')
          .where('child_id', '=', child)
          .execute()
      ).length
    await w.post(ada, at, { do: 'considered', weight: 'decided_it', words: 'It is her room.' })
    await w.post(ada, at, { do: 'decided', decision: 'yes', decidedBy: 'Ada', words: 'A lock.' })
    assert.equal(await queued(), 0)
    await w.post(ada, at, { do: 'replied', words: 'The lock comes on Friday.' })
    assert.equal(await queued(), 1)
  })

  it('lists it for whoever answers, by name, with one action, and never before it was shared', async () => {
    const { at } = await sent()
    const { payload } = await w.get(ada, '/answers')
    assert.match(payload, /Kit/)
    assert.ok(payload.includes(`href="${at}"`))
    const begun = await w.post(kit, '/me/check-in', { language: 'en' })
    const draft = /check-in\/([0-9a-f-]+)\//.exec(String(begun.headers.location))?.[1] ?? ''
    const rows = await w.db
      .selectFrom('waymark.receipt')
      .select('id')
      .where('subject_id', '=', draft)
      .execute()
    assert.deepEqual(rows, [])
    assert.equal((await w.get(ada, '/answers')).payload.includes(draft), false)
  })

  it('goes from considered to decided to answered, and the young person reads all of it', async () => {
    const { receipt, at } = await sent()
    const early = await w.post(ada, at, { do: 'replied', words: 'Soon.' })
    assert.equal(early.statusCode, 409)
    assert.equal((await answer(at)).statusCode, 303)
    const { payload } = await w.get(kit, `/me/sent/${receipt}`)
    for (const said of [
      /What you said decided it/,
      /It is her room/,
      /A lock\./,
      /Decided by Ada/,
      /The lock comes on Friday/,
    ]) {
      assert.match(payload, said)
    }
    assert.equal((await say(receipt, { back: 'answers_me' })).statusCode, 303)
    assert.match((await w.get(kit, `/me/sent/${receipt}`)).payload, /Answered/)
  })

  it('asks for plainer words once, and keeps what was typed', async () => {
    const { at } = await sent()
    await w.post(ada, at, { do: 'considered', weight: 'counted_some', words: 'Yes.' })
    await w.post(ada, at, { do: 'decided', decision: 'no', decidedBy: 'Ada', words: 'Not now.' })
    const hard = { do: 'replied', words: 'Your placement is under assessment.' }
    const res = await w.post(ada, at, hard)
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /perhaps “home”/)
    assert.match(res.payload, /Your placement is under assessment/)
    assert.equal((await w.post(ada, at, { ...hard, asItIs: 'yes' })).statusCode, 303)
  })

  it('is answered again when they say that they do not understand, in words kept as theirs', async () => {
    const { receipt, at } = await sent()
    await answer(at)
    await say(receipt, { back: 'dont_understand', words: 'Which Friday?' })
    const page = await w.get(ada, at)
    assert.match(page.payload, /Which Friday\?/)
    assert.match(page.payload, /name="do" value="replied"/)
    assert.equal(
      (await w.post(ada, at, { do: 'replied', words: 'Friday 5 March.' })).statusCode,
      303,
    )
  })

  it('does nothing for a form that is out of date or says nothing', async () => {
    const { receipt, at } = await sent()
    await answer(at)
    const old = await w.post(kit, `/me/sent/${receipt}`, {
      version: '1',
      back: 'answers_me',
      words: 'Keep me',
    })
    assert.equal(old.statusCode, 422)
    assert.match(old.payload, /This changed while you were reading/)
    assert.match(old.payload, /Keep me/)
    assert.equal((await say(receipt, {})).statusCode, 422)
  })

  it('goes up when its day has passed, on whoever’s read, and says so calmly to both', async () => {
    const { receipt, at } = await sent()
    await sql`update waymark.receipt set answer_by = current_date - 3 where id = ${receipt}`.execute(
      w.db,
    )
    const { payload } = await w.get(kit, `/me/sent/${receipt}`)
    assert.match(payload, /Meg Manager answers you by/)
    assert.match(payload, /So they have been asked now/)
    assert.doesNotMatch(payload, /overdue/i)
    assert.match((await w.get(meg, '/answers')).payload, /Gone up to you/)
    assert.equal((await w.get(meg, at)).statusCode, 200)
  })

  it('is passed on to somebody beside them, whom the young person sees', async () => {
    const { receipt, at } = await sent()
    const refused = await w.post(ada, `${at}/pass-on`, { to: hal.id })
    assert.equal(refused.statusCode, 422)
    assert.equal((await w.post(ada, `${at}/pass-on`, { to: ben.id })).statusCode, 303)
    assert.match((await w.get(kit, `/me/sent/${receipt}`)).payload, /Ben Worker answers you by/)
  })

  it('does not exist for somebody who does not reach the child', async () => {
    const { at } = await sent()
    assert.equal((await w.get(sam, at)).statusCode, 404)
  })

  it('shows on the child’s page what is owed, by whom and by when', async () => {
    await sent()
    assert.match((await w.get(ada, `/children/${child}`)).payload, /owes an answer by/)
  })

  it('closes when the check-in is taken back', async () => {
    const { checkIn, receipt } = await sent()
    await w.post(kit, `/me/check-in/${checkIn}/take-back`, { because: 'not_said' })
    assert.match((await w.get(kit, `/me/sent/${receipt}`)).payload, /You took this back/)
  })

  it('asks how we were, and only somebody independent reads it: not whoever answered, not those beside', async () => {
    const { receipt, at } = await sent()
    await answer(at)
    const url = `/me/how-we-were/answer/${receipt}`
    assert.match((await w.get(kit, url)).payload, /Did people believe you\?/)
    const res = await w.post(kit, url, { believed: 'no', words: 'She looked at the clock' })
    assert.equal(res.statusCode, 303)
    const row = await w.db
      .selectFrom('waymark.feedback_on_us')
      .selectAll()
      .where('about_id', '=', receipt)
      .executeTakeFirstOrThrow()
    assert.deepEqual(
      [row.about_person, row.believed, row.listened_reason],
      [ada.id, 'no', 'skipped'],
    )
    for (const person of [hal, ada]) {
      await w.post(meg, '/independent/people', { person: person.id })
    }
    const reads = async (person: typeof ada) =>
      (await w.get(person, '/independent')).payload.includes('She looked at the clock')
    assert.equal(await reads(hal), true)
    assert.equal(await reads(ada), false)
    assert.equal(await reads(ben), false)
    for (const person of [ada, ben, meg]) {
      const rows = await w.acting(person, (tx) =>
        tx.selectFrom('waymark.feedback_on_us').select('id').execute(),
      )
      assert.deepEqual(rows, [], person.name)
    }
  })

  it('keeps a promise by the day it was made: a new one holds from its day on', async () => {
    const earlier = await w.get(meg, '/answers/promise')
    assert.match(earlier.payload, /Not confirmed by your organisation yet/)
    const made = {
      do: 'promise',
      kind: 'answer',
      days: '3',
      counted: 'days',
      from: '1 1 2020',
      source: 'Policy 7',
    }
    assert.equal((await w.post(meg, '/answers/promise', made)).statusCode, 303)
    const again = await w.post(meg, '/answers/promise', made)
    assert.equal(again.statusCode, 422)
    assert.match(again.payload, /There is a promise from that day already/)
    const { receipt } = await sent()
    const { rows } = await sql<{ days: number }>`
      select answer_by - (sent_at at time zone 'Europe/London')::date as days from waymark.receipt where id = ${receipt}`.execute(
      w.db,
    )
    assert.equal(rows[0]?.days, 3)
  })
})
