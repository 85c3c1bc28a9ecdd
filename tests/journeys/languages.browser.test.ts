import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { wordsFor } from '#domains/words/index.ts'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  assertTouchTargets,
  launchBrowser,
  PHONE,
  sign,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { aChild } from '#tests/support/builders.ts'
import { aRecording } from '#tests/support/media.ts'
import { postParts } from '#tests/support/multipart.ts'
import { ada, gus, kit, meg } from '#tests/support/people.ts'
import { ordinarySite } from '#tests/support/ordinary-site.ts'
import { world, type World } from '#tests/support/world.ts'
import { shownCode } from '../door/young.ts'

/** One from left to right, one from right to left, one in a script of its own. */
const IN = ['en', 'ar', 'ti']
const SCRIPT: Readonly<Record<string, RegExp>> = {
  en: /\p{Script=Latin}/u,
  ar: /\p{Script=Arabic}/u,
  ti: /\p{Script=Ethiopic}/u,
}

describe('the whole way in a language of one’s own', () => {
  let w: World
  let browser: TestBrowser
  let origin: string
  let ordinary: Awaited<ReturnType<typeof ordinarySite>>

  before(async () => {
    ordinary = await ordinarySite()
    w = await world({ leaveTo: ordinary.address })
    await loadProvisionalSet(w.db)
    browser = await launchBrowser()
    const address = await w.app.listen({ port: 0, host: '127.0.0.1' })
    origin = address.replace('127.0.0.1', 'localhost')
  })
  after(async () => {
    await browser.close()
    ordinary.server.close()
  })

  const good = async (page: Page) => {
    await assertNoSidewaysScroll(page)
    await assertTouchTargets(page)
    await assertAccessible(page)
  }

  /** The page is in that language, runs its way, and its heading is in its letters. */
  const isIn = async (page: Page, language: string) => {
    await page.locator('h1').waitFor()
    assert.equal(await page.getAttribute('html', 'lang'), language)
    const way = language === 'ar' ? 'rtl' : 'ltr'
    assert.equal(await page.evaluate('getComputedStyle(document.body).direction'), way)
    assert.match(await page.locator('h1').innerText(), SCRIPT[language] ?? /./)
    await good(page)
  }

  /** Something stands at the side from which the language is read. */
  const isMirrored = async (page: Page, selector: string, language: string) => {
    const box = await page.locator(selector).first().boundingBox()
    assert.ok(box)
    const middle = box.x + box.width / 2
    assert.equal(middle > PHONE / 2, language === 'ar', `${selector} at ${middle}`)
  }

  for (const language of IN) {
    it(`${language}: comes in with a code, says how things are, says something, and leaves`, async () => {
      const { words } = wordsFor(language)
      const child = await aChild(w, { knownAs: 'Sol', allocatedTo: [ada, gus] })
      const code = await shownCode(w, child)
      const { page, offences, close } = await browser.open(`${origin}/in/code?in=${language}`, {
        width: PHONE,
      })
      const press = (name: string) =>
        page.getByRole('button', { name, exact: true }).first().click()
      await isIn(page, language)
      await page.fill('#code', code)
      await page.check('input[name=whose][value=mine]')
      await isMirrored(page, 'input[name=whose]', language)
      await page.locator('main form button').click()
      await page.locator('form[action="/me/leaving"]').waitFor()
      await isIn(page, language)
      await press(words.leaving.seen)
      await page.locator('form[action="/me/way-in/words"]').waitFor()
      await isIn(page, language)
      await page.getByRole('link', { name: words.wayIn.notNow }).click()
      await page.waitForURL(/\/me($|\?)/)

      await page.goto(`${origin}/me/language`)
      await page.check(`input[name=language][value=${language}]`)
      await page.locator('main form button').click()
      await page.waitForURL(/\/me$/)
      await isIn(page, language)
      await page
        .getByRole('link', { name: words.me.newCheckIn })
        .or(page.getByRole('button', { name: words.me.newCheckIn }))
        .first()
        .click()
      await isIn(page, language)
      await press(words.before.begin)
      await page.check('input[value="safe-home"]')
      await good(page)
      await isMirrored(page, '.wm-pick__card input', language)
      await press(words.choose.goOn)
      await page.check('input[value="changes_a_lot"]')
      await isMirrored(page, '.wm-state__input', language)
      await good(page)
      await press(words.answer.save)
      await good(page)
      await press(words.end.share)
      await page.getByRole('status').filter({ hasText: words.shared.done }).waitFor()
      await good(page)

      await page.goto(`${origin}/me/say`)
      await isIn(page, language)
      await press(words.say.ways.words)
      await page.locator('textarea').fill('As it is')
      await good(page)
      await press(words.make.keep)
      await page.getByRole('button', { name: words.look.chooseWho }).click()
      await page.locator('input[name=who]').first().check()
      await good(page)
      await press(words.send.send)
      await page.locator('main [role=status]').first().waitFor()
      await isIn(page, language)

      assert.deepEqual(offences, [])
      await isMirrored(page, '.wm-young__name', language)
      await page.getByRole('link', { name: words.frame.leave, exact: true }).click()
      await page.getByRole('heading', { name: 'Weather' }).waitFor()
      await page.goto(`${origin}/me`)
      assert.match(page.url(), /\/in\b/, 'the way back is closed')
      await close()
    })
  }

  /** A recording of a text in a language, added by one and checked by another. */
  const record = async (language: string, place: string) => {
    const spoken = wordsFor(language).texts.get(place)
    assert.ok(typeof spoken === 'string')
    const at = `/languages/${language}/recordings`
    const recording = await aRecording('webm')
    const sent = { spoken, speaker: 'A speaker', agreed: 'yes', recording }
    assert.equal((await postParts(w, ada, `${at}?at=${place}`, sent)).statusCode, 303)
    const { id } = await w.db
      .selectFrom('waymark.text_recording')
      .select('id')
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    const checked = await w.post(meg, `${at}/${id}?at=${place}`, { do: 'check' })
    assert.equal(checked.statusCode, 303)
  }

  it('with no reading at all, in three languages: by symbol, place and sound alone', async () => {
    const child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada, gus] })
    const places = ['before.lead', 'choose.lead', 'answer.how', 'end.notShared']
    for (const language of IN) {
      for (const place of places) await record(language, place)
      const { page, offences, close } = await browser.open(`${origin}/me`, {
        width: PHONE,
        cookie: w.as(kit)['cookie'] ?? '',
      })
      /** What is spoken here can be played, and was made for this page. */
      const heard = async () => {
        const sound = page.locator('main audio').first()
        await sound.waitFor()
        assert.equal(await sound.getAttribute('preload'), 'none')
        const playable = await page.evaluate(`(async () => {
          const sound = document.querySelector('main audio')
          await sound.play()
          return sound.readyState > 0 && sound.error === null
        })()`)
        assert.ok(playable)
        await good(page)
      }
      await sign(page, 'globe-with-meridians').click()
      await page.locator(`label:has([lang=${language}])`).click()
      await page.locator('main form button').click()
      await page.waitForURL(/\/me$/)
      await sign(page, 'check-box-with-check').click()
      await heard()
      await sign(page, 'right-arrow').click()
      await page.locator('.wm-pick').first().waitFor()
      await heard()
      await sign(page, 'house-with-garden').click()
      await sign(page, 'books').click()
      await sign(page, 'right-arrow').click()
      await page.locator('main > div > img[src$="/house-with-garden.svg"]').waitFor()
      await heard()
      // How much it is, by how full the square beside it is: the third of them.
      await page.locator('.wm-state__label').nth(2).click()
      await sign(page, 'right-arrow').click()
      await page.locator('main > div > img[src$="/books.svg"]').waitFor()
      await heard()
      await sign(page, 'pause-button').click()
      await page.locator('#share').waitFor()
      await heard()
      await sign(page, 'incoming-envelope').click()
      await page.locator('[role=status] img[src$="/check-mark-button.svg"]').waitFor()
      await good(page)
      const kept = await w.db
        .selectFrom('waymark.check_in')
        .select(['status', 'language'])
        .where('child_id', '=', child)
        .orderBy('started_at', 'desc')
        .executeTakeFirstOrThrow()
      assert.deepEqual(kept, { status: 'shared', language })
      assert.deepEqual(offences, [])
      await close()
    }
    const answers = await w.db
      .selectFrom('waymark.check_in_answer as a')
      .innerJoin('waymark.check_in as c', 'c.id', 'a.check_in_id')
      .select(['a.state', 'a.reason'])
      .where('c.child_id', '=', child)
      .execute()
    assert.equal(answers.filter((a) => a.state === 'mostly').length, IN.length)
    assert.equal(answers.filter((a) => a.reason === 'not_now').length, IN.length)
  })
})
