import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { ada, ben, ivy, kit } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { begun, main, ready, selam, versionIn } from '#tests/support/referrals.ts'

describe('a referral for help that was read', () => {
  let w: World
  let child: ChildId
  let url: string
  let here: string
  const page = async (who: typeof ada, at = here) => main((await w.get(who, at)).payload)
  const step = (slug: string) => `${here}/form/${slug}`

  before(async () => {
    w = await world()
    ;({ child, url } = await selam(w))
    here = await begun(w, url)
    await ready(w, here, child)
  })

  it('comes out field by field in the form’s order, as a PDF and as JSON under the casework keys', async () => {
    await sql`insert into waymark.place_of_learning (child_id, kind, name, began_on) values (${child}, 'school', 'Afterwards School', '2026-01-01')`.execute(
      w.db,
    )
    const copy = await page(ada, `${here}/copy`)
    assert.doesNotMatch(copy, /Afterwards School/, 'what was read is what is sent')
    const order = [
      'c-reference',
      'c-fr-location',
      'c-birthplace',
      'c-pv-name-first-name',
      'c-fr-details-role',
    ]
    assert.deepEqual(
      order.map((id) => copy.indexOf(`id="${id}"`)),
      order.map((id) => copy.indexOf(`id="${id}"`)).toSorted((a, b) => a - b),
    )
    assert.ok(order.every((id) => copy.includes(`id="${id}"`)))
    assert.match(copy, /The form answers this by itself/)
    const pdf = await w.get(ada, `${here}/referral.pdf`)
    assert.equal(pdf.headers['content-type'], 'application/pdf')
    assert.match(pdf.rawPayload.toString('latin1'), /^%PDF-1\.7[\s\S]*\/StructTreeRoot/)
    const json = await w.get(ada, `${here}/casework.json`)
    const out = JSON.parse(json.payload) as {
      casework: Record<string, string>
      fields: Record<string, string>
    }
    assert.equal(out.casework['AdultOrChild'], 'yes')
    assert.equal(out.casework['PVBirthplace'], 'Something that is true of it')
    assert.equal(out.fields['pv-gender'], 'female')
    assert.doesNotMatch(String(json.headers['content-disposition']), /Selam/)
  })

  it('has no decision before it is sent, and keeps every day in order', async () => {
    const decision = (over: Record<string, string>) =>
      w.post(ada, `${here}/decisions/add`, {
        kind: 'reasonable_grounds',
        outcome: 'negative',
        decidedBy: 'single_competent_authority',
        ...days('decidedOn', '20'),
        ...days('heardOn', '21'),
        ...over,
      })
    const early = await decision({ reasons: 'They say <no>' })
    assert.equal(early.statusCode, 422)
    assert.match(early.payload, /once the referral has been sent[\s\S]*They say &lt;no&gt;/)
    const sent = await w.get(ada, `${here}/sent`)
    const version = versionIn(sent.payload)
    w.setClock(new Date('2030-05-25T12:00:00Z'))
    await w.signIn()
    const tooEarly = await w.post(ada, `${here}/sent`, {
      version,
      reference: 'NRM-1',
      ...days('sentOn', '4', '5', '2020'),
    })
    assert.match(tooEarly.payload, /cannot have been sent before it was begun/)
    assert.equal(
      (
        await w.post(ada, `${here}/sent`, {
          version,
          reference: 'NRM-123',
          ...days('sentOn', '15'),
        })
      ).statusCode,
      303,
    )
    assert.match((await decision(days('decidedOn', '14'))).payload, /never before its referral/)
    assert.match(
      (await decision(days('heardOn', '19'))).payload,
      /cannot have heard of it before it was made/,
    )
    assert.match(
      (await decision({ kind: 'conclusive_grounds' })).payload,
      /Write that decision down first/,
    )
    assert.equal((await decision({})).statusCode, 303)
    const text = await page(ada)
    assert.match(text, /Reference: <strong>NRM-123<\/strong>/)
    assert.match(
      text,
      /Reasonable grounds: negative[\s\S]*All of this stays[\s\S]*place to live[\s\S]*looked at again/,
    )
    assert.deepEqual(await clocks(), [
      'nrm.information-pack running null',
      'nrm.reasonable-grounds done 2030-05-22',
      'nrm.reconsideration running 2030-06-21',
    ])
    const byHand = w.acting(ada, (tx) =>
      sql`insert into waymark.nrm_decision (referral_id, child_id, kind, outcome, decided_on, heard_on, decided_by, recorded_at)
          select id, child_id, 'other', 'closed', '2030-05-01', '2030-05-02', 'not_known', now() from waymark.nrm_referral where child_id = ${child}`.execute(
        tx,
      ),
    )
    await assert.rejects(byHand, /never before its referral/)
  })

  it('keeps a decision that was written by mistake, set aside with why', async () => {
    const aside = /href="([^"]*set-aside)"/.exec(await page(ada))?.[1] ?? ''
    assert.match((await w.post(ada, aside, {})).payload, /Enter what the mistake was/)
    assert.equal((await w.post(ada, aside, { why: 'Another child’s letter' })).statusCode, 303)
    const text = await page(ada)
    assert.match(text, /Set aside:[\s\S]*Another child’s letter/)
    assert.doesNotMatch(text, /All of this stays/)
    assert.deepEqual(await clocks(), [
      'nrm.information-pack running null',
      'nrm.reasonable-grounds running 2030-05-22',
      'nrm.reconsideration no_longer_owed 2030-06-21',
    ])
    const positive = await w.post(ada, `${here}/decisions/add`, {
      kind: 'reasonable_grounds',
      outcome: 'positive',
      decidedBy: 'single_competent_authority',
      ...days('decidedOn', '22'),
      ...days('heardOn', '23'),
    })
    assert.equal(positive.statusCode, 303)
    assert.deepEqual(await clocks(), [
      'nrm.conclusive-grounds running null',
      'nrm.information-pack running null',
      'nrm.reasonable-grounds done 2030-05-22',
      'nrm.reconsideration no_longer_owed 2030-06-21',
      'nrm.recovery-period running 2030-06-21',
    ])
  })

  it('owes them the information pack from the day it was made until they were given it', async () => {
    const pack = async () =>
      (await clocks()).find((line) => line.startsWith('nrm.information-pack'))
    const say = async (day: string) => {
      const { payload } = await w.get(ada, `${here}/their-view`)
      return w.post(ada, `${here}/their-view`, {
        version: /name="version" value="(\d+)"/.exec(payload)?.[1] ?? '',
        told: 'yes',
        'toldOn-day': '1',
        'toldOn-month': '2',
        'toldOn-year': '2026',
        'packGivenOn-day': day,
        'packGivenOn-month': day && '2',
        'packGivenOn-year': day && '2026',
        said: 'not_sure',
        words: 'እንድዒ',
        wordsLanguage: 'ti',
      })
    }
    assert.match((await say('31')).payload, /Enter the day they were given it/)
    assert.equal((await say('2')).statusCode, 303)
    assert.equal(await pack(), 'nrm.information-pack done null')
    assert.equal((await say('')).statusCode, 303)
    assert.equal(await pack(), 'nrm.information-pack running null', 'the day was an error')
  })

  it('is not there for somebody out of reach, read by an auditor, and on no page of the young person', async () => {
    assert.equal((await w.get(ben, here)).statusCode, 404)
    assert.equal((await w.get(ivy, here)).statusCode, 200)
    assert.equal((await w.get(ivy, step('pv-dob'))).statusCode, 403)
    const seen = await w.acting(kit, async (tx) => ({
      answers: await tx.selectFrom('waymark.nrm_answer').select('id').execute(),
      referrals: await tx.selectFrom('waymark.nrm_referral').select('id').execute(),
      before: (
        await sql`select 1 from waymark.row_history where table_name like 'nrm%'`.execute(tx)
      ).rows,
      files: await tx.selectFrom('waymark.stored_file').select('id').execute(),
    }))
    assert.deepEqual(seen, { answers: [], referrals: [], before: [], files: [] })
  })

  it('may end without being sent, with why, and another can be begun', async () => {
    const second = await w.post(ada, `${url}/begin`)
    const at = String(second.headers.location)
    assert.notEqual(at, here)
    assert.match(
      (await w.post(ada, `${at}/not-sent`, { version: '1' })).payload,
      /Enter why it is not sent/,
    )
    assert.equal(
      (await w.post(ada, `${at}/not-sent`, { version: '1', why: 'The police referred' }))
        .statusCode,
      303,
    )
    assert.match(await page(ada, at), /Ended without being sent[\s\S]*The police referred/)
  })

  const clocks = async () => {
    const { rows } = await sql<{ line: string }>`
      select rule || ' ' || state || ' ' || coalesce(due_on::text, 'null') as line from waymark.clock
      where child_id = ${child} and rule <> 'decision.ask-again' order by rule`.execute(w.db)
    return rows.map((r) => r.line)
  }
})

const days = (name: string, day: string, month = '5', year = '2030') => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
