import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aChild } from '#tests/support/builders.ts'
import { ada } from '#tests/support/people.ts'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  launchBrowser,
  PHONE,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { world, type World } from '#tests/support/world.ts'

describe('advice on wording, beside the box while somebody writes', () => {
  let w: World
  let browser: TestBrowser
  let address: string

  before(async () => {
    w = await world()
    browser = await launchBrowser()
    address = await w.app.listen({ port: 0, host: '127.0.0.1' })
  })
  after(async () => {
    await browser.close()
  })

  it('is there for what is worth another look, and there is nothing beside a box that needs none', async () => {
    const child = await aChild(w, { knownAs: 'Kit', allocatedTo: [ada] })
    const { page, offences, close } = await browser.open(
      `${address}/children/${child}/concerns/add`,
      { width: PHONE, cookie: w.as(ada)['cookie'] ?? '' },
    )
    const beside = page.locator('.wm-wording-beside')
    await page.locator('[name=context]').fill('At the bus station, on a Friday evening.')
    await page.locator('[name=seen]').fill('She puts herself at risk.')
    const advice = page.getByText('1 wording is worth another look', { exact: true })
    await advice.waitFor()
    assert.equal(await beside.count(), 2)
    assert.doesNotMatch(await page.locator('main').innerText(), /0 wordings/)
    await advice.click()
    assert.match(await page.locator('main').innerText(), /is being harmed by/)
    await assertAccessible(page)
    await assertNoSidewaysScroll(page)
    await page.locator('[name=seen]').fill('Somebody takes their wages.')
    await advice.waitFor({ state: 'hidden' })
    assert.doesNotMatch(await page.locator('main').innerText(), /worth another look/)
    assert.deepEqual(offences, [])
    await close()
  })
})
