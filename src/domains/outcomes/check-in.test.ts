import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { COOKIE } from '#platform/http/sessions.ts'
import { csrfToken } from '#platform/http/csrf.ts'
import type { ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { aCheckIn } from '#tests/support/check-ins.ts'
import { ada, ben, gus, ivy, kit, meg, mia, sam } from '#tests/support/people.ts'
import { encode, type Fields, world, type World } from '#tests/support/world.ts'

const ARRANGED = {
  company: 'worker',
  who: 'Ada',
  interpreterMode: 'phone',
  interpreterLanguage: 'Tigrinya',
  language: 'en',
  place: 'In the car',
  promptedBy: 'childs_wish',
}

describe('what those beside a young person do about outcomes', () => {
  let w: World
  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
  })

  /** The device after it was handed over: a browser with the young person's session and nothing else. */
  const handedDevice = async (child: ChildId, fields: Fields = ARRANGED, by = ada) => {
    const res = await w.post(by, `/children/${child}/check-in/with`, fields)
    assert.equal(res.statusCode, 303, res.payload.slice(0, 200))
    const token = res.cookies.find((c) => c.name === COOKIE)?.value
    assert.ok(token)
    const session = await w.db
      .selectFrom('waymark.session')
      .select(['id', 'person_id'])
      .where(sql<boolean>`holding ->> 'handed' = 'true'`)
      .where('ended_at', 'is', null)
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow()
    const headers = { cookie: `${COOKIE}=${token}` }
    return {
      to: String(res.headers.location),
      person: session.person_id,
      get: (url: string) => w.app.inject({ url, headers }),
      post: (url: string, form: Fields) =>
        w.app.inject({
          method: 'POST',
          url,
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
          payload: encode({ ...form, _csrf: csrfToken(w.keys.csrf, session.id) }),
        }),
    }
  }

  /** Handing over signed Ada out; the tests after it need her back. */
  const restore = () =>
    w.db
      .updateTable('waymark.session')
      .set({ ended_at: null })
      .where('person_id', '=', ada.id)
      .execute()

  describe('handing over a device', () => {
    it('asks who is there, who interprets, in which language and why now', async () => {
      const child = await aChild(w, { knownAs: 'Noor' })
      const url = `/children/${child}/check-in/with`
      assert.match((await w.get(ada, url)).payload, /Only <bdi>Noor<\/bdi>’s own check-in is open/)
      const res = await w.post(ada, url, { company: '', interpreterMode: 'phone', place: 'Here' })
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /Choose who is with them/)
      assert.match(res.payload, /Choose why now/)
      assert.match(res.payload, /value="Here"/)
    })

    it('refuses an interpreter in a language the young person does not want used', async () => {
      const child = await aChild(w, { knownAs: 'Noor' })
      await w.db
        .insertInto('waymark.child_language')
        .values({ child_id: child, language: 'Tigrinya', never_use: true })
        .execute()
      const res = await w.post(ada, `/children/${child}/check-in/with`, ARRANGED)
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /Noor does not want Tigrinya used with them/)
    })

    it('locks the device to the young person’s part until it is given back', async () => {
      const child = await aChild(w, { knownAs: 'Noor' })
      const adasBefore = w.as(ada)
      const device = await handedDevice(child)
      assert.equal(device.to, '/me/check-in')
      assert.equal(
        (await w.app.inject({ url: `/children/${child}`, headers: adasBefore })).statusCode,
        303,
        'the worker is signed out',
      )
      for (const url of [`/children/${child}`, '/me', '/me/goals', '/children', '/account']) {
        const res = await device.get(url)
        assert.equal(res.statusCode, 403, url)
      }
      assert.equal((await device.get('/home')).headers.location, '/me/check-in')
      const begun = await device.post('/me/check-in', { language: 'en' })
      const at = String(begun.headers.location).replace('/choose', '')
      await device.post(`${at}/choose`, { matters: 'safe-home' })
      await device.post(`${at}/about/safe-home`, { version: '0', state: 'fully', words: 'Warm' })
      await device.post(`${at}/end`, { do: 'share' })
      const row = await w.db
        .selectFrom('waymark.check_in')
        .selectAll()
        .where('child_id', '=', child)
        .executeTakeFirstOrThrow()
      assert.equal(row.voice, 'young_person')
      assert.equal(row.author_id, device.person)
      assert.equal(row.company, 'with_someone')
      assert.equal(row.company_who, 'Ada')
      assert.equal(row.interpreter_mode, 'phone')
      assert.equal(row.interpreter_language, 'Tigrinya')
      assert.equal(row.place, 'In the car')
      const back = await device.post('/me/give-back', {})
      assert.equal(back.headers.location, '/sign-in')
      assert.equal((await device.get('/me/check-in')).statusCode, 303, 'nobody is signed in now')
      const credentials = await w.db
        .selectFrom('waymark.credential')
        .select('person_id')
        .where('person_id', '=', device.person)
        .execute()
      assert.deepEqual(credentials, [], 'the account made for it cannot be signed in to')
      await restore()
    })

    it('opens on it only what its own worker arranged, when two devices are with the young person', async () => {
      const child = await aChild(w, { knownAs: 'Noor', allocatedTo: [ada, meg] })
      const first = await handedDevice(child)
      const second = await handedDevice(child, ARRANGED, meg)
      const begun = await first.post('/me/check-in', { language: 'en' })
      const draft = String(begun.headers.location)
      assert.equal((await first.get(draft)).statusCode, 200)
      assert.equal((await second.get(draft)).statusCode, 404)
      const other = String((await second.post('/me/check-in', { language: 'en' })).headers.location)
      assert.notEqual(other, draft)
      assert.equal((await first.get(other)).statusCode, 404)
      assert.equal((await first.get(draft)).statusCode, 200, 'it is still open where it was begun')
      await restore()
      await w.signIn(meg)
    })

    it('does not open on it what the young person keeps to themselves elsewhere', async () => {
      const child = await aChild(w, { knownAs: 'Kit', account: kit })
      const own = await w.post(kit, '/me/check-in', { language: 'en' })
      const draft = String(own.headers.location)
      const device = await handedDevice(child)
      assert.equal((await device.get(draft)).statusCode, 404)
      assert.doesNotMatch((await device.get('/me/check-in')).payload, new RegExp(draft))
      await device.post('/me/give-back', {})
      assert.equal((await w.get(kit, draft)).statusCode, 200)
      await restore()
    })

    it('is not there for workers the child is not allocated to, nor for readers', async () => {
      const child = await aChild(w, { knownAs: 'Noor' })
      const url = `/children/${child}/check-in/with`
      for (const person of [ben, sam, mia]) {
        assert.equal((await w.post(person, url, ARRANGED)).statusCode, 404, person.name)
      }
      assert.equal((await w.post(ivy, url, ARRANGED)).statusCode, 403)
    })
  })

  describe('a view that is somebody else’s', () => {
    it('stands beside the young person’s words, in its own voice and its own row', async () => {
      const child = await aChild(w, { knownAs: 'Kit', allocatedTo: [ada, gus] })
      await aCheckIn(w, child, {
        answers: { 'safe-home': { state: 'a_little', words: 'Loud at night' } },
      })
      await w.db
        .insertInto('waymark.own_meaning')
        .values({ child_id: child, word: 'home', meaning: 'Where my sister is' })
        .execute()
      const page = await w.get(ada, `/children/${child}/views/write?about=safe-home`)
      assert.match(page.payload, /Loud at night/)
      assert.match(page.payload, /Where my sister is/)
      const res = await w.post(ada, `/children/${child}/views/write`, {
        voice: 'practitioner',
        about: 'safe-home',
        'safe-home--state': 'mostly',
        'safe-home--words': 'Saw the room on Tuesday',
        'safe-home--gets_in_the_way-service': 'The repairs team',
      })
      assert.equal(res.statusCode, 303)
      await w.post(gus, `/children/${child}/views/write`, {
        voice: 'guardian',
        about: 'safe-home',
        'safe-home--state': 'dont_know',
      })
      await w.post(ada, `/children/${child}/views/write`, {
        voice: 'carer',
        saidBy: 'Ms Osei',
        about: 'safe-home',
        'safe-home--state': 'fully',
      })
      const rows = await w.db
        .selectFrom('waymark.check_in as i')
        .innerJoin('waymark.check_in_answer as a', 'a.check_in_id', 'i.id')
        .select(['i.voice', 'i.said_by_name', 'a.state', 'a.reason', 'a.words'])
        .where('i.child_id', '=', child)
        .orderBy('i.started_at')
        .execute()
      assert.deepEqual(
        rows.map((r) => [r.voice, r.said_by_name, r.state ?? r.reason, r.words]),
        [
          ['young_person', null, 'a_little', 'Loud at night'],
          ['practitioner', null, 'mostly', 'Saw the room on Tuesday'],
          ['guardian', null, 'dont_know', null],
          ['carer', 'Ms Osei', 'fully', null],
        ],
      )
    })

    it('says what is missing, and keeps what was typed', async () => {
      const child = await aChild(w)
      const nothing = await w.post(ada, `/children/${child}/views/write`, {
        voice: 'carer',
        about: 'learning',
      })
      assert.equal(nothing.statusCode, 422)
      assert.match(nothing.payload, /Enter the name of the carer/)
      const res = await w.post(ada, `/children/${child}/views/write`, {
        voice: 'practitioner',
        about: ['learning', 'safe-home'],
        'learning--words': 'She <i>asked</i> for books',
      })
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /or that you do not know/)
      assert.match(res.payload, /She &lt;i&gt;asked&lt;\/i&gt; for books/)
    })

    it('is never asked about what only the young person can say', async () => {
      const child = await aChild(w)
      const { rows } = await sql<{ code: string }>`
        select code from waymark.outcome where child_only limit 1`.execute(w.db)
      const only = rows[0]?.code
      assert.ok(only, 'the set has something only the young person can say')
      const choose = await w.get(ada, `/children/${child}/views/new`)
      assert.doesNotMatch(choose.payload, new RegExp(`value="${only}"`))
      const res = await w.get(ada, `/children/${child}/views/write?about=${only}`)
      assert.equal(res.statusCode, 422)
    })
  })

  describe('a check-in that did not happen', () => {
    it('is written down with its reason', async () => {
      const child = await aChild(w, { knownAs: 'Kit' })
      const url = `/children/${child}/check-in/not-held`
      const bad = await w.post(ada, url, { day: '31', month: '2', year: '2026', why: 'Kept' })
      assert.equal(bad.statusCode, 422)
      assert.match(bad.payload, /Choose why there was no check-in/)
      assert.match(bad.payload, /Kept/)
      const late = await w.post(ada, url, {
        reason: 'not_offered',
        day: '1',
        month: '1',
        year: '2999',
      })
      assert.match(late.payload, /today or earlier/)
      const ok = await w.post(ada, url, {
        reason: 'offered_declined',
        day: '3',
        month: 'March',
        year: '2026',
      })
      assert.equal(ok.statusCode, 303)
      const row = await w.db
        .selectFrom('waymark.check_in_not_held')
        .select(['reason', 'on_day', 'recorded_by'])
        .where('child_id', '=', child)
        .executeTakeFirstOrThrow()
      assert.deepEqual(row, {
        reason: 'offered_declined',
        on_day: '2026-03-03',
        recorded_by: ada.id,
      })
      assert.equal((await w.post(ben, url, {})).statusCode, 404)
    })
  })

  describe('a goal', () => {
    it('is written down with them, changes, pauses and comes back, and says who held the pen', async () => {
      const child = await aChild(w, { knownAs: 'Kit' })
      const url = `/children/${child}/goals`
      assert.equal((await w.post(ada, url, { words: '  ' })).statusCode, 422)
      assert.equal((await w.post(ada, url, { words: 'Learn to swim' })).statusCode, 303)
      const goal = async () =>
        w.db
          .selectFrom('waymark.own_goal')
          .selectAll()
          .where('child_id', '=', child)
          .executeTakeFirstOrThrow()
      assert.equal((await goal()).said_by, 'young_person_with_someone')
      const at = `${url}/${(await goal()).id}`
      for (const change of ['paused', 'returned']) {
        const res = await w.post(ada, at, {
          version: String((await goal()).version),
          change,
          say: `now ${change}`,
        })
        assert.equal(res.statusCode, 303, change)
      }
      const again = await w.post(ada, at, { version: '1', change: 'paused', say: 'Too late' })
      assert.equal(again.statusCode, 422)
      assert.match(again.payload, /changed while you were writing/)
      assert.match(again.payload, /Too late/)
      const wrong = await w.post(ada, at, {
        version: String((await goal()).version),
        change: 'returned',
      })
      assert.equal(wrong.statusCode, 422, 'it is wanted already')
      const page = await w.get(meg, url)
      assert.match(page.payload, /now paused/)
      assert.equal((await w.get(ben, url)).statusCode, 404)
      assert.equal((await w.get(ivy, url)).statusCode, 200)
      assert.equal((await w.post(ivy, url, { words: 'No' })).statusCode, 403)
    })
  })
})
