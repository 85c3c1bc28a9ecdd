import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { anAudit, auditing } from '#tests/support/audits.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, ivy, kit, meg, mia } from '#tests/support/people.ts'
import { type Published, publishFramework } from '#tests/support/said.ts'
import { world, type World } from '#tests/support/world.ts'

type Auditing = ReturnType<typeof auditing>

describe('the audit of one record', () => {
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
    assert.doesNotMatch(await says(ben, '/children'), /\bNoor\b/)
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
})
