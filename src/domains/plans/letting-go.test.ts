import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, ivy, kit, meg } from '#tests/support/people.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'

const days = (name: string, day: string): Fields => {
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y }
}

describe('what becomes of a plan', () => {
  let w: World
  let child: ChildId
  let at: string

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-21T10:30:00Z'))
    child = await aChild(w, { allocatedTo: [ada, ben], account: kit })
    const plan = { kind: 'care', chair: meg.id, ...days('startsOn', '2026-11-02') }
    at = String((await w.post(ada, `/children/${child}/plans/add`, plan)).headers.location)
    for (const words of ['To sing with others', 'To swim']) {
      await w.post(ada, `${at}/goals/add`, {
        own: 'none',
        words,
        language: 'en',
        joint: 'joint',
        outcome: 'none',
      })
    }
  })

  const plan = () => at.split('/').at(-1) ?? ''
  const row = async (table: string, where: string, is: string) => {
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from ${sql.table(`waymark.${table}`)} where plan_id = ${plan()} and ${sql.ref(where)} = ${is}`.execute(
      w.db,
    )
    return { id: rows[0]?.id ?? '', version: String(rows[0]?.version ?? 0) }
  }
  const action = async (goal: string, more: Fields = {}) =>
    w.post(ada, `${at}/actions/add`, {
      goal,
      what: 'Ask at the pool',
      plain: 'Somebody asks at the pool.',
      agency: 'us',
      owner: ada.id,
      ownerName: '',
      state: 'open',
      cameOf: '',
      ...days('dueOn', '2026-11-25'),
      ...more,
    })

  it('lets a goal go with why, only once nothing is owed for it, and it can come back', async () => {
    const swim = await row('plan_goal', 'words', 'To swim')
    await action(swim.id)
    const here = `${at}/goals/${swim.id}`
    const early = await w.post(ada, here, { why: 'She prefers to sing.', version: swim.version })
    assert.equal(early.statusCode, 422)
    assert.match(
      early.payload,
      /Say first what becomes of[\s\S]*Ask at the pool[\s\S]*She prefers to sing/,
    )
    const past = w.acting(ada, (tx) =>
      sql`update waymark.plan_goal set let_go_why = 'x' where id = ${swim.id}`.execute(tx),
    )
    await assert.rejects(past, /still to do/)
    const asked = await row('plan_action', 'what', 'Ask at the pool')
    await w.post(ada, `${at}/actions/${asked.id}`, {
      goal: swim.id,
      what: 'Ask at the pool',
      plain: 'Somebody asks at the pool.',
      agency: 'us',
      owner: ada.id,
      state: 'not_done',
      cameOf: 'Not wanted now',
      version: asked.version,
      ...days('dueOn', '2026-11-25'),
    })
    assert.equal(
      (await w.post(ada, here, { why: 'She prefers to sing.', version: swim.version })).statusCode,
      303,
    )
    assert.equal((await w.post(ben, here, { why: 'Later', version: swim.version })).statusCode, 409)
    assert.match(
      (await w.get(ivy, `${at}/goals`)).payload,
      /To swim[\s\S]*Let go[\s\S]*She prefers to sing/,
    )
    assert.match((await w.get(ada, at)).payload, /Let go: <span[^>]*>To swim/)
    assert.doesNotMatch((await w.get(kit, '/me/plan')).payload, /To swim/)
    const owed = await action(swim.id)
    assert.match(owed.payload, /Choose for which goal/)
    const now = await row('plan_goal', 'words', 'To swim')
    await w.post(ada, here, { why: 'She asked again.', version: now.version })
    const back = (await w.get(ada, `${at}/goals`)).payload
    assert.match(back, /Let go on \d[\s\S]*Came back on \d[\s\S]*She asked again/)
    assert.match((await w.get(kit, '/me/plan')).payload, /To swim/)
  })

  it('shows a conflict to the chair, and goes past the chair to somebody else when it cannot be settled', async () => {
    await w.post(ada, `${at}/conflicts/add`, {
      agency: 'police',
      words: 'An interview in exam week.',
    })
    assert.match((await w.get(meg, '/plans')).payload, /An interview in exam week/)
    assert.match(
      (await w.get(meg, '/my-day')).payload,
      /In the way of what was agreed: An interview/,
    )
    const conflict = await row('plan_conflict', 'agency', 'police')
    const up = `${at}/conflicts/${conflict.id}/up`
    const chair = await w.post(meg, up, { to: meg.id, why: 'Tried', version: conflict.version })
    assert.match(chair.payload, /Choose who settles it[\s\S]*Tried/)
    assert.match(
      (await w.post(meg, up, { to: ada.id, why: '', version: '1' })).payload,
      /Enter what was tried/,
    )
    const by = { to: ada.id, why: 'The sergeant says no.', version: conflict.version }
    assert.equal((await w.post(meg, up, by)).statusCode, 303)
    assert.equal((await w.post(ben, up, { ...by, why: 'Twice' })).statusCode, 409)
    assert.match((await w.get(ada, '/my-day')).payload, /The chair could not settle it/)
    assert.doesNotMatch((await w.get(meg, '/my-day')).payload, /An interview in exam week/)
    assert.match(
      (await w.get(ivy, at)).payload,
      /The chair could not settle it[\s\S]*The sergeant says no/,
    )
    const forced = w.acting(ada, (tx) =>
      sql`update waymark.plan_conflict set gone_up_to = ${meg.id} where id = ${conflict.id}`.execute(
        tx,
      ),
    )
    await assert.rejects(forced, /goes to somebody else/)
    const settled = await row('plan_conflict', 'agency', 'police')
    const done = { words: 'The interview is in January.', version: settled.version }
    assert.equal((await w.post(ada, `${at}/conflicts/${conflict.id}`, done)).statusCode, 303)
    assert.doesNotMatch((await w.get(ada, '/my-day')).payload, /The chair could not settle it/)
    const again = await w.post(meg, up, { ...by, version: '9' })
    assert.match(again.payload, /settled already/)
  })

  it('puts on a worker’s day what is theirs to do, who left, and reviews to come and past', async () => {
    const sing = await row('plan_goal', 'words', 'To sing with others')
    await action(sing.id, { what: 'Ring the choir' })
    await action(sing.id, { what: 'Ask about the bus', owner: ben.id })
    assert.match((await w.get(ada, '/my-day')).payload, /Ring the choir\. Yours to do/)
    assert.match((await w.get(ben, '/my-day')).payload, /Ask about the bus\. Yours to do/)
    await sql`update waymark.person set ended_at = now() where id = ${ben.id}`.execute(w.db)
    assert.match(
      (await w.get(ada, '/my-day')).payload,
      /Ben Worker was to do it and has left: Ask about the bus/,
    )
    assert.match(
      (await w.get(ada, '/plans')).payload,
      /Ben Worker<\/bdi> was to do it and has left/,
    )
    await sql`update waymark.person set ended_at = null where id = ${ben.id}`.execute(w.db)
    await w.post(ada, `${at}/reviews/add`, days('plannedOn', '2026-11-25'))
    assert.match((await w.get(ada, '/my-day')).payload, /Its review, on 25 November 2026/)
    w.setClock(new Date('2026-11-27T10:30:00Z'))
    assert.match((await w.get(ada, '/my-day')).payload, /nobody has said that it was held/)
    w.setClock(new Date('2026-11-21T10:30:00Z'))
    const overview = (await w.get(ada, `/children/${child}`)).payload
    assert.match(overview, /Care plan<\/a>: reviewed on 25 November 2026; being written/)
  })

  it('tells a day before the plan, and a review before it, each in a sentence', async () => {
    const early = await w.post(ada, `${at}/reviews/add`, days('plannedOn', '2026-11-01'))
    assert.match(early.payload, /The plan begins on 2 November 2026/)
    const sing = await row('plan_goal', 'words', 'To sing with others')
    const due = await action(sing.id, { ...days('dueOn', '2026-10-01') })
    assert.match(due.payload, /The plan begins on 2 November 2026[\s\S]*Ask at the pool/)
  })

  it('lists what is owed from page to page, of the children one stands beside', async () => {
    const sing = await row('plan_goal', 'words', 'To sing with others')
    await sql`insert into waymark.plan_action (child_id, plan_id, goal_id, what, plain, agency, owner_name, due_on)
      select ${child}, ${plan()}, ${sing.id}, 'Owed number ' || n || '.', 'Somebody does it.', 'school', 'The head', date '2026-11-03' + n / 10
      from generate_series(1, 120) n`.execute(w.db)
    const seen: string[] = []
    let next: string | undefined = '/plans'
    for (let pages = 0; next && pages < 9; pages += 1) {
      const { payload } = await w.get(ada, next)
      seen.push(...[...payload.matchAll(/Owed number (\d+)\./g)].map(([, n = '']) => n))
      next = /href="([^"]+list=owed[^"]+)"/.exec(payload)?.[1]?.replaceAll('&amp;', '&')
    }
    assert.equal(seen.length, 120)
    assert.equal(new Set(seen).size, 120)
    assert.doesNotMatch((await w.get(hal, '/plans')).payload, /Owed number/)
    for (const after of ['x', '2026-99-99_x', `2026-11-03_${child}`, '2026-13-45_']) {
      assert.equal((await w.get(ada, `/plans?list=owed&after=${after}`)).statusCode, 200)
    }
    assert.equal((await w.get(ada, '/plans?list=nothing&after=x')).statusCode, 200)
  })

  it('has clocks: the plan is owed until it is approved, again when it is opened, and not once it ended', async () => {
    const clock = async () => {
      const { rows } = await sql<{ rule: string; state: string }>`
        select rule, state from waymark.clock where about_id = ${plan()} order by rule`.execute(
        w.db,
      )
      return rows.map((r) => `${r.rule} ${r.state}`)
    }
    assert.deepEqual(await clock(), ['care.plan running', 'care.review-first running'])
    await sql`update waymark.plan set strengths = 'She sings.' where id = ${plan()}`.execute(w.db)
    await w.post(kit, `/me/plan/${plan()}/say`, { kind: 'agrees', words: 'Mirë.' })
    await sql`insert into waymark.plan_text (child_id, plan_id, template_id, head_code, words)
      select p.child_id, p.id, p.template_id, h.code, 'As agreed.' from waymark.plan p join waymark.plan_head h on h.template_id = p.template_id and h.required
      where p.id = ${plan()}`.execute(w.db)
    const step = async (who: typeof ada, name: string) => {
      const { rows } = await sql<{
        version: number
      }>`select version from waymark.plan where id = ${plan()}`.execute(w.db)
      return w.post(who, `${at}/step`, { step: name, version: String(rows[0]?.version) })
    }
    assert.equal((await step(ada, 'ask')).statusCode, 303)
    assert.match(
      (await w.get(meg, '/plans')).payload,
      /Waiting for somebody else to read them[\s\S]*Care plan/,
    )
    assert.equal((await step(meg, 'approve')).statusCode, 303)
    assert.equal((await clock())[0], 'care.plan done')
    await step(ada, 'again')
    assert.equal((await clock())[0], 'care.plan running')
    const { rows } = await sql<{
      version: number
    }>`select version from waymark.plan where id = ${plan()}`.execute(w.db)
    await w.post(ada, `${at}/end`, {
      why: 'She lives with her aunt now.',
      version: String(rows[0]?.version),
    })
    assert.deepEqual(await clock(), [
      'care.plan no_longer_owed',
      'care.review-first no_longer_owed',
    ])
  })

  it('is theirs on paper, in plain words and in the language of their pages', async () => {
    const made = { kind: 'support', chair: meg.id, ...days('startsOn', '2026-11-02') }
    const other = String((await w.post(ada, `/children/${child}/plans/add`, made)).headers.location)
    const own = `/me/plan/${other.split('/').at(-1)}/plan.pdf`
    const pdf = await w.get(kit, own)
    assert.equal(pdf.headers['content-type'], 'application/pdf')
    assert.match((await w.get(kit, '/me/plan')).payload, new RegExp(`href="${own}"`))
    assert.equal((await w.get(kit, `/me/plan/${plan()}/plan.pdf`)).statusCode, 404)
    assert.equal((await w.get(ada, own)).statusCode, 403)
  })
})
