import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { trustedId } from '#kernel/ids.ts'
import { anAudit } from '#tests/support/audits.ts'
import { aChild } from '#tests/support/builders.ts'
import {
  ada,
  ben,
  hal,
  harbourTeam,
  hillTeam,
  ivy,
  meg,
  mia,
  southmere,
  zoe,
} from '#tests/support/people.ts'
import { FRAMEWORK, type Published, publishFramework } from '#tests/support/said.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'
import { countWords, learningView } from './see-learning/learning.view.ts'
import { questionItems } from './audit.rules.ts'

const days = {
  fromDay: '1',
  fromMonth: '1',
  fromYear: '2026',
  toDay: '31',
  toMonth: '12',
  toYear: '2099',
}

describe('a round of case audit', () => {
  let w: World
  let framework: Published
  let good: Record<string, string | readonly string[]>

  before(async () => {
    w = await world()
    framework = await publishFramework(w)
    good = {
      ...days,
      title: 'Are they heard?',
      question: 'Is what children say in their records?',
      framework: framework.id,
      outcomes: [framework.outcomes.get('mango') ?? ''],
      principles: ['p12'],
      size: '4',
      how: 'simple',
      key: 'the key of this round',
      team: '',
    }
    for (let n = 0; n < 6; n += 1) await aChild(w, { knownAs: `Harbour ${n}`, teamId: harbourTeam })
    for (let n = 0; n < 4; n += 1) {
      await aChild(w, { knownAs: `Hill ${n}`, teamId: hillTeam, allocatedTo: ben })
    }
    await aChild(w, { knownAs: 'Elsewhere', organisationId: southmere, allocatedTo: [] })
    const left = await aChild(w, { knownAs: 'Left', allocatedTo: ada })
    await sql`update waymark.allocation set ended_on = '2026-01-06' where child_id = ${left}`.execute(
      w.db,
    )
    await sql`update waymark.allocation set started_on = '2025-01-06', ended_on = '2025-12-01' where child_id = ${left}`.execute(
      w.db,
    )
  })

  const setUp = async (fields: Fields = {}, who = meg): Promise<string> => {
    const res = await w.post(who, '/case-audits/new', { ...good, ...fields })
    assert.equal(res.statusCode, 303, JSON.stringify(w.logged.findLast((l) => 'failed' in l)))
    return trustedId<'case-audit-round'>(String(res.headers.location).split('/').at(-1) ?? '')
  }
  const asked = async (fields: Fields, says: RegExp, who = meg) => {
    const res = await w.post(who, '/case-audits/new', { ...good, ...fields })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, says)
    assert.match(res.payload, /Is what children say in their records\?/, 'what was typed is kept')
  }
  const sampleOf = async (round: string) => {
    const rows = await w.db
      .selectFrom('waymark.case_audit_eligible')
      .select(['child_id', 'drawn', 'stratum'])
      .where('round_id', '=', round)
      .orderBy('child_id')
      .execute()
    return {
      eligible: rows.length,
      drawn: rows.filter((r) => r.drawn).map((r) => r.child_id),
      rows,
    }
  }

  it('draws the same sample for the same key, and another for another', async () => {
    const first = await sampleOf(await setUp())
    const again = await sampleOf(await setUp())
    assert.equal(first.eligible, 10, 'not the other council’s, nor one everybody had left before')
    assert.equal(first.drawn.length, 4)
    assert.deepEqual(again.drawn, first.drawn)
    const others = await Promise.all(
      ['another key', 'a third key', 'a fourth key'].map(async (key) =>
        sampleOf(await setUp({ key })),
      ),
    )
    assert.ok(others.some((o) => JSON.stringify(o.drawn) !== JSON.stringify(first.drawn)))
  })

  it('shows the key, draws again before the reader’s eyes, and says who was not drawn', async () => {
    const round = await setUp()
    const page = (await w.get(meg, `/case-audits/rounds/${round}/sample`)).payload
    assert.match(page, /the key of this round/)
    assert.match(page, /from the same 10 records: the same sample/)
    assert.equal(page.match(/<bdi>(Harbour|Hill) \d<\/bdi>/g)?.length, 10)
    await sql`update waymark.case_audit_eligible set drawn = not drawn where round_id = ${round}`.execute(
      w.db,
    )
    assert.match(
      (await w.get(meg, `/case-audits/rounds/${round}/sample`)).payload,
      /gives another sample than the one kept/,
    )
  })

  it('looks at outcomes by their ids, chosen by themselves or through a principle, in the framework’s order', async () => {
    const round = await setUp()
    const ids = await w.db
      .selectFrom('waymark.case_audit_outcome')
      .select('outcome_id')
      .where('round_id', '=', round)
      .execute()
    const wanted = ['zebra', 'apple', 'mango'].map((code) => framework.outcomes.get(code))
    assert.deepEqual(new Set(ids.map((i) => i.outcome_id)), new Set(wanted))
    const page = (await w.get(meg, `/case-audits/rounds/${round}`)).payload
    const order = [...page.matchAll(/About (\w+)<|Were they believed/g)].map(
      (m) => m[1] ?? 'question',
    )
    assert.deepEqual(order, ['zebra', 'apple', 'mango', 'question'])
  })

  it('draws from each team in proportion, when asked to', async () => {
    const { rows } = await sampleOf(await setUp({ how: 'by_team', size: '5' }))
    const from = (team: string) => rows.filter((r) => r.drawn && r.stratum === team).length
    assert.deepEqual([from(harbourTeam), from(hillTeam)], [3, 2])
  })

  it('shows its register only to those who reach each child', async () => {
    const round = await setUp({ size: '10' })
    const page = (await w.get(hal, `/case-audits/rounds/${round}`)).payload
    assert.match(page, /Hill 0/)
    assert.doesNotMatch(page, /Harbour/)
    assert.match(page, /6 more were drawn that are not within your reach/)
    assert.match(
      (await w.get(hal, `/case-audits/rounds/${round}/sample`)).payload,
      /cannot be drawn again here/,
    )
    assert.equal((await w.get(mia, `/case-audits/rounds/${round}`)).statusCode, 404)
    const seen = await w.acting(ben, (tx) =>
      tx
        .selectFrom('waymark.case_audit_eligible')
        .select('child_id')
        .where('round_id', '=', round)
        .execute(),
    )
    assert.equal(seen.length, 4)
    const none = await w.acting(zoe, (tx) =>
      tx.selectFrom('waymark.case_audit_round').select('id').execute(),
    )
    assert.deepEqual(none, [])
  })

  it('draws only from the team of a manager who leads one', async () => {
    const { eligible } = await sampleOf(await setUp({ size: '2', team: harbourTeam }, hal))
    assert.equal(eligible, 4)
  })

  it('says in a sentence what does not fit, and keeps what was typed', async () => {
    await asked({ size: '11' }, /Only 10 records fit these dates and this team/)
    await asked({ ...days, fromYear: '2030', toYear: '2029' }, /must not be before the first day/)
    await asked({ toDay: '31', toMonth: '2' }, /Enter the last day to look at/)
    await asked({ fromYear: '2001', toYear: '2002' }, /No record fits these dates/)
    await asked({ size: '0' }, /whole number from 1 to 500/)
    await asked({ key: 'short' }, /8 to 100 characters/)
    await asked({ principles: [], outcomes: [] }, /at least one principle or outcome/)
    await asked({ framework: southmere }, /not in the framework version chosen/)
  })

  it('does not begin under a version that was retired, and goes on under one that is retired meanwhile', async () => {
    const round = await setUp()
    const next = { ...FRAMEWORK, version: '2' }
    await w.acting(zoe, (tx) =>
      sql`select waymark.keep_framework(${JSON.stringify(next)}::jsonb, true)`.execute(tx),
    )
    await sql`update waymark.framework_version set status = 'retired', retired_at = now() where id = ${framework.id}`.execute(
      w.db,
    )
    await asked({}, /no longer in use/)
    assert.match(
      (await w.get(meg, `/case-audits/rounds/${round}`)).payload,
      /taken out of use since/,
    )
    await assert.rejects(
      w.acting(meg, (tx) =>
        sql`insert into waymark.case_audit_round (title, question, framework_version_id, open_from, open_to, stratified, sample_size, eligible_count, sampling_key)
          values ('x', 'x', ${framework.id}, '2026-01-01', '2026-02-01', false, 1, 1, 'a key of eight')`.execute(
          tx,
        ),
      ),
      /not in use/,
    )
  })

  it('closes when each audit has ended, and then takes no more readings, while actions go on', async () => {
    const child = await aChild(w, { knownAs: 'Last', teamId: harbourTeam })
    const old = await w.db
      .selectFrom('waymark.framework_version')
      .select('id')
      .where('status', '=', 'live')
      .executeTakeFirstOrThrow()
    const outcome = await w.db
      .selectFrom('waymark.outcome')
      .select('id')
      .where('framework_version_id', '=', old.id)
      .where('code', '=', 'apple')
      .executeTakeFirstOrThrow()
    const live = { id: old.id, outcomes: new Map([['apple', outcome.id]]) }
    const a = await anAudit(w, live, child, { by: meg, auditor: ben, noReflection: 'away' })
    const close = (version = '1') =>
      w.post(meg, `/case-audits/rounds/${a.round}/close`, { version })
    assert.match((await close()).payload, /has not ended/)
    await assert.rejects(
      sql`update waymark.case_audit_round set status = 'closed', closed_at = now(), closed_by = ${meg.id} where id = ${a.round}`.execute(
        w.db,
      ),
      /each of its audits has ended/,
    )
    const finding = await w.post(ben, `${a.url}/findings/new`, {
      about: 'believed',
      words: 'A letter was not answered',
    })
    assert.equal(finding.statusCode, 303)
    assert.equal(
      (await w.post(meg, `${a.url}/end`, { version: '1', because: 'no_auditor' })).statusCode,
      303,
    )
    assert.match((await close('9')).payload, /changed while you were looking/)
    assert.equal((await close()).statusCode, 303)
    assert.match((await close('2')).payload, /closed already/)
    assert.equal((await w.get(ben, a.url)).statusCode, 404)
    const late = await w.post(meg, `${a.url}/feedback`, {
      whose: 'child',
      result: 'spoke',
      onDay: '1',
      onMonth: '1',
      onYear: '2026',
      words: 'Kept words',
      language: 'en',
    })
    assert.match(late.payload, /This audit has ended/)
    assert.match(late.payload, /Kept words/)
    const action = await w.post(meg, `${String(finding.headers.location)}/actions/new`, {
      kind: 'learning',
      words: 'Answer letters',
      owner: ada.id,
      dueDay: '1',
      dueMonth: '1',
      dueYear: '2099',
    })
    assert.equal(action.statusCode, 303)
    assert.match((await w.get(ivy, '/case-audits')).payload, /Answer letters/)
  })
})

describe('what a round shows', () => {
  const counted = (rows: readonly (readonly [string, string | null, string | null, number])[]) =>
    rows.map(([kind, question, code, records]) => ({
      kind,
      outcome_id: null,
      question,
      code,
      records,
    }))
  const rows = counted([
    ['drawn', null, null, 12],
    ['read', null, null, 12],
    ['strengths', null, null, 9],
    ['answer', 'believed', 'yes', 9],
    ['answer', 'believed', 'no', 2],
    ['answer', 'believed', 'cannot_tell', 1],
    ['finding', 'believed', null, 2],
  ])

  it('gives counts with Wilson’s interval, never a bare percentage', () => {
    // Wilson for 9 of 12: centre (0.75 + 0.16007) / 1.32013 = 0.68937, half 0.22146: 47 to 91.
    assert.equal(countWords(9, 12), '9 of 12 (47 to 91 in 100)')
    assert.equal(countWords(0, 0), 'None read yet')
  })

  it('hides small numbers, and what would give them away, from those who did not do the audit', () => {
    const open = learningView(questionItems(), rows, [], true)
    const shut = learningView(questionItems(), rows, [], false)
    const believed = (v: typeof open) => v.lines.find((l) => l.title === 'Were they believed?')
    assert.equal(believed(open)?.no, '2')
    assert.equal(believed(open)?.found, '2 of 12 (5 to 45 in 100)')
    assert.deepEqual(
      [believed(shut)?.no, believed(shut)?.open, believed(shut)?.found],
      ['[c]', '[c]', '[c]'],
    )
    assert.equal(shut.strengths, '[c]')
    assert.equal(open.strengths, '9 of 12 (47 to 91 in 100)')
  })

  it('stands in the order in which records are asked, whatever is found', () => {
    const titles = learningView(questionItems(), rows.toReversed(), [], true).lines.map(
      (l) => l.title,
    )
    assert.deepEqual(
      titles,
      questionItems().map((i) => i.title),
    )
  })
})
