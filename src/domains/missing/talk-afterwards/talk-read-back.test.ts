import assert from 'node:assert/strict'
import { before, beforeEach, describe, it } from 'node:test'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, ivy } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { moment, reported } from '../missing.fixture.ts'
import { KNOWN, NO_WORDS } from '../return.rules.ts'

const WORDS = {
  pushed: 'ምሸት ጫውጫውታ ነይሩ',
  pulled: 'ሓወይ ጸዊዑኒ',
  want: 'ምስ ሓወይ ክነብር እደሊ',
}
const CALLED = {
  pushed: 'What made them leave',
  pulled: 'What drew them',
  want: 'What they want',
} as const
const AGAIN = 'Those from before had to do with it'
const EXPLOITED = 'Exploited while they were away'

const HELD = {
  offered: 'yes',
  ...moment('offeredAt', '2026-11-22 09:00'),
  talkedWith: 'Sam from the club',
  chosen: 'their_plan',
  accepted: 'yes',
  ...moment('heldAt', '2026-11-23 09:00'),
  independent: 'yes',
  privatePlace: 'no',
  ...WORDS,
  language: 'ti',
  exploited: 'no',
  again: 'no',
  cameOfIt: 'The room at the back is theirs now',
  version: '0',
}

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

/** What a page says beside a label, as it is read. */
function beside(html: string, label: string): string | undefined {
  const rows = [...html.matchAll(/<dt[^>]*>([^<]*)<\/dt><dd[^>]*>([^<]*)<\/dd>/g)]
  return rows.find(([, said]) => said === label)?.[2]
}

/** Their words under a heading, with the language they are in. */
const words = (html: string, called: string): string | undefined =>
  new RegExp(`<strong>${called}</strong><br><span dir="auto" lang="ti">([^<]*)<`).exec(html)?.[1]

describe('what was said in the conversation after coming back', () => {
  let w: World
  let at: string
  const page = async (who = ben, url = at) => main((await w.get(who, url)).payload)
  const kept = async (fields: object) =>
    assert.equal((await w.post(ada, `${at}/talk`, { ...HELD, ...fields })).statusCode, 303)

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-23T10:30:00Z'))
  })
  beforeEach(async () => {
    const child = await aChild(w, { allocatedTo: [ada, ben] })
    at = await reported(w, ada, child)
    const found = { ...moment('at', '2026-11-21 17:00'), where: 'At a friend’s' }
    assert.equal((await w.post(ada, `${at}/found`, found)).statusCode, 303)
  })

  it('says what pushed, what pulled and what they want, word for word in its language', async () => {
    await kept({})
    for (const who of [ada, ben, ivy]) {
      const html = await page(who)
      for (const part of ['pushed', 'pulled', 'want'] as const) {
        assert.equal(words(html, CALLED[part]), WORDS[part], `${who.name} ${part}`)
      }
    }
    assert.equal((await w.get(hal, at)).statusCode, 404)
    const html = await page()
    assert.ok(html.indexOf(CALLED.pushed) < html.indexOf('Exploited'), 'their words come first')
    assert.match(html, /What was done because of it:<\/strong> <span[^>]*>The room at the back/)
    const facts = {
      With: 'Sam from the club',
      'Who chose that person': 'They had written it in their own plan',
      'Taken up': 'Yes',
      Held: '23 November 2026 at 9:00am',
      'Somebody with no part in their care': 'Yes',
      'Where nobody else heard it': 'No',
    }
    for (const [label, text] of Object.entries(facts)) assert.equal(beside(html, label), text)
  })

  for (const part of ['pushed', 'pulled', 'want'] as const) {
    it(`is enough with one of the three, and says no other: ${part}`, async () => {
      await kept({ pushed: '', pulled: '', want: '', [part]: WORDS[part] })
      const html = await page()
      for (const other of ['pushed', 'pulled', 'want'] as const) {
        const said = other === part ? WORDS[part] : undefined
        assert.equal(words(html, CALLED[other]), said, other)
      }
      const form = await page(ben, `${at}/talk`)
      assert.match(form, new RegExp(`name="${part}"[^>]*>${WORDS[part]}<`))
    })
  }

  for (const [again, said] of Object.entries(KNOWN)) {
    it(`says whether those who exploited them before had to do with it, as it was answered: ${again}`, async () => {
      const exploited = again === 'yes' ? 'no' : 'yes'
      await kept({ again, exploited })
      const html = await page()
      assert.equal(beside(html, AGAIN), said)
      assert.equal(beside(html, EXPLOITED), exploited === 'yes' ? 'Yes' : 'No')
      const form = await page(ada, `${at}/talk`)
      assert.match(form, new RegExp(`name="again"[^>]*value="${again}"[^>]*checked`))
      assert.equal([...form.matchAll(/name="again"[^>]*checked/g)].length, 1)
    })
  }

  it('asks both questions of every conversation that was held, and takes no answer for neither', async () => {
    for (const name of ['exploited', 'again']) {
      for (const given of ['', 'perhaps']) {
        const res = await w.post(ada, `${at}/talk`, { ...HELD, [name]: given })
        assert.equal(res.statusCode, 422, `${name} ${given}`)
        for (const text of Object.values(WORDS)) assert.ok(res.payload.includes(text))
      }
    }
    assert.match(await page(), /Nobody has written down yet whether it was offered/)
  })

  for (const [because, said] of Object.entries(NO_WORDS)) {
    it(`says why there are no words: ${because}`, async () => {
      await kept({ pushed: '', pulled: '', want: '', noWords: because })
      const html = await page()
      assert.equal(beside(html, 'No words, because'), said)
      for (const called of Object.values(CALLED)) assert.equal(words(html, called), undefined)
    })
  }
})
