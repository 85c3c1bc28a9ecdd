import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from './support/builders.ts'
import { ada, meg } from './support/people.ts'
import { OUR_SIDE, twoCouncils, type TwoCouncils } from './support/two-councils.ts'
import type { Fields, World } from './support/world.ts'

const WHY = 'Last seen at the station. Section 47 of the Children Act 1989.'
const TOO_MANY =
  /As many questions went to this council today as may in a day\. Ring them, or ask tomorrow/

describe('a question to another council', () => {
  let two: TwoCouncils
  let partner = ''
  let matcher = ''
  let here: ChildId
  let there: ChildId
  const began = new Date()
  const ofChild = () => `/children/${here}/between/ask`

  const asks = (url: string, more: Fields = {}) =>
    two.north.post(meg, url, {
      partner,
      matcher,
      purpose: 'missing',
      why: WHY,
      ...OUR_SIDE,
      ...more,
    })
  const count = async (w: World, table: string) => (await two.rows(w, table)).length

  const born = async (w: World, child: ChildId, name: string) => {
    await w.db
      .insertInto('waymark.child_name')
      .values({ child_id: child, name, kind: 'on_documents', script: 'Latn' })
      .execute()
    await w.db
      .insertInto('waymark.date_of_birth_claim')
      .values({
        child_id: child,
        earliest: '2009-04-12',
        latest: '2009-04-12',
        precision: 'day',
        source: 'document',
      })
      .execute()
  }

  before(async () => {
    two = await twoCouncils()
    partner = await two.idOf(two.north, 'council')
    matcher = await two.idOf(two.north, 'matcher')
    here = await aChild(two.north, { knownAs: 'Siosaia' })
    await born(two.north, here, 'Siosaia Fonoti Vainikolo')
    const sibling = await aChild(two.north, { knownAs: 'Zbyszko' })
    await born(two.north, sibling, 'Zbyszko Krzywousty')
    there = await aChild(two.south, { knownAs: 'Saia' })
    await born(two.south, there, 'Siosaia Fonoti Vainikolo')
    const another = await aChild(two.south, { knownAs: 'Zbyszek' })
    await born(two.south, another, 'Zbyszko Krzywousty')
  })

  it('is not sent without a purpose, nor for one that does not fit, and keeps what was typed', async () => {
    const tries: readonly (readonly [string, string | readonly string[]])[] = [
      [ofChild(), ''],
      [ofChild(), 'later_lives'],
      [ofChild(), 'sport'],
      [ofChild(), ['missing', 'known_elsewhere']],
      ['/between/ask', ''],
      ['/between/ask', 'missing'],
    ]
    for (const [url, purpose] of tries) {
      const res = await asks(url, { purpose })
      assert.equal(res.statusCode, 422, `${url} ${String(purpose)}`)
      const said = /<ul class="govuk-list govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(
        res.payload,
      )?.[1]
      assert.match(said ?? '', /<a href="#purpose">Choose what it is for<\/a>/)
      assert.ok(res.payload.includes(WHY))
      assert.match(res.payload, /value="The duty social worker"/)
      assert.match(res.payload, /value="01632 960 001"/)
      for (const chosen of [partner, matcher, 'at_once'])
        assert.match(res.payload, new RegExp(`value="${chosen}" checked`))
    }
    // As when the field is not sent at all.
    const none = await two.north.post(meg, ofChild(), { partner, matcher, why: WHY, ...OUR_SIDE })
    assert.equal(none.statusCode, 422)
    assert.match(none.payload, /<a href="#purpose">Choose what it is for<\/a>/)
    assert.equal(await count(two.north, 'between_run'), 0)
    assert.equal(await count(two.north, 'between_message'), 0)
  })

  it('about one child is asked by a lead, and by nobody else beside the child', async () => {
    assert.equal((await two.north.get(ada, ofChild())).statusCode, 403)
    const page = await two.north.get(meg, ofChild())
    assert.match(page.payload, /Does another council know <bdi>Siosaia<\/bdi>\?/)
    assert.doesNotMatch(page.payload, /value="later_lives"/)
    assert.equal((await asks(ofChild())).statusCode, 303)
    const [asked] = await two.rows(two.north, 'between_run')
    assert.deepEqual(
      [asked?.['asks'], asked?.['child_id'], asked?.['purpose'], asked?.['state']],
      ['one', here, 'missing', 'asked'],
    )
    const { rows } = await sql<{ child_id: string; detail: unknown }>`
      select child_id, detail from waymark.audit_entry
       where action = 'between.ask' and outcome = 'done' order by id desc limit 1`.execute(
      two.north.db,
    )
    assert.equal(rows[0]?.child_id, here)
    assert.deepEqual(rows[0].detail, { purpose: 'missing', about: 'one' })
  })

  it('about one child tells the other council why, and neither whom nor a name', async () => {
    await two.carry(began)
    const [question] = await two.rows(two.south, 'between_run')
    assert.deepEqual([question?.['asks'], question?.['child_id']], ['one', null])
    const page = await two.south.get(meg, `/between/runs/${String(question?.['id'])}`)
    assert.ok(page.payload.includes(WHY))
    assert.doesNotMatch(page.payload, /Siosaia|Vainikolo/)
  })

  it('about one child compares that child alone, among rows that are nobody', async () => {
    const [question] = await two.rows(two.south, 'between_run')
    const yes = { do: 'accept', version: '1', ...OUR_SIDE }
    const url = `/between/runs/${String(question?.['id'])}`
    assert.equal((await two.south.post(meg, url, yes)).statusCode, 303)
    await two.carry(began)
    const rows = await two.rows(two.north, 'between_row')
    assert.deepEqual(new Set(rows.map((r) => r['child_id']).filter(Boolean)), new Set([here]))
    const [run] = await two.rows(two.north, 'between_run')
    assert.deepEqual([run?.['state'], run?.['rows_sent']], ['compared', 64])
    const pairs = await two.rows(two.north, 'between_pair')
    assert.deepEqual(
      pairs.map((p) => p['child_id']),
      [here],
    )
    const token = pairs[0]?.['token']
    assert.ok(typeof token === 'string')
    const theirs = await two.rows(two.south, 'between_pair', `token = '${token}'`)
    assert.deepEqual(
      theirs.map((p) => p['child_id']),
      [there],
    )
  })

  it('goes ten times in a day to one council and no more, about whomever', async () => {
    // Three about everybody are three of the ten.
    const everybody = { purpose: 'known_elsewhere' }
    for (let n = 2; n <= 4; n++)
      assert.equal((await asks('/between/ask', everybody)).statusCode, 303, `${n}`)
    assert.match((await asks('/between/ask', everybody)).payload, TOO_MANY)
    for (let n = 5; n <= 10; n++) assert.equal((await asks(ofChild())).statusCode, 303, `${n}`)
    const full = await asks(ofChild())
    assert.equal(full.statusCode, 422)
    assert.match(full.payload, TOO_MANY)
    assert.ok(full.payload.includes(WHY))
    // A day later there is room for ten again, of whichever kind comes first.
    two.north.setClock(new Date(Date.now() + 24 * 60 * 60 * 1000))
    await two.north.signIn(meg)
    for (let n = 1; n <= 10; n++) assert.equal((await asks(ofChild())).statusCode, 303, `${n}`)
    assert.match((await asks('/between/ask', everybody)).payload, TOO_MANY)
    assert.equal(await count(two.north, 'between_run'), 20)
  })

  it('is refused by the database too when it is one too many, past the page and from the other side', async () => {
    const [run] = await two.rows(two.north, 'between_run')
    for (const side of ['asks', 'answers']) {
      const again = (asksOf: string) =>
        sql`insert into waymark.between_run (organisation_id, code, partner_id, matcher_id, side, purpose, why, asks, proposal, asked_at)
          select organisation_id, gen_random_uuid(), partner_id, matcher_id, ${side}, purpose, why, ${asksOf}, proposal, now()
            from waymark.between_run where id = ${String(run?.['id'])}`.execute(two.north.db)
      if (side === 'answers') for (let n = 0; n < 10; n++) await again('one')
      for (const asksOf of ['one', 'everybody'])
        await assert.rejects(again(asksOf), /too many questions in a day/)
    }
  })
})
