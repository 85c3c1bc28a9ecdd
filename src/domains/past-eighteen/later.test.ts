import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { ada, ann, ben, kit, meg, sam, sys } from '#tests/support/people.ts'
import { around, main, on } from '#tests/support/systems.ts'
import { tellPointsDue } from './follow-up/tell-due.ts'
import { asksOfTheStory } from './story.rules.ts'

const HERE = 'past-eighteen'
const refused = (error: unknown) => {
  assert.match(String(error), /row-level security|only they begin/)
  return true
}

describe('a light watch, agreed', () => {
  const a = around()
  before(() => a.open({ bornOn: '2008-05-01', allocatedTo: [ada, ben] }))
  const agreed = {
    asks: 'Ask me if I sleep',
    often: 'week',
    asker: ada.id,
    sign: 'When I stop singing',
    version: '0',
  }

  it('is theirs: what is asked, how often, by whom, and signs they chose themselves', async () => {
    assert.match(await a.page(HERE), /They have not agreed to anything here/)
    const res = await a.w.post(kit, '/me/later/check', { ...agreed, asker: 'somebody' })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Ask me if I sleep/)
    assert.equal((await a.w.post(kit, '/me/later/check', agreed)).statusCode, 303)
    const page = await a.page(HERE)
    assert.match(
      page,
      /Ask me if I sleep[\s\S]*Every week, by <bdi>Ada Worker<\/bdi>\. Next on 2 December 2026/,
    )
    assert.match(page, /When I stop singing/)
    assert.match(
      main((await a.w.get(ada, '/my-day')).payload),
      /Wants to be asked, as you agreed together/,
    )
    assert.doesNotMatch(main((await a.w.get(ben, '/my-day')).payload), /Wants to be asked/)
  })

  it('keeps what they said when somebody asked, and why where there is nothing', async () => {
    const asked = { ...on('askedOn', '2026-11-25'), went: 'said', words: '', language: 'en' }
    assert.match((await a.post(`${HERE}/watch/asked`, asked)).payload, /Enter what they said/)
    assert.equal(
      (await a.post(`${HERE}/watch/asked`, { ...asked, words: 'I sleep' })).statusCode,
      303,
    )
    assert.match(
      await a.page(HERE),
      /25 November 2026: They said something \(asked by Ada Worker\)[\s\S]*I sleep/,
    )
  })

  it('stops at once when they say so, and only they begin it again', async () => {
    assert.equal((await a.w.post(kit, '/me/later/check/stop')).statusCode, 303)
    assert.match(await a.page(HERE), /Stopped by them\. Only they begin it again/)
    assert.equal((await a.w.get(ada, a.url(`${HERE}/watch/asked`))).statusCode, 404)
    const again = { ...agreed, language: 'en', version: '2' }
    assert.match((await a.post(`${HERE}/watch`, again)).payload, /They stopped this themselves/)
    await assert.rejects(
      a.w.acting(ada, (tx) =>
        sql`insert into waymark.own_watch_asked (child_id, asked_on, went) values (${a.child}, '2026-11-25', 'all_right')`.execute(
          tx,
        ),
      ),
      refused,
    )
    await assert.rejects(
      a.w.acting(ada, (tx) =>
        sql`update waymark.own_watch set state = 'on', stopped_at = null, stopped_by_them = false, agreed_by = 'child_with_someone' where child_id = ${a.child}`.execute(
          tx,
        ),
      ),
      refused,
    )
    assert.equal(
      (await a.w.post(kit, '/me/later/check', { ...agreed, sign: '', version: '2' })).statusCode,
      303,
    )
  })

  it('takes a sign away when they no longer want it there', async () => {
    const { rows } = await sql<{
      id: string
    }>`select id from waymark.own_watch_sign where child_id = ${a.child}`.execute(a.w.db)
    await a.w.post(kit, '/me/later/check/signs', { sign: rows[0]?.id ?? '' })
    assert.doesNotMatch(await a.page(HERE), /When I stop singing/)
  })
})

describe('being asked again later', () => {
  const a = around()
  before(() => a.open({ bornOn: '2008-05-01' }))
  const point = async (months: number) => {
    const { rows } = await sql<{ id: string; outcome: string | null }>`
      select id, outcome from waymark.follow_up_point where child_id = ${a.child} and months = ${months}`.execute(
      a.w.db,
    )
    return rows[0] ?? { id: '', outcome: null }
  }
  const questions = async () =>
    (
      await sql<{
        id: string
      }>`select id from waymark.service_question where organisation_id is null order by place`.execute(
        a.w.db,
      )
    ).rows.map((r) => r.id)

  it('is agreed step by step, apart from care: a yes to one is a yes to no other', async () => {
    assert.equal(
      (await a.w.post(kit, '/me/later/asking', { steps: ['contacted', 'asked'] })).statusCode,
      303,
    )
    const page = await a.page(HERE)
    assert.match(
      page,
      /We may ask them how services are: <strong>yes[\s\S]*Their answers may go to research, under no name: <strong>no/,
    )
    assert.match(
      page,
      /At entry, 25 November 2026: Nobody has written[\s\S]*After 3 months, 25 February 2027: Still to come[\s\S]*After 5 years/,
    )
  })

  it('tells them once that their day has come, where they said it is safe, and nobody who did not agree', async () => {
    const way = await sql<{ id: string }>`
      insert into waymark.contact_way (child_id, channel, address, given_by) values (${a.child}, 'email', 'kit@invented.example', 'young_person') returning id`.execute(
      a.w.db,
    )
    await sql`insert into waymark.notice_wish (child_id, wanted, way_id, reasons, quiet_from, quiet_until, language)
      values (${a.child}, true, ${way.rows[0]?.id}, '{other}', '20:00', '09:00', 'en')`.execute(
      a.w.db,
    )
    const tell = () => a.w.acting(sys, (tx) => tellPointsDue(tx, new Date('2026-11-25T03:30:00Z')))
    assert.equal(await tell(), 1)
    assert.equal(await tell(), 0)
    const { rows } = await sql<{
      reason: string
    }>`select reason from waymark.notice where child_id = ${a.child}`.execute(a.w.db)
    assert.deepEqual(rows, [{ reason: 'other' }])
    await sql`insert into waymark.consent_step (child_id, step, given, said_by, written_by) values (${a.child}, 'contacted', false, 'child', ${kit.id})`.execute(
      a.w.db,
    )
    await sql`update waymark.notice set queued_at = '2026-01-01', next_try_at = '2026-01-01' where child_id = ${a.child}`.execute(
      a.w.db,
    )
    assert.equal(await tell(), 0)
    assert.equal(
      main((await a.w.get(ada, '/my-day')).payload).includes('Agreed to be asked again'),
      false,
    )
    await a.w.post(kit, '/me/later/asking', { steps: ['contacted', 'asked'] })
    assert.match(
      main((await a.w.get(ada, '/my-day')).payload),
      /Agreed to be asked again\. At entry/,
    )
  })

  it('asks of services, one question a page, with every way not to answer, and keeps their words', async () => {
    const { id } = await point(0)
    const [first = '', second = ''] = await questions()
    const list = main((await a.w.get(kit, `/me/later/asking/${id}`)).payload)
    assert.match(list, /Did people listen to what you wanted/)
    const url = `/me/later/asking/${id}/${first}`
    const long = await a.w.post(kit, url, { answer: '', words: 'They did not' })
    assert.match(long.payload, /Choose one of these[\s\S]*They did not/)
    const next = await a.w.post(kit, url, { answer: 'no', words: 'They did not' })
    assert.equal(next.headers.location, `/me/later/asking/${id}/${second}`)
    assert.equal((await point(0)).outcome, 'answered')
    assert.match(await a.page(HERE), /At entry, 25 November 2026: They answered, 25 November 2026/)
    assert.equal((await a.w.get(kit, `/me/later/asking/${(await point(3)).id}`)).statusCode, 404)
    for (const who of [ada, meg, ann]) {
      const read = await a.w.acting(who, (tx) =>
        sql`select * from waymark.follow_up_answer`.execute(tx),
      )
      assert.deepEqual(read.rows, [], who.name)
    }
    await assert.rejects(
      a.w.acting(ada, (tx) =>
        sql`insert into waymark.follow_up_answer (child_id, point_id, question_id, answer, private_to, at) values (${a.child}, ${id}, ${second}, 'yes', ${kit.id}, now())`.execute(
          tx,
        ),
      ),
      refused,
    )
  })

  it('keeps a reason where there is no answer, and moves a day as agreed', async () => {
    const { id } = await point(3)
    const moved = {
      ...on('dueOn', '2026-11-20'),
      outcome: 'not_safe',
      ...on('closedOn', '2026-11-24'),
      version: '1',
    }
    assert.equal((await a.post(`${HERE}/follow-up/${id}`, moved)).statusCode, 303)
    assert.match(
      await a.page(HERE),
      /After 3 months, 20 November 2026: It was not safe to reach them/,
    )
    assert.equal((await a.post(`${HERE}/follow-up/${id}`, moved)).statusCode, 409)
  })

  it('stops at once, closes what was open, and nobody else says yes for them again', async () => {
    await a.w.post(kit, '/me/later/asking/stop')
    assert.equal((await point(6)).outcome, 'stopped')
    assert.equal((await point(0)).outcome, 'answered')
    const yes = { contacted: 'yes', asked: 'yes', counted: 'no', research: 'no', linked: 'no' }
    const res = await a.post(`${HERE}/follow-up`, yes)
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /They said no to this on their own page/)
    await assert.rejects(
      a.w.acting(ada, (tx) =>
        sql`insert into waymark.consent_step (child_id, step, given, said_by) values (${a.child}, 'asked', true, 'child_with_someone')`.execute(
          tx,
        ),
      ),
      refused,
    )
    await a.w.post(kit, '/me/later/asking', { steps: 'contacted' })
    assert.equal((await point(6)).outcome, null)
  })

  it('never asks of the story: a question of that class is refused on the page and by the database', async () => {
    const add = (question: string, about = 'home') =>
      a.w.post(ann, '/questions-about-services', { question, about })
    assert.equal((await add('What would make your home better?')).statusCode, 303)
    assert.match(
      (await add('Is it good?', 'what_happened')).payload,
      /Choose which service it is about/,
    )
    const barred = [
      'What happened to you before you came here?',
      'Who made you work?',
      'Were you forced to do anything?',
      'How did you travel to this country?',
      'Did you tell the police about your exploitation?',
    ]
    for (const question of barred) {
      const res = await add(question)
      assert.equal(res.statusCode, 422, question)
      assert.match(res.payload, /This asks about what happened to somebody/)
      await assert.rejects(
        a.w.acting(ann, (tx) =>
          sql`insert into waymark.service_question (organisation_id, place, about, question, from_day) values (waymark.actor_organisation(), 500, 'home', ${question}, '2026-11-25')`.execute(
            tx,
          ),
        ),
        /never_the_story/,
      )
    }
    const { rows } = await sql<{
      question: string
    }>`select question from waymark.service_question`.execute(a.w.db)
    const tried = [
      ...barred,
      ...rows.map((r) => r.question),
      'Is the gang of nurses kind',
      'A sexton',
      'Who helped you?',
    ]
    for (const question of tried) {
      const found = await sql<{
        it: boolean
      }>`select waymark.asks_of_the_story(${question}) as it`.execute(a.w.db)
      assert.equal(found.rows[0]?.it, asksOfTheStory(question), question)
    }
    assert.doesNotMatch(
      (await a.w.get(meg, '/questions-about-services')).payload,
      /happened to you/,
    )
    assert.equal((await a.w.get(ada, '/questions-about-services')).statusCode, 403)
    assert.equal((await a.w.get(sam, a.url(HERE))).statusCode, 404)
  })
})
