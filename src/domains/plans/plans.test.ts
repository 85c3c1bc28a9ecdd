import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, ivy, kit, meg, zoe } from '#tests/support/people.ts'
import { FRAMEWORK, publishFramework } from '#tests/support/said.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'

const days = (name: string, day: string): Fields => {
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y }
}

describe('plans', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-21T10:30:00Z'))
    child = await aChild(w, { allocatedTo: [ada, ben], account: kit, bornOn: '2010-03-27' })
  })

  const begin = async (kind: string) => {
    const fields = { kind, chair: meg.id, ...days('startsOn', '2026-11-02') }
    return String((await w.post(ada, `/children/${child}/plans/add`, fields)).headers.location)
  }
  const idOf = (at: string) => at.split('/').at(-1) ?? ''
  const one = async (what: string, at: string) => {
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from ${sql.table(`waymark.${what}`)} where ${sql.ref(what === 'plan' ? 'id' : 'plan_id')} = ${idOf(at)} order by changed_at desc limit 1`.execute(
      w.db,
    )
    if (!rows[0]) throw new Error(what)
    return { id: rows[0].id, version: String(rows[0].version) }
  }
  const version = async (at: string) => (await one('plan', at)).version
  const step = async (who: typeof ada, at: string, name: string) =>
    w.post(who, `${at}/step`, { step: name, version: await version(at) })
  const head = async (at: string, code: string, more: Fields = {}) =>
    w.post(ada, `${at}/heads/${code}`, {
      words: 'As agreed with Kit.',
      plain: '',
      language: 'en',
      version: '0',
      ...more,
    })
  const strengths = async (at: string) =>
    w.post(ada, `${at}/strengths`, { strengths: 'He sings.', version: await version(at) })
  const goal = (at: string, more: Fields = {}) =>
    w.post(ada, `${at}/goals/add`, {
      own: 'none',
      words: 'To sing with others',
      language: 'en',
      joint: 'joint',
      outcome: 'none',
      ...more,
    })
  const forced = (at: string) =>
    w.acting(meg, async (tx) =>
      sql`update waymark.plan set state = 'approved', approved_by = waymark.actor_id(), approved_at = now()
          where id = ${idOf(at)}`.execute(tx),
    )

  it('has the heads of the law of the nation, the one on trafficking among them', async () => {
    const at = await begin('care')
    const html = (await w.get(ada, at)).payload
    assert.match(html, /Whether they are or may be a victim of trafficking/)
    assert.match(html, /SI 2010\/959 reg 5/)
    const clocks = (await w.get(ada, `/children/${child}/clocks`)).payload
    assert.match(clocks, /A first review of the care plan/)
    const pathway = (await w.get(ada, await begin('pathway'))).payload
    assert.match(pathway, /If it does not work/)
    assert.match(
      pathway,
      /SI 2010\/2571 reg 6 and Schedule 1[\s\S]*Faith, origin, culture and language/,
    )
  })

  it('has the heads of a pathway plan as the law of each nation has them', async () => {
    for (const [nation, source] of [
      ['wales', /SI 2015\/1820 \(W\. 262\) reg 6 and Schedule 1/],
      ['northern_ireland', /SR 2005\/221 reg 7 and its Schedule/],
      ['scotland', /Your nation’s own regulations: check the heads there/],
    ] as const) {
      await w.db.deleteFrom('waymark.complaint_nation').execute()
      await w.db
        .insertInto('waymark.complaint_nation')
        .values({
          organisation_id: ada.organisationId,
          nation,
          from_day: '2020-01-01',
          set_by: meg.id,
        })
        .execute()
      const html = (await w.get(ada, await begin('pathway'))).payload
      assert.match(html, source)
      assert.match(html, /Needs from what happened, or from being here alone/)
    }
    await w.db.deleteFrom('waymark.complaint_nation').execute()
  })

  it('is approved only whole, and by somebody who wrote none of it, by a page or past it', async () => {
    const at = await begin('support')
    const refused = await step(ada, at, 'ask')
    assert.equal(refused.statusCode, 422)
    assert.match(refused.payload, /Write down what is strong/)
    await strengths(at)
    await head(at, 'recovery', { plain: 'What getting better means to you.' })
    await goal(at)
    assert.match((await step(ada, at, 'ask')).payload, /what they say of the plan/)
    await w.post(kit, `/me/plan/${idOf(at)}/say`, { kind: 'agrees', words: 'Mirë.' })
    assert.equal((await step(ada, at, 'ask')).statusCode, 303)
    assert.match((await step(ada, at, 'approve')).payload, /A manager approves/)
    assert.equal((await step(meg, at, 'approve')).statusCode, 303)
    assert.match((await w.get(ada, at)).payload, /Approved by <bdi>Meg Manager<\/bdi>/)
    const late = await strengths(at)
    assert.equal(late.statusCode, 422)
    assert.match(late.payload, /He sings/)
    assert.match(late.payload, /Open it again/)
  })

  it('cannot be approved past the pages while parts are missing, nor by its author', async () => {
    const at = await begin('safety')
    await assert.rejects(forced(at), /nobody asked/)
    await sql`update waymark.plan set state = 'asked' where id = ${idOf(at)}`.execute(w.db)
    await assert.rejects(forced(at), /missing: strengths, view, heads, goals/)
    await sql`update waymark.plan set state = 'draft' where id = ${idOf(at)}`.execute(w.db)
    const own = w.acting(ada, async (tx) =>
      sql`update waymark.plan set state = 'approved', approved_by = waymark.actor_id(), approved_at = now()
          where id = ${idOf(at)}`.execute(tx),
    )
    await assert.rejects(own, /approved_by_somebody_else|nobody asked|row-level/)
  })

  it('goes without their view only with a dated reason and a next attempt', async () => {
    const at = await begin('support')
    const why = { because: 'He was away.', nextWho: 'Ada', ...days('onDay', '2026-11-20') }
    const bare = await w.post(ada, `${at}/not-heard`, { ...why, version: await version(at) })
    assert.match(bare.payload, /Enter the day of the next attempt/)
    const full = { ...why, ...days('nextOn', '2030-01-02'), version: await version(at) }
    assert.equal((await w.post(ada, `${at}/not-heard`, full)).statusCode, 303)
    const html = (await step(ada, at, 'ask')).payload
    assert.doesNotMatch(html, /or why they could not be heard/)
  })

  it('keeps what the young person proposes and disagrees with, asks for an answer, and shows it to them', async () => {
    const at = await begin('support')
    const to = `/me/plan/${idOf(at)}/say`
    const empty = await w.post(kit, to, { kind: 'disagrees', words: ' ' })
    assert.equal(empty.statusCode, 422)
    assert.equal(
      (await w.post(kit, to, { kind: 'disagrees', words: 'Jo, dua muzikë.' })).statusCode,
      303,
    )
    assert.match((await w.get(ada, at)).payload, /Answer everything they proposed/)
    const said = await one('plan_said', at)
    const answer = {
      answer: 'not_taken_up',
      words: 'There is no teacher. We ask again.',
      version: said.version,
    }
    assert.equal((await w.post(ada, `${at}/said/${said.id}`, answer)).statusCode, 303)
    const own = (await w.get(kit, '/me/plan')).payload
    assert.match(own, /Jo, dua muzikë/)
    assert.match(own, /What you said stays here/)
    assert.match(own, /There is no teacher/)
    const changed = w.acting(ada, async (tx) =>
      sql`update waymark.plan_said set words = 'Po' where id = ${said.id}`.execute(tx),
    )
    await assert.rejects(changed, /stays as it was said/)
    const forKit = w.acting(ada, async (tx) =>
      sql`insert into waymark.plan_said (child_id, plan_id, kind, words, said_by)
          values (${child}, ${idOf(at)}, 'agrees', 'x', 'child')`.execute(tx),
    )
    await assert.rejects(forKit, /row-level/)
  })

  it('never shows what is for the meeting on the young person’s page', async () => {
    const at = await begin('placement')
    await head(at, 'after_exploitation', { words: 'Exploited on a farm.' })
    const own = (await w.get(kit, '/me/plan')).payload
    assert.doesNotMatch(own, /\bfarm|Trafficking|unaccompanied/i)
    const { rows } = await w.acting(kit, async (tx) =>
      sql`select id from waymark.plan_text`.execute(tx),
    )
    assert.deepEqual(rows, [])
  })

  it('shows both when two people write one head at once', async () => {
    const at = await begin('support')
    await head(at, 'home', { words: 'The first.' })
    const second = await head(at, 'home', { words: 'The second.' })
    assert.equal(second.statusCode, 409)
    assert.match(second.payload, /The first\./)
    assert.match(second.payload, /The second\./)
  })

  it('has one owner for each action, and an agency cites an objective that everybody shares', async () => {
    const at = await begin('support')
    await goal(at, { joint: 'own', words: 'To see Besa' })
    const own = await one('plan_goal', at)
    const action: Fields = {
      goal: own.id,
      what: 'Find a choir',
      plain: 'Somebody finds a choir',
      agency: 'school',
      owner: 'other',
      ownerName: 'Ms Hill',
      state: 'open',
      version: '0',
      ...days('dueOn', '2026-11-20'),
    }
    const wrong = await w.post(ada, `${at}/actions/add`, action)
    assert.match(wrong.payload, /for a goal that is shared by everybody/)
    assert.match(wrong.payload, /Find a choir/)
    const past = w.acting(ada, async (tx) =>
      sql`insert into waymark.plan_action (child_id, plan_id, goal_id, what, plain, agency, owner_name, due_on)
          values (${child}, ${idOf(at)}, ${own.id}, 'x', 'x', 'school', 'x', '2026-12-01')`.execute(
        tx,
      ),
    )
    await assert.rejects(past, /cites a joint objective/)
    const early = { ...action, agency: 'us', ...days('dueOn', '2026-10-01') }
    assert.match(
      (await w.post(ada, `${at}/actions/add`, early)).payload,
      /The plan begins on 2 November 2026/,
    )
    const good = { ...action, agency: 'us', owner: ben.id, ownerName: '' }
    assert.equal((await w.post(ada, `${at}/actions/add`, good)).statusCode, 303)
    assert.match((await w.get(ada, at)).payload, /owed since 20 November 2026/)
    await sql`update waymark.person set ended_at = now() where id = ${ben.id}`.execute(w.db)
    assert.match((await w.get(ada, at)).payload, /has left: choose somebody/i)
    assert.match((await w.get(kit, '/me/plan')).payload, /Nobody yet does this by/)
    const { id } = await one('plan_action', at)
    assert.match((await w.get(ada, `${at}/actions/${id}`)).payload, /Ben Worker has left/)
    await sql`update waymark.person set ended_at = null where id = ${ben.id}`.execute(w.db)
  })

  it('says that an outcome is no longer in use, and keeps what was written', async () => {
    const at = await begin('support')
    const gone = await goal(at, { outcome: '00000000-0000-4000-8000-00000000dead' })
    assert.equal(gone.statusCode, 422)
    assert.match(gone.payload, /no longer in use/)
    assert.match(gone.payload, /To sing with others/)
  })

  it('keeps a goal whose outcome was retired and says so, and not where a newer version asks about the same', async () => {
    const publish = async (version: string, codes: readonly string[]) => {
      const outcomes = FRAMEWORK.outcomes.filter((o) => codes.includes(o.code))
      const { rows } = await w.acting(zoe, (tx) =>
        sql<{ id: string }>`
          select waymark.keep_framework(${JSON.stringify({ ...FRAMEWORK, version, outcomes })}::jsonb, true) as id`.execute(
          tx,
        ),
      )
      return rows[0]?.id ?? ''
    }
    const retire = (id: string) =>
      sql`update waymark.framework_version set status = 'retired', retired_at = now(), retired_by = ${zoe.id} where id = ${id}`.execute(
        w.db,
      )
    const { id: first, outcomes } = await publishFramework(w)
    const at = await begin('support')
    const words = { words: 'To cook for a friend', outcome: outcomes.get('apple') ?? '' }
    assert.equal((await goal(at, words)).statusCode, 303)
    const second = await publish('2', ['zebra', 'apple', 'told', 'mango'])
    await retire(first)
    const same = (await w.get(ada, at)).payload
    assert.match(same, /Belongs to: <span dir="auto">About apple/)
    assert.doesNotMatch(same, /That outcome is no longer asked about/)
    await publish('3', ['zebra', 'told', 'mango'])
    await retire(second)
    assert.match(
      (await w.get(ada, at)).payload,
      /To cook for a friend[\s\S]*That outcome is no longer asked about\. The goal stays as it is/,
    )
    assert.match((await w.get(kit, '/me/plan')).payload, /To cook for a friend/)
  })

  it('surfaces to the chair what an agency puts above the goal, until it is settled', async () => {
    const at = await begin('support')
    await w.post(ada, `${at}/conflicts/add`, {
      agency: 'police',
      words: 'They want an interview first.',
    })
    const { id, version: v } = await one('plan_conflict', at)
    assert.match((await w.get(meg, '/plans')).payload, /They want an interview first/)
    await w.post(meg, `${at}/conflicts/${id}`, { words: 'After the choir.', version: v })
    assert.doesNotMatch((await w.get(meg, '/plans')).payload, /They want an interview first/)
    assert.match((await w.get(ada, at)).payload, /After the choir/)
  })

  it('is printed in full for the meeting and in plain words for them, and auditors only read', async () => {
    const at = await begin('support')
    for (const which of ['plain', 'whole']) {
      const file = await w.get(ada, `${at}/${which}.pdf`)
      assert.equal(file.headers['content-type'], 'application/pdf')
      assert.match(file.payload, /^%PDF/)
    }
    assert.equal((await w.get(ivy, at)).statusCode, 200)
    assert.equal((await w.get(ivy, `${at}/strengths`)).statusCode, 403)
  })
})
