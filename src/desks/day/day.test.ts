import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { randomUUID } from 'node:crypto'
import type { ChildId } from '#kernel/ids.ts'
import { startClock } from '#domains/clocks/index.ts'
import { aConcern } from '#domains/identification/identification.fixture.ts'
import { aChild } from '#tests/support/builders.ts'
import {
  ada,
  ann,
  ben,
  gus,
  hal,
  harbourTeam,
  hillTeam,
  ivy,
  meg,
  mia,
  northmere,
  sam,
  southmere,
  southTeam,
  type TestPerson,
} from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const DAY = 24 * 60 * 60 * 1000
const main = (payload: string) => /<main[\s\S]*<\/main>/.exec(payload)?.[0] ?? ''
const heading = (payload: string) =>
  [...payload.matchAll(/<h2[^>]*>([\s\S]*?)<\/h2>/g)].map(([, inside]) =>
    inside?.replaceAll(/<[^>]+>/g, '').trim(),
  )

describe('a day', () => {
  let w: World
  let now: Date
  const of = async (who: TestPerson, url: string) => main((await w.get(who, url)).payload)
  const part = (text: string, title: string) =>
    text.split(/<h2/).find((piece) => piece.includes(title)) ?? ''
  const clock = (who: TestPerson, childId: ChildId, rule: string, daysAgo: number) =>
    w.acting(who, (tx) =>
      startClock(tx, {
        childId,
        rule,
        startedAt: new Date(now.getTime() - daysAgo * DAY),
        about: { kind: 'test', id: randomUUID() },
      }),
    )
  const meeting = (child: ChildId, days: number, more: object = {}) =>
    w.db
      .insertInto('waymark.appointment')
      .values({
        child_id: child,
        starts_at: new Date(now.getTime() + days * DAY),
        kind: 'visit',
        with_whom: 'Ada',
        with_id: ada.id,
        place: 'The harbour café',
        why: 'To talk',
        interpreter: 'not_needed',
        ...more,
      })
      .execute()

  before(async () => {
    w = await world()
    now = new Date()
  })

  it('is empty in kind words, and leads to whom one stands beside', async () => {
    const text = await of(gus, '/my-day')
    assert.match(text, /Nothing waits, and nothing is owed in the next two weeks/)
    assert.match(text, /href="\/caseload"/)
  })

  it('gathers what waits for me, what is owed, and what is coming, of my own children only', async () => {
    const kit = await aChild(w, { knownAs: 'Kit', allocatedTo: ada })
    const noor = await aChild(w, { knownAs: 'Noor', allocatedTo: ben })
    await clock(ada, kit, 'care.visit-next', 40)
    await clock(ada, kit, 'care.review-next', 10)
    await clock(ben, noor, 'care.visit-next', 40)
    await meeting(kit, 2)
    await meeting(kit, -2, { place: 'The old library' })
    await meeting(kit, -4, {
      state: 'missed_by_us',
      place: 'School',
      said_sorry: 'I am sorry',
      next_step: 'I come on Thursday',
      next_step_by: 'Ada Worker',
    })
    await aConcern(w, ada, kit)
    await w.db
      .insertInto('waymark.legal_deadline')
      .values({
        child_id: kit,
        area: 'asylum',
        what: 'Send the statement',
        due_on: new Date(now.getTime() + 3 * DAY).toISOString().slice(0, 10),
        set_by: 'Home Office',
        owed_by: 'Bola Law',
      })
      .execute()
    const text = await of(ada, '/my-day')
    assert.doesNotMatch(text, /\bNoor\b/)
    const waiting = part(text, 'Waiting for you')
    assert.match(waiting, /The old library[\s\S]*Nobody has said what became of it/)
    assert.match(waiting, /Waits for one person’s thinking/)
    const owed = part(text, 'Owed to them')
    assert.match(owed, /Send the statement. Who owes it: Bola Law/)
    assert.match(owed, /We did not come on[\s\S]*I come on Thursday. Who owes it: Ada Worker/)
    assert.match(owed, /The next visit, seen alone. Who owes it: The social worker/)
    // A review in five months is not today's.
    assert.doesNotMatch(owed, /review/i)
    assert.match(part(text, 'Coming'), /The harbour café/)
    assert.doesNotMatch(text, /overdue|late\b|\d+%|score/i)
    assert.doesNotMatch(text, /govuk-tag--red|govuk-error/)
  })

  it('is the same by day and by person, with nothing lost', async () => {
    const lists = (await of(ada, '/my-day')).match(/wm-person__action/g)?.length
    const days = await of(ada, '/my-day?by=day')
    const persons = await of(ada, '/my-day?by=person')
    assert.equal(days.match(/wm-person__action/g)?.length, lists)
    assert.equal(persons.match(/wm-person__action/g)?.length, lists)
    assert.ok(heading(days).includes('Today') && heading(persons).includes('Kit'))
    assert.match(await of(ada, '/my-day?by=nonsense&by=x'), /Waiting for you/)
  })

  it('asks a colleague, and not whoever asked, to read a referral before it goes', async () => {
    const child = await aChild(w, {
      knownAs: 'Referred',
      teamId: hillTeam,
      allocatedTo: [ada, ben],
    })
    await w.db
      .insertInto('waymark.nrm_referral')
      .values({
        child_id: child,
        organisation_id: northmere,
        form_commit: 'abcdef1',
        state: 'in_review',
        begun_at: now,
        begun_by: ada.id,
        review_asked_by: ada.id,
        review_asked_at: now,
      })
      .execute()
    assert.doesNotMatch(await of(ada, '/my-day'), /waits for a colleague/)
    assert.match(
      await of(ben, '/my-day'),
      /A referral for help waits for a colleague to read it, asked by Ada Worker/,
    )
    assert.match(await of(hal, '/team-day'), /Referred[\s\S]*waits for a colleague/)
    assert.doesNotMatch(await of(gus, '/my-day'), /waits for a colleague/)
  })

  it('closes a visit we missed once a later one happened', async () => {
    const kit = await aChild(w, { knownAs: 'Robin', allocatedTo: ben })
    const missed = {
      state: 'missed_by_us',
      said_sorry: 'Sorry',
      next_step: 'I ring',
      next_step_by: 'Ben',
      with_id: ben.id,
    }
    await meeting(kit, -5, missed)
    assert.match(await of(ben, '/my-day'), /We did not come on/)
    await meeting(kit, -1, { state: 'held', with_id: ben.id })
    assert.doesNotMatch(await of(ben, '/my-day'), /We did not come on/)
  })

  it('of a team shows allocation, reviews, worries and what else is owed, with whom to ask', async () => {
    const hill = await aChild(w, { knownAs: 'Hill child', teamId: hillTeam, allocatedTo: ben })
    const alone = await aChild(w, { knownAs: 'Alone child', teamId: hillTeam, allocatedTo: [] })
    const other = await aChild(w, {
      knownAs: 'Harbour child',
      teamId: harbourTeam,
      allocatedTo: ada,
    })
    await clock(ben, hill, 'key-worker.allocation', 2)
    await clock(ben, hill, 'care.review-next', 170)
    await clock(ben, hill, 'care.visit-next', 45)
    await clock(ada, other, 'care.review-next', 170)
    await aConcern(w, ben, hill)
    const text = await of(hal, '/team-day')
    assert.doesNotMatch(text, /Harbour child/)
    assert.match(part(text, 'Somebody to stand beside them'), /Hill child[\s\S]*Alone child/)
    assert.match(
      part(text, 'Somebody to stand beside them'),
      new RegExp(`/children/${alone}/beside/add`),
    )
    assert.match(part(text, 'Reviews in'), /Hill child[\s\S]*Beside them: Ben Worker/)
    assert.match(part(text, 'Worries and referrals that wait'), /Hill child/)
    assert.match(part(text, 'What else is owed'), /Hill child[\s\S]*Who owes it/)
    assert.doesNotMatch(text, /overdue|\blate by\b|score/i)
    const chosen = await of(meg, `/team-day?team=${hillTeam}`)
    assert.match(chosen, /Hill child/)
    assert.doesNotMatch(chosen, /Harbour child/)
    assert.match(part(await of(meg, '/team-day'), 'Reviews in'), /Harbour child/)
    // A team that is not the reader's to choose changes nothing.
    assert.doesNotMatch(await of(hal, `/team-day?team=${harbourTeam}`), /Harbour child/)
  })

  it('of an organisation with many teams asks which, and shows the one that is chosen', async () => {
    const many = Array.from({ length: 14 }, (_, n) => ({
      name: `Team ${n}`,
      organisation_id: southmere,
    }))
    await w.db.insertInto('waymark.team').values(many).execute()
    await aChild(w, {
      knownAs: 'South child',
      organisationId: southmere,
      teamId: southTeam,
      allocatedTo: [],
    })
    const text = await of(mia, '/team-day')
    assert.match(text, /Choose one to see its day/)
    assert.doesNotMatch(text, /South child|Reviews in/)
    assert.match(await of(mia, `/team-day?team=${southTeam}`), /South child/)
  })

  it('of a team shows a few of each, and all of one on its own page', async () => {
    for (let n = 0; n < 12; n++) {
      const child = await aChild(w, {
        knownAs: `Reviewed ${n}`,
        teamId: hillTeam,
        allocatedTo: ben,
      })
      await clock(ben, child, 'care.review-next', 175)
    }
    const text = await of(hal, '/team-day')
    assert.equal(part(text, 'Reviews in').match(/wm-person__name/g)?.length, 8)
    assert.match(text, /href="\/team-day\?part=reviews"/)
    const all = await of(hal, '/team-day?part=reviews')
    assert.equal(all.match(/wm-person__name/g)?.length, 13)
    assert.equal(heading(all).filter((h) => h === 'Worries and referrals that wait').length, 0)
  })

  it('writes down who was shown, and is not for those whose day it is not', async () => {
    await w.get(hal, '/team-day')
    const { shown } = await w.db
      .selectFrom('waymark.audit_entry')
      .select('shown')
      .where('action', '=', 'day.team')
      .where('actor_id', '=', hal.id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    assert.ok(shown.length > 0)
    for (const who of [ann, ivy]) assert.equal((await w.get(who, '/my-day')).statusCode, 403)
    assert.equal((await w.get(ada, '/team-day')).statusCode, 403)
  })

  it('says of everybody one stands beside what they want, what is coming, and one thing to do', async () => {
    assert.match(await of(sam, '/caseload'), /You stand beside nobody yet/)
    const robin = await aChild(w, { knownAs: 'Robin Caseload', allocatedTo: gus })
    const quiet = await aChild(w, { knownAs: 'Quiet one', allocatedTo: gus })
    await w.db
      .insertInto('waymark.own_goal')
      .values({
        child_id: robin,
        words: 'Cook for my mum',
        set_on: '2026-11-01',
        said_by: 'young_person',
      })
      .execute()
    await meeting(robin, 3, { with_id: gus.id, with_whom: 'Gus' })
    await clock(gus, robin, 'care.visit-next', 40)
    const text = await of(gus, '/caseload')
    const card = (name: string) =>
      text.split('<section').find((piece) => piece.includes(name)) ?? ''
    assert.match(
      card('Robin Caseload'),
      /Cook for my mum[\s\S]*Gus[\s\S]*Who owes it: The social worker/,
    )
    assert.match(card('Quiet one'), new RegExp(`/children/${quiet}/check-in/with`))
    assert.doesNotMatch(text, /\bKit\b|Hill child/)
  })

  it('is where a worker and a manager begin', async () => {
    assert.equal((await w.get(ada, '/')).headers.location, '/my-day')
    assert.equal((await w.get(meg, '/')).headers.location, '/team-day')
    assert.equal((await w.get(ivy, '/')).headers.location, '/children')
  })
})
