import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  DESKTOP,
  launchBrowser,
  PHONE,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const fixtures = path.resolve(import.meta.dirname, '../../src/domains/exchange/ssda903/fixtures')
const filesOf = (year: string) =>
  readdirSync(path.join(fixtures, year)).map((name) => path.join(fixtures, year, name))

describe('a manager brings the council’s return in', () => {
  let w: World
  let browser: TestBrowser
  let origin: string

  before(async () => {
    w = await world()
    origin = await w.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await launchBrowser()
  })
  after(async () => browser.close())

  const looks = [
    ['on a phone without JavaScript', { width: PHONE, javaScript: false }, '2024', /opened \(12\)/],
    ['on a desk, a year later', { width: DESKTOP }, '2025', /opened \(1\)/],
  ] as const
  for (const [how, looking, year, opened] of looks) {
    it(`${how}: sees what it would do, says yes, and opens a record from it`, async () => {
      const cookie = w.as(meg)['cookie'] ?? ''
      const { page, offences, close } = await browser.open(`${origin}/returns`, {
        ...looking,
        cookie,
      })
      await assertAccessible(page)
      await assertNoSidewaysScroll(page)
      await page.setInputFiles('input[type=file]', filesOf(year))
      await page.getByRole('button', { name: 'Check the return' }).click()
      await page.waitForURL(/\/returns\/[0-9a-f-]+$/)
      await assertAccessible(page)
      await assertNoSidewaysScroll(page)
      await page.getByRole('button', { name: 'Bring the return in' }).click()
      await page.getByRole('heading', { name: 'The return was brought in' }).waitFor()
      assert.match(await page.content(), opened)
      await page.getByRole('link', { name: /^WM10/ }).first().click()
      await page.waitForURL(/\/children\/[0-9a-f-]+$/)
      await page.getByText('What papers and other systems say').click()
      await page.getByRole('heading', { name: 'From the council’s return' }).waitFor()
      await assertAccessible(page)
      await assertNoSidewaysScroll(page)
      assert.deepEqual(offences, [])
      await close()
    })
  }

  it('is told in one sentence what to do about a file that is not a return', async () => {
    const cookie = w.as(meg)['cookie'] ?? ''
    const { page, close } = await browser.open(`${origin}/returns`, { width: PHONE, cookie })
    const name = 'header.csv'
    await page.setInputFiles('input[type=file]', {
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from('CHILD\n1\n'),
    })
    await page.getByRole('button', { name: 'Check the return' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await assertAccessible(page)
    assert.match(await page.content(), /header.csv has no column SEX, DOB, ETHNIC, UPN/)
    await close()
  })
})
