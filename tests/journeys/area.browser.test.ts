import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  DESKTOP,
  launchBrowser,
  PHONE,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { ann } from '#tests/support/people.ts'
import { childrenWhoSaid, publishFramework } from '#tests/support/said.ts'
import { world, type World } from '#tests/support/world.ts'

describe('the picture for an area, in a real browser', () => {
  let w: World
  let browser: TestBrowser
  let origin: string

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-21T10:30:00Z'))
    const framework = await publishFramework(w)
    await childrenWhoSaid(w, framework, 18, { zebra: 'mostly', apple: 'a_little' })
    await childrenWhoSaid(w, framework, 12, { zebra: 'fully', told: 'reason:skipped' })
    origin = await w.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await launchBrowser()
  })
  after(async () => browser.close())

  const look = (width: number, javaScript = true) =>
    browser.open(`${origin}/area`, { width, javaScript, cookie: w.as(ann)['cookie'] ?? '' })

  it('is made and read without JavaScript', async () => {
    const { page, offences, close } = await look(PHONE, false)
    await page.getByRole('button', { name: 'Make the picture' }).click()
    await page.getByText('The picture was made').waitFor()
    assert.match(await page.locator('#outcome-zebra-picture').innerText(), /18/)
    assert.deepEqual(offences, [])
    await close()
  })

  for (const width of [PHONE, DESKTOP]) {
    it(`reads well at ${width} pixels, with its tables open`, async () => {
      const { page, offences, close } = await look(width)
      for (const summary of await page.locator('main summary').all()) await summary.click()
      await page.getByText('42% to 75%').first().waitFor()
      await assertAccessible(page)
      await assertNoSidewaysScroll(page)
      assert.deepEqual(offences, [])
      await close()
    })
  }

  it('says every number in words or a table that a drawing shows', async () => {
    const { page, close } = await look(DESKTOP)
    const drawings = page.locator('main .wm-chart')
    // Who is in it, two of what records hold, and the two outcomes of which something was said.
    assert.equal(await drawings.count(), 5)
    for (const drawing of await drawings.all()) {
      assert.equal(await drawing.locator('table').count(), 1)
      assert.equal(await drawing.locator('[aria-hidden="true"] svg').count(), 1)
    }
    await close()
  })
})
