import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  assertTouchTargets,
  DESKTOP,
  launchBrowser,
  PHONE,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { demonstration, type Demonstration } from '#tests/support/demonstration.ts'
import type { Role } from '#platform/access/capability.ts'

describe('with JavaScript turned off', () => {
  let shown: Demonstration
  let browser: TestBrowser

  before(async () => {
    shown = await demonstration(60)
    browser = await launchBrowser()
  })

  after(async () => {
    await browser.close()
    await shown.close()
  })

  /** Signs in as a person does, with the name and password of the demonstration. */
  async function signedIn(role: Role, width: number): Promise<Page> {
    const { userName, password } = await shown.account(role)
    const { page } = await browser.open(`${shown.origin}/sign-in`, { width, javaScript: false })
    await page.getByLabel('User name').fill(userName)
    await page.getByRole('textbox', { name: /^Password/ }).fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    return page
  }

  async function onAPhone(page: Page): Promise<void> {
    await assertAccessible(page)
    await assertNoSidewaysScroll(page)
    await assertTouchTargets(page)
  }

  it('a young person says how things are, on a phone, and shares it', async () => {
    const page = await signedIn('young_person', PHONE)
    await onAPhone(page)
    await page.getByRole('button', { name: 'Say how things are' }).click()
    await onAPhone(page)
    await page.getByRole('button', { name: 'Begin' }).click()

    await page.getByRole('heading', { name: 'What matters to me' }).waitFor()
    await onAPhone(page)
    const cards = page.getByRole('checkbox')
    await cards.nth(0).check()
    await cards.nth(1).check()
    await page.getByRole('button', { name: 'Go on' }).click()

    await onAPhone(page)
    await page.getByRole('radio', { name: 'Mostly' }).check()
    await page.getByText('Say more, if you want to').click()
    await page.getByLabel('Anything in my own words').fill('The 6 o’clock bus is the good one <3')
    await page.getByRole('button', { name: 'Save and go on' }).first().click()
    await page.getByRole('button', { name: 'Not now' }).click()

    await onAPhone(page)
    assert.match(await page.locator('main').innerText(), /The 6 o’clock bus is the good one <3/)
    await page.getByRole('button', { name: /^Share/ }).click()
    await onAPhone(page)
    const said = await page.locator('main').innerText()
    assert.match(said, /Mostly/)
    assert.match(said, /Not now/)
    await page.context().close()
  })

  it('a young person who sends nothing is told what to do, and is still on the same page', async () => {
    const page = await signedIn('young_person', PHONE)
    await page.goto(`${shown.origin}/me/goals/new`)
    await page.getByRole('button').last().click()
    assert.match(await page.title(), /^(Error|Something to put right): /)
    await onAPhone(page)
    await page.context().close()
  })

  it('a manager makes the picture of the area, and reads it as a table', async () => {
    const page = await signedIn('manager', DESKTOP)
    await page.getByRole('link', { name: 'Everything else' }).click()
    await page.getByRole('link', { name: 'Your area' }).click()
    await page.getByRole('button', { name: 'Make the picture' }).click()
    await page.locator('figure, table').first().waitFor()
    await assertAccessible(page)
    await assertNoSidewaysScroll(page)
    await page.setViewportSize({ width: PHONE, height: 800 })
    await assertNoSidewaysScroll(page)
    await page.context().close()
  })

  it('a practitioner finds somebody by a name, writes down what they say, and signs out', async () => {
    const page = await signedIn('practitioner', DESKTOP)
    const name = await page.locator('.wm-person__name').first().innerText()
    await page.getByRole('link', { name: 'Find somebody' }).first().click()
    await page.getByLabel('Name', { exact: true }).fill(name.toLowerCase())
    await page.getByRole('button', { name: 'Find' }).click()
    assert.doesNotMatch(page.url(), new RegExp(name.split(' ')[0] ?? '', 'i'))
    await assertAccessible(page)
    await page.getByRole('link', { name }).first().click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByText('What you can do').click()
    await page.getByRole('link', { name: 'Write down what they say' }).first().click()
    await assertAccessible(page)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(`${shown.origin}/children`)
    assert.match(page.url(), /\/sign-in\?next=/)
    await page.context().close()
  })
})
