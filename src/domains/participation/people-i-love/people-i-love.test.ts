import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { postParts } from '#tests/support/multipart.ts'
import { aRecording } from '#tests/support/media.ts'
import { ada, gus, hal, ivy, joy, kit, meg, southmere } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const ASKED = /Who do you worry about/

describe('when somebody says that they will hurt people a young person loves', () => {
  let w: World
  let child: ChildId
  const id = randomUUID()
  const own = `/me/people-i-love/${id}`
  const staff = () => `/children/${child}/people-they-love/${id}`
  const contactRow = () =>
    w.db.selectFrom('waymark.loved_contact').selectAll().executeTakeFirstOrThrow()
  const say = (answer: string, version: number, contact: string) =>
    w.post(kit, `${own}/contacts/${contact}`, { may: answer, version: String(version) })

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:00:00Z'))
    child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada, gus] })
  })

  it('says first what an adult must do and who sees it, before anything is asked', async () => {
    assert.match((await w.get(kit, '/me/say')).payload, /href="\/me\/people-i-love"/)
    const page = (await w.get(kit, '/me/people-i-love')).payload
    assert.match(page, /must tell somebody who can help/)
    assert.match(page, /unless you say yes\. Then a second person must agree too/)
    assert.doesNotMatch(page, ASKED)
    const refused = await w.post(kit, '/me/people-i-love', { statement: id })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.payload, /Choose who gets it/)
    const chosen = { statement: id, who: 'chosen', person: ada.id }
    const begun = await w.post(kit, '/me/people-i-love', chosen)
    assert.equal(begun.headers.location, own)
    assert.match((await w.get(kit, own)).payload, ASKED)
  })

  it('is told a little at a time, in any way, and seen by nobody until it is sent', async () => {
    assert.equal((await w.post(kit, `${own}/about/contact`, { card: 'yes' })).statusCode, 303)
    assert.equal((await w.post(kit, `${own}/about/contact`, { card: 'no' })).statusCode, 303)
    const make = `/me/say/${id}/make`
    assert.match((await w.get(kit, `${make}/words?asks=where`)).payload, /Where are they/)
    await w.post(kit, `${make}/words`, {
      part: randomUUID(),
      version: '0',
      asks: 'where',
      words: 'The old market.',
    })
    const spoken = await postParts(w, kit, `${make}/voice`, {
      part: randomUUID(),
      asks: 'who',
      file: await aRecording('webm'),
    })
    assert.equal(spoken.statusCode, 303, spoken.payload)
    // Paused and come back to: it is where it was left.
    await w.post(kit, `/me/say/${id}`, { do: 'keep' })
    assert.match((await w.get(kit, '/me/people-i-love')).payload, new RegExp(own))
    const page = (await w.get(kit, own)).payload
    assert.ok(page.includes('The old market.'))
    const parts = await w.db.selectFrom('waymark.statement_part').selectAll().execute()
    assert.deepEqual(
      parts
        .filter((p) => !p.taken_out)
        .map((p) => p.asks)
        .toSorted((a, b) => String(a).localeCompare(String(b))),
      ['contact', 'where', 'who'],
    )
    for (const person of [ada, gus, meg, ivy]) {
      const { rows } = await w.acting(person, (tx) =>
        sql`select from waymark.statement`.execute(tx),
      )
      assert.equal(rows.length, 0, person.name)
      assert.notEqual((await w.get(person, staff())).statusCode, 200)
    }
  })

  it('goes to whom they chose first, with a person and a day, and leads to the plan', async () => {
    assert.match(
      (await w.get(kit, `/me/say/${id}/send`)).payload,
      new RegExp(`value="${ada.id}" checked`),
    )
    const sent = await w.post(kit, `/me/say/${id}/send`, {
      who: 'chosen',
      person: ada.id,
      with: 'alone',
      do: 'send',
    })
    assert.equal(sent.headers.location, `/me/say/${id}?just=sent`)
    const page = (await w.get(kit, own)).payload
    assert.match(page, /Ada Worker answers you by 2 December 2026/)
    assert.match(page, /There is no plan yet/)
    assert.ok((await w.get(ada, '/answers')).payload.includes(staff()))
    const read = (await w.get(ada, staff())).payload
    assert.ok(read.includes('The old market.') && read.includes('<audio'))
    assert.match(read, /Left out\. Do not ask for it/)
    for (const person of [gus, meg, hal, ivy]) {
      assert.notEqual((await w.get(person, staff())).statusCode, 200, person.name)
    }
  })

  it('is answered with a plan: who does what by when, what is told, and a day to look again', async () => {
    const early = await w.post(ada, staff(), { do: 'reply', reply: 'I do this.' })
    assert.equal(early.statusCode, 422)
    assert.match(early.payload, /Say first on which day/)
    assert.ok(early.payload.includes('I do this.'))
    const past = await w.post(ada, staff(), { do: 'review', reviewOn: '1 3 2020', version: '0' })
    assert.match(past.payload, /has not gone by/)
    await w.post(ada, staff(), { do: 'review', reviewOn: '9 12 2026', version: '0' })
    const again = await w.post(ada, staff(), { do: 'review', reviewOn: '10 12 2026', version: '0' })
    assert.equal(again.statusCode, 409)
    const stepless = await w.post(ada, staff(), { do: 'reply', reply: 'I do this.' })
    assert.match(stepless.payload, /at least one step/)
    const step = {
      do: 'step',
      kind: 'tell',
      words: 'I tell you what we found.',
      who: ada.id,
      byDay: '1 12 2026',
    }
    const somebody = await w.post(ada, staff(), { ...step, who: meg.id })
    assert.match(somebody.payload, /Choose somebody from the list/)
    assert.equal((await w.post(ada, staff(), step)).statusCode, 303)
    assert.equal(
      (await w.post(ada, staff(), { do: 'reply', reply: 'We meet on Friday.' })).statusCode,
      303,
    )
    assert.equal((await w.post(ada, staff(), { do: 'reply', reply: 'Twice.' })).statusCode, 409)
    const page = (await w.get(kit, own)).payload
    assert.match(page, /Ada Worker tells you this by 1 December 2026/)
    assert.match(page, /We look at this plan together again by 9 December 2026/)
    assert.match(page, /There is an answer/)
    const done = await w.db.selectFrom('waymark.loved_step').select('id').executeTakeFirstOrThrow()
    await w.post(ada, staff(), { do: 'done', step: done.id })
    assert.match((await w.get(kit, own)).payload, /Done on 25 November 2026/)
    assert.match(
      (await w.get(ada, `/children/${child}`)).payload,
      /The plan, looked at again by 9 December 2026/,
    )
  })

  it('lets nobody be contacted before the young person says yes and a second person agrees', async () => {
    const ask = {
      do: 'contact',
      contactKind: 'family',
      whom: 'My aunt',
      why: 'To ask if she is safe.',
    }
    assert.equal((await w.post(ada, staff(), ask)).statusCode, 303)
    const { id: contact } = await contactRow()
    const sign = `/children/${child}/people-they-love/contacts/${contact}`
    const made = async () =>
      w.post(ada, staff(), {
        do: 'made',
        contact,
        version: String((await contactRow()).version),
        madeWords: 'We called.',
      })
    const signBy = async (who: typeof meg) =>
      w.post(who, sign, {
        signedWhy: 'She is safe to call.',
        version: String((await contactRow()).version),
      })
    assert.equal((await made()).statusCode, 409)
    assert.equal((await w.get(meg, sign)).statusCode, 404, 'a manager before a yes')
    await say('no', 1, contact)
    assert.match((await w.get(kit, own)).payload, /You said no on/)
    assert.equal((await made()).statusCode, 409)
    await say('yes', 2, contact)
    assert.equal((await made()).statusCode, 409, 'nobody else agreed')
    assert.equal((await signBy(ada)).statusCode, 409, 'not whoever asked')
    const shown = (await w.get(meg, sign)).payload
    assert.ok(shown.includes('My aunt') && !shown.includes('The old market.'))
    assert.match(
      (await w.get(meg, `/children/${child}`)).payload,
      /Read whom somebody would like to contact/,
    )
    assert.equal((await signBy(meg)).statusCode, 303)
    // A no, and a yes again, is a new yes: a second person agrees to that one.
    w.setClock(new Date('2026-11-26T10:00:00Z'))
    await say('no', (await contactRow()).version, contact)
    assert.equal((await made()).statusCode, 409)
    await say('yes', (await contactRow()).version, contact)
    assert.equal((await made()).statusCode, 409, 'agreed before that yes')
    w.setClock(new Date('2026-11-26T11:00:00Z'))
    assert.equal((await signBy(meg)).statusCode, 303)
    assert.equal((await made()).statusCode, 303)
    const page = (await w.get(kit, own)).payload
    assert.match(page, /Meg Manager agreed too/)
    assert.ok(page.includes('We called.'))
    await say('no', (await contactRow()).version, contact)
    assert.equal((await contactRow()).child_said, 'yes', 'what was done stays as it was')
  })

  it('is refused by the database too, whoever writes past the pages', async () => {
    const plan = await w.db.selectFrom('waymark.loved_plan').select('id').executeTakeFirstOrThrow()
    const { rows } = await w.acting(ada, (tx) =>
      sql<{
        id: string
      }>`insert into waymark.loved_contact (child_id, plan_id, kind, whom, why, asked_at)
        values (${child}, ${plan.id}, 'consulate', 'The embassy', 'Papers', now()) returning id`.execute(
        tx,
      ),
    )
    const contact = rows[0]?.id ?? ''
    const writes = (who: typeof ada, set: string) =>
      w.acting(who, (tx) =>
        sql.raw(`update waymark.loved_contact set ${set} where id = '${contact}'`).execute(tx),
      )
    await assert.rejects(writes(ada, `child_said = 'yes', child_said_at = now()`), /their own part/)
    await assert.rejects(
      writes(ada, `made_by = '${ada.id}', made_at = now(), made_words = 'x'`),
      /only_as_the_child/,
    )
    await assert.rejects(
      writes(kit, `signed_by = '${kit.id}', signed_at = now(), signed_why = 'x'`),
      /their own part/,
    )
    await writes(kit, `child_said = 'yes', child_said_at = now()`)
    await assert.rejects(
      writes(ada, `signed_by = '${ada.id}', signed_at = now(), signed_why = 'x'`),
      /a_second_person_signs/,
    )
    await assert.rejects(
      writes(ada, `signed_by = '${meg.id}', signed_at = now(), signed_why = 'x'`),
      /signs for themself/,
    )
    const hidden = await w.acting(hal, (tx) =>
      sql`select from waymark.row_history where table_name like 'loved%'`.execute(tx),
    )
    assert.equal(hidden.rows.length, 0)
  })

  it('is theirs to take back: nothing more is planned or done about it', async () => {
    await w.post(kit, `/me/say/${id}/take-back`, { because: 'changed_my_mind' })
    assert.match((await w.get(kit, `/me/say/${id}`)).payload, /You took this back/)
    assert.equal((await w.get(kit, own)).statusCode, 200)
    assert.equal((await w.get(ada, staff())).statusCode, 404)
    const receipt = await w.db
      .selectFrom('waymark.receipt')
      .select('state')
      .where('subject', '=', 'people_i_love')
      .executeTakeFirstOrThrow()
    assert.equal(receipt.state, 'taken_back')
    await aChild(w, { account: joy, organisationId: southmere, allocatedTo: [] })
    assert.equal((await w.get(joy, own)).statusCode, 404)
  })
})
