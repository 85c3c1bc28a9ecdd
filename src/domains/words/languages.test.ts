import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, kit, meg, northmere, zoe } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { savedTranslation } from './catalogues.ts'
import { en } from './english/index.ts'
import { readMended } from './mend-text/mend-text.form.ts'
import { ENGLISH, layOver, wordsFor } from './words.ts'
import { laidOver, statesOf, textsOf } from './words.rules.ts'

function welsh(key: string): string {
  const text = savedTranslation('cy')[key]?.text
  assert.equal(typeof text, 'string', key)
  return text as string
}

describe('a translation', () => {
  const english = {
    a: { one: 'Hello, {name}' },
    n: { many: { one: '{n} day', other: '{n} days' } },
  }
  const texts = textsOf(english)

  it('is every text by its place, one that counts among them', () => {
    assert.deepEqual([...texts.keys()], ['a.one', 'n'])
  })

  it('counts as not there when its English has changed since', () => {
    const old = { 'a.one': { text: 'Helo', state: 'reviewed', english: 'Hi, {name}' } } as const
    assert.equal(statesOf(texts, old).get('a.one'), 'untranslated')
    assert.deepEqual(laidOver(english, old), english)
  })

  it('is laid over English text for text, and the rest stays English', () => {
    const some = {
      'a.one': { text: 'Helo, {name}', state: 'draft', english: 'Hello, {name}' },
    } as const
    assert.deepEqual(laidOver(english, some), { ...english, a: { one: 'Helo, {name}' } })
  })

  it('is refused with other places, or without a form its language counts in', () => {
    const ask = (form: Record<string, string>) =>
      readMended({ state: 'draft', ...form }, 'Hello, {name}', ['other'])
    assert.match(JSON.stringify(ask({ text: 'Helo' })), /\{name\}/)
    assert.ok('read' in ask({ text: 'Helo, {name}' }))
    const many = readMended(
      { state: 'draft', 'text-one': '{n} dydd' },
      { one: '{n} day', other: '{n} days' },
      ['one', 'other'],
    )
    assert.ok('problems' in many && many.problems[0]?.field === 'text-other')
  })
})

describe('the languages young people are offered', () => {
  let w: World

  before(async () => {
    w = await world()
    await aChild(w, { allocatedTo: [ada], account: kit })
  })

  it('are chosen by the young person, kept, and used from then on', async () => {
    const asked = await w.get(kit, '/me/language')
    assert.match(asked.payload, /<label[^>]*><span[^>]*lang="ar" dir="rtl">العربية</)
    assert.equal((await w.post(kit, '/me/language', { language: 'cy' })).statusCode, 303)
    const page = await w.get(kit, '/me')
    assert.match(page.payload, /<html[^>]*lang="cy"/)
    assert.match(page.payload, new RegExp(welsh('around.title')))
  })

  it('ask again for one that is not offered, in the language of the page', async () => {
    const res = await w.post(kit, '/me/language', { language: 'fr' })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, new RegExp(welsh('frame.chooseOne')))
  })

  it('can be switched off for the next ones, and stay for those who read in them', async () => {
    await w.post(zoe, '/languages', { language: 'cy', offered: 'no' })
    assert.match((await w.get(kit, '/me')).payload, /<html[^>]*lang="cy"/)
    await w.post(kit, '/me/language', { language: 'en' })
    assert.doesNotMatch((await w.get(kit, '/me/language')).payload, /Cymraeg/)
    await w.post(meg, '/languages', { language: 'cy', offered: 'yes' })
    assert.match((await w.get(kit, '/me/language')).payload, /Cymraeg/)
  })

  it('cannot be switched on while a text of theirs is not translated', async () => {
    await w.post(zoe, '/languages', { language: 'cy', offered: 'no' })
    layOver('cy', { 'me.title': { text: 'x', state: 'reviewed', english: 'Another title' } })
    try {
      const res = await w.post(zoe, '/languages', { language: 'cy', offered: 'yes' })
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /Welsh cannot be switched on: 1 of its texts are not translated/)
      const row = await w.db
        .selectFrom('waymark.page_language')
        .select('offered')
        .where('language', '=', 'cy')
        .where('organisation_id', '=', northmere)
        .executeTakeFirstOrThrow()
      assert.equal(row.offered, false)
    } finally {
      layOver('cy', {})
      await w.post(zoe, '/languages', { language: 'cy', offered: 'yes' })
    }
  })

  it('are switched by managers and administrators, and mended by anyone who works with young people', async () => {
    assert.equal(
      (await w.post(ada, '/languages', { language: 'cy', offered: 'no' })).statusCode,
      403,
    )
    assert.equal((await w.get(ada, '/languages')).statusCode, 200)
    assert.equal((await w.get(ann, '/languages')).statusCode, 403)
  })

  it('say to staff what nobody has checked', async () => {
    await w.post(zoe, '/languages', { language: 'ar', offered: 'yes' })
    assert.match((await w.get(ada, '/languages')).payload, /no second speaker has checked/)
    assert.match((await w.get(ada, '/languages/ar')).payload, /First draft/)
  })

  const at = '/languages/cy/text?at=goals.title'

  it('are mended by a speaker, and the next page reads it', async () => {
    const before = await w.get(ada, at)
    assert.match(before.payload, new RegExp(welsh('goals.title')))
    const res = await w.post(ada, at, {
      text: 'Beth dw i am ei gael',
      state: 'translated',
      seen: '0',
      note: 'As we say it here',
    })
    assert.equal(res.statusCode, 303)
    await w.post(kit, '/me/language', { language: 'cy' })
    assert.match((await w.get(kit, '/me/goals?in=cy')).payload, /Beth dw i am ei gael/)
    assert.equal(wordsFor('cy').states.get('goals.title'), 'translated')
    assert.match((await w.get(meg, at)).payload, /As we say it here/)
  })

  it('show both when two mend the same text, and keep what was typed', async () => {
    const res = await w.post(meg, at, { text: 'Fy mhethau', state: 'reviewed', seen: '0' })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Somebody else changed this text/)
    assert.match(res.payload, />Fy mhethau<\/textarea>/)
    assert.match(res.payload, /Beth dw i am ei gael/)
  })

  it('have no text at a place that is none', async () => {
    assert.equal((await w.get(ada, '/languages/cy/text?at=nothing.here')).statusCode, 404)
    assert.equal((await w.get(ada, '/languages/xx')).statusCode, 404)
  })

  it('have English for every text', () => assert.equal(textsOf(en).size, ENGLISH.size))
})
