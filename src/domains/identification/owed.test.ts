import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { aConcern, days } from './identification.fixture.ts'

const NOW = new Date('2026-11-25T10:30:00Z')
const STEP = { who: 'Duty team', ...days('askedOn', '2026-11-20') }

describe('what is owed from a worry on', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    w.setClock(NOW)
    child = await aChild(w, { allocatedTo: [ada] })
    await sql`update waymark.allocation set part = 'social_worker' where child_id = ${child}`.execute(
      w.db,
    )
    await aConcern(w, ada, child)
  })

  const clock = async (rule: string, kind?: string) => {
    const { rows } = await sql<{ state: string; from: string; until: string; due: string | null }>`
      select state, to_char(started_at at time zone 'Europe/London', 'YYYY-MM-DD') as from, due_on::text as due,
             to_char(stopped_at at time zone 'Europe/London', 'YYYY-MM-DD') as until
      from waymark.clock where child_id = ${child} and rule = ${rule}
        and about_kind = coalesce(${kind ?? null}, about_kind)`.execute(w.db)
    assert.ok(rows.length <= 1, rule)
    return rows[0]
  }

  it('ends for a key worker and for a guardian when one is named beside the child, whoever names them', async () => {
    assert.equal((await clock('key-worker.allocation'))?.state, 'running')
    const name = (part: string) =>
      w.post(meg, `/children/${child}/beside/add`, {
        person: ben.id,
        part,
        ...days('startedOn', '2026-11-25'),
        ...days('started_on', '2026-11-25'),
      })
    assert.equal((await name('key_worker')).statusCode, 303)
    assert.equal((await clock('key-worker.allocation'))?.state, 'done')
    assert.equal((await clock('guardian.referral'))?.state, 'running')
    assert.equal(await clock('guardian.allocation'), undefined, 'nobody was referred for one')
    assert.equal((await name('guardian')).statusCode, 303)
    assert.equal((await clock('guardian.referral'))?.state, 'done')
    assert.equal((await clock('strategy.discussion'))?.state, 'running')
  })

  it('begins anew for nobody who is there already', async () => {
    await aConcern(w, ada, child)
    assert.equal((await clock('key-worker.allocation'))?.state, 'done')
  })

  it('is owed again when a step was never in place after all', async () => {
    const at = `/children/${child}/protection/strategy_discussion`
    const held = { ...STEP, state: 'in_place', ...days('inPlaceOn', '2026-11-25') }
    assert.equal((await w.post(ada, `${at}/add`, held)).statusCode, 303)
    assert.equal((await clock('strategy.discussion'))?.state, 'done')
    const { rows } = await sql<{ id: string }>`
      select id from waymark.protection_step where child_id = ${child}`.execute(w.db)
    const step = `/children/${child}/protection/step/${rows[0]?.id}`
    const put = await w.post(ada, step, { ...STEP, state: 'asked', version: '1' })
    assert.equal(put.statusCode, 303, put.payload)
    assert.equal((await clock('strategy.discussion'))?.state, 'running')
    await w.post(ada, step, { ...held, version: '2' })
    const over = { ...held, state: 'over', version: '3', ...days('overOn', '2026-11-25') }
    assert.equal((await w.post(ada, step, over)).statusCode, 303)
    assert.equal((await clock('strategy.discussion'))?.state, 'done', 'it took place')
  })

  it('follows the letters: prepared, sent, put right, answered, or not made', async () => {
    await w.post(ada, `/children/${child}/referrals`)
    assert.equal((await clock('guardian.referral', 'linked_referral'))?.state, 'running')
    assert.equal(await clock('cp.referral-decision'), undefined, 'nothing was sent')
    const say = async (kind: string, version: number, fields: object) => {
      const { rows } = await sql<{ id: string }>`
        select id from waymark.linked_referral where child_id = ${child} and kind = ${kind}`.execute(
        w.db,
      )
      const at = `/children/${child}/referrals/${rows[0]?.id}`
      const res = await w.post(ada, at, { toBody: 'A body', version: String(version), ...fields })
      assert.equal(res.statusCode, 303, res.payload)
    }
    const sent = { state: 'sent', ...days('sentOn', '2026-11-25') }
    await say('guardianship', 1, sent)
    assert.equal((await clock('guardian.referral', 'linked_referral'))?.state, 'done')
    await say('guardianship', 2, { state: 'not_made', because: 'One is there already' })
    assert.equal((await clock('guardian.referral', 'linked_referral'))?.state, 'no_longer_owed')

    await sql`update waymark.linked_referral set prepared_on = '2026-11-18' where child_id = ${child}`.execute(
      w.db,
    )
    await say('local_authority', 2, sent)
    assert.deepEqual(
      [(await clock('cp.referral-decision'))?.from, (await clock('cp.referral-decision'))?.due],
      ['2026-11-25', '2026-11-26'],
    )
    await say('local_authority', 3, { state: 'sent', ...days('sentOn', '2026-11-19') })
    const put = await clock('cp.referral-decision')
    assert.deepEqual([put?.state, put?.from, put?.due], ['running', '2026-11-19', '2026-11-20'])
    const answered = { state: 'taken_up', ...days('answeredOn', '2026-11-23') }
    await say('local_authority', 4, { ...answered, ...days('sentOn', '2026-11-19') })
    const done = await clock('cp.referral-decision')
    assert.deepEqual([done?.state, done?.until], ['done', '2026-11-23'])
    await say('local_authority', 5, { state: 'sent', ...days('sentOn', '2026-11-19') })
    assert.equal(
      (await clock('cp.referral-decision'))?.state,
      'running',
      'no answer came after all',
    )
  })

  it('counts the wait for a guardian from the referral, and from nothing before it', async () => {
    const waits = await aChild(w, { allocatedTo: [ada] })
    await aConcern(w, ada, waits)
    await w.post(ada, `/children/${waits}/referrals`)
    const clocks = async () => {
      const { rows } = await sql<{ rule: string; state: string; from: string }>`
        select rule, state, to_char(started_at at time zone 'Europe/London', 'YYYY-MM-DD') as from
        from waymark.clock where child_id = ${waits} and rule like 'guardian.%' order by rule, about_kind`.execute(
        w.db,
      )
      return rows.map((r) => [r.rule, r.state, r.from])
    }
    const { rows } = await sql<{ id: string }>`
      select id from waymark.linked_referral where child_id = ${waits} and kind = 'guardianship'`.execute(
      w.db,
    )
    await sql`update waymark.linked_referral set prepared_on = '2026-11-18' where child_id = ${waits}`.execute(
      w.db,
    )
    const say = async (version: number, fields: object) => {
      const at = `/children/${waits}/referrals/${rows[0]?.id}`
      const res = await w.post(ada, at, { toBody: 'A body', version: String(version), ...fields })
      assert.equal(res.statusCode, 303, res.payload)
    }
    await say(2, { state: 'sent', ...days('sentOn', '2026-11-23') })
    assert.deepEqual(await clocks(), [
      ['guardian.allocation', 'running', '2026-11-23'],
      ['guardian.referral', 'done', '2026-11-25'],
      ['guardian.referral', 'done', '2026-11-18'],
    ])
    await say(3, { state: 'sent', ...days('sentOn', '2026-11-20') })
    assert.equal((await clocks())[0]?.[2], '2026-11-20', 'the day was put right')
    await aConcern(w, ada, waits)
    assert.equal((await clocks()).length, 3, 'who is referred is not owed it again')
    await say(4, { state: 'not_made', because: 'One is there already' })
    assert.equal((await clocks())[0]?.[1], 'no_longer_owed')
  })

  it('a conference, by the nation’s own time, once the discussion opened an enquiry', async () => {
    const at = `/children/${child}/protection/strategy_discussion/add`
    const held = { ...STEP, state: 'in_place', ...days('inPlaceOn', '2026-11-23') }
    const early = await w.post(ada, at, { ...STEP, state: 'asked', enquiry: 'opened' })
    assert.match(early.payload, /Enter the day it was held: an enquiry is opened there/)
    const none = { ...held, ...days('conferenceOn', '2026-11-24') }
    assert.match((await w.post(ada, at, none)).payload, /or say that an enquiry was opened/)
    assert.equal((await w.post(ada, at, { ...held, enquiry: 'opened' })).statusCode, 303)
    const owed = await clock('cp.conference')
    assert.deepEqual([owed?.state, owed?.from, owed?.due], ['running', '2026-11-23', '2026-12-14'])
    const { rows } = await sql<{ id: string }>`
      select id from waymark.protection_step where child_id = ${child} and enquiry = 'opened'`.execute(
      w.db,
    )
    const step = `/children/${child}/protection/step/${rows[0]?.id}`
    const change = (version: string, fields: Readonly<Record<string, string>>) =>
      w.post(ada, step, { ...held, version, ...fields })
    await change('1', { enquiry: 'opened', ...days('inPlaceOn', '2026-11-20') })
    assert.equal((await clock('cp.conference'))?.from, '2026-11-20')
    await change('2', { enquiry: 'not_opened', ...days('inPlaceOn', '2026-11-20') })
    assert.equal((await clock('cp.conference'))?.state, 'no_longer_owed')
    const done = { ...days('inPlaceOn', '2026-11-20'), ...days('conferenceOn', '2026-11-25') }
    assert.equal((await change('3', { enquiry: 'opened', ...done })).statusCode, 303)
    assert.equal((await clock('cp.conference'))?.state, 'done')
  })

  it('tells of a decision in the letter to the mechanism, and takes it back with the decision', async () => {
    const other = await aChild(w, { allocatedTo: [ada] })
    await sql`insert into waymark.linked_referral (child_id, kind, state, to_body, prepared_on, sent_on, reference)
      values (${other}, 'nrm', 'sent', 'Single Competent Authority', '2026-11-01', '2026-11-02', 'NRM-7')`.execute(
      w.db,
    )
    const { rows } = await sql<{ id: string }>`
      insert into waymark.nrm_referral (child_id, organisation_id, form_commit, state, begun_at, begun_by, review_asked_by, review_asked_at, sent_on, sent_by, sent_reference)
      values (${other}, (select organisation_id from waymark.child where id = ${other}), 'abcdef1', 'sent', '2026-11-01T09:00:00Z', ${ada.id}, ${ada.id}, '2026-11-01T10:00:00Z', '2026-11-02', ${ada.id}, 'NRM-7')
      returning id`.execute(w.db)
    const here = `/children/${other}/referral-for-help/${rows[0]?.id}`
    const decide = (outcome: string, on: string, more = {}) =>
      w.post(ada, `${here}/decisions/add`, {
        kind: 'reasonable_grounds',
        outcome,
        decidedBy: 'single_competent_authority',
        ...days('decidedOn', on),
        ...days('heardOn', on),
        ...more,
      })
    const letter = async () => {
      const found = await sql<{ state: string; on: string | null; because: string | null }>`
        select state, answered_on::text as "on", because from waymark.linked_referral where child_id = ${other}`.execute(
        w.db,
      )
      return found.rows[0]
    }
    assert.equal((await decide('negative', '2026-11-09')).statusCode, 303)
    assert.equal((await letter())?.state, 'refused')
    assert.match((await letter())?.because ?? '', /can be looked at again/)
    assert.equal((await decide('positive', '2026-11-20', { again: 'yes' })).statusCode, 303)
    assert.deepEqual(await letter(), { state: 'taken_up', on: '2026-11-20', because: null })
    const page = (await w.get(ada, here)).payload
    for (const [, aside = ''] of page.matchAll(/href="([^"]*set-aside)"/g)) {
      await w.post(ada, aside, { why: 'Another child’s letter' })
    }
    assert.deepEqual(await letter(), { state: 'sent', on: null, because: null })
  })
})
