import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, joy, kit, meg, mia } from '#tests/support/people.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'

const version = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

describe('a young person’s check-in', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
    child = await aChild(w, { account: kit, knownAs: 'Kit' })
  })

  const begun = async (fields: Fields = { language: 'en' }) => {
    const res = await w.post(kit, '/me/check-in', fields)
    assert.equal(res.statusCode, 303)
    const id = /check-in\/([0-9a-f-]+)\/choose/.exec(String(res.headers.location))?.[1]
    assert.ok(id)
    return id
  }

  /** Throws away what is still open, so that each test begins its own. */
  const fresh = async (fields?: Fields) => {
    await w.db
      .updateTable('waymark.check_in')
      .set({ status: 'thrown_away' })
      .where('status', '=', 'draft')
      .execute()
    return begun(fields)
  }

  it('says who will see it before anything is asked', async () => {
    const res = await w.get(kit, '/me/check-in')
    assert.equal(res.statusCode, 200)
    assert.match(res.payload, /nobody but you can see what you write/)
    assert.match(res.payload, /Ada Worker/)
    assert.match(res.payload, /does not decide where you live/)
  })

  it('is theirs from the first choice to sharing, and then those beside them can read it', async () => {
    const id = await fresh()
    const chosen = await w.post(kit, `/me/check-in/${id}/choose`, {
      matters: ['safe-home', 'learning'],
    })
    const first = String(chosen.headers.location)
    assert.match(first, /\/about\//)
    const page = await w.get(kit, first)
    assert.match(page.payload, /1 of 2 that you chose/)
    const saved = await w.post(kit, first, {
      version: version(page.payload),
      state: 'changes_a_lot',
      words: 'Some days.\r\nNot <b>others</b>.',
      importance: 'a_lot',
      sinceLast: 'different',
      helps: ['person'],
      'helps-person': 'Ama',
      'gets_in_the_way-law': 'Waiting',
      who: 'someone',
      whoWords: 'My tutor',
    })
    assert.equal(saved.statusCode, 303)
    const second = String(saved.headers.location)
    assert.notEqual(second, first)
    const skipped = await w.post(kit, second, { version: '0', reason: 'not_relevant_to_me' })
    assert.equal(skipped.headers.location, `/me/check-in/${id}/end`)

    const seen = (person: typeof ada) =>
      w.acting(person, (tx) =>
        tx
          .selectFrom('waymark.check_in_answer')
          .select(['words', 'state', 'reason', 'kind'])
          .where('check_in_id', '=', id)
          .execute(),
      )
    assert.deepEqual(await seen(ada), [], 'nobody else reads a draft')

    const end = await w.get(kit, `/me/check-in/${id}/end`)
    assert.match(end.payload, /Not &lt;b&gt;others&lt;\/b&gt;/)
    assert.match(end.payload, /A person: Ama/)
    const shared = await w.post(kit, `/me/check-in/${id}/end`, { do: 'share' })
    assert.equal(shared.headers.location, `/me/check-in/${id}?just=shared`)

    const rows = await seen(ada)
    assert.equal(rows.length, 2)
    const said = rows.find((r) => r.kind === 'state')
    assert.equal(said?.state, 'changes_a_lot')
    assert.equal(said?.words, 'Some days.\nNot <b>others</b>.')
    assert.equal(rows.find((r) => r.kind === 'reason')?.reason, 'not_relevant_to_me')
    assert.deepEqual(await seen(ben), [])
    assert.deepEqual(await seen(mia), [])
    const influences = await w.acting(meg, (tx) =>
      tx
        .selectFrom('waymark.check_in_influence')
        .select(['direction', 'level', 'words'])
        .where('check_in_id', '=', id)
        .orderBy('direction')
        .execute(),
    )
    assert.deepEqual(influences, [
      { direction: 'gets_in_the_way', level: 'law', words: 'Waiting' },
      { direction: 'helps', level: 'person', words: 'Ama' },
    ])
  })

  it('asks for an answer or one of the other ways, and keeps what was typed', async () => {
    const id = await fresh()
    await w.post(kit, `/me/check-in/${id}/choose`, { matters: 'safe-home' })
    const res = await w.post(kit, `/me/check-in/${id}/about/safe-home`, {
      version: '0',
      words: 'kept <i>as typed</i>',
      'helps-service': 'The youth club',
    })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Choose how this is for you, or press one of the other buttons/)
    assert.match(res.payload, /kept &lt;i&gt;as typed&lt;\/i&gt;/)
    assert.match(res.payload, /value="The youth club"/)
    const long = await w.post(kit, `/me/check-in/${id}/about/safe-home`, {
      version: '0',
      state: 'mostly',
      words: 'x'.repeat(5001),
    })
    assert.equal(long.statusCode, 422)
    assert.match(long.payload, /5,000 letters or fewer/)
  })

  it('loses nothing when the session ends half way', async () => {
    const id = await fresh()
    await w.post(kit, `/me/check-in/${id}/choose`, { matters: ['safe-home', 'learning'] })
    await w.post(kit, `/me/check-in/${id}/about/safe-home`, {
      version: '0',
      state: 'a_little',
      words: 'Before the bus came',
    })
    const out = await w.app.inject({ url: '/me' })
    assert.equal(out.statusCode, 303, 'nobody is signed in')
    const late = await w.app.inject({
      method: 'POST',
      url: `/me/check-in/${id}/about/learning`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'state=mostly&words=Too+late',
    })
    assert.equal(late.statusCode, 401)
    const home = await w.get(kit, '/me')
    assert.match(home.payload, new RegExp(`/me/check-in/${id}/choose`))
    const again = await w.get(kit, `/me/check-in/${id}/about/safe-home`)
    assert.match(again.payload, /Before the bus came/)
    assert.match(again.payload, /You said: A little/)
  })

  it('shows both texts when it was written in two places, and overwrites neither', async () => {
    const id = await fresh()
    await w.post(kit, `/me/check-in/${id}/choose`, { matters: 'safe-home' })
    const url = `/me/check-in/${id}/about/safe-home`
    const page = await w.get(kit, url)
    const old = version(page.payload)
    await w.post(kit, url, { version: old, state: 'mostly', words: 'From the phone' })
    const clash = await w.post(kit, url, { version: old, state: 'fully', words: 'From the tablet' })
    assert.equal(clash.statusCode, 409)
    assert.match(clash.payload, /You wrote this in two places/)
    assert.match(clash.payload, /From the phone/)
    assert.match(clash.payload, /From the tablet/)
    const kept = async () =>
      w.db
        .selectFrom('waymark.check_in_answer')
        .select('words')
        .where('check_in_id', '=', id)
        .executeTakeFirstOrThrow()
    assert.equal((await kept()).words, 'From the phone')
    const settled = await w.post(kit, url, {
      version: version(clash.payload),
      state: 'fully',
      words: 'From the tablet, and the phone',
    })
    assert.equal(settled.statusCode, 303)
    assert.equal((await kept()).words, 'From the tablet, and the phone')
  })

  it('keeps what was chosen and not answered as skipped, having said so', async () => {
    const id = await fresh()
    await w.post(kit, `/me/check-in/${id}/choose`, { matters: ['safe-home', 'learning'] })
    await w.post(kit, `/me/check-in/${id}/about/learning`, { version: '0', reason: 'dont_know' })
    const end = await w.get(kit, `/me/check-in/${id}/end`)
    assert.match(end.payload, /If you share now, it is kept as: Skip/)
    await w.post(kit, `/me/check-in/${id}/end`, { do: 'share' })
    const reasons = await w.db
      .selectFrom('waymark.check_in_answer')
      .select('reason')
      .where('check_in_id', '=', id)
      .orderBy('reason')
      .execute()
    assert.deepEqual(
      reasons.map((r) => r.reason),
      ['dont_know', 'skipped'],
    )
  })

  it('may be about nothing at all today, and may be kept or thrown away', async () => {
    const id = await fresh()
    const none = await w.post(kit, `/me/check-in/${id}/choose`, {
      none: 'yes',
      matters: 'learning',
    })
    assert.equal(none.headers.location, `/me/check-in/${id}/end`)
    const end = await w.get(kit, `/me/check-in/${id}/end`)
    assert.match(end.payload, /That is all right/)
    const nothing = await w.post(kit, `/me/check-in/${id}/end`, { do: 'share' })
    assert.equal(nothing.statusCode, 422)
    await w.post(kit, `/me/check-in/${id}/end`, { do: 'throw-away' })
    const row = await w.db
      .selectFrom('waymark.check_in')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    assert.equal(row.status, 'thrown_away', 'not removed')
    const seen = await w.acting(ada, (tx) =>
      tx.selectFrom('waymark.check_in').select('id').where('id', '=', id).execute(),
    )
    assert.deepEqual(seen, [])
  })

  it('takes out what is no longer chosen, and brings it back when it is', async () => {
    const id = await fresh()
    await w.post(kit, `/me/check-in/${id}/choose`, { matters: 'safe-home' })
    await w.post(kit, `/me/check-in/${id}/about/safe-home`, {
      version: '0',
      state: 'mostly',
      words: 'Second thoughts',
    })
    await w.post(kit, `/me/check-in/${id}/choose`, { matters: 'learning' })
    assert.doesNotMatch((await w.get(kit, `/me/check-in/${id}/end`)).payload, /Second thoughts/)
    await w.post(kit, `/me/check-in/${id}/choose`, { matters: 'safe-home' })
    assert.match((await w.get(kit, `/me/check-in/${id}/end`)).payload, /Second thoughts/)
    await w.post(kit, `/me/check-in/${id}/choose`, { matters: 'learning' })
    await w.post(kit, `/me/check-in/${id}/end`, { do: 'share' })
    const seen = await w.acting(ada, (tx) =>
      tx
        .selectFrom('waymark.check_in_answer')
        .select('words')
        .where('check_in_id', '=', id)
        .execute(),
    )
    assert.deepEqual(
      seen.map((r) => r.words),
      [null],
    )
  })

  it('can be taken back: that it was shared stays, the words are theirs alone', async () => {
    const id = await fresh()
    await w.post(kit, `/me/check-in/${id}/choose`, { matters: 'safe-home' })
    await w.post(kit, `/me/check-in/${id}/about/safe-home`, {
      version: '0',
      state: 'mostly',
      words: 'Not for everybody',
    })
    await w.post(kit, `/me/check-in/${id}/end`, { do: 'share' })
    await w.post(kit, `/me/check-in/${id}/take-back`, { because: 'too_many_people_see_it' })
    const words = (person: typeof ada) =>
      w.acting(person, (tx) =>
        tx
          .selectFrom('waymark.check_in_answer')
          .select('words')
          .where('check_in_id', '=', id)
          .execute(),
      )
    assert.deepEqual(await words(ada), [])
    assert.deepEqual(
      (await words(kit)).map((r) => r.words),
      ['Not for everybody'],
    )
    const known = await w.acting(ada, (tx) =>
      tx
        .selectFrom('waymark.check_in')
        .select(['status', 'withdrawn_reason'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    assert.deepEqual(known, { status: 'withdrawn', withdrawn_reason: 'too_many_people_see_it' })
  })

  it('is in the language they choose, with its direction, and says when words are a draft', async () => {
    const id = await fresh({ language: 'ar' })
    const page = await w.get(kit, `/me/check-in/${id}/choose`)
    assert.match(page.payload, /<html[^>]* lang="ar"/)
    assert.match(page.payload, /dir="rtl"/)
    assert.match(page.payload, /ما يهمني/)
    assert.match(page.payload, /لم يراجعها أحد بعد/)
    const home = await w.get(kit, '/me?in=cy')
    assert.match(home.payload, /Helo, Kit/)
  })

  it('asks in English, saying so, in a language that neither the pages nor the framework have', async () => {
    const id = await fresh()
    await w.db
      .updateTable('waymark.check_in')
      .set({ language: 'so' })
      .where('id', '=', id)
      .execute()
    const page = await w.get(kit, `/me/check-in/${id}/about/safe-home`)
    assert.equal(page.statusCode, 200)
    assert.match(page.payload, /<html[^>]* lang="en"/)
    assert.match(page.payload, /<h1[^>]* lang="en" dir="ltr"/)
    assert.match(page.payload, /Not yet in Somali/)
  })

  it('is nowhere to be found for anybody else', async () => {
    const id = await fresh()
    for (const url of [
      `/me/check-in/${id}/choose`,
      `/me/check-in/${id}/end`,
      `/me/check-in/${id}`,
    ]) {
      assert.equal((await w.get(joy, url)).statusCode, 404, 'a young person without a record')
      assert.equal((await w.get(ada, url)).statusCode, 403)
      assert.equal((await w.get(ann, url)).statusCode, 403)
    }
    const far = await aChild(w, { account: joy, organisationId: mia.organisationId })
    assert.ok(far)
    assert.equal((await w.get(joy, `/me/check-in/${id}/choose`)).statusCode, 404)
    assert.equal((await w.post(joy, `/me/check-in/${id}/end`, { do: 'share' })).statusCode, 404)
  })

  it('is begun once and shared once when a button is pressed twice at once', async () => {
    await w.db
      .updateTable('waymark.check_in')
      .set({ status: 'thrown_away' })
      .where('status', '=', 'draft')
      .execute()
    const begun = await Promise.all([1, 2, 3].map(() => w.post(kit, '/me/check-in', {})))
    const places = new Set(begun.map((r) => String(r.headers.location)))
    assert.equal(places.size, 1)
    const at = [...places][0]?.replace('/choose', '') ?? ''
    await w.post(kit, `${at}/choose`, { matters: ['safe-home', 'learning'] })
    const shared = await Promise.all([1, 2, 3].map(() => w.post(kit, `${at}/end`, { do: 'share' })))
    assert.deepEqual(
      shared.map((r) => r.statusCode),
      [303, 303, 303],
    )
  })

  it('keeps earlier versions of a draft from everybody but its author', async () => {
    const id = await fresh()
    await w.post(kit, `/me/check-in/${id}/choose`, { matters: 'safe-home' })
    const url = `/me/check-in/${id}/about/safe-home`
    await w.post(kit, url, { version: '0', state: 'mostly', words: 'First try' })
    await w.post(kit, url, { version: '1', state: 'mostly', words: 'Second try' })
    await w.post(kit, `/me/check-in/${id}/end`, { do: 'share' })
    const history = (person: typeof ada) =>
      w.acting(person, async (tx) => {
        const { rows } = await sql<{ words: string | null }>`
          select was ->> 'words' as words from waymark.row_history
          where child_id = ${child} and table_name = 'check_in_answer' and was ->> 'check_in_id' = ${id}`.execute(
          tx,
        )
        return rows.map((r) => r.words)
      })
    assert.deepEqual(await history(ada), [])
    assert.deepEqual(await history(kit), ['First try'])
  })
})
