import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { anAudit, auditing } from '#tests/support/audits.ts'
import { whole } from '#tests/support/assessments.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, ivy, meg } from '#tests/support/people.ts'
import { aCheckIn, type Published, publishFramework } from '#tests/support/said.ts'
import { world, type World } from '#tests/support/world.ts'
import { QUESTIONS } from './audit.rules.ts'

type Auditing = ReturnType<typeof auditing>

describe('reading one record for an audit', () => {
  let w: World
  let framework: Published
  let apple: string
  let done: Auditing['done']
  let says: Auditing['says']
  let readAll: Auditing['readAll']
  let share: Auditing['share']

  before(async () => {
    w = await world()
    framework = await publishFramework(w)
    apple = framework.outcomes.get('apple') ?? ''
    ;({ done, says, readAll, share } = auditing(w, apple))
  })

  it('is answered in full, with a reason where there is no answer, and stays as it was shared', async () => {
    const child = await aChild(w, { allocatedTo: ada })
    const a = await anAudit(w, framework, child, { by: meg, auditor: ben, noReflection: 'away' })
    const blank = await w.post(ben, `${a.url}/read/${apple}`, {
      version: '0',
      code: '',
      quote: 'Their words',
      quotedFrom: '',
    })
    assert.match(blank.payload, /Choose what the record shows, or why you cannot say/)
    assert.match(blank.payload, /Their words/)
    await done(ben, `${a.url}/read/${apple}`, { version: '0', code: 'cannot_tell' })
    const half = await says(ben, `${a.url}/share`)
    const version = /name="version" value="(\d+)"/.exec(half)?.[1] ?? ''
    const res = await w.post(ben, `${a.url}/share`, { version, standsOut: 'x', grade: '' })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Not answered yet: .*Were they believed\?/)
    for (const q of QUESTIONS)
      await done(ben, `${a.url}/read/${q}`, { version: '0', code: 'not_relevant' })
    await share(ben, a, { grade: 'needs_work' })
    const page = await says(ben, a.url)
    assert.match(page, /Grade, apart from the text and never counted: Needs work/)
    await assert.rejects(
      sql`update waymark.case_audit_answer set code = 'yes' where child_id = ${child}`.execute(
        w.db,
      ),
      /stays as it was written/,
    )
    await assert.rejects(
      w.db
        .insertInto('waymark.case_audit_feedback')
        .values({
          audit_id: a.audit,
          child_id: child,
          whose: 'child',
          result: 'offered_declined',
          words: 'x',
          on_day: '2026-01-01',
        })
        .execute(),
      /words_of_whoever_spoke/,
    )
  })

  it('loses nothing when the same answer is saved in two places', async () => {
    const child = await aChild(w, { allocatedTo: ada })
    const a = await anAudit(w, framework, child, { by: meg, auditor: ben, noReflection: 'away' })
    const url = `${a.url}/read/${apple}`
    await done(ben, url, { version: '0', code: 'yes', shows: 'The first text' })
    for (const version of ['0', '7', 'x']) {
      const res = await w.post(ben, url, { version, code: 'no', shows: 'The second text' })
      assert.equal(res.statusCode, 409)
      assert.match(res.payload, /Nothing was lost/)
      assert.match(res.payload, /The first text/)
      assert.match(res.payload, /The second text/)
    }
    await done(ben, url, { version: '1', code: 'no', shows: 'The second text' })
    const both = await Promise.all(
      ['a', 'b'].map((shows) => w.post(ben, url, { version: '2', code: 'no', shows })),
    )
    assert.deepEqual(
      both.map((r) => r.statusCode).toSorted((x, y) => x - y),
      [303, 409],
    )
  })

  it('holds facts computed from the record, kept as they were when the reading was shared', async () => {
    const child = await aChild(w, { allocatedTo: ada })
    const a = await anAudit(w, framework, child, { by: meg, auditor: ben, noReflection: 'away' })
    assert.match(await says(ben, a.url), /It holds no strengths in the child’s own words/)
    await w.db
      .insertInto('waymark.about_me')
      .values({ child_id: child, topic: 'strengths', words: 'I cook', said_by: 'child' })
      .execute()
    await aCheckIn(w, framework, child, '2026-03-02T10:00:00Z', { apple: 'mostly' })
    const page = await says(ben, a.url)
    assert.match(page, /It holds strengths in the child’s own words/)
    assert.match(page, /last shared how things are on 2 March 2026/)
    await readAll(ben, a)
    await share(ben, a)
    const { facts } = await w.db
      .selectFrom('waymark.case_audit_reading')
      .select('facts')
      .where('audit_id', '=', a.audit)
      .executeTakeFirstOrThrow()
    assert.equal(JSON.parse(JSON.stringify(facts)).strengths, true)
  })

  it('is read blind by a second auditor; differences are talked about and the agreed view stands beside both', async () => {
    const child = await aChild(w, { allocatedTo: ada })
    const a = await anAudit(w, framework, child, {
      by: meg,
      auditor: ben,
      second: ivy,
      noReflection: 'away',
    })
    await readAll(ben, a, { believed: 'no' })
    await share(ben, a)
    assert.doesNotMatch(await says(ivy, a.url), /Ben Worker on apple/)
    await readAll(ivy, a)
    await share(ivy, a)
    const page = await says(ivy, a.url)
    assert.match(page, /Ben Worker on apple/)
    assert.match(page, /agree\/believed/)
    assert.doesNotMatch(page, /agree\/respectful/)
    await says(ivy, `${a.url}/agree/respectful`, 404)
    await done(ivy, `${a.url}/agree/believed`, {
      version: '0',
      code: 'partly',
      why: 'We read the letter together',
    })
    const conflict = await w.post(ben, `${a.url}/agree/believed`, {
      version: '0',
      code: 'no',
      why: 'Mine',
    })
    assert.equal(conflict.statusCode, 409)
    const after = await says(ben, a.url)
    assert.match(after, /Agreed after talking: Partly/)
    assert.match(after, /Ivy Auditor on believed/)
    assert.match(after, /Ben Worker on believed/)
    assert.match(
      await says(meg, `/case-audits/rounds/${a.round}/learning`),
      /Of 7 answers given twice, 6 were the same. Gwet’s AC1 is 0\.8/,
    )
    assert.doesNotMatch(await says(ada, `/case-audits/rounds/${a.round}/learning`), /\bGwet\b/)
  })

  it('asks about an outcome by the same definition id as a check-in, a view and a rights assessment', async () => {
    const child = await aChild(w, { allocatedTo: ada })
    const a = await anAudit(w, framework, child, { by: meg, auditor: ben, noReflection: 'away' })
    await aCheckIn(w, framework, child, '2026-03-02T10:00:00Z', { apple: 'a_little' })
    await aCheckIn(
      w,
      framework,
      child,
      '2026-03-03T10:00:00Z',
      { apple: 'mostly' },
      { voice: 'practitioner' },
    )
    await readAll(ben, a)
    await done(ben, `${a.url}/findings/new`, { about: apple, words: 'Heard, and then forgotten' })
    await whole(w)
    const used = async (table: string, where = sql`true`): Promise<readonly string[]> => {
      const { rows } = await sql<{ outcome_id: string }>`
        select distinct outcome_id from ${sql.table(`waymark.${table}`)} where outcome_id is not null and ${where}`.execute(
        w.db,
      )
      return rows.map((r) => r.outcome_id)
    }
    const ofChild = sql`child_id = ${child}`
    const places = {
      'check-in and view': await used('check_in_answer', ofChild),
      'answer of an audit': await used('case_audit_answer', ofChild),
      'finding of an audit': await used('case_audit_finding', ofChild),
      'impact in a rights assessment': await used('assessment_impact'),
    }
    for (const [place, ids] of Object.entries(places)) assert.deepEqual(ids, [apple], place)
  })
})
