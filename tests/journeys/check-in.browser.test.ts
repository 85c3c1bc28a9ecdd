import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import type { ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { aCheckIn } from '#tests/support/check-ins.ts'
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

describe('a young person says how things are, in a real browser', () => {
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
  })
  after(async () => {
    await browser.close()
  })

  /** What every page of theirs owes them; axe needs JavaScript, so it looks where there is some. */
  const owed = async (page: Page, javaScript: boolean) => {
    await assertNoSidewaysScroll(page)
    await assertTouchTargets(page)
    if (javaScript) await assertAccessible(page)
  }

  const throughCheckIn = async (javaScript: boolean, words: string) => {
    const { page, offences, close } = await browser.open(`${address}/me`, {
      width: PHONE,
      javaScript,
      cookie: w.as(kit)['cookie'] ?? '',
    })
    try {
      await owed(page, javaScript)
      await page.click('text=Say how things are')
      await owed(page, javaScript)
      await press(page, 'Begin')
      await owed(page, javaScript)
      await page.check('input[value="safe-home"]')
      await page.check('input[value="learning"]')
      await press(page, 'Go on')
      await owed(page, javaScript)
      assert.equal(await page.title().then((t) => /Kit|home/i.test(t)), false)
      await page.check('input[value="changes_a_lot"]')
      await page.click('summary >> text=Say more')
      await owed(page, javaScript)
      await page.fill('#words', words)
      await page.fill('#helps-person', 'Ama next door')
      // Enter in a box saves what was chosen; it is not a way of skipping.
      const first = page.url()
      await page.press('#helps-person', 'Enter')
      await page.waitForURL((url) => url.href !== first)
      await press(page, 'I don’t know')
      await owed(page, javaScript)
      assert.match((await page.textContent('main')) ?? '', /What I said/)
      assert.match((await page.textContent('main')) ?? '', /It changes a lot/)
      await press(page, 'Share it')
      await owed(page, javaScript)
      assert.match((await page.textContent('main')) ?? '', /It is shared/)
      await page.goto(`${address}/me/picture`)
      await owed(page, javaScript)
      assert.ok((await page.locator('svg.wm-chart, .wm-chart svg').count()) > 0)
      const others =
        'goals goals/new own-words own-words/strengths meanings meanings/new who-looked'
      for (const other of others.split(' ')) {
        await page.goto(`${address}/me/${other}`)
        await owed(page, javaScript)
      }
      assert.deepEqual(offences, [])
    } finally {
      await close()
    }
  }

  it('on a narrow phone without JavaScript, and the worker then reads it', async () => {
    await throughCheckIn(false, 'Some nights it is loud')
    const { page, offences, close } = await browser.open(`${address}/children/${child}`, {
      width: DESKTOP,
      cookie: w.as(ada)['cookie'] ?? '',
    })
    try {
      assert.match((await page.textContent('main')) ?? '', /Some nights it is loud/)
      await assertAccessible(page)
      await page.goto(`${address}/children/${child}/picture`)
      await assertAccessible(page)
      await assertNoSidewaysScroll(page)
      await page.goto(`${address}/children/${child}/views/new`)
      await assertAccessible(page)
      await page.check('input[value="safe-home"]')
      await page.click('main form button')
      await assertAccessible(page)
      assert.match((await page.textContent('main')) ?? '', /Some nights it is loud/)
      await page.goto(`${address}/children/${child}/goals`)
      await assertAccessible(page)
      await page.goto(`${address}/children/${child}/check-in/not-held`)
      await assertAccessible(page)
      assert.deepEqual(offences, [])
    } finally {
      await close()
    }
  })

  it('on a phone with JavaScript, every page accessible', async () => {
    await throughCheckIn(true, 'Louder still')
  })

  it('in Arabic, from right to left, and by night', async () => {
    const { page, close } = await browser.open(`${address}/me/check-in`, {
      width: PHONE,
      dark: true,
      cookie: w.as(kit)['cookie'] ?? '',
    })
    try {
      await page.check('input[value="ar"]')
      await page.click('main form button')
      assert.equal(await page.getAttribute('html', 'lang'), 'ar')
      await owed(page, true)
      await page.check('input[value="peace"]')
      await page.click('main form button >> nth=0')
      await owed(page, true)
      await page.goto(`${address}/me/picture?in=ar`)
      await owed(page, true)
    } finally {
      await close()
    }
  })

  it('fits eight outcomes on one sheet of paper', async () => {
    const many = await aChild(w, { knownAs: 'Noor', allocatedTo: [ada] })
    const codes = 'safe-home learning peace health loved trust hope money'.split(' ')
    for (const month of [1, 3, 5, 8]) {
      await aCheckIn(w, many, {
        at: new Date(Date.UTC(2026, month, 2)),
        answers: Object.fromEntries(
          codes.map((code, n) => [
            code,
            (month + n) % 4 === 0 ? { reason: 'not_now' } : { state: 'mostly', words: 'As it is' },
          ]),
        ),
      })
    }
    const { page, close } = await browser.open(`${address}/children/${many}/picture`, {
      width: DESKTOP,
      cookie: w.as(ada)['cookie'] ?? '',
    })
    try {
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
      assert.equal(pages, 1)
    } finally {
      await close()
    }
  })

  it('on a worker’s device, which is theirs alone until it is given back', async () => {
    const noor = await aChild(w, { knownAs: 'Noor', allocatedTo: [ada] })
    const { page, close } = await browser.open(`${address}/children/${noor}/check-in/with`, {
      width: PHONE,
      cookie: w.as(ada)['cookie'] ?? '',
    })
    try {
      await assertAccessible(page)
      await assertNoSidewaysScroll(page)
      await page.check('input[name="company"][value="worker"]')
      await page.check('input[name="interpreterMode"][value="none_needed"]')
      await page.check('input[name="promptedBy"][value="childs_wish"]')
      await press(page, 'Hand the device over')
      assert.equal(new URL(page.url()).pathname, '/me/check-in')
      assert.match((await page.textContent('main')) ?? '', /This device is the worker’s/)
      await owed(page, true)
      for (const closed of [`/children/${noor}`, '/me', '/children', '/area']) {
        await page.goto(`${address}${closed}`)
        assert.equal(await page.locator('text=Ada Worker').count(), 0)
        assert.doesNotMatch((await page.textContent('main')) ?? '', /Noor/)
      }
      await page.goto(`${address}/`)
      assert.equal(new URL(page.url()).pathname, '/me/check-in', 'home is the check-in')
      await press(page, 'Begin')
      await page.check('input[value="peace"]')
      await press(page, 'Go on')
      await page.check('input[value="mostly"]')
      await press(page, 'Save and go on')
      await press(page, 'Keep it for now')
      await owed(page, true)
      await press(page, 'I am done. Give the device back')
      assert.equal(new URL(page.url()).pathname, '/sign-in')
      await page.goto(`${address}/me/check-in`)
      assert.equal(new URL(page.url()).pathname, '/in', 'their own door, and nobody is in')
    } finally {
      await close()
    }
  })
})
