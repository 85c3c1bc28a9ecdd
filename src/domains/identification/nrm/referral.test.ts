import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { postParts } from '#tests/support/multipart.ts'
import { ada, gus, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import {
  begun,
  fillIn,
  main,
  saved,
  selam,
  THEIR_VIEW,
  versionIn,
} from '#tests/support/referrals.ts'

describe('a referral for help', () => {
  let w: World
  let child: ChildId
  let url: string
  let here: string
  const page = async (who: typeof ada, at = here) => main((await w.get(who, at)).payload)
  const step = (slug: string) => `${here}/form/${slug}`

  before(async () => {
    w = await world()
    ;({ child, url } = await selam(w))
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
    here = await begun(w, url)
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
    const next = await saved(w, step('pv-interpreter-requirements'), form)
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
    const wrong = await saved(w, step('current-pv-location'), {
      'current-pv-location-uk-city': 'Stoke',
      'current-pv-location-uk-region': '<b>nowhere</b>',
    })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /Did you mean[^<]*Stoke-on-Trent/)
    assert.match(wrong.payload, /value="&lt;b&gt;nowhere&lt;\/b&gt;"/)
    const long = await saved(w, step('who-exploited-pv'), {
      'who-exploited-pv': 'ሰ'.repeat(15_001),
    })
    assert.equal(long.statusCode, 422)
    assert.match(long.payload, /15,000 characters or fewer/)
    assert.match(long.payload, /ሰሰሰ/)
    const birth = await saved(w, step('pv-dob'), {
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
    const again = await saved(w, step('how-did-the-exploitation-start'), {
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
      (await saved(w, step('pv-gender-referral'), { 'pv-gender': 'female' }, gus)).statusCode,
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
    const day = { 'datedOn-day': '3', 'datedOn-month': '10', 'datedOn-year': '2025' }
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
    assert.match(text, /Letter from school[\s\S]*PDF[\s\S]*3 October 2025/)
    const file = /href="([^"]*\/file)"/.exec(text)?.[1] ?? ''
    const got = await w.get(gus, file)
    assert.equal(got.payload, pdf.toString(), 'as it came')
    assert.match(
      String(got.headers['content-disposition']),
      /attachment; filename="?document-1\.pdf/,
    )
    assert.match(
      await page(ada, step('what-evidence-you-will-submit')),
      /1\. Letter from school \(PDF\), 3 October 2025/,
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
    await fillIn(w, here, child)
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
    const kept = await w.post(ada, `${here}/their-view`, THEIR_VIEW)
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
    const locked = await saved(w, step('pv-gender-referral'), { 'pv-gender': 'male' })
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
})
