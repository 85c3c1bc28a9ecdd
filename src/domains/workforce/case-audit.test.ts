import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { anAudit, type ArrangedAudit } from '#tests/support/audits.ts'
import { whole } from '#tests/support/assessments.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, ivy, kit, meg, mia, type TestPerson } from '#tests/support/people.ts'
import { aCheckIn, type Published, publishFramework } from '#tests/support/said.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'
import { QUESTIONS } from './audit.rules.ts'

describe('the audit of one record', () => {
  let w: World
  let framework: Published
  let apple: string

  before(async () => {
    w = await world()
    framework = await publishFramework(w)
    apple = framework.outcomes.get('apple') ?? ''
  })

  const done = async (who: TestPerson, url: string, fields: Fields): Promise<string> => {
    const res = await w.post(who, url, fields)
    assert.equal(
      res.statusCode,
      303,
      `${url}: ${/error-summary[\s\S]{0,400}/.exec(res.payload)?.[0]}`,
    )
    return String(res.headers.location)
  }
  const says = async (who: TestPerson, url: string, status = 200): Promise<string> => {
    const res = await w.get(who, url)
    assert.equal(
      res.statusCode,
      status,
      `${url} ${res.statusCode === 500 ? JSON.stringify(w.logged.findLast((l) => 'failed' in l)) : ''}`,
    )
    return res.payload
  }
  /** Every item answered alike, but for those said. */
  const readAll = async (who: TestPerson, a: ArrangedAudit, but: Record<string, string> = {}) => {
    for (const item of [apple, ...QUESTIONS]) {
      await done(who, `${a.url}/read/${item}`, {
        version: '0',
        code: but[item] ?? 'yes',
        shows: `${who.name} on ${item === apple ? 'apple' : item}`,
      })
    }
  }
  const share = async (who: TestPerson, a: ArrangedAudit, more: Fields = {}) => {
    const version =
      /name="version" value="(\d+)"/.exec(await says(who, `${a.url}/share`))?.[1] ?? ''
    await done(who, `${a.url}/share`, {
      version,
      standsOut: `${who.name} saw care`,
      grade: '',
      ...more,
    })
  }

  it('is reached by its auditor, who reads the record and changes nothing in it, until it ends', async () => {
    const child = await aChild(w, { allocatedTo: ada, knownAs: 'Noor', account: kit })
    await says(ben, `/children/${child}`, 404)
    const a = await anAudit(w, framework, child, { by: meg, auditor: ben, noReflection: 'away' })
    const overview = await says(ben, `/children/${child}`)
    assert.match(overview, /Noor/)
    assert.doesNotMatch(overview, /Write down what they say/)
    await says(ben, `/children/${child}/people`)
    const refused = await w.post(ben, `/children/${child}/goals`, { words: 'Not mine to write' })
    assert.equal(refused.statusCode, 403)
    assert.doesNotMatch(await says(ben, '/children'), /Noor/)
    await assert.rejects(
      w.acting(ben, (tx) =>
        tx
          .insertInto('waymark.own_goal')
          .values({ child_id: child, words: 'x', said_by: 'young_person_with_someone' })
          .execute(),
      ),
      /row-level security/,
    )
    await readAll(ben, a)
    await share(ben, a)
    const { version } = await w.db
      .selectFrom('waymark.case_audit')
      .select('version')
      .where('id', '=', a.audit)
      .executeTakeFirstOrThrow()
    await done(ben, `${a.url}/end`, { version: String(version), because: 'done' })
    await says(ben, `/children/${child}`, 404)
    await says(ben, a.url, 404)
    // The young person sees who read, and why, in plain words.
    const looked = await says(kit, '/me/who-looked')
    assert.match(looked, /Ben Worker/)
    assert.match(looked, /Read your page to check how well we do our work/)
    assert.doesNotMatch(looked, /\bcase\b/i)
    await w.db
      .updateTable('waymark.case_audit')
      .set({ auditor_id: ben.id })
      .where('id', '=', a.audit)
      .execute()
      .then(
        () => assert.fail('an audit that ended was changed'),
        (e: unknown) => assert.match(String(e), /stays as it is/),
      )
  })

  it('is not given to somebody who stands beside the child, nor outside the organisation, by page or by database', async () => {
    const child = await aChild(w, { allocatedTo: [ada, hal] })
    const a = await anAudit(w, framework, child, { by: meg, practitioner: ada })
    for (const wrong of [ada, hal, mia, kit]) {
      const res = await w.post(meg, `${a.url}/people`, {
        version: '1',
        practitioner: ada.id,
        none: '',
        auditor: wrong.id,
        second: '',
      })
      assert.equal(res.statusCode, 422, wrong.name)
      assert.match(res.payload, /does not stand beside the child/)
      await assert.rejects(
        w.db
          .updateTable('waymark.case_audit')
          .set({ auditor_id: wrong.id })
          .where('id', '=', a.audit)
          .execute(),
        /stand beside|nobody_audits_their_own/,
      )
    }
    await done(meg, `${a.url}/people`, {
      version: '1',
      practitioner: ada.id,
      none: '',
      auditor: ben.id,
      second: ivy.id,
    })
    // Who begins to stand beside the child afterwards reads on as a worker, and writes no audit of their own work.
    await w.db
      .insertInto('waymark.allocation')
      .values({ child_id: child, person_id: ben.id, part: 'advocate' })
      .execute()
    await w.db
      .updateTable('waymark.case_audit')
      .set({ no_reflection_because: 'away' })
      .where('id', '=', a.audit)
      .execute()
      .catch(() => undefined)
    await assert.rejects(
      w.acting(ben, (tx) =>
        tx
          .insertInto('waymark.case_audit_reading')
          .values({ audit_id: a.audit, child_id: child })
          .execute(),
      ),
      /row-level security/,
    )
  })

  it('begins with the practitioner’s own reflection, before either sees the other’s text', async () => {
    const child = await aChild(w, { allocatedTo: ada })
    const a = await anAudit(w, framework, child, { by: meg, practitioner: ada, auditor: ben })
    const early = await w.post(ben, `${a.url}/read/${apple}`, { version: '0', code: 'yes' })
    assert.equal(early.statusCode, 422)
    assert.match(early.payload, /reflection comes first/)
    await done(ada, `${a.url}/reflection`, {
      version: '0',
      wentWell: 'I asked each week',
      differently: '',
      notInRecord: '',
    })
    assert.doesNotMatch(await says(ben, a.url), /I asked each week/)
    const nothing = await w.post(ada, `${a.url}/reflection`, {
      version: '1',
      wentWell: '',
      differently: '',
      notInRecord: '',
      also: 'yes',
    })
    assert.match(nothing.payload, /Write something in at least one box/)
    await done(ada, `${a.url}/reflection`, {
      version: '1',
      wentWell: 'I asked each week',
      differently: '',
      notInRecord: '',
      also: 'yes',
    })
    assert.match(await says(ben, a.url), /I asked each week/)
    await readAll(ben, a)
    assert.doesNotMatch(await says(ada, a.url), /Ben Worker on apple/)
    await share(ben, a)
    assert.match(await says(ada, a.url), /Ben Worker on apple/)
  })

  it('keeps an auditor’s text from the practitioner until the reflection is shared', async () => {
    const child = await aChild(w, { allocatedTo: ada })
    const a = await anAudit(w, framework, child, { by: meg, auditor: ben, noReflection: 'away' })
    await readAll(ben, a)
    await share(ben, a)
    // Managers may bring the practitioner in later; then the reflection comes first again.
    await w.acting(meg, (tx) =>
      sql`update waymark.case_audit set practitioner_id = ${ada.id}, no_reflection_because = null where id = ${a.audit}`.execute(
        tx,
      ),
    )
    assert.doesNotMatch(await says(ada, a.url), /Ben Worker on apple/)
    const seen = await w.acting(ada, (tx) =>
      tx
        .selectFrom('waymark.case_audit_answer')
        .select('id')
        .where('child_id', '=', child)
        .execute(),
    )
    assert.deepEqual(seen, [])
    const ownRecord = await w.acting(kit, (tx) =>
      tx.selectFrom('waymark.case_audit').select('id').execute(),
    )
    assert.deepEqual(ownRecord, [], 'never on the young person’s own account')
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
    assert.doesNotMatch(await says(ada, `/case-audits/rounds/${a.round}/learning`), /Gwet/)
  })

  it('writes down whether the child was asked, and what they said, word for word', async () => {
    const child = await aChild(w, { allocatedTo: ada })
    const a = await anAudit(w, framework, child, { by: meg, auditor: ben, noReflection: 'away' })
    const base = { onDay: '2', onMonth: '3', onYear: '2026', language: 'ti', whose: 'child' }
    const wrong = await w.post(ben, `${a.url}/feedback`, {
      ...base,
      result: 'not_safe_to_ask',
      words: 'x',
    })
    assert.match(wrong.payload, /so choose that they spoke with us/)
    await done(ben, `${a.url}/feedback`, { ...base, result: 'not_safe_to_ask', words: '' })
    await done(ben, `${a.url}/feedback`, { ...base, result: 'spoke', words: 'ሓቂ ይዛረቡ' })
    const page = await says(ben, a.url)
    assert.match(page, /It was not safe to ask/)
    assert.match(page, /lang="ti"[^>]*>ሓቂ ይዛረቡ/)
    const later = await w.post(ben, `${a.url}/feedback`, {
      ...base,
      onYear: '2199',
      result: 'spoke',
      words: 'kept',
    })
    assert.match(later.payload, /Enter a day that is today or earlier/)
    assert.match(later.payload, /kept/)
  })

  it('puts what cannot wait before a manager by one press, open until somebody answers', async () => {
    const child = await aChild(w, { allocatedTo: ada, knownAs: 'Sumaya' })
    const a = await anAudit(w, framework, child, { by: meg, auditor: ben, noReflection: 'away' })
    const form = await says(ben, `${a.url}/act-now`)
    const who = /name="who" type="radio" value="([^"]+)" checked/.exec(form)?.[1] ?? ''
    const by = /name="by"[^>]*value="([^"]+)"/.exec(form)?.[1] ?? ''
    assert.equal(who, meg.id)
    await done(ben, `${a.url}/act-now`, { who, by, saw: '' })
    const desk = await says(meg, '/case-audits')
    assert.match(desk, /Sumaya<\/bdi>: say what was done/)
    assert.doesNotMatch(
      await says(ivy, '/case-audits'),
      /act-now/,
      'an auditor reads, and answers nothing',
    )
    const link = new RegExp(`${a.url}/act-now/[0-9a-f-]+`).exec(desk)?.[0] ?? ''
    assert.match(
      (await w.post(meg, link, { version: '1', answer: '' })).payload,
      /Enter what was done/,
    )
    await readAll(ben, a)
    await share(ben, a)
    const open = await w.post(ben, `${a.url}/end`, { version: '1', because: 'done' })
    assert.match(open.payload, /cannot wait is still open/)
    await done(meg, link, { version: '1', answer: 'Rang the carer; she is safe' })
    assert.match(await says(ben, a.url), /Rang the carer; she is safe/)
    assert.doesNotMatch(await says(meg, '/case-audits'), /Sumaya<\/bdi>: say what was done/)
    const past = await w.post(ben, `${a.url}/act-now`, { who, by: '2020-01-01 10:00', saw: 'kept' })
    assert.match(past.payload, /Enter a time that is still to come/)
  })

  it('does not close a finding without an action, nor an action by its owner', async () => {
    const child = await aChild(w, { allocatedTo: ada })
    const a = await anAudit(w, framework, child, { by: meg, auditor: ben, noReflection: 'away' })
    const finding = await done(ben, `${a.url}/findings/new`, {
      about: apple,
      words: 'Nobody asked her again',
    })
    const close = () => w.post(meg, `${finding}/close`, { version: '1' })
    assert.match((await close()).payload, /cannot close without an action/)
    const row = sql`update waymark.case_audit_finding set status = 'closed', closed_at = now(), closed_by = ${meg.id} where child_id = ${child}`
    await assert.rejects(row.execute(w.db), /closes with an action/)
    await assert.rejects(
      w.db
        .insertInto('waymark.case_audit_finding')
        .values({
          audit_id: a.audit,
          child_id: child,
          question: 'believed',
          words: 'x',
          found_by: ben.id,
          status: 'closed',
          closed_at: new Date(),
          closed_by: meg.id,
        })
        .execute(),
      /closes with an action/,
    )
    const past = await w.post(ben, `${finding}/actions/new`, {
      kind: 'learning',
      words: 'Ask',
      owner: ada.id,
      dueDay: '1',
      dueMonth: '1',
      dueYear: '2020',
    })
    assert.match(past.payload, /today or later/)
    await done(ben, `${finding}/actions/new`, {
      kind: 'learning',
      words: 'Ask after each review',
      owner: ada.id,
      dueDay: '1',
      dueMonth: '1',
      dueYear: '2099',
    })
    assert.match((await close()).payload, /An action is still open/)
    await assert.rejects(row.execute(w.db), /closes with an action/)
    const action =
      new RegExp(`${a.url}/actions/[0-9a-f-]+`).exec(await says(ada, '/case-audits/mine'))?.[0] ??
      ''
    const day = { doneDay: '1', doneMonth: '2', doneYear: '2026' }
    await done(ada, `${action}/done`, { version: '1', doneWords: 'Asked her on Monday', ...day })
    await assert.rejects(
      sql`update waymark.case_audit_action set verified_words = 'x', verified_at = now(), verified_by = ${ada.id} where child_id = ${child}`.execute(
        w.db,
      ),
      /verified_by_somebody_else/,
    )
    assert.equal(
      (await w.post(ada, `${action}/verify`, { version: '2', verifiedWords: 'x' })).statusCode,
      403,
    )
    await done(meg, `${action}/verify`, { version: '2', verifiedWords: 'Read it in her own words' })
    await done(meg, `${finding}/close`, { version: '1' })
    assert.match(await says(meg, finding), /Closed/)
    assert.match(
      await says(meg, `/case-audits/rounds/${a.round}/learning`),
      /Ask after each review/,
    )
    await assert.rejects(
      sql`insert into waymark.case_audit_action (finding_id, child_id, kind, words, owner_id, due_on) select id, child_id, 'learning', 'x', ${ada.id}, '2099-01-01' from waymark.case_audit_finding where child_id = ${child}`.execute(
        w.db,
      ),
      /the finding is closed/,
    )
  })

  it('says when the owner of an action has left, and lets somebody else take it on', async () => {
    const child = await aChild(w, { allocatedTo: [ada, hal] })
    const a = await anAudit(w, framework, child, { by: meg, auditor: ben, noReflection: 'away' })
    const finding = await done(ben, `${a.url}/findings/new`, {
      about: 'continuous',
      words: 'Four workers in a year',
    })
    await done(ben, `${finding}/actions/new`, {
      kind: 'for_this_child',
      words: 'A goodbye in person',
      owner: hal.id,
      dueDay: '1',
      dueMonth: '1',
      dueYear: '2099',
    })
    await w.db
      .updateTable('waymark.person')
      .set({ ended_at: new Date() })
      .where('id', '=', hal.id)
      .execute()
    assert.match(
      await says(meg, '/case-audits'),
      /Hal Manager has left. Somebody else has to take this on/,
    )
    const action =
      new RegExp(`${a.url}/actions/[0-9a-f-]+`).exec(await says(meg, finding))?.[0] ?? ''
    assert.match(await says(meg, action), /Hal Manager has left/)
    await done(meg, `${action}/owner`, {
      version: '1',
      owner: ada.id,
      dueDay: '1',
      dueMonth: '1',
      dueYear: '2099',
    })
    assert.match(await says(ada, '/case-audits/mine'), /A goodbye in person/)
    await w.db
      .updateTable('waymark.person')
      .set({ ended_at: null })
      .where('id', '=', hal.id)
      .execute()
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
