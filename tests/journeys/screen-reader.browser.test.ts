import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { wordsFor } from '#domains/words/index.ts'
import { accessibilityTree, type Told } from '#tests/support/accessibility-tree.ts'
import { launchBrowser, PHONE, type TestBrowser } from '#tests/support/browser.ts'
import { aChild } from '#tests/support/builders.ts'
import { aCheckIn } from '#tests/support/check-ins.ts'
import { ada, gus, kit } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const SCRIPT: Readonly<Record<string, RegExp>> = {
  en: /\p{Script=Latin}/u,
  ar: /\p{Script=Arabic}/u,
  ti: /\p{Script=Ethiopic}/u,
}
const CONTROLS = /^(link|button|textbox|checkbox|radio|combobox|DisclosureTriangle|searchbox)$/

const line = (t: Told) => `${t.role} "${t.name}"${t.language ? ` in ${t.language}` : ''}`

describe('what a screen reader is told of young people’s pages', () => {
  let w: World
  let browser: TestBrowser
  let address: string

  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
    browser = await launchBrowser()
    address = await w.app.listen({ port: 0, host: '127.0.0.1' })
    const child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada, gus] })
    await aCheckIn(w, child, { answers: { learning: { state: 'mostly', words: 'As it is' } } })
  })
  after(async () => {
    await browser.close()
  })

  /** What each page owes whoever hears it. */
  const owed = async (page: Page, language: string) => {
    const where = `${new URL(page.url()).pathname} in ${language}`
    await page.locator('h1').waitFor()
    assert.equal(await page.getAttribute('html', 'lang'), language, where)
    const tree = await accessibilityTree(page)
    const of = (role: string) => tree.filter((t) => t.role === role)
    const headings = of('heading').filter((t) => t.level === 1)
    assert.equal(headings.length, 1, `${where}: ${headings.map(line).join(', ')}`)
    assert.equal(of('main').length, 1, `${where} has one main part`)
    for (const role of ['navigation', 'region', 'form', 'complementary']) {
      const names = of(role).map((t) => t.name)
      assert.ok(!names.includes(''), `${where}: a ${role} has no name`)
      assert.equal(new Set(names).size, names.length, `${where}: two ${role}s of one name`)
    }
    const controls = tree.filter((t) => CONTROLS.test(t.role))
    assert.ok(controls.length > 4, where)
    const nameless = controls.filter((t) => t.name === '').map(line)
    assert.deepEqual(nameless, [], `${where}: without a name`)
    assert.deepEqual(foreign(controls, language), [], `${where}: named in another language`)
    const texts = foreign(of('StaticText'), language)
    assert.deepEqual(texts, [], `${where}: in another language, and not said to be`)
    const alone = controls.filter((t) => isChoice(t) && !t.within.some(isNamedGroup)).map(line)
    assert.deepEqual(alone, [], `${where}: a choice without its question`)
    return tree
  }

  /** What has letters, none of them the language’s, and is neither a name nor said to be in another. */
  const foreign = (told: readonly Told[], language: string) =>
    told
      .filter((t) => /\p{L}{2}/u.test(t.name) && !(SCRIPT[language] ?? /./).test(t.name))
      .filter((t) => !t.isName && (t.language === '' || t.language === language))
      .map(line)
  const isChoice = (t: Told) => t.role === 'radio' || t.role === 'checkbox'
  const isNamedGroup = ({ role, name }: Told['within'][number]) =>
    /^(group|radiogroup)$/.test(role) && name !== ''

  for (const language of ['en', 'ar', 'ti']) {
    it(`${language}: headings, landmarks, names, groups, languages`, async () => {
      const { words: v } = wordsFor(language)
      const at = `in=${language}`
      const cookie = w.as(kit)['cookie'] ?? ''
      const door = await browser.open(`${address}/in?${at}`, { width: PHONE })
      await owed(door.page, language)
      await door.page.goto(`${address}/in/code?${at}`)
      await owed(door.page, language)
      await door.page.locator('main form button').click()
      await door.page.locator('.govuk-error-summary').waitFor()
      const refused = await owed(door.page, language)
      const errorAt = async (field: string) =>
        ((await door.page.locator(`#${field}-error`).textContent()) ?? '')
          .split(':')
          .at(-1)
          ?.trim() ?? ''
      const box = refused.find((t) => t.role === 'textbox')
      const message = await errorAt('code')
      assert.ok(box && message && box.description.includes(message), 'the box says its error')
      const question = refused.find((t) => isNamedGroup(t) && t.name === v.doorCode.whose)
      const whose = await errorAt('whose')
      assert.ok(question?.description.includes(whose), 'the question says its error')
      await door.close()

      const { page, close } = await browser.open(`${address}/me/language`, { width: PHONE, cookie })
      await page.check(`input[value=${language}]`)
      await page.locator('main form button').click()
      await page.waitForURL(/\/me$/)
      for (const url of [
        '/me',
        '/me/say',
        '/me/sent',
        '/me/rights',
        '/me/somebody',
        '/me/language',
      ]) {
        await page.goto(`${address}${url}`)
        await owed(page, language)
      }
      await page.goto(`${address}/me/check-in`)
      await owed(page, language)
      await page.getByRole('button', { name: v.before.begin, exact: true }).click()
      await page.locator('.wm-pick').first().waitFor()
      await owed(page, language)
      await page.check('input[value="safe-home"]')
      await page.getByRole('button', { name: v.choose.goOn, exact: true }).click()
      await page.locator('.wm-states').waitFor()
      await owed(page, language)
      await page.getByRole('button', { name: v.answer.save, exact: true }).first().click()
      await page.locator('.govuk-error-summary').waitFor()
      const asked = await owed(page, language)
      const how = asked.find((t) => isNamedGroup(t) && t.name === v.answer.how)
      assert.ok(how?.description.includes(v.answer.chooseOne), 'the question says its error')
      await page.goto(page.url().replace(/about.*$/, 'end'))
      await owed(page, language)
      await page.locator('button[value=throw-away]').click()
      await close()
    })
  }
})
