import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import type { ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, gus, kit } from '#tests/support/people.ts'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  assertTouchTargets,
  DESKTOP,
  launchBrowser,
  PHONE,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { world, type World } from '#tests/support/world.ts'

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()

/** A browser says in its console that a page asked again. */
const unexpected = (offence: string): boolean => !offence.includes('status of 422')

describe('a young person sets what is theirs, in a real browser', () => {
  let w: World
  let browser: TestBrowser
  let address: string
  let child: ChildId

  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
    browser = await launchBrowser()
    address = await w.app.listen({ port: 0, host: '127.0.0.1' })
    child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada, gus] })
    await w.post(kit, '/me/goals/new', { words: 'Learn to swim', outcome: '' })
  })
  after(async () => {
    await browser.close()
  })

  const owed = async (page: Page, javaScript: boolean) => {
    await assertNoSidewaysScroll(page)
    await assertTouchTargets(page)
    if (javaScript) await assertAccessible(page)
  }

  const open = (at: string, javaScript: boolean, dark = false) =>
    browser.open(`${address}${at}`, {
      width: PHONE,
      javaScript,
      dark,
      cookie: w.as(kit)['cookie'] ?? '',
    })

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript'

    it(`shares goals with one person only, on a phone, ${how}`, async () => {
      const { page, offences, close } = await open('/me', javaScript)
      try {
        await page.getByRole('link', { name: 'My settings' }).click()
        await owed(page, javaScript)
        await page.locator('a[href="/me/settings/level"]').click()
        await owed(page, javaScript)
        await page.check('input[value="each_person"]')
        await press(page, 'Keep this')
        await page.locator('a[href="/me/settings/sharing/goals"]').click()
        await owed(page, javaScript)
        await page.check('input[name="choice"][value="some"]')
        await page.getByLabel('Ada Worker').check()
        await press(page, 'Keep this')
        await page.getByText('Only Ada Worker').waitFor()
        await owed(page, javaScript)
        assert.match((await w.get(ada, `/children/${child}/goals`)).payload, /Learn to swim/)
        assert.match(
          (await w.get(gus, `/children/${child}/goals`)).payload,
          /Kit has chosen not to share this/,
        )
        assert.deepEqual(offences.filter(unexpected), [])
      } finally {
        await close()
      }
    })

    it(`gives a number, says when it is safe, and stops everything in one press, ${how}`, async () => {
      const { page, offences, close } = await open('/me/contact', javaScript)
      try {
        await owed(page, javaScript)
        await page.getByRole('link', { name: 'Add a way to reach me' }).click()
        await owed(page, javaScript)
        await press(page, 'Keep this')
        await page.getByText('Choose if it is safe').first().waitFor()
        await owed(page, javaScript)
        await page.getByLabel('Text me').check()
        await page.getByLabel('Which number').fill(javaScript ? '07700 900111' : '07700 900222')
        await page.getByLabel('Safe', { exact: true }).check()
        await page.getByLabel('Only from').fill('9')
        await page.getByLabel('until', { exact: true }).fill('17:00')
        await press(page, 'Keep this')
        await page.getByText('from 09:00 until 17:00').first().waitFor()
        await page.getByRole('link', { name: 'When something is new' }).click()
        await owed(page, javaScript)
        await page.goto(`${address}/me`)
        await press(page, 'Stop all contact now')
        await page.getByText('You stopped all contact').first().waitFor()
        await owed(page, javaScript)
        assert.match((await w.get(ada, `/children/${child}`)).payload, /Kit stopped all contact on/)
        await press(page, 'Start contact again')
        await page.getByRole('button', { name: 'Stop all contact now' }).waitFor()
        assert.deepEqual(offences.filter(unexpected), [])
      } finally {
        await close()
      }
    })
  }

  it('makes the text larger and the page dark at once, whatever the phone says', async () => {
    const { page, close } = await open('/me/settings/look', true)
    const look = () =>
      page.evaluate<{ paper: string; letters: string }>(`({
        paper: getComputedStyle(document.body).backgroundColor,
        letters: getComputedStyle(document.querySelector('.wm-young__main')).fontSize,
      })`)
    try {
      const usual = await look()
      await page.getByLabel('Larger text').check()
      await page.getByLabel('Less movement').check()
      await page.getByLabel('Dark').check()
      await press(page, 'Keep this')
      await owed(page, true)
      const changed = await look()
      assert.notEqual(changed.paper, usual.paper)
      assert.ok(Number.parseFloat(changed.letters) > Number.parseFloat(usual.letters))
      await page.goto(`${address}/me/contact`)
      assert.deepEqual(await look(), changed)
      await owed(page, true)
      await w.post(kit, '/me/settings/look', { colours: 'light' })
      const night = await open('/me/settings', true, true)
      const light = await night.page.evaluate('getComputedStyle(document.body).backgroundColor')
      await night.close()
      assert.equal(light, usual.paper)
    } finally {
      await close()
    }
  })

  it('lets a worker read what is safe before a number, at the desk and on a phone', async () => {
    for (const width of [DESKTOP, PHONE]) {
      const { page, offences, close } = await browser.open(`${address}/children/${child}/contact`, {
        width,
        cookie: w.as(ada)['cookie'] ?? '',
      })
      try {
        await assertAccessible(page)
        await assertNoSidewaysScroll(page)
        assert.doesNotMatch(await page.content(), /900111/)
        await page.getByRole('button', { name: /Show it, to use it.*ends in 11/ }).click()
        const text = await page.locator('main').innerText()
        assert.ok(text.indexOf('Only from 09:00 until 17:00') < text.indexOf('07700900111'))
        await assertAccessible(page)
        await page.goto(`${address}/children/${child}/contact/add`)
        await assertAccessible(page)
        await page.goto(`${address}/children/${child}/settings`)
        await assertAccessible(page)
        await assertNoSidewaysScroll(page)
        assert.deepEqual(offences.filter(unexpected), [])
      } finally {
        await close()
      }
    }
  })
})
