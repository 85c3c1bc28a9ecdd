import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, kit, meg } from '#tests/support/people.ts'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  DESKTOP,
  launchBrowser,
  PHONE,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { world, type World } from '#tests/support/world.ts'

describe('a child’s record in a real browser', () => {
  let w: World
  let browser: TestBrowser
  let address: string
  let child: ChildId

  before(async () => {
    w = await world()
    browser = await launchBrowser()
    address = await w.app.listen({ port: 0, host: '127.0.0.1' })
    child = await aChild(w, {
      knownAs: 'نور الهدى',
      allocatedTo: [ada],
      account: kit,
      bornOn: '1999-05-06',
    })
    const at = `/children/${child}`
    await w.post(ada, `${at}/go-by`, {
      knownAs: 'نور الهدى',
      sayIt: 'NOOR al-HOO-da',
      version: '1',
    })
  })
  after(async () => {
    await browser.close()
  })

  it('is found, changed by two at once, and nothing is lost, without JavaScript', async () => {
    const looking = { width: PHONE, javaScript: false, cookie: w.as(ada)['cookie'] ?? '' }
    const { page, close } = await browser.open(`${address}/children/find`, looking)
    try {
      await page.fill('#name', 'Nur al-Huda')
      await page.click('main button')
      await assertNoSidewaysScroll(page)
      assert.equal(new URL(page.url()).search, '')
      await page.click('main a[href^="/children/"] >> text=نور الهدى')
      assert.equal(await page.textContent('h1'), 'نور الهدى')
      await page.click('summary >> text=What you can do')
      await page.click('text=Change the name they go by')
      await page.fill('#knownAs', 'Noor')
      await w.post(meg, `/children/${child}/go-by`, { knownAs: 'Nora', version: '2' })
      await page.click('main button')
      await assertNoSidewaysScroll(page)
      assert.match((await page.textContent('main')) ?? '', /Nothing was lost[\s\S]*Nora/)
      assert.equal(await page.inputValue('#knownAs'), 'Noor')
      await page.click('main button')
      assert.equal(await page.textContent('h1'), 'Noor')
    } finally {
      await close()
    }
  })

  it('leads from a wrong date of birth to the box that is wrong', async () => {
    const looking = { width: DESKTOP, cookie: w.as(ada)['cookie'] ?? '' }
    const { page, close } = await browser.open(`${address}/children/${child}/births/add`, looking)
    try {
      await page.fill('#day', '31')
      await page.fill('#month', '2')
      await page.fill('#year', '2009')
      await page.click('main form button')
      await assertAccessible(page)
      await page.click('.govuk-error-summary a >> nth=0')
      assert.equal(await page.evaluate('document.activeElement.id'), 'day')
      assert.equal(await page.inputValue('#day'), '31')
      for (const link of await page.locator('.govuk-error-summary a').all()) {
        const target = (await link.getAttribute('href')) ?? ''
        assert.equal(await page.locator(target).count(), 1, `${target} leads nowhere`)
      }
    } finally {
      await close()
    }
  })
})
