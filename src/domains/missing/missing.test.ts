import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { clocksOf, pauseClock, stopClock } from '#domains/clocks/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, gus, hal, ivy, kit, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { moment, REPORT, reported } from './missing.fixture.ts'

const NOW = new Date('2026-11-21T10:30:00Z')
const RULE = 'missing.search-review'

describe('a child who is missing', () => {
  let w: World
  let child: ChildId
  let at: string
  const page = async (url: string, who = ada) => (await w.get(who, url)).payload
  const clocks = async (of: ChildId, rule: string) =>
    (await w.acting(ada, (tx) => clocksOf(tx, of))).filter((c) => c.rule === rule)
  const refused = (constraint: string) => (error: unknown) => {
    assert.ok(error instanceof Error && 'constraint' in error, String(error))
    assert.equal(error.constraint, constraint)
    return true
  }

  before(async () => {
    w = await world()
    w.setClock(NOW)
    child = await aChild(w, { allocatedTo: [ada, ben], account: kit, bornOn: '2008-11-01' })
  })

  it('has a plain sentence for what cannot be, and keeps what was typed', async () => {
    const url = `/children/${child}/missing/report`
    const say = async (fields: object) => {
      const res = await w.post(ada, url, { ...REPORT, ...fields })
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /A green coat/)
      return res.payload
    }
    assert.match(await say(moment('since', '2026-11-21 11:00')), /must not lie ahead of now/)
    assert.match(await say({ 'since-day': '31', 'since-month': '2' }), /Enter the day since which/)
    assert.match(await say({ sinceTime: '25:00' }), /Enter the time of day/)
    assert.match(await say({ kind: 'lost' }), /Choose whether they are missing or away/)
    assert.match(await say({ risk: ' ' }), /Enter what you fear for them, and why/)
    assert.match(await say({ risk: 'a'.repeat(5001) }), /5,000 characters or fewer/)
  })

  it('is signed out of their own pages on every device, in the same act', async () => {
    assert.equal((await w.get(kit, '/me')).statusCode, 200)
    at = await reported(w, ada, child)
    assert.notEqual((await w.get(kit, '/me')).statusCode, 200)
    const { rows } = await sql<{ why: string; devices: boolean }>`
      select why, devices_forgotten as devices from waymark.sessions_ended where child_id = ${child}`.execute(
      w.db,
    )
    assert.deepEqual(rows, [{ why: 'missing', devices: true }])
  })

  it('is not reported a second time while the first is open, and nothing typed is lost', async () => {
    const res = await w.post(ben, `/children/${child}/missing/report`, REPORT)
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /They are missing already/)
    assert.match(res.payload, /A green coat/)
    await assert.rejects(
      sql`insert into waymark.missing_episode (child_id, kind, missing_since, last_seen_place, risk, reported_by)
        values (${child}, 'missing', '2026-11-21T09:00Z', 'x', 'x', ${ada.id})`.execute(w.db),
      refused('no_overlap_of_episodes'),
    )
  })

  it('shows who was told, what was done and how, and stands in the list until something was done', async () => {
    assert.match(await page(at), /Nobody has written down that the police were told/)
    assert.match(await page('/missing'), /Write what was done/)
    const told = { whom: 'police', name: 'PC 41', ...moment('at', '2026-11-21 09:00') }
    assert.equal((await w.post(ada, `${at}/told`, told)).statusCode, 303)
    assert.match(await page(at), /their reference is not written down yet/)
    const early = await w.post(ada, `${at}/told`, { ...told, ...moment('at', '2026-11-20 09:00') })
    assert.match(early.payload, /this cannot come before/)
    assert.match(early.payload, /PC 41/)
    const done = {
      body: 'police',
      did: 'Came to the house',
      treated: 'as_less',
      ...moment('at', '2026-11-21 10:00'),
    }
    assert.equal((await w.post(ada, `${at}/response`, done)).statusCode, 303)
    assert.match(await page(at), /Came to the house[\s\S]*As less than that/)
    assert.doesNotMatch(await page('/missing'), /Write what was done/)
  })

  it('is looked for on the board, with a clock that nobody silences', async () => {
    assert.match(await page('/missing'), /not looked at yet, the next look is owed by 22 November/)
    const [clock] = await clocks(child, RULE)
    assert.ok(clock?.about)
    const which = { rule: RULE, about: clock.about, at: NOW }
    const stopped = w.acting(ada, (tx) => stopClock(tx, { ...which, how: 'done' }))
    await assert.rejects(stopped, refused('search_clock_stays'))
    const never = { ...which, how: 'no-longer-owed', reason: 'x' } as const
    await assert.rejects(
      w.acting(meg, (tx) => stopClock(tx, never)),
      refused('search_clock_stays'),
    )
    await assert.rejects(
      w.acting(meg, (tx) => pauseClock(tx, { ...which, reason: 'x' })),
      refused('search_clock_stays'),
    )
    const here = `/children/${child}/clocks/${clock.id}`
    assert.match(await page(here), /Nobody stops or moves this clock by hand/)
    for (const act of ['stop', 'pause', 'correct']) {
      assert.equal((await w.get(ada, `${here}/${act}`)).statusCode, 404)
      assert.equal((await w.post(meg, `${here}/${act}`, { version: '1' })).statusCode, 404)
    }
    assert.doesNotMatch(await page(`/children/${child}/clocks/start`), /A look at the search/)
  })

  it('is owed the next look from the last one', async () => {
    w.setClock(new Date('2026-11-21T18:00:00Z'))
    const lacking = await w.post(ada, `${at}/review`, { known: 'A friend saw them', police: 'yes' })
    assert.match(lacking.payload, /Enter what is done next/)
    assert.match(lacking.payload, /A friend saw them/)
    const look = { known: 'A friend saw them', next: 'Go to the station', police: 'yes' }
    assert.equal((await w.post(ada, `${at}/review`, look)).statusCode, 303)
    const running = await clocks(child, RULE)
    assert.equal(running.length, 1)
    assert.equal(running[0]?.dueAt?.toISOString(), '2026-11-22T18:00:00.000Z')
    assert.match(await page('/missing'), /looked at 21 November 2026 at 6:00pm/)
  })

  it('is not closed by one person, nor by turning 18', async () => {
    const close = { because: 'turned_eighteen', reason: 'They are 18 now', goesOn: '' }
    const lacking = await w.post(ada, `${at}/close`, close)
    assert.match(lacking.payload, /Enter who goes on looking/)
    assert.match(lacking.payload, /They are 18 now/)
    const proposed = { ...close, goesOn: 'The police, with us' }
    assert.equal((await w.post(ada, `${at}/close`, proposed)).statusCode, 303)
    const twice = await w.post(ben, `${at}/close`, proposed)
    assert.match(twice.payload, /Somebody has proposed it already/)
    const agree = { answer: 'agreed', reason: 'Their file goes to the adult team' }
    const own = await w.post(ada, `${at}/close-answer`, agree)
    assert.match(own.payload, /somebody else must answer/)
    assert.match(await page('/missing'), /another person answers/)
    await assert.rejects(
      sql`update waymark.missing_closing set answer = 'agreed', answer_reason = 'x', answered_by = proposed_by, answered_at = now()
        where child_id = ${child}`.execute(w.db),
      refused('closed_by_two_people'),
    )
    await assert.rejects(
      sql`update waymark.missing_episode set ended_at = now(), ended_how = 'closed' where child_id = ${child}`.execute(
        w.db,
      ),
      refused('closed_by_two_people'),
    )
    const no = { answer: 'not_agreed', reason: 'A friend saw them yesterday' }
    assert.equal((await w.post(ben, `${at}/close-answer`, no)).statusCode, 303)
    assert.equal((await clocks(child, RULE)).length, 1, 'the search goes on')
  })

  it('is closed by two people, each with reasons, and the search is said to go on elsewhere', async () => {
    const grown = await aChild(w, { allocatedTo: [ada, ben], bornOn: '2008-11-01' })
    const here = await reported(w, ada, grown)
    const close = { because: 'turned_eighteen', reason: '18', goesOn: 'The police' }
    await w.post(ada, `${here}/close`, close)
    await w.post(ben, `${here}/close-answer`, { answer: 'agreed', reason: 'I spoke to them' })
    assert.match(await page(here), /closed by two people[\s\S]*Who goes on looking/)
    assert.equal((await clocks(grown, RULE)).length, 0)
    const over = await w.post(ada, `${here}/review`, { known: 'x', next: 'y', police: 'no' })
    assert.match(over.payload, /This search ended while you were writing/)
  })

  it('cannot be closed as 18 while any claim says that they may be younger', async () => {
    const young = await aChild(w, { allocatedTo: [ada, ben], bornOn: '2009-01-01' })
    const here = await reported(w, ada, young)
    const close = { because: 'turned_eighteen', reason: 'x', goesOn: 'y' }
    assert.match((await w.post(ada, `${here}/close`, close)).payload, /may be under 18/)
  })

  it('cannot be found before they were missing; found, a conversation is owed within 72 hours', async () => {
    const early = { ...moment('at', '2026-11-21 07:00'), where: 'At a friend’s' }
    const res = await w.post(ada, `${at}/found`, early)
    assert.match(res.payload, /they cannot have been found before/)
    assert.match(res.payload, /At a friend’s/)
    const found = { ...early, ...moment('at', '2026-11-21 17:00') }
    assert.equal((await w.post(ada, `${at}/found`, found)).statusCode, 303)
    assert.equal((await clocks(child, RULE)).length, 0)
    const [owed] = await clocks(child, 'missing.return-interview')
    assert.equal(owed?.dueAt?.toISOString(), '2026-11-24T17:00:00.000Z')
    await assert.rejects(
      sql`update waymark.missing_episode set ended_at = null, ended_how = null, found_where = null where child_id = ${child}`.execute(
        w.db,
      ),
      refused('ended_stays'),
    )
  })

  it('has no two times that overlap', async () => {
    const again = { ...REPORT, ...moment('since', '2026-11-21 12:00') }
    const res = await w.post(ada, `/children/${child}/missing/report`, again)
    assert.match(res.payload, /This overlaps another time/)
    await assert.rejects(
      sql`insert into waymark.missing_episode (child_id, kind, missing_since, last_seen_place, risk, reported_by)
        values (${child}, 'missing', '2026-11-21T12:00Z', 'x', 'x', ${ada.id})`.execute(w.db),
      refused('no_overlap_of_episodes'),
    )
    const change = await w.post(ada, `${at}/change`, {
      ...REPORT,
      ...moment('since', '2026-11-21 17:30'),
      version: '2',
    })
    assert.match(change.payload, /it must begin before that/)
  })

  it('keeps both texts when somebody else was faster', async () => {
    const first = { ...REPORT, policeReference: 'MP-1', version: '2' }
    assert.equal((await w.post(ada, `${at}/change`, first)).statusCode, 303)
    const late = await w.post(ben, `${at}/change`, { ...first, policeReference: 'MP-2' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was lost[\s\S]*MP-1[\s\S]*MP-2/)
  })

  it('has a plan of their own, in their words, which comes first in a search', async () => {
    const url = `/children/${child}/missing/plan`
    assert.match((await w.post(ada, url, { language: 'en' })).payload, /at least one of these/)
    const plan = { tell: 'Gọi cho dì tôi', language: 'vi', version: '0', talkWith: 'Sam' }
    assert.equal((await w.post(ada, url, plan)).statusCode, 303)
    assert.equal((await w.post(ben, url, plan)).statusCode, 409)
    assert.match(await page(`/children/${child}/missing/report`), /lang="vi"[^>]*>Gọi cho dì tôi/)
  })

  it('has part one ready beforehand, for those beside them now and nobody else', async () => {
    const url = `/children/${child}/missing/ready`
    const lacking = await w.post(ada, url, { withChild: 'together', withCarer: 'yes' })
    assert.match(lacking.payload, /Enter at least one of these/)
    const ready = { looks: 'A scar on one hand', withChild: 'together', withCarer: 'yes' }
    assert.equal((await w.post(ada, url, { ...ready, version: '0' })).statusCode, 303)
    assert.equal((await w.post(ben, url, { ...ready, version: '0' })).statusCode, 409)
    for (const reader of [ada, ben, meg]) {
      assert.match(await page(`/children/${child}/missing`, reader), /A scar on one hand/)
    }
    assert.doesNotMatch(await page(`/children/${child}/missing`, ivy), /A scar|Ready beforehand/)
    assert.equal((await w.get(ivy, url)).statusCode, 403)
    assert.equal((await w.get(hal, url)).statusCode, 404)
    for (const reader of [ivy, hal, kit]) {
      const rows = await w.acting(reader, (tx) =>
        tx.selectFrom('waymark.missing_ready').select('id').execute(),
      )
      assert.deepEqual(rows, [])
    }
    await sql`update waymark.allocation set ended_on = current_date where child_id = ${child} and person_id = ${ben.id}`.execute(
      w.db,
    )
    assert.equal((await w.get(ben, url)).statusCode, 404, 'whoever stood beside them before')
  })

  it('is read by those beside them and by an auditor, and is not there for others', async () => {
    assert.equal((await w.get(ivy, at)).statusCode, 200)
    assert.equal((await w.post(ivy, `${at}/told`, {})).statusCode, 403)
    assert.equal((await w.get(ann, at)).statusCode, 403)
    for (const stranger of [hal, gus]) {
      assert.equal((await w.get(stranger, at)).statusCode, 404)
      assert.doesNotMatch(await page('/missing', stranger), /school gate|\bKit\b/)
    }
    const other = await aChild(w, { allocatedTo: ada })
    const elsewhere = at.replace(child, other)
    assert.equal((await w.get(ada, elsewhere)).statusCode, 404, 'not through another child')
    await w.signIn(kit)
    const mine = await w.acting(kit, (tx) =>
      tx.selectFrom('waymark.missing_episode').select('id').execute(),
    )
    assert.deepEqual(mine, [], 'an account may be in somebody else’s hand')
  })
})
