import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { anAudit, auditing } from '#tests/support/audits.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, ivy, meg } from '#tests/support/people.ts'
import { type Published, publishFramework } from '#tests/support/said.ts'
import { world, type World } from '#tests/support/world.ts'

type Auditing = ReturnType<typeof auditing>

describe('what follows from reading one record', () => {
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
})
