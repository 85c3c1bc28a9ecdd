import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import {
  ada,
  ann,
  ben,
  hal,
  ivy,
  joy,
  kit,
  meg,
  mia,
  sam,
  southmere,
  zoe,
  type TestPerson,
} from '#tests/support/people.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'

const FORM = {
  kind: 'session',
  title: 'Food at the hostel',
  about: 'We say what we would like to eat.',
  day: '3 7 2031',
  clock: '16:30',
  lasts: 'Two hours, with a break',
  whereItIs: 'The library',
  travelFood: 'We pay your bus. There is rice.',
  thanks: 'A voucher for 20 pounds on the day',
  runsIt: 'Ada and a young trainer',
  lastTime: 'The kitchen is open until ten now.',
}

describe('taking part', () => {
  let w: World
  let child: ChildId
  let elsewhere: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit, allocatedTo: [ada, ben], knownAs: 'Kit of the test' })
    elsewhere = await aChild(w, { organisationId: southmere, allocatedTo: [sam], account: joy })
    assert.equal((await appoint(meg, ada)).statusCode, 303)
    assert.equal((await appoint(mia, sam)).statusCode, 303)
  })

  const appoint = (by: TestPerson, who: TestPerson) =>
    w.post(by, '/taking-part/leads', { person: who.id })
  const putUp = async (fields: Fields = {}, by: TestPerson = ada) => {
    const res = await w.post(by, '/taking-part/new', { ...FORM, ...fields })
    assert.equal(res.statusCode, 303, res.payload.slice(0, 300))
    return String(res.headers.location).split('/').at(-1) ?? ''
  }
  const say = (opportunity: string, answer: string, who: TestPerson = kit) =>
    w.post(who, '/me/taking-part', { opportunity, answer })
  const inADay = () => {
    const at = new Date(Date.now() + 3 * 86_400_000)
    return `${at.getUTCDate()} ${at.getUTCMonth() + 1} ${at.getUTCFullYear()}`
  }
  const confirm = (by: TestPerson = ben) =>
    w.post(by, `/children/${child}/taking-part`, { until: inADay() })
  const inviteKit = (opportunity: string) =>
    w.post(ada, `/taking-part/${opportunity}`, { do: 'invite', child })
  const tryInvite = async (opportunity: string) => (await inviteKit(opportunity)).statusCode

  describe('the board', () => {
    it('is led by somebody appointed, who appointed nobody to it themselves', async () => {
      assert.equal((await appoint(meg, meg)).statusCode, 422)
      assert.equal((await appoint(ada, ben)).statusCode, 403)
      assert.equal((await w.get(ben, '/taking-part/new')).statusCode, 404)
      assert.equal((await w.post(ben, '/taking-part/new', FORM)).statusCode, 404)
      await assert.rejects(
        w.acting(ben, (tx) =>
          sql`insert into waymark.opportunity (organisation_id, kind, title, about, starts_at, lasts, where_it_is, travel_food, thanks, runs_it, last_time)
            select organisation_id, 'group', 'x', 'x', now(), 'x', 'x', 'x', 'x', 'x', 'x' from waymark.person where id = ${ben.id}`.execute(
            tx,
          ),
        ),
        /row-level security/,
      )
    })

    it('says everything before a young person answers: thanks, travel, and what came of the last one', async () => {
      await putUp()
      const { payload } = await w.get(kit, '/me/taking-part')
      for (const text of Object.values(FORM).slice(1, 3)) assert.ok(payload.includes(text), text)
      for (const text of [FORM.thanks, FORM.travelFood, FORM.lastTime, FORM.runsIt, '16:30']) {
        assert.ok(payload.includes(text), text)
      }
    })

    it('cannot be put up without its thanks or what came of the last one, and keeps what was typed', async () => {
      const res = await w.post(ada, '/taking-part/new', { ...FORM, thanks: '', lastTime: ' ' })
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /Write what they get for their time/)
      assert.match(res.payload, /Write what came of the last one/)
      assert.match(res.payload, /Two hours, with a break/)
    })

    it('shows both texts when two change it at once', async () => {
      const id = await putUp()
      await w.post(ada, `/taking-part/${id}/change`, { ...FORM, lasts: 'One hour', version: '1' })
      const res = await w.post(ada, `/taking-part/${id}/change`, {
        ...FORM,
        lasts: 'Three hours',
        version: '1',
      })
      assert.equal(res.statusCode, 409)
      assert.match(res.payload, /Three hours/)
      assert.match(res.payload, /One hour/)
    })

    it('takes an answer and a change of mind; only those who lead read it, and what is taken back is theirs alone', async () => {
      const id = await putUp({ title: 'Bus passes' })
      await say(id, 'tell_me_more')
      const led = await w.get(ada, `/taking-part/${id}`)
      assert.match(led.payload, /Kit of the test<\/bdi> wants to know more/)
      const answer = /name="answer" value="([^"]+)"/.exec(led.payload)?.[1] ?? ''
      await w.post(ada, `/taking-part/${id}`, { do: 'reply', answer, words: 'It is upstairs.' })
      assert.match((await w.get(kit, '/me/taking-part')).payload, /It is upstairs\./)
      for (const other of [ben, meg, hal]) {
        const { payload } = await w.get(other, `/taking-part/${id}`)
        assert.doesNotMatch(payload, /Kit of the test|upstairs/, other.name)
      }
      await say(id, 'taken_back')
      assert.doesNotMatch((await w.get(ada, `/taking-part/${id}`)).payload, /Kit of the test/)
      assert.doesNotMatch((await w.get(kit, '/me/taking-part')).payload, /You said:/)
    })

    it('is not there for another organisation, an analyst, an administrator or an auditor', async () => {
      const id = await putUp({ title: 'Only for Northmere' })
      assert.doesNotMatch((await w.get(joy, '/me/taking-part')).payload, /Only for Northmere/)
      assert.equal((await say(id, 'interested', joy)).statusCode, 404)
      assert.equal((await w.get(sam, `/taking-part/${id}`)).statusCode, 404)
      for (const person of [ann, zoe, ivy]) {
        assert.equal((await w.get(person, '/taking-part')).statusCode, 403, person.name)
        const { rows } = await w.acting(person, (tx) =>
          sql`select from waymark.opportunity`.execute(tx),
        )
        assert.equal(rows.length, 0, person.name)
      }
      assert.equal((await w.get(sam, '/taking-part/new')).statusCode, 200, 'leads elsewhere')
    })
  })

  describe('asking somebody personally', () => {
    it('needs somebody beside them who says until when it is safe', async () => {
      const id = await putUp()
      assert.equal(await tryInvite(id), 422)
      assert.equal((await confirm(meg)).statusCode, 422, 'a manager who does not stand beside them')
      assert.equal((await confirm()).statusCode, 303)
      assert.equal(await tryInvite(id), 303)
      assert.match((await w.get(kit, '/me/taking-part')).payload, /Ada Worker asks if you would/)
      assert.equal(await tryInvite(id), 422, 'once')
    })

    it('holds a month at most', async () => {
      for (const until of ['1 1 2020', '1 1 2035', 'soon', '']) {
        const res = await w.post(ben, `/children/${child}/taking-part`, { until })
        assert.equal(res.statusCode, 422, until)
      }
    })

    it('never happens after they asked not to be asked, and again when they say so', async () => {
      const id = await putUp()
      await confirm()
      await w.post(kit, '/me/taking-part', { wish: 'do-not-ask' })
      assert.equal(await tryInvite(id), 422)
      assert.match((await w.get(ben, `/children/${child}/taking-part`)).payload, /asked not to be/)
      assert.doesNotMatch((await w.get(kit, '/me/taking-part')).payload, /asks if you would/)
      await assert.rejects(
        w.acting(ada, (tx) =>
          sql`insert into waymark.invitation (opportunity_id, child_id, invited_at) values (${id}, ${child}, now())`.execute(
            tx,
          ),
        ),
        /row-level security/,
      )
      await assert.rejects(
        w.acting(ben, (tx) =>
          sql`insert into waymark.taking_part_wish (child_id, do_not_ask) values (${child}, false)`.execute(
            tx,
          ),
        ),
        /row-level security/,
      )
      await w.post(kit, '/me/taking-part', { wish: 'ask' })
      assert.equal(await tryInvite(id), 303)
    })

    it('never happens when they were signed out as missing since, when contact is stopped, or when it was taken back', async () => {
      const id = await putUp()
      await confirm()
      await w.db
        .insertInto('waymark.sessions_ended')
        .values({
          child_id: child,
          why: 'missing',
          sessions: 1,
          devices_forgotten: true,
          ended_by: ada.id,
        })
        .execute()
      assert.equal(await tryInvite(id), 422)
      await confirm()
      assert.equal(await tryInvite(id), 422, 'still away, whatever is said')
      await w.db
        .updateTable('waymark.sessions_ended')
        .set({ told_at: new Date() })
        .where('child_id', '=', child)
        .execute()
      await confirm()
      const { rows } = await sql<{ id: string }>`
        insert into waymark.contact_stop (child_id, voice, stopped_by) values (${child}, 'staff', ${ada.id}) returning id`.execute(
        w.db,
      )
      assert.equal(await tryInvite(id), 422)
      await sql`update waymark.contact_stop set lifted_at = now() where id = ${rows[0]?.id}`.execute(
        w.db,
      )
      await w.post(ben, `/children/${child}/taking-part`, { do: 'end' })
      assert.equal(await tryInvite(id), 422)
      await confirm()
      assert.equal(await tryInvite(id), 303)
    })
  })

  describe('a group', () => {
    const held = async (members: readonly string[] = [child]) => {
      const id = await putUp()
      await say(id, 'interested')
      const res = await w.post(ada, `/taking-part/${id}/record`, {
        day: '1 6 2026',
        talkedAbout: 'What is for dinner',
        member: members,
      })
      assert.equal(res.statusCode, 303, res.payload.slice(0, 300))
      return String(res.headers.location)
    }
    const quoted = async (words: string) => {
      const at = await held()
      assert.equal((await w.post(ada, at, { do: 'quote', from: child, words })).statusCode, 303)
      const { id, version } = await w.db
        .selectFrom('waymark.session_quote')
        .select(['id', 'version'])
        .where('words', '=', words)
        .executeTakeFirstOrThrow()
      return { at, id, version: String(version) }
    }
    const answer = (quote: { id: string; version: string }, fields: Fields) =>
      w.post(kit, '/me/taking-part/groups', { quote: quote.id, version: quote.version, ...fields })
    const reads = async (words: string) => {
      const at = async (name: string, get: Promise<{ payload: string }>) =>
        (await get).payload.includes(words) ? [name] : []
      return [
        ...(await at('young here', w.get(kit, '/me/taking-part/gallery'))),
        ...(await at('staff here', w.get(ben, '/gallery'))),
        ...(await at('young elsewhere', w.get(joy, '/me/taking-part/gallery'))),
        ...(await at('staff elsewhere', w.get(sam, '/gallery'))),
        ...(await at('public', w.app.inject({ url: '/shown' }))),
      ]
    }

    it('puts down only those who said that they are interested', async () => {
      const at = await held([child, elsewhere])
      const { rows } = await sql<{ child_id: string }>`
        select child_id from waymark.group_member where session_id = ${at.split('/').at(-1)}`.execute(
        w.db,
      )
      assert.deepEqual(
        rows.map((r) => r.child_id),
        [child],
      )
    })

    it('is told back to everybody who took part, and to nobody else', async () => {
      const at = await held()
      const before = await w.get(kit, '/me/taking-part/groups')
      assert.match(before.payload, /Nothing is decided yet/)
      await w.post(ada, at, {
        do: 'change',
        version: '1',
        talkedAbout: 'Dinner',
        decided: 'Rice on Fridays',
        cameOf: 'The cook agreed to it',
      })
      const { payload } = await w.get(kit, '/me/taking-part/groups')
      assert.match(payload, /Rice on Fridays/)
      assert.match(payload, /The cook agreed to it/)
      assert.doesNotMatch((await w.get(joy, '/me/taking-part/groups')).payload, /Rice on Fridays/)
      for (const person of [ben, meg, sam]) {
        assert.equal((await w.get(person, at)).statusCode, 404, person.name)
      }
    })

    it('keeps a quote between the young person and the lead until they say yes', async () => {
      const words = 'I want the door to lock'
      const quote = await quoted(words)
      assert.deepEqual(await reads(words), [])
      assert.match((await w.get(ada, quote.at)).payload, /I want the door to lock/)
      assert.match((await w.get(kit, '/me/taking-part/groups')).payload, /I want the door to lock/)
      for (const person of [ben, meg, hal, ivy, ann, zoe, sam, joy]) {
        const { rows } = await w.acting(person, (tx) =>
          sql`select from waymark.session_quote`.execute(tx),
        )
        assert.equal(rows.length, 0, person.name)
      }
      await answer(quote, { do: 'no' })
      assert.doesNotMatch((await w.get(ada, quote.at)).payload, /I want the door to lock/)
    })

    it('is read at the level they chose and no further, under the name they chose, and gone when they stop', async () => {
      const expected = {
        group: [],
        inside: ['young here', 'staff here'],
        published: ['young here', 'staff here', 'public'],
      }
      for (const [level, places] of Object.entries(expected)) {
        const words = `Mine at ${level}`
        const quote = await quoted(`First ${level}`)
        const res = await answer(quote, { do: 'yes', level, words, name: `Star ${level}` })
        assert.equal(res.statusCode, 303, res.payload.slice(0, 300))
        assert.deepEqual(await reads(words), places, level)
        assert.deepEqual(await reads(`Star ${level}`), places)
        assert.deepEqual(await reads(`First ${level}`), [], 'the words the lead wrote')
        const now = String(Number(quote.version) + 1)
        assert.equal((await answer({ ...quote, version: now }, { do: 'stop' })).statusCode, 303)
        assert.deepEqual(await reads(words), [], 'stopped')
      }
    })

    it('asks for a level, keeps what was typed, and shows that it changed meanwhile', async () => {
      const quote = await quoted('Once more')
      const missing = await answer(quote, { do: 'yes', words: 'My better words' })
      assert.equal(missing.statusCode, 422)
      assert.match(missing.payload, /My better words/)
      assert.match(missing.payload, /Choose who may read it/)
      const late = await answer({ ...quote, version: '9' }, { do: 'no' })
      assert.equal(late.statusCode, 409)
      assert.equal(
        (await w.post(joy, '/me/taking-part/groups', { quote: quote.id })).statusCode,
        404,
      )
    })

    it('cannot be said yes to by anybody else, in the database either', async () => {
      const quote = await quoted('Not by others')
      for (const person of [ada, meg, ben]) {
        await w.acting(person, (tx) =>
          sql`update waymark.session_quote set state = 'yes', level = 'published', said_at = now() where id = ${quote.id}`.execute(
            tx,
          ),
        )
      }
      assert.deepEqual(await reads('Not by others'), [])
    })

    it('leaves earlier words to the young person alone', async () => {
      const quote = await quoted('The earlier words')
      await answer(quote, { do: 'yes', level: 'published', words: 'The later words' })
      const of = async (person: TestPerson) =>
        (
          await w.acting(person, (tx) =>
            sql`select from waymark.row_history where row_id = ${quote.id}`.execute(tx),
          )
        ).rows.length
      for (const person of [ada, ben, meg, ivy]) assert.equal(await of(person), 0, person.name)
      assert.equal(await of(kit), 1)
    })
  })
})
