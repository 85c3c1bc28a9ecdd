import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
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

/** A young person sees who is around them and what is happening, and says something about it; staff see what was said. */
describe('seeing', () => {
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

  async function openedAs(role: Role, at: string, width: number): Promise<Page> {
    const cookie = await shown.signIn(role)
    const { page } = await browser.open(`${shown.origin}${at}`, { width, cookie })
    return page
  }

  const main = (page: Page) => page.locator('main').innerText()

  it('on a phone: adds a person, trusts them, says how they see somebody, and answers an appointment', async () => {
    const page = await openedAs('young_person', '/me', PHONE)
    const go = (name: string) => page.getByRole('link', { name, exact: true }).first().click()
    await go('My people')
    await page.getByRole('heading', { level: 1, name: 'My people' }).waitFor()
    await go('Add a person')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Write what they are called' }).waitFor()
    await page.getByLabel('What are they called?').fill('Teacher Amina')
    await page.getByLabel('Who are they to you?').fill('my drawing teacher')
    await page.getByRole('button', { name: 'Save' }).click()
    await go('Change who I trust')
    await page.getByLabel('Teacher Amina, my drawing teacher').check()
    await page.getByLabel('Marta Lindqvist, foster carer').uncheck()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Teacher Amina' }).waitFor()
    assert.match(await main(page), /Teacher Amina\s+An adult I trust/)

    await page.getByRole('link', { name: /How I see this person.*Teacher Amina/ }).click()
    await page.getByLabel('Helps me', { exact: true }).check()
    await page.getByLabel('Me, and the people who work with me').check()
    await page.getByLabel('Anything you want to say about it').fill('She waits.')
    await onAPhone(page)
    await page.getByRole('button', { name: 'Save' }).click()

    await page.goto(`${shown.origin}/me/calendar`)
    await page
      .getByRole('link', { name: /^See it and answer/ })
      .first()
      .click()
    await page.getByLabel('I want someone with me').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 1, name: 'My calendar' }).waitFor()
    assert.match(await main(page), /You said: I want someone with me/)
  })

  it('at a desk: the worker reads both views and the answer, and a line is gone', async () => {
    const { rows } = await sql<{ id: string }>`
      select id from waymark.child where known_as = 'Yoni Tekle'`.execute(shown.db)
    const at = `/children/${rows[0]?.id}`
    const page = await openedAs('practitioner', `${at}/people-map`, DESKTOP)
    assert.match(
      await main(page),
      /Teacher Amina[\s\S]*She waits\.[\s\S]*Nobody has written down a view/,
    )
    await page.goto(`${shown.origin}${at}`)
    await page.locator('main summary', { hasText: 'What is next' }).click()
    assert.match(await main(page), /I want someone with me/)
    assert.match(await main(page), /did not come/)
  })

  const PAGES = [
    '/me/people',
    '/me/people/trusted',
    '/me/happening',
    '/me/legal-help',
    '/me/calendar',
    '/me/calendar/week',
    '/me/plan',
    '/me/shared-with',
  ]

  it('reads from right to left, whole, on a phone and at a desk, with names and quotes the way they are written', async () => {
    await sql`insert into waymark.chosen_language (child_id, language)
      select id, 'ar' from waymark.child where known_as = 'Yoni Tekle'
      on conflict (child_id) do update set language = excluded.language`.execute(shown.db)
    const page = await openedAs('young_person', '/me/people', PHONE)
    for (const at of PAGES) {
      for (const width of [PHONE, DESKTOP]) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(shown.origin + at)
        assert.equal(
          await page.evaluate('getComputedStyle(document.querySelector("main h1")).direction'),
          'rtl',
          at,
        )
        await assertNoSidewaysScroll(page)
        if (width === PHONE) await onAPhone(page)
      }
    }
    const loose = await page.evaluate<number>(
      `[...document.querySelectorAll('main [lang="en"]')].filter((e) => !e.dir && !e.closest('[dir]')).length`,
    )
    assert.equal(loose, 0)
  })

  async function onAPhone(page: Page): Promise<void> {
    await assertAccessible(page)
    await assertNoSidewaysScroll(page)
    await assertTouchTargets(page)
  }
})
