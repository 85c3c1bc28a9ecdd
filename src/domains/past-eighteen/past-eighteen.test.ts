import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { clocksOf } from '#domains/clocks/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, harbourTeam, ivy, kit, meg } from '#tests/support/people.ts'
import { around, main, on } from '#tests/support/systems.ts'

const refused = (constraint: string) => (error: unknown) => {
  assert.ok(error instanceof Error && 'constraint' in error, String(error))
  assert.equal(error.constraint, constraint)
  return true
}
const HERE = 'past-eighteen'
const PLAN = {
  owner: 'outside',
  ownerName: 'Rosa Meadows',
  ownerService: 'Leaving care team',
  ...on('ownerFrom', '2027-05-01'),
  stays: 'College and the room',
  changes: 'The team for children ends on the birthday',
  ifItFails: 'Rosa rings the housing desk the same day',
  says: 'I do not want to start again',
  language: 'en',
  version: '1',
}
const ROSA = {
  name: 'Rosa Meadows',
  service: 'Leaving care team',
  part: 'personal_adviser',
  takesOver: 'College and money',
  ...on('namedOn', '2026-11-01'),
}

describe('the way past eighteen', () => {
  const a = around()
  before(() => a.open({ bornOn: '2009-05-01', allocatedTo: [ada, ben] }))
  const page = (who = ada) => a.page(HERE, who)
  const clocks = async (rule: string) =>
    (await a.w.acting(ada, (tx) => clocksOf(tx, a.child))).filter((c) => c.rule === rule)
  const adult = async () => {
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from waymark.adult_person where child_id = ${a.child} order by changed_at desc limit 1`.execute(
      a.w.db,
    )
    return rows[0] ?? { id: '', version: 0 }
  }

  it('shows who is seventeen and a half with no plan to a worker and to the team, until somebody owns it', async () => {
    assert.match(await page(), /no plan yet with somebody who owns it after eighteen/)
    for (const [who, url] of [
      [ada, '/my-day'],
      [meg, `/team-day?team=${harbourTeam}`],
    ] as const) {
      const day = main((await a.w.get(who, url)).payload)
      assert.match(day, /Eighteen on 1 May 2027[\s\S]*Nobody owns a plan for after it yet/)
    }
    a.w.setClock(new Date('2026-10-30T10:00:00Z'))
    assert.doesNotMatch(main((await a.w.get(ada, '/my-day')).payload), /Nobody owns a plan/)
    a.w.setClock(new Date('2026-11-25T10:00:00Z'))
  })

  it('begins the clock of the assessment at sixteen, and that of the pathway plan when it was done', async () => {
    const early = await a.post(`${HERE}/begin`, on('eligibleOn', '2025-04-30'))
    assert.equal(early.statusCode, 422)
    assert.match(early.payload, /1 May 2025 or later/)
    assert.equal((await a.post(`${HERE}/begin`, on('eligibleOn', '2025-05-02'))).statusCode, 303)
    assert.equal((await clocks('care.needs-assessment'))[0]?.dueOn, '2025-08-02')
    const right = { ...on('eligibleOn', '2025-05-01'), version: '1' }
    assert.equal((await a.post(`${HERE}/begin`, right)).statusCode, 303)
    assert.equal((await clocks('care.needs-assessment'))[0]?.dueOn, '2025-08-01')
    const done = { ...on('assessedOn', '2026-11-02'), version: '2' }
    assert.equal((await a.post(`${HERE}/assessed`, done)).statusCode, 303)
    assert.equal((await clocks('care.needs-assessment')).length, 0)
    assert.equal((await clocks('care.pathway-plan')).length, 1)
    assert.match(await page(), /A pathway plan[\s\S]*Who owes it: The council/)
  })

  it('is owed within the time of the nation, by whoever owes it there, and never within one that nobody read', async () => {
    const of = async (nation: string) => {
      await a.w.db.deleteFrom('waymark.complaint_nation').execute()
      await a.w.db
        .insertInto('waymark.complaint_nation')
        .values({
          organisation_id: ada.organisationId,
          nation,
          from_day: '2020-01-01',
          set_by: meg.id,
        })
        .execute()
      const child = await aChild(a.w, { allocatedTo: ada, knownAs: 'Noor' })
      const there = `/children/${child}/${HERE}`
      const asked = main((await a.w.get(ada, `${there}/begin`)).payload)
      const begun = await a.w.post(ada, `${there}/begin`, on('eligibleOn', '2026-10-05'))
      assert.equal(begun.statusCode, 303, begun.payload)
      const [owed] = await a.w.acting(ada, (tx) => clocksOf(tx, child))
      return { asked, dueOn: owed?.dueOn, page: main((await a.w.get(ada, there)).payload) }
    }
    const wales = await of('wales')
    assert.match(
      wales.asked,
      /Who owes it: The council\. Within what time, from this day: 3 months/,
    )
    assert.equal(wales.dueOn, '2027-01-05')
    const northern = await of('northern_ireland')
    assert.match(northern.asked, /Who owes it: The Health and Social Care Trust\..*: 3 months/)
    assert.equal(northern.dueOn, '2027-01-05')
    assert.match(northern.page, /Who owes it: The Health and Social Care Trust/)
    const scotland = await of('scotland')
    assert.match(scotland.asked, /A pathway assessment\.[\s\S]*No last day is set/)
    assert.equal(scotland.dueOn, undefined)
    assert.match(scotland.page, /A pathway assessment/)
    await a.w.db.deleteFrom('waymark.complaint_nation').execute()
  })

  it('has no clock of the assessment running on once it was done, whoever began to count it', async () => {
    const child = await aChild(a.w, { allocatedTo: ada, knownAs: 'Noor' })
    const there = `/children/${child}`
    const by = { rule: 'care.needs-assessment', ...on('on', '2026-10-01') }
    assert.equal((await a.w.post(ada, `${there}/clocks/start`, by)).statusCode, 303)
    const begun = await a.w.post(ada, `${there}/${HERE}/begin`, on('eligibleOn', '2026-10-05'))
    assert.equal(begun.statusCode, 303, begun.payload)
    const done = { ...on('assessedOn', '2026-11-02'), version: '1' }
    assert.equal((await a.w.post(ada, `${there}/${HERE}/assessed`, done)).statusCode, 303)
    const running = await a.w.acting(ada, (tx) => clocksOf(tx, child))
    assert.deepEqual(
      running.map((c) => c.rule),
      ['care.pathway-plan'],
    )
  })

  it('is whole: an owner afterwards, what stays, what changes, and their words or why not; and nothing typed is lost', async () => {
    const missing = await a.post(`${HERE}/plan`, { ...PLAN, version: '3', says: '', stays: '' })
    assert.equal(missing.statusCode, 422)
    assert.match(missing.payload, /Enter what stays as it is/)
    assert.match(missing.payload, /choose why there are no words of theirs/)
    assert.match(missing.payload, /Rosa rings the housing desk/)
    assert.equal((await a.post(`${HERE}/plan`, { ...PLAN, version: '3' })).statusCode, 303)
    const slower = await a.post(
      `${HERE}/plan`,
      { ...PLAN, version: '3', stays: 'Something else' },
      ben,
    )
    assert.equal(slower.statusCode, 409)
    assert.match(slower.payload, /Something else/)
    assert.match(
      await page(),
      /Owned after eighteen by <strong><bdi>Rosa Meadows<\/bdi>[\s\S]*I do not want to start again/,
    )
    assert.doesNotMatch(main((await a.w.get(ada, '/my-day')).payload), /Nobody owns a plan/)
    const owned = (id: string | null, name: string | null) =>
      sql`update waymark.turning_eighteen set owner_id = ${id}, owner_name = ${name} where child_id = ${a.child}`.execute(
        a.w.db,
      )
    await owned(hal.id, null)
    await sql`update waymark.person set ended_at = now() where id = ${hal.id}`.execute(a.w.db)
    assert.match(main((await a.w.get(ada, '/my-day')).payload), /Nobody owns a plan/)
    await owned(null, 'Rosa Meadows')
    await assert.rejects(
      sql`update waymark.turning_eighteen set says = null where child_id = ${a.child}`.execute(
        a.w.db,
      ),
      refused('plan_is_whole'),
    )
  })

  it('hands nothing over before they met: not on the page, not in the database', async () => {
    assert.equal((await a.post(`${HERE}/people/add`, ROSA)).statusCode, 303)
    const { id } = await adult()
    assert.doesNotMatch(await page(), /hand-over/)
    const over = { ...on('handedOverOn', '2026-11-20'), version: '1' }
    const res = await a.post(`${HERE}/people/${id}/hand-over`, over)
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /They have not met yet/)
    const bySql = sql`update waymark.adult_person set handed_over_on = '2026-11-20' where id = ${id}`
    await assert.rejects(bySql.execute(a.w.db), refused('met_before_handover'))
    await assert.rejects(
      a.w.acting(ada, (tx) => bySql.execute(tx)),
      refused('met_before_handover'),
    )
    const met = {
      ...on('metOn', '2026-11-10'),
      place: 'The café',
      says: 'She listened',
      language: 'en',
    }
    assert.equal((await a.post(`${HERE}/people/${id}/met`, met)).statusCode, 303)
    const before = { ...on('handedOverOn', '2026-11-09'), version: '1' }
    assert.equal((await a.post(`${HERE}/people/${id}/hand-over`, before)).statusCode, 422)
    assert.equal((await a.post(`${HERE}/people/${id}/hand-over`, over)).statusCode, 303)
    assert.match(await page(), /Handed over on 20 November 2026[\s\S]*She listened/)
  })

  it('lets the young person decline the meeting, or ask for it, on their own page', async () => {
    await a.post(`${HERE}/people/add`, { ...ROSA, name: 'Imran Holt' })
    const { id } = await adult()
    const own = `/me/later/people/${id}`
    assert.match(main((await a.w.get(kit, own)).payload), /Imran Holt[\s\S]*You have not met yet/)
    assert.match(
      (await a.w.post(kit, own, { wish: '', words: 'Hello' })).payload,
      /Choose one of these[\s\S]*Hello/,
    )
    const over = { ...on('handedOverOn', '2026-11-20'), version: '1' }
    await a.w.post(kit, own, { wish: 'somebody_else', words: '' })
    assert.equal((await a.post(`${HERE}/people/${id}/hand-over`, over)).statusCode, 422)
    await a.w.post(kit, own, { wish: 'rather_not', words: 'I know him from school' })
    assert.match(await page(), /They would rather not meet[\s\S]*I know him from school/)
    await a.w.post(kit, own, { wish: 'meet', words: '' })
    assert.equal((await a.post(`${HERE}/people/${id}/hand-over`, over)).statusCode, 422)
    await a.w.post(kit, own, { wish: 'rather_not', words: '' })
    assert.equal((await a.post(`${HERE}/people/${id}/hand-over`, over)).statusCode, 303)
    await assert.rejects(
      a.w.acting(ada, (tx) =>
        sql`insert into waymark.adult_wish (child_id, adult_id, wish, said_by) values (${a.child}, ${id}, 'rather_not', 'child')`.execute(
          tx,
        ),
      ),
      /row-level security/,
    )
  })

  it('says in words and days where help could end; what it hangs on stands closed, and no number stands for anybody', async () => {
    const end = {
      help: 'mental_health',
      ...on('endsOn', '2027-05-01'),
      reasoning: 'The service for adults has a wait of five months',
      dependsOn: 'The asylum decision',
      goesOn: 'A first meeting before the birthday',
      ownerName: 'Ada',
      ...on('byOn', '2027-01-15'),
    }
    assert.equal((await a.post(`${HERE}/ends/add`, end)).statusCode, 303)
    await a.process()
    const text = await page()
    assert.match(
      text,
      /Could end on 1 May 2027[\s\S]*Ada sees to it by 15 January 2027[\s\S]*five months/,
    )
    assert.match(
      text,
      /<details[\s\S]*On what it hangs[\s\S]*The asylum decision[\s\S]*<\/details>/,
    )
    assert.match(text, /<details[\s\S]*Decisions that are not made yet[\s\S]*You asked to stay/)
    const open = text.replaceAll(/<details[\s\S]*?<\/details>/g, '')
    assert.doesNotMatch(open, /asylum|immigration|status/i)
    assert.doesNotMatch(text, /score|\d+%|\bhigh risk\b|overdue/i)
    assert.match(text, /What the law lets end at a birthday[\s\S]*until 1 May 2027/)
    assert.doesNotMatch((await a.w.get(kit, '/me/later')).payload, /five months|asylum/)
  })

  it('joins what is theirs to twenty-five, with what came of each, whatever anybody decides', async () => {
    assert.match(
      await page(),
      /A personal adviser, to 25\. Nobody has written that it was asked for/,
    )
    await a.post('systems/due/england/personal_adviser', {
      state: 'received',
      ...on('onDay', '2026-11-02'),
      version: '0',
    })
    assert.match(await page(), /A personal adviser, to 25\. Received, 2 November 2026/)
  })

  it('is read by an auditor, written by those beside them, and not there for others', async () => {
    assert.equal((await a.w.get(ivy, a.url(HERE))).statusCode, 200)
    assert.equal((await a.w.get(ivy, a.url(`${HERE}/plan`))).statusCode, 403)
    assert.equal((await a.w.get(kit, a.url(HERE))).statusCode, 403)
    await assert.rejects(
      a.w.acting(kit, (tx) =>
        sql`insert into waymark.adult_meeting (child_id, adult_id, met_on, place, says) select child_id, id, current_date, 'x', 'x' from waymark.adult_person where child_id = ${a.child}`.execute(
          tx,
        ),
      ),
      /row-level security/,
    )
  })
})
