import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { postParts } from '#tests/support/multipart.ts'
import { ada, ben, gus, ivy, kit, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { FIELDS, optionsOf } from './form.rules.ts'
import { fieldsOn, pathOf } from './route.rules.ts'
import { slugOf } from './sections.rules.ts'

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const versionIn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

/** An answer the form accepts to any of its questions. */
function fit(name: string): string {
  const field = FIELDS.get(name)
  assert.ok(field)
  if (field.type === 'checkbox') return name === 'types-of-exploitation-other' ? '' : 'yes'
  if (field.type === 'date') return ''
  const options = optionsOf(field)
  if (options) return options[0]?.value ?? ''
  if (field.validators.includes('email')) return 'a@example.org'
  if (field.validators.includes('numeric')) return '1'
  return field.validators.length > 0 ? '07700 900123' : 'Something that is true of it'
}

describe('a referral for help', () => {
  let w: World
  let child: ChildId
  let url: string
  let here: string
  const page = async (who: typeof ada, at = here) => main((await w.get(who, at)).payload)
  const step = (slug: string) => `${here}/form/${slug}`
  const saved = async (slug: string, fields: Record<string, string>, who = ada) => {
    const version = versionIn((await w.get(who, step(slug))).payload)
    return w.post(who, step(slug), { version, ...fields })
  }

  before(async () => {
    w = await world()
    child = await aChild(w, {
      knownAs: 'Selam',
      account: kit,
      allocatedTo: [ada, gus],
      bornOn: '2011-05-04',
    })
    url = `/children/${child}/referral-for-help`
    await sql`insert into waymark.child_language (child_id, language, speaks, for_feelings) values (${child}, 'ti', true, true)`.execute(
      w.db,
    )
    await sql`insert into waymark.person_who_matters (child_id, name, who_they_are, chosen_by) values (${child}, 'Dawit', 'older brother', 'child')`.execute(
      w.db,
    )
  })

  it('says who may send it, that nothing waits for it, and for whom the duty to notify is', async () => {
    const text = await page(ada, url)
    assert.match(text, /Nothing waits for this/)
    assert.match(
      text,
      /Nobody has said yet whether Northmere Council \(invented\) is a first responder/,
    )
    assert.match(text, /duty to notify is for adults/)
    assert.match(text, /Barnardo/)
    assert.doesNotMatch((await w.get(ada, url)).payload, /<title>[^<]*(Selam|NRM|traffick)/)
  })

  it('is begun once: a second press goes to the one in hand', async () => {
    const begun = await w.post(ada, `${url}/begin`)
    assert.equal(begun.statusCode, 303)
    here = String(begun.headers.location)
    assert.equal((await w.post(gus, `${url}/begin`)).headers.location, here)
  })

  it('answers from the record without asking again, says from where, and keeps a change for itself only', async () => {
    const language = await page(ada, step('pv-interpreter-requirements'))
    assert.match(language, /From the record: the languages on the record[\s\S]*Tigrinya/)
    assert.match(
      await page(ada, step('what-is-their-background')),
      /On the record: older brother\./,
    )
    const form = {
      'pv-interpreter-requirements': 'yes',
      'pv-interpreter-requirements-language': 'Tigrinya, a woman',
    }
    const next = await saved('pv-interpreter-requirements', form)
    assert.match(String(next.headers.location), /form\/pv-other-help-with-communication$/)
    const changed = await page(ada, step('pv-interpreter-requirements'))
    assert.match(changed, /Tigrinya, a woman/)
    assert.match(changed, /The record says \(the languages on the record\): Tigrinya/)
    const spoken = await w.db
      .selectFrom('waymark.child_language')
      .select('language')
      .where('child_id', '=', child)
      .execute()
    assert.deepEqual(spoken, [{ language: 'ti' }])
    const rows = await w.db
      .selectFrom('waymark.nrm_answer')
      .select(['field', 'came_from'])
      .where('child_id', '=', child)
      .execute()
    assert.equal(
      rows.find((r) => r.field === 'pv-interpreter-requirements')?.came_from,
      'the languages on the record',
    )
    assert.equal(rows.find((r) => r.field.endsWith('-language'))?.came_from, null)
  })

  it('keeps what was typed when something is wrong, and says what was meant', async () => {
    const wrong = await saved('current-pv-location', {
      'current-pv-location-uk-city': 'Stoke',
      'current-pv-location-uk-region': '<b>nowhere</b>',
    })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /Did you mean[^<]*Stoke-on-Trent/)
    assert.match(wrong.payload, /value="&lt;b&gt;nowhere&lt;\/b&gt;"/)
    const long = await saved('who-exploited-pv', { 'who-exploited-pv': 'ሰ'.repeat(15_001) })
    assert.equal(long.statusCode, 422)
    assert.match(long.payload, /15,000 characters or fewer/)
    assert.match(long.payload, /ሰሰሰ/)
    const birth = await saved('pv-dob', {
      'pv-dob-day': '31',
      'pv-dob-month': '2',
      'pv-dob-year': '2011',
    })
    assert.equal(birth.statusCode, 422)
    assert.match(birth.payload, /real date[\s\S]*value="31"/)
    const twice = await w.post(ada, step('family'), { family: ['a', 'b'] })
    assert.equal(twice.statusCode, 404, 'a field is not a page')
  })

  it('shows a name in the account as soon as it is saved, in any spelling, and takes it nowhere', async () => {
    const told = 'They took ሰላም and Dawit to a house. '.repeat(8)
    const again = await saved('how-did-the-exploitation-start', {
      'how-did-the-exploitation-start': told,
    })
    assert.match(String(again.headers.location), /form\/how-did-the-exploitation-start\?names=yes$/)
    assert.match(
      await page(ada, step('how-did-the-exploitation-start')),
      /A name may stand here:[\s\S]*ሰላም[\s\S]*Dawit/,
    )
    assert.match(
      await page(ada),
      /Names that may stand in the account[\s\S]*ሰላም[\s\S]*a name of theirs[\s\S]*Dawit/,
    )
  })

  it('shows both when somebody else was faster, and loses nothing', async () => {
    const version = versionIn((await w.get(ada, step('pv-gender-referral'))).payload)
    assert.equal(
      (await saved('pv-gender-referral', { 'pv-gender': 'female' }, gus)).statusCode,
      303,
    )
    const late = await w.post(ada, step('pv-gender-referral'), { version, 'pv-gender': 'male' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was lost[\s\S]*Gus Guardian[\s\S]*Female/)
    assert.match(late.payload, /value="male" checked/)
  })

  it('takes documents by what is in them, up to the form’s limits, with a day or why there is none', async () => {
    const docs = `${here}/documents`
    const send = (bytes: Buffer, fields: Record<string, string>) =>
      postParts(w, ada, docs, { ...fields, file: bytes })
    const pdf = Buffer.from('%PDF-1.7\nwords')
    const day = { 'datedOn-day': '3', 'datedOn-month': '10', 'datedOn-year': '2026' }
    const exe = await send(Buffer.from('MZ something'), { description: 'Letter', ...day })
    assert.equal(exe.statusCode, 422)
    assert.match(exe.payload, /This is something else, whatever its name says[\s\S]*value="Letter"/)
    const undated = await send(pdf, { description: 'Letter' })
    assert.match(undated.payload, /day of the document, or why it has none/)
    const ahead = await send(pdf, { description: 'Letter', ...day, 'datedOn-year': '2999' })
    assert.match(ahead.payload, /must be today or earlier/)
    const large = await send(Buffer.alloc(25 * 1024 * 1024 + 1, 'a'), {
      description: 'Letter',
      ...day,
    })
    assert.equal(large.statusCode, 422)
    assert.match(large.payload, /smaller than 25 MB/)
    assert.equal((await send(pdf, { description: 'Letter from school', ...day })).statusCode, 303)
    const text = await page(ada, docs)
    assert.match(text, /Letter from school[\s\S]*PDF[\s\S]*3 October 2026/)
    const file = /href="([^"]*\/file)"/.exec(text)?.[1] ?? ''
    const got = await w.get(gus, file)
    assert.equal(got.payload, pdf.toString(), 'as it came')
    assert.match(
      String(got.headers['content-disposition']),
      /attachment; filename="?document-1\.pdf/,
    )
    assert.match(
      await page(ada, step('what-evidence-you-will-submit')),
      /1\. Letter from school \(PDF\), 3 October 2026/,
    )
    const out = file.replace(/file$/, 'take-out')
    assert.match((await w.post(ada, out, {})).payload, /Enter why it is taken out/)
  })

  it('is asked to be read only when the form has all it asks, no name is in it, and their view is there', async () => {
    const ask = async (fields: Record<string, string> = {}) =>
      w.post(ada, `${here}/ask-review`, { version: versionIn(await page(ada)), ...fields })
    const early = await ask()
    assert.equal(early.statusCode, 422)
    assert.match(early.payload, /Place of birth: the form asks for an answer/)
    assert.match(early.payload, /Write down what they were told/)
    assert.match(early.payload, /Names may stand in the account/)
    for (let n = 0; n < 3; n += 1) await fillIn(w, here, child)
    const view = await w.post(ada, `${here}/their-view`, {
      told: 'not_yet',
      'toldOn-day': '1',
      'toldOn-month': '2',
      'toldOn-year': '2026',
      said: 'not_asked_yet',
      words: 'No',
    })
    assert.equal(view.statusCode, 422)
    assert.match(
      view.payload,
      /Both cannot be so[\s\S]*why they were not told yet[\s\S]*These words are an answer/,
    )
    const kept = await w.post(ada, `${here}/their-view`, {
      version: '0',
      told: 'yes',
      'toldOn-day': '1',
      'toldOn-month': '2',
      'toldOn-year': '2026',
      said: 'not_sure',
      words: 'እንድዒ',
      wordsLanguage: 'ti',
    })
    assert.equal(kept.statusCode, 303)
    const asked = await ask()
    assert.equal(asked.statusCode, 303, main(asked.payload).slice(0, 3000))
    assert.match(
      await page(ada),
      /With a colleague, to be read[\s\S]*They are not sure[\s\S]*lang="ti"[^>]*>እንድዒ/,
    )
  })

  it('is read by somebody else than whoever wrote it, whose notes are kept, and changes nowhere meanwhile', async () => {
    assert.match(await page(ada, `${here}/review`), /You wrote a part of this referral/)
    assert.match(
      (await w.post(ada, `${here}/review`, { found: 'ready' })).payload,
      /somebody else reads it/,
    )
    const byHand = w.acting(ada, (tx) =>
      sql`insert into waymark.nrm_review (referral_id, child_id, reviewed_at, found, of_version)
          select id, child_id, now(), 'ready', 1 from waymark.nrm_referral where child_id = ${child}`.execute(
        tx,
      ),
    )
    await assert.rejects(byHand, /somebody else reads a referral/)
    const locked = await saved('pv-gender-referral', { 'pv-gender': 'male' })
    assert.equal(locked.statusCode, 409)
    assert.match(locked.payload, /no longer being prepared, so this was not saved/)
    assert.match(
      (await w.post(meg, `${here}/review`, { found: 'change_first' })).payload,
      /Say what should change/,
    )
    const read = await w.get(meg, `${here}/review`)
    assert.match(read.payload, /Something that is true of it[\s\S]*Letter from school/)
    const version = versionIn(read.payload)
    const back = await w.post(meg, `${here}/review`, {
      version,
      found: 'change_first',
      notes: 'Which <house>?',
    })
    assert.equal(back.statusCode, 303)
    assert.match(
      await page(ada),
      /Being prepared[\s\S]*Meg Manager[\s\S]*something to change first[\s\S]*Which &lt;house&gt;\?/,
    )
    assert.equal(
      (await w.get(ada, `${here}/referral.pdf`)).statusCode,
      404,
      'nothing leaves unread',
    )
    await w.post(ada, `${here}/ask-review`, { version: versionIn(await page(ada)) })
    const ready = await w.post(meg, `${here}/review`, {
      version: versionIn((await w.get(meg, `${here}/review`)).payload),
      found: 'ready',
    })
    assert.equal(ready.statusCode, 303)
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
    assert.match(tooEarly.payload, /before it was begun[\s\S]*|sent before/)
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

  async function fillIn(to: World, at: string, of: ChildId): Promise<void> {
    const rows = await to.db
      .selectFrom('waymark.nrm_answer')
      .select(['field', 'value'])
      .where('child_id', '=', of)
      .execute()
    const answers = new Map(rows.map((r) => [r.field, r.value]))
    answers.set('pv-under-age', 'yes')
    for (const name of pathOf({ answers, files: 1 })) {
      if (name === '/upload-evidence' || name === '/pv-want-to-submit-nrm') continue
      const values = fieldsOn(name, answers).map((f) => {
        const clean = f.name === 'how-did-the-exploitation-start' || !answers.get(f.name)
        return [f.name, clean ? fit(f.name) : (answers.get(f.name) ?? '')] as const
      })
      const html = (await to.get(ada, `${at}/form/${slugOf(name)}`)).payload
      const fields = {
        ...Object.fromEntries(values),
        ...(name === '/pv-under-age' ? { 'pv-under-age': 'yes' } : {}),
      }
      const res = await to.post(ada, `${at}/form/${slugOf(name)}`, {
        version: versionIn(html),
        ...fields,
      })
      assert.equal(
        res.statusCode,
        303,
        `${name}: ${/error-summary[\s\S]{0,900}/.exec(res.payload)?.[0] ?? main(res.payload).slice(0, 600)}`,
      )
    }
  }
})

const days = (name: string, day: string, month = '5', year = '2030') => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
