import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { makeViews } from '#platform/views/environment.ts'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  assertTouchTargets,
  DESKTOP,
  launchBrowser,
  PHONE,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada } from '#tests/support/people.ts'
import { ordinarySite } from '#tests/support/ordinary-site.ts'
import { world, type World } from '#tests/support/world.ts'
import { buildApp } from '../../src/app.ts'
import { navigation } from '../../src/navigation.ts'
import { accountOf, shownCode } from '../door/young.ts'

describe('coming and going, in a real browser', () => {
  let w: World
  let app: FastifyInstance
  let browser: TestBrowser
  let origin: string
  let ordinary: Server

  before(async () => {
    w = await world()
    const elsewhere = await ordinarySite()
    ordinary = elsewhere.server
    app = await buildApp({
      db: w.web,
      views: makeViews(),
      keys: w.keys,
      now: () => new Date(),
      origin: 'http://localhost',
      proxies: 0,
      demonstration: true,
      own: { name: 'My pages', leaveTo: elsewhere.address },
      log: () => undefined,
      navigation,
    })
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    origin = address.replace('127.0.0.1', 'localhost')
    browser = await launchBrowser()
  })

  after(async () => {
    await browser.close()
    await app.close()
    ordinary.close()
  })

  const lookAt = async (page: Page) => {
    await assertAccessible(page)
    await assertNoSidewaysScroll(page)
    await assertTouchTargets(page)
  }

  /** What is asked of our own site and goes wrong, apart from the ordinary site. */
  const ours = (offences: readonly string[]) =>
    offences.filter((o) => !o.includes('/weather') && !o.includes('favicon'))

  it('a worker shows a square, a young person scans it, takes three words, leaves quickly and comes back', async () => {
    const child = await aChild(w, { knownAs: 'Sol' })
    const staff = await browser.open(`${origin}/children/${child}/sign-in/code`, {
      width: DESKTOP,
      cookie: w.as(ada)['cookie'] ?? '',
    })
    await staff.page.getByRole('button', { name: 'Show a code' }).click()
    await staff.page.getByRole('img', { name: /A square to scan/ }).waitFor()
    await assertAccessible(staff.page)
    const shown = (await staff.page.locator('.wm-card .govuk-heading-l').innerText()).replaceAll(
      /\D/g,
      '',
    )
    await staff.close()

    const { page, offences, close } = await browser.open(`${origin}/in/code#${shown}`, {
      width: PHONE,
    })
    await page.waitForFunction(`document.querySelector('#code').value !== ''`)
    assert.equal(page.url(), `${origin}/in/code`, 'the code is out of the address at once')
    await lookAt(page)
    await page.getByLabel('It is mine').check()
    await page.getByRole('button', { name: 'Come in' }).click()

    await page.getByRole('heading', { name: 'You can leave these pages at any time' }).waitFor()
    await lookAt(page)
    await page.getByRole('button', { name: 'Try leaving' }).click()
    await page.getByText('That was a try').waitFor()
    await page.getByRole('button', { name: 'I have read this' }).click()

    await page.getByRole('heading', { name: 'How do you want to come back?' }).waitFor()
    await lookAt(page)
    await page.getByRole('button', { name: 'Make three words' }).click()
    const [name = '', words = ''] = await page.locator('[translate=no] strong').allInnerTexts()
    await lookAt(page)
    await page.getByRole('button', { name: 'I have them' }).click()
    await page.getByRole('heading', { name: 'How I come in' }).waitFor()
    await lookAt(page)
    await page.getByRole('button', { name: 'Go to my pages' }).click()
    await page.getByRole('heading', { name: 'Hello, Sol' }).waitFor()

    // Far down the page the button is still there.
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)')
    const leave = page.getByRole('link', { name: 'Leave quickly' })
    const box = await leave.boundingBox()
    assert.ok(box && box.y >= 0 && box.y < 100)
    await leave.click()
    await page.getByRole('heading', { name: 'Weather' }).waitFor()
    assert.equal(await page.evaluate('document.referrer'), '')

    await page.goBack()
    await page.waitForLoadState()
    assert.doesNotMatch(await page.content(), /\bSol\b/, 'the back button shows nothing')
    await page.goto(`${origin}/me`)
    await page.getByRole('heading', { name: 'Come in', exact: true }).waitFor()
    await lookAt(page)
    await page.getByRole('button', { name: 'On my own device' }).click()
    await lookAt(page)
    await page.getByLabel('Your name to come in').fill(`${name.toUpperCase()} ${words}`)
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByRole('heading', { name: 'Hello, Sol' }).waitFor()
    assert.deepEqual(ours(offences), [])
    await close()
  })

  it('Shift three times leaves at once, says how far it is, takes every tab along, and no capital letter does', async () => {
    const child = await aChild(w, { knownAs: 'Sol' })
    const { page, close } = await browser.open(`${origin}/in/code`, { width: PHONE })
    await comeInBy(page, await shownCode(w, child), 'It is mine')
    const other = await page.context().newPage()
    await other.goto(`${origin}/me/way-in`)
    await page.goto(`${origin}/me/way-in/pin`)

    const said = page.locator('[data-leave-said]')
    await page.getByLabel('Six numbers').focus()
    await page.keyboard.type('ABC')
    assert.equal(await said.textContent(), '')
    await page.keyboard.press('Shift')
    assert.match((await said.textContent()) ?? '', /two more times/)
    await page.keyboard.press('Shift')
    assert.match((await said.textContent()) ?? '', /once more/)
    await assertAccessible(page)
    await page.keyboard.press('a')
    assert.equal(await said.textContent(), '', 'another key begins again')

    // Read in the same moment as the third press: nothing of the page is left in sight or in its title.
    const seen = await page.evaluate<readonly string[]>(`(() => {
      for (let n = 0; n < 3; n++) {
        document.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift' }))
      }
      return [document.body.innerText.trim(), document.title.trim()]
    })()`)
    assert.deepEqual(seen, ['Loading', ''])
    await page.getByRole('heading', { name: 'Weather' }).waitFor()
    await other.getByRole('heading', { name: 'Weather' }).waitFor()
    const open = await w.db
      .selectFrom('waymark.session')
      .select('id')
      .where('person_id', '=', await accountOf(w, child))
      .where('ended_at', 'is', null)
      .execute()
    assert.deepEqual(open, [], 'the other tab ended the session for both')
    await close()
  })

  it('leaves and signs out by the keyboard and without JavaScript', async () => {
    const child = await aChild(w, { knownAs: 'Sol' })
    const { page, close } = await browser.open(`${origin}/in/code`, {
      width: PHONE,
      javaScript: false,
    })
    await comeInBy(page, await shownCode(w, child), 'It is mine')
    await page.goto(`${origin}/me`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    assert.equal(
      await page.locator(':focus').innerText(),
      'Leave these pages now',
      'the second thing the keyboard comes to',
    )
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Weather' }).waitFor()
    await page.goto(`${origin}/me`)
    await page.getByRole('heading', { name: 'Come in', exact: true }).waitFor()
    await close()
  })

  it('leaves nothing on a device that is not theirs: no cookie, no store, no cache, nothing behind the back button', async () => {
    const child = await aChild(w, { knownAs: 'Sol' })
    const { page, close } = await browser.open(`${origin}/in/code`, { width: PHONE })
    await comeInBy(page, await shownCode(w, child), 'It is not mine')
    await page.getByRole('heading', { name: 'How do you want to come back?' }).waitFor()
    assert.equal(await page.getByText('A PIN on this device').count(), 0)
    assert.equal(await page.getByRole('button', { name: 'Add a passkey' }).count(), 0)
    await page.goto(`${origin}/me`)
    await page.getByRole('heading', { name: 'Hello, Sol' }).waitFor()
    // Whatever a page of ours might ever store goes too.
    await page.evaluate(`(async () => {
      localStorage.setItem('a', 'b')
      sessionStorage.setItem('a', 'b')
      await (await caches.open('a')).put('/a', new Response('b'))
      await new Promise((done, failed) => {
        const opening = indexedDB.open('a')
        opening.onsuccess = () => { opening.result.close(); done() }
        opening.onerror = failed
      })
    })()`)
    const [cookie] = await page.context().cookies()
    assert.equal(cookie?.expires, -1, 'the cookie goes with the window')
    await page.getByRole('link', { name: 'Leave quickly' }).click()
    await page.getByRole('heading', { name: 'Weather' }).waitFor()

    assert.deepEqual(await page.context().cookies(), [])
    for (let n = 0; n < 3; n++) {
      await page.goBack().catch(() => undefined)
      await page.waitForLoadState()
      assert.doesNotMatch(await page.content(), /\bSol\b/)
    }
    await page.goto(`${origin}/in`)
    const left = await page.evaluate<readonly unknown[]>(`(async () => [
      localStorage.length, (await caches.keys()).length, (await indexedDB.databases()).length,
    ])()`)
    assert.deepEqual(left, [0, 0, 0])
    await close()
  })

  it('tells a young person who comes back that they were signed out, and why', async () => {
    const child = await aChild(w, { knownAs: 'Sol' })
    const { page, close } = await browser.open(`${origin}/in/code`, { width: PHONE })
    await comeInBy(page, await shownCode(w, child), 'It is mine')
    const staff = await browser.open(`${origin}/children/${child}/signed-out`, {
      width: PHONE,
      cookie: w.as(ada)['cookie'] ?? '',
    })
    await staff.page.getByLabel('They are missing').check()
    await staff.page.getByRole('button', { name: 'Sign them out everywhere' }).click()
    await staff.page.getByText('They are signed out everywhere').waitFor()
    await assertAccessible(staff.page)
    await assertNoSidewaysScroll(staff.page)
    await staff.close()
    await page.goto(`${origin}/me`)
    await page.getByRole('heading', { name: 'Come in', exact: true }).waitFor()
    await page.goto(`${origin}/in/code`)
    await page.getByLabel('The code').fill(await shownCode(w, child))
    await page.getByLabel('It is mine').check()
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByRole('heading', { name: 'You were signed out everywhere' }).waitFor()
    await lookAt(page)
    await close()
  })

  it('everything at the door can be used by everybody, in the dark too, and from right to left', async () => {
    for (const path of [
      '/in',
      '/in/code',
      '/in/mine',
      '/in/borrowed',
      '/in/pin',
      '/in/about?in=ar',
    ]) {
      const { page, close } = await browser.open(origin + path, { width: PHONE, dark: true })
      await lookAt(page)
      await close()
    }
  })

  async function comeInBy(page: Page, code: string, whose: string): Promise<void> {
    await page.getByLabel('The code').fill(code)
    await page.getByLabel(whose, { exact: true }).check()
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByRole('button', { name: 'I have read this' }).click()
    await page.waitForLoadState()
  }
})
