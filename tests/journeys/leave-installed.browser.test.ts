import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import { after, before, beforeEach, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { makeViews } from '#platform/views/environment.ts'
import { launchBrowser, PHONE, type TestBrowser } from '#tests/support/browser.ts'
import { aChild } from '#tests/support/builders.ts'
import { type Cable, cableTo } from '#tests/support/cut.ts'
import { ordinarySite } from '#tests/support/ordinary-site.ts'
import { world, type World } from '#tests/support/world.ts'
import { buildApp } from '../../src/app.ts'
import { navigation } from '../../src/navigation.ts'
import { accountOf, shownCode } from '../door/young.ts'

/*
 * A page put on the first screen has a window of its own: no address to read, no tabs, no back button but the phone's.
 * The browser of these tests cannot be installed into, and does not take the display mode that is asked of it. What such
 * a window has is tried: it begins where the manifest says, is alone, and the worker of the pages is in charge.
 */
describe('leaving quickly where the pages were put on the first screen of a phone', () => {
  let w: World
  let app: FastifyInstance
  let browser: TestBrowser
  let cable: Cable
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
    cable = await cableTo(Number(new URL(address).port))
    origin = cable.address
    browser = await launchBrowser()
  })

  beforeEach(() => cable.plug())

  after(async () => {
    await browser.close()
    await cable.close()
    await app.close()
    ordinary.close()
  })

  /** As somebody who came in, in a window of the first screen, with the worker of the pages in charge. */
  async function installed(whose: string) {
    const child = await aChild(w, { knownAs: 'Sol' })
    const { page, close } = await browser.open(`${origin}/in/code`, { width: PHONE })
    await page.getByLabel('The code').fill(await shownCode(w, child))
    await page.getByLabel(whose, { exact: true }).check()
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByRole('button', { name: 'I have read this' }).click()
    await page.waitForLoadState()
    await page.goto(`${origin}/me`)
    await page.getByRole('heading', { name: 'Hello, Sol' }).waitFor()
    const sessions = async () =>
      (
        await w.db
          .selectFrom('waymark.session')
          .select('id')
          .where('person_id', '=', await accountOf(w, child))
          .where('ended_at', 'is', null)
          .execute()
      ).length
    assert.equal(await sessions(), 1)
    return { page, close, sessions }
  }

  /** What is shown once the page, or the browser's own page for no signal, has come to rest. */
  async function atRest(page: Page): Promise<string> {
    for (let n = 0; n < 100; n++) {
      const shown = await page.content().catch(() => undefined)
      if (shown !== undefined) return shown
      await pause(100)
    }
    throw new Error('The page never came to rest')
  }

  const nothingBehind = async (page: Page) => {
    for (let n = 0; n < 5; n++) {
      await page.goBack().catch(() => undefined)
      await page.waitForLoadState()
      assert.doesNotMatch(await atRest(page), /Sol/, 'the phone’s own back button shows nothing')
    }
  }

  for (const whose of ['It is mine', 'It is not mine']) {
    it(`ends there as anywhere: covered, signed out, elsewhere, and nothing behind (${whose})`, async () => {
      const { page, close, sessions } = await installed(whose)
      await page.goto(`${origin}/me/people`)
      await page.getByRole('link', { name: 'Leave quickly' }).click()
      await page.getByRole('heading', { name: 'Weather' }).waitFor()
      assert.equal(await page.evaluate('document.referrer'), '')
      assert.equal(await sessions(), 0)
      await nothingBehind(page)
      // Opened from the first screen again, as the manifest says where.
      const manifest = await page.request.get(`${origin}/site.webmanifest`)
      const { start_url: start }: { start_url: string } = await manifest.json()
      await page.goto(origin + start)
      await page.getByRole('heading', { name: 'Come in', exact: true }).waitFor()
      await close()
    })
  }

  it('leaves where there is no signal, and the server ends that session before any page is shown again', async () => {
    const { page, close, sessions } = await installed('It is mine')
    await page.waitForFunction('navigator.serviceWorker.controller !== null')
    cable.pull()
    await page.getByRole('link', { name: 'Leave quickly' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/me'))
    await nothingBehind(page)
    assert.equal(await sessions(), 1, 'the server could not hear of it')
    await page.goto(`${origin}/me`).catch(() => undefined)
    assert.doesNotMatch(await atRest(page), /Sol/)

    cable.plug()
    await page.goto(`${origin}/me`)
    await page.getByRole('heading', { name: 'Come in', exact: true }).waitFor()
    assert.equal(await sessions(), 0)
    await close()
  })

  it('told late, ends the session that was left and no other', async () => {
    const { page, close, sessions } = await installed('It is mine')
    const address = await page.getByRole('link', { name: 'Leave quickly' }).getAttribute('href')
    const other = await installed('It is mine')
    const late = (url: string) =>
      other.page.request.get(`${origin}${url}&late=yes`, { maxRedirects: 0 })
    assert.equal((await late(address ?? '')).status(), 303)
    assert.deepEqual([await sessions(), await other.sessions()], [1, 1])
    const own = await other.page.getByRole('link', { name: 'Leave quickly' }).getAttribute('href')
    await late(own ?? '')
    assert.deepEqual([await sessions(), await other.sessions()], [1, 0])
    await close()
    await other.close()
  })
})
