import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { ann, ada, hal, ivy, kit, meg, mia, zoe } from '#tests/support/people.ts'
import {
  ABOUT,
  begin,
  type Draft,
  publish,
  SPRING,
  whole,
  write,
} from '#tests/support/assessments.ts'
import { aChild } from '#tests/support/builders.ts'
import { aCheckIn } from '#tests/support/said.ts'
import { world, type World } from '#tests/support/world.ts'

describe('writing an assessment', () => {
  let w: World
  let draft: Draft

  before(async () => {
    w = await world()
    w.setClock(SPRING)
    draft = await whole(w)
  })

  const impact = (more: Record<string, string> = {}) => ({
    option_id: draft.option,
    group_id: draft.group,
    article: '12',
    outcome_id: draft.framework.outcomes.get('mango') ?? '',
    direction: 'helps',
    effect: 'They are heard sooner.',
    evidence_ids: draft.evidence,
    confidence: 'some_support',
    ...more,
  })

  it('is begun under a template that it keeps, with where that is from and how sure we are', async () => {
    const { payload } = await w.get(ann, '/assessments/begin')
    for (const nation of ['Scotland', 'Wales', 'Northern Ireland', 'England']) {
      assert.match(payload, new RegExp(nation))
    }
    assert.match(payload, /To be checked: this is background knowledge/)
    assert.match(payload, /as of 21 November 2026/)
    const id = await begin(w, ann, 'northern_ireland')
    const page = (await w.get(ann, `/assessments/${id}`)).payload
    assert.match(page, /No template of this nation was found or read/)
    assert.match(page, /To be checked/)
    const other = await w.db
      .selectFrom('waymark.assessment_template')
      .select('id')
      .where('nation', '=', 'wales')
      .executeTakeFirstOrThrow()
    await assert.rejects(
      w.acting(ann, (tx) =>
        sql`update waymark.assessment set template_id = ${other.id} where id = ${id}`.execute(tx),
      ),
      /permission denied/,
    )
    await assert.rejects(
      sql`update waymark.assessment_template set name = 'Other'`.execute(w.db),
      /stays as it is/,
    )
  })

  it('asks in plain words for what is missing, and keeps what was typed', async () => {
    const res = await w.post(ann, '/assessments/begin', {
      ...ABOUT,
      template_id: draft.id,
      'drafting_began_on-day': '31',
      'drafting_began_on-month': '2',
    })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Choose for which nation/)
    assert.match(res.payload, /must be a real day, such as 27 3 2026/)
    assert.match(res.payload, /Homes further away/)
    const template = { template_id: '', 'drafting_began_on-year': '2027' }
    const later = await w.post(ann, '/assessments/begin', { ...ABOUT, ...template })
    assert.equal(later.statusCode, 422)
  })

  it('names in a row the same outcome, by its id, that a young person spoke about in a check-in', async () => {
    const child = await aChild(w, { allocatedTo: [ada], account: kit })
    await aCheckIn(w, draft.framework, child, '2026-05-01T10:00:00Z', { apple: 'mostly' })
    await publish(w, meg, draft.at)
    const { rows } = await sql<{
      in_check_in: string
      in_impact: string
      in_measure: string
      printed: string
    }>`
      select a.outcome_id as in_check_in, i.outcome_id as in_impact, m.outcome_id as in_measure,
        p.document #>> '{impacts,0,outcome_id}' as printed
      from waymark.check_in_answer a
      join waymark.assessment_impact i on i.outcome_id = a.outcome_id and i.assessment_id = ${draft.id}
      join waymark.assessment_measure m on m.outcome_id = a.outcome_id and m.assessment_id = i.assessment_id
      join waymark.assessment_published p on p.assessment_id = i.assessment_id
      where a.child_id = ${child}`.execute(w.db)
    assert.ok(rows.length > 0)
    for (const row of rows) {
      assert.equal(row.in_impact, row.in_check_in)
      assert.equal(row.in_measure, row.in_check_in)
      assert.equal(row.printed, row.in_check_in)
    }
  })

  it('refuses an article that is not in the Convention, evidence that does not fit, and harm with no answer', async () => {
    const url = `${draft.at}/impacts/add`
    for (const article of ['0', '43', '12; drop', '']) {
      const res = await w.post(ann, url, impact({ article }))
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /Choose an article of the Convention from the list: 1 to 42/)
      assert.match(res.payload, /They are heard sooner\./)
    }
    const sure = await w.post(ann, url, impact({ confidence: 'no_evidence' }))
    assert.match(sure.payload, /There is evidence ticked: say how well it supports this/)
    const harm = await w.post(ann, url, impact({ direction: 'harms' }))
    assert.match(harm.payload, /Enter what will be done about the harm, or why nothing can be done/)
    for (const wrong of [
      { article: 43 },
      { confidence: 'no_evidence' },
      { direction: 'harms', mitigation: null },
    ]) {
      await assert.rejects(
        w.db
          .updateTable('waymark.assessment_impact')
          .set(wrong)
          .where('assessment_id', '=', draft.id)
          .where('option_id', '=', draft.option)
          .execute(),
        /violates check constraint/,
      )
    }
  })

  it('refuses the same effect twice, and says where the first is', async () => {
    assert.equal((await w.post(ann, `${draft.at}/impacts/add`, impact())).statusCode, 303)
    const twice = await w.post(ann, `${draft.at}/impacts/add`, impact({ effect: 'Again.' }))
    assert.equal(twice.statusCode, 422)
    assert.match(twice.payload, /already a row for this option, group, article and outcome/)
    assert.match(twice.payload, /Again\./)
  })

  it('takes no option, group or evidence of another assessment', async () => {
    const other = await whole(w)
    const foreign = { option_id: other.option, group_id: other.group, evidence_ids: other.evidence }
    const res = await w.post(ann, `${draft.at}/impacts/add`, impact({ article: '3', ...foreign }))
    assert.equal(res.statusCode, 422)
    await assert.rejects(
      sql`update waymark.assessment_impact set evidence_ids = ${`{${other.evidence}}`}::uuid[], confidence = 'weak_support'
        where assessment_id = ${draft.id}`.execute(w.db),
      /stands on options, groups and evidence of its own/,
    )
  })

  it('takes nothing off that something else stands on', async () => {
    const { payload } = await w.get(ann, `${draft.at}/evidence/${draft.evidence}`)
    const version = /name="version" value="(\d+)"/.exec(payload)?.[1] ?? ''
    const res = await w.post(ann, `${draft.at}/evidence/${draft.evidence}/end`, { version })
    assert.equal(res.statusCode, 409)
    assert.match(res.payload, /Something else in the assessment stands on this/)
    assert.match(res.payload, /An invented study, 2024/)
  })

  it('shows both texts when two people change the same row, and lets them change different forms at once', async () => {
    const url = `${draft.at}/evidence/${draft.evidence}`
    const { payload } = await w.get(ann, url)
    const version = /name="version" value="(\d+)"/.exec(payload)?.[1] ?? ''
    const typed = { kind: 'research', citation: 'An invented study, 2024', strength: 'weak' }
    await w.post(meg, url, { ...typed, version, tells: 'What Meg wrote.' })
    const late = await w.post(ann, url, { ...typed, version, tells: 'What Ann wrote.' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /What Meg wrote\./)
    assert.match(late.payload, /What Ann wrote\./)
    assert.match(late.payload, /Meg Manager/)
    const seenOf = async (part: string) =>
      /name="seen" value="([^"]*)"/.exec(
        (await w.get(ann, `${draft.at}/write/${part}`)).payload,
      )?.[1] ?? ''
    const [decision, twin] = [await seenOf('decision'), await seenOf('twin')]
    const decided = { best_interests: 'First.', chosen_option_id: draft.option, decision: 'Yes.' }
    const one = await w.post(meg, `${draft.at}/write/decision`, { seen: decision, ...decided })
    assert.equal(one.statusCode, 303)
    const two = await w.post(ann, `${draft.at}/write/twin`, { seen: twin, twin_what: 'Homes.' })
    assert.equal(two.statusCode, 303)
    const stale = { seen: decision, ...decided, decision: 'What Ann decided.' }
    const third = await w.post(ann, `${draft.at}/write/decision`, stale)
    assert.equal(third.statusCode, 409)
    assert.match(third.payload, /What Ann decided\./)
    assert.match(third.payload, /Yes\./)
  })

  it('prints nobody’s words without their agreement, and no dissent without an answer', async () => {
    const { payload } = await w.get(ann, `${draft.at}/words/add`)
    const involvement = /name="involvement_id"[^>]*value="([^"]+)"/.exec(payload)?.[1] ?? ''
    const said = {
      involvement_id: involvement,
      words: '  I want to stay.  ',
      language: 'ti',
      said_by: 'A young person',
      'agreed_on-day': '1',
      'agreed_on-month': '5',
      'agreed_on-year': '2026',
      agreed_how: 'By a sign',
    }
    const bare = await w.post(ann, `${draft.at}/words/add`, said)
    assert.match(bare.payload, /Words are printed only when who said them agreed to that/)
    const silent = await w.post(ann, `${draft.at}/words/add`, {
      ...said,
      agreed: 'yes',
      dissent: 'yes',
    })
    assert.match(silent.payload, /Enter what you answer those who do not agree/)
    assert.equal(
      (await w.post(ann, `${draft.at}/words/add`, { ...said, agreed: 'yes' })).statusCode,
      303,
    )
    const kept = await w.db
      .selectFrom('waymark.assessment_words')
      .select('words')
      .where('language', '=', 'ti')
      .executeTakeFirstOrThrow()
    assert.equal(kept.words, '  I want to stay.  ')
  })

  it('refuses days out of order, in the form and in the database', async () => {
    const plan = (takes: string, review: string) => ({
      'takes_effect_on-day': '1',
      'takes_effect_on-month': '6',
      'takes_effect_on-year': takes,
      'review_on-day': '1',
      'review_on-month': '6',
      'review_on-year': review,
    })
    const url = `${draft.at}/write/plan`
    assert.match(
      (await write(w, ann, url, plan('2026', '2026'))).payload,
      /The review comes after the day it takes effect/,
    )
    assert.match(
      (await write(w, ann, url, plan('2025', '2027'))).payload,
      /cannot take effect before drafting began/,
    )
    for (const set of [
      { review_on: '2026-06-01' },
      { takes_effect_on: '2026-01-01' },
      { not_involved_because: 'No time' },
    ]) {
      await assert.rejects(
        w.db.updateTable('waymark.assessment').set(set).where('id', '=', draft.id).execute(),
        /violates check constraint/,
      )
    }
  })

  it('counts how hard the text for children is to read, as advice that stops nothing', async () => {
    const hard =
      'Notwithstanding the aforementioned considerations regarding accommodation availability, children’s individual circumstances will be comprehensively evaluated.'
    assert.equal(
      (await write(w, ann, `${draft.at}/write/twin`, { twin_what: hard })).statusCode,
      303,
    )
    const { payload } = await w.get(ann, `${draft.at}/write/twin`)
    assert.match(payload, /By a rough count, most readers from about \d+ can follow this/)
    assert.match(payload, /Long words: .*accommodation/)
  })

  it('keeps an outcome whose version is retired in rows that name it, and offers it to no other', async () => {
    const { id } = draft.framework
    await w.acting(zoe, (tx) =>
      sql`update waymark.framework_version set status = 'retired', retired_at = now(), retired_by = ${zoe.id} where id = ${id}`.execute(
        tx,
      ),
    )
    const fresh = { article: '13', outcome_id: draft.framework.outcomes.get('zebra') ?? '' }
    const res = await w.post(ann, `${draft.at}/impacts/add`, impact(fresh))
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Choose an outcome of a framework that is in use/)
    assert.match(res.payload, /They are heard sooner\./)
    await assert.rejects(
      w.acting(ann, (tx) =>
        sql`update waymark.assessment_impact set outcome_id = ${fresh.outcome_id} where assessment_id = ${draft.id}`.execute(
          tx,
        ),
      ),
      /of a version that is not in use/,
    )
    const list = (await w.get(ann, `${draft.at}/impacts`)).payload
    assert.match(list, /About apple \(A set for tests, 1, no longer in use\)/)
    const row = /impacts\/([0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
    const edit = (await w.get(ann, `${draft.at}/impacts/${row}`)).payload
    assert.match(edit, /selected>About apple \(A set for tests, 1, no longer in use\)/)
  })

  it('belongs to its organisation: analysts and managers write, auditors read, nobody else is let in', async () => {
    assert.equal((await w.get(ivy, draft.at)).statusCode, 200)
    assert.equal((await w.get(ivy, `${draft.at}/preview`)).statusCode, 200)
    assert.doesNotMatch((await w.get(ivy, draft.at)).payload, /href="[^"]*\/write\//)
    assert.equal((await w.get(ivy, `${draft.at}/groups/add`)).statusCode, 403)
    assert.equal((await w.get(mia, draft.at)).statusCode, 404)
    assert.equal((await w.get(ada, draft.at)).statusCode, 403)
    assert.equal((await w.get(kit, '/assessments')).statusCode, 403)
    assert.equal((await w.get(hal, draft.at)).statusCode, 200)
    for (const [who, refused] of [
      [ivy, /row-level security/],
      [mia, /row-level security/],
    ] as const) {
      await assert.rejects(
        w.acting(who, (tx) =>
          sql`insert into waymark.assessment_group (assessment_id, name, touched, how) values (${draft.id}, 'A', 'directly', 'B')`.execute(
            tx,
          ),
        ),
        refused,
      )
    }
    const foreign = { ...ABOUT, affected: 'Them', owner_id: mia.id }
    const res = await write(w, ann, `${draft.at}/write/about`, foreign)
    assert.match(res.payload, /Choose who owns it/)
    await assert.rejects(
      w.db
        .updateTable('waymark.assessment')
        .set({ owner_id: ada.id })
        .where('id', '=', draft.id)
        .execute(),
      /owned by an analyst or a manager of its organisation/,
    )
  })
})
