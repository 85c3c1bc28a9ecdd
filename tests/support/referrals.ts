import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from './builders.ts'
import { postParts } from './multipart.ts'
import { ada, gus, kit, meg } from './people.ts'
import type { World } from './world.ts'
import { FIELDS, optionsOf } from '#domains/identification/nrm/form.rules.ts'
import { fieldsOn, pathOf } from '#domains/identification/nrm/route.rules.ts'
import { slugOf } from '#domains/identification/nrm/sections.rules.ts'

/** What stands in the page itself. */
export const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
/** The version that the page's form was made from. */
export const versionIn = (html: string): string =>
  /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

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

/** Selam, who speaks Tigrinya and has an older brother; whom Ada and Gus stand beside. */
export async function selam(w: World): Promise<{ readonly child: ChildId; readonly url: string }> {
  const child = await aChild(w, {
    knownAs: 'Selam',
    account: kit,
    allocatedTo: [ada, gus],
    bornOn: '2011-05-04',
  })
  await sql`insert into waymark.child_language (child_id, language, speaks, for_feelings) values (${child}, 'ti', true, true)`.execute(
    w.db,
  )
  await sql`insert into waymark.person_who_matters (child_id, name, who_they_are, chosen_by) values (${child}, 'Dawit', 'older brother', 'child')`.execute(
    w.db,
  )
  return { child, url: `/children/${child}/referral-for-help` }
}

/** Their page once it is begun. */
export async function begun(w: World, url: string): Promise<string> {
  const res = await w.post(ada, `${url}/begin`)
  assert.equal(res.statusCode, 303)
  return String(res.headers.location)
}

/** Saves one step of the form. */
export async function saved(w: World, step: string, fields: Record<string, string>, who = ada) {
  const version = versionIn((await w.get(who, step)).payload)
  return w.post(who, step, { version, ...fields })
}

/** That they were told on 1 February 2026, and said in Tigrinya that they are not sure. */
export const THEIR_VIEW = {
  version: '0',
  told: 'yes',
  'toldOn-day': '1',
  'toldOn-month': '2',
  'toldOn-year': '2026',
  said: 'not_sure',
  words: 'እንድዒ',
  wordsLanguage: 'ti',
}

/** Answers every question of the form: answers open further ones, so it goes round until nothing is new. */
export async function fillIn(w: World, at: string, child: ChildId): Promise<void> {
  const sent = new Map<string, string>()
  for (let before = -1; before < sent.size; ) {
    before = sent.size
    await goRound(w, at, child, sent)
  }
}

async function goRound(w: World, at: string, child: ChildId, sent: Map<string, string>) {
  const rows = await w.db
    .selectFrom('waymark.nrm_answer')
    .select(['field', 'value'])
    .where('child_id', '=', child)
    .execute()
  const answers = new Map(rows.map((r) => [r.field, r.value]))
  answers.set('pv-under-age', 'yes')
  for (const name of pathOf({ answers, files: 1 })) {
    if (name === '/upload-evidence' || name === '/pv-want-to-submit-nrm') continue
    const values = fieldsOn(name, answers).map((f) => {
      const clean = f.name === 'how-did-the-exploitation-start' || !answers.get(f.name)
      return [f.name, clean ? fit(f.name) : (answers.get(f.name) ?? '')] as const
    })
    const fields = {
      ...Object.fromEntries(values),
      ...(name === '/pv-under-age' ? { 'pv-under-age': 'yes' } : {}),
    }
    if (sent.get(name) === JSON.stringify(fields)) continue
    sent.set(name, JSON.stringify(fields))
    const res = await saved(w, `${at}/form/${slugOf(name)}`, fields)
    assert.equal(
      res.statusCode,
      303,
      `${name}: ${/error-summary[\s\S]{0,900}/.exec(res.payload)?.[0] ?? main(res.payload).slice(0, 600)}`,
    )
  }
}

/** A referral that Meg has read and found ready, with a document in it. */
export async function ready(w: World, here: string, child: ChildId): Promise<void> {
  const done = async (
    answer: Promise<{ readonly statusCode: number; readonly payload: string }>,
  ) => {
    const { statusCode, payload } = await answer
    assert.equal(statusCode, 303, main(payload).slice(0, 3000))
  }
  const pageVersion = async (who: typeof ada, at: string) =>
    versionIn((await w.get(who, at)).payload)
  await done(saved(w, `${here}/form/pv-gender-referral`, { 'pv-gender': 'female' }))
  await done(
    postParts(w, ada, `${here}/documents`, {
      description: 'Letter from school',
      'datedOn-day': '3',
      'datedOn-month': '10',
      'datedOn-year': '2025',
      file: Buffer.from('%PDF-1.7\nwords'),
    }),
  )
  await fillIn(w, here, child)
  await done(w.post(ada, `${here}/their-view`, THEIR_VIEW))
  await done(w.post(ada, `${here}/ask-review`, { version: await pageVersion(ada, here) }))
  const version = await pageVersion(meg, `${here}/review`)
  await done(w.post(meg, `${here}/review`, { version, found: 'ready' }))
}
