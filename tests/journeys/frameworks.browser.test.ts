import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { frameworkDocument, loadProvisionalSet, provisionalSet } from '#domains/outcomes/index.ts'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  assertTouchTargets,
  DESKTOP,
  launchBrowser,
  PHONE,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { ada, kit, type TestPerson, zoe } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

describe('frameworks, in a real browser', () => {
  let w: World
  let browser: TestBrowser
  let origin: string
  let framework: string

  before(async () => {
    w = await world()
    framework = await loadProvisionalSet(w.db)
    origin = await w.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await launchBrowser()
  })
  after(async () => browser.close())

  const look = (person: TestPerson, address: string, width: number) =>
    browser.open(origin + address, { width, cookie: w.as(person)['cookie'] ?? '' })

  for (const width of [PHONE, DESKTOP]) {
    it(`can be read by everybody at ${width} pixels, in a language written either way`, async () => {
      for (const person of [ada, kit]) {
        for (const address of [
          '/frameworks',
          `/frameworks/${framework}`,
          `/frameworks/${framework}?language=ar&by=level`,
        ]) {
          const { page, offences, close } = await look(person, address, width)
          await assertAccessible(page)
          await assertNoSidewaysScroll(page)
          if (person === kit) await assertTouchTargets(page)
          assert.deepEqual(offences, [])
          await close()
        }
      }
    })
  }

  for (const [version, javaScript] of [
    ['2.0', true],
    ['3.0', false],
  ] as const) {
    it(`can be imported with${javaScript ? '' : 'out'} JavaScript: choose, preview, publish`, async () => {
      const cookie = w.as(zoe)['cookie'] ?? ''
      const looking = { width: PHONE, javaScript, cookie }
      const { page, offences, close } = await browser.open(`${origin}/frameworks/import`, looking)
      const holds = async () => {
        // axe is itself a script
        if (javaScript) await assertAccessible(page)
        if (javaScript) await assertNoSidewaysScroll(page)
      }
      await holds()
      const document = { ...frameworkDocument(provisionalSet()), version, owner: 'An owner' }
      await page.setInputFiles('#file', {
        name: 'set.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(document)),
      })
      await page.getByRole('button', { name: 'Read the file' }).click()
      await page.getByRole('heading', { name: 'What it would change' }).waitFor()
      await holds()
      await page.getByRole('button', { name: `Publish version ${version}` }).click()
      await page.getByText('There is a problem').waitFor()
      await holds()
      await page.getByLabel('Take it out of use').check()
      await page.getByRole('button', { name: `Publish version ${version}` }).click()
      await page.getByText('In use since').waitFor()
      assert.deepEqual(
        offences.filter((o) => !o.includes('422')),
        [],
      )
      await close()
    })
  }
})
