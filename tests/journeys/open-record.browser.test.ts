import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { refreshKeys } from '#domains/children/index.ts'
import type { ChildId } from '#kernel/ids.ts'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  DESKTOP,
  launchBrowser,
  PHONE,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const PLACE = '[data-meanwhile-found]'

describe('a new record, while it is being typed', () => {
  let w: World
  let browser: TestBrowser
  let address: string
  const records: Record<string, ChildId> = {}

  before(async () => {
    w = await world()
    browser = await launchBrowser()
    address = await w.app.listen({ port: 0, host: '127.0.0.1' })
    for (const [knownAs, bornOn] of [
      ['Zerinë Vuksani', '2009-03-12'],
      ['Zerina Vukzani', '2011-08-30'],
      ['عبد الرحمن محمد', '2008-11-04'],
    ] as const) {
      const child = await aChild(w, { knownAs, bornOn })
      await w.acting(meg, (tx) => refreshKeys(tx, child))
      records[knownAs] = child
    }
  })
  after(async () => {
    await browser.close()
  })

  const opened = (more: object = {}) =>
    browser.open(`${address}/children/new`, {
      width: DESKTOP,
      cookie: w.as(ada)['cookie'] ?? '',
      ...more,
    })
  /** Goes on with the keyboard until a box has it. */
  const tabTo = async (page: Page, id: string) => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      if ((await page.evaluate('document.activeElement?.id')) === id) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The keyboard does not come to ${id}`)
  }
  const type = async (page: Page, id: string, text: string) => {
    await tabTo(page, id)
    const answered = page.waitForResponse((res) => res.url().endsWith('/children/new/meanwhile'))
    await page.keyboard.type(text)
    await answered
  }
  const found = (page: Page) => page.locator(`${PLACE} a[href^="/children/"]`)
  const names = async (page: Page) =>
    (await found(page).allTextContents()).map((text) => text.replaceAll(/\s+/g, ' ').trim())
  /** Waits for the list to say it: the answer is put in after it came. */
  const says = (page: Page, text: string) => page.locator(PLACE, { hasText: text }).waitFor()

  for (const width of [PHONE, DESKTOP]) {
    it(`shows who it may be as the name and then the day of birth are filled in, by keyboard alone (${width} px)`, async () => {
      const { page, offences, close } = await opened({ width })
      try {
        assert.equal((await page.innerHTML(PLACE)).trim(), '')
        await type(page, 'knownAs', 'Zerina Vuksani')
        await says(page, 'Known already, perhaps')
        // Whoever types slowly is answered in between as well: what counts is what the whole name finds.
        await page.waitForFunction(`document.querySelectorAll('${PLACE} a').length === 2`)
        const before = await page.innerText(PLACE)
        assert.deepEqual((await names(page)).toSorted(), ['Zerina Vukzani', 'Zerinë Vuksani'])
        assert.equal(await page.evaluate('document.activeElement.id'), 'knownAs')

        await type(page, 'day', '12')
        await type(page, 'month', '3')
        await type(page, 'year', '2009')
        await says(page, 'Nearly everything speaks for one child')
        assert.notEqual(await page.innerText(PLACE), before)
        assert.equal((await names(page))[0], 'Zerinë Vuksani', 'the likeliest is first')
        for (const [id, text] of [
          ['knownAs', 'Zerina Vuksani'],
          ['day', '12'],
          ['month', '3'],
          ['year', '2009'],
        ] as const) {
          assert.equal(await page.inputValue(`#${id}`), text, id)
        }
        assert.equal(await page.evaluate('document.activeElement.id'), 'year')
        assert.equal(page.url(), `${address}/children/new`, 'nothing typed is in the address')
        await assertAccessible(page)
        await assertNoSidewaysScroll(page)

        await page.keyboard.press('Shift+Tab')
        for (let tabs = 0; tabs < 20; tabs += 1) {
          const at = await page.evaluate<string>(
            `document.activeElement.closest('${PLACE}') ? document.activeElement.getAttribute('href') : ''`,
          )
          if (at === `/children/${records['Zerinë Vuksani']}`) break
          await page.keyboard.press('Shift+Tab')
        }
        await page.keyboard.press('Enter')
        await page.waitForURL(`${address}/children/${records['Zerinë Vuksani']}`)
        assert.deepEqual(offences, [])
      } finally {
        await close()
      }
    })
  }

  it('is announced when somebody is found, in the same place that was there before, politely', async () => {
    const { page, close } = await opened()
    try {
      const marked = await page.evaluate<boolean>(`(() => {
        window.place = document.querySelector('${PLACE}')
        window.changes = 0
        new MutationObserver(() => (window.changes += 1)).observe(window.place, { childList: true, subtree: true })
        return window.place.getAttribute('aria-live') === 'polite' && window.place.checkVisibility()
      })()`)
      assert.equal(marked, true)
      await type(page, 'knownAs', 'Mohammed Abdulrahman')
      await says(page, 'عبد الرحمن محمد')
      const heard = await page.evaluate<number>('window.changes')
      assert.ok(heard > 0)
      assert.equal(await page.evaluate(`window.place === document.querySelector('${PLACE}')`), true)
      assert.equal((await page.locator(`${PLACE} bdi, ${PLACE} [dir=auto]`).count()) > 0, true)
    } finally {
      await close()
    }
  })

  it('says nothing when there is nobody, nothing of what is half typed, and takes away whom it showed', async () => {
    const { page, offences, close } = await opened()
    try {
      await type(page, 'knownAs', 'Quillon Brathwaite')
      assert.equal((await page.innerHTML(PLACE)).trim(), '')
      await page.keyboard.press('Control+A')
      await type(page, 'knownAs', 'Zerina Vuksani')
      await says(page, 'Zerinë Vuksani')
      await type(page, 'day', '45')
      await page.waitForFunction(`document.querySelector('${PLACE}').innerHTML.trim() === ''`)
      assert.equal(await page.locator('.govuk-error-summary').count(), 0, 'it is no mistake yet')
      assert.equal(await page.inputValue('#day'), '45')
      assert.equal(await page.inputValue('#knownAs'), 'Zerina Vuksani')
      assert.deepEqual(offences, [])
    } finally {
      await close()
    }
  })

  it('is asked with the button where no script runs, and what was typed stays', async () => {
    const { page, close } = await opened({ javaScript: false, width: PHONE })
    try {
      await page.fill('#knownAs', 'Zerina Vuksani')
      await page.fill('#year', '2009')
      assert.equal((await page.innerHTML(PLACE)).trim(), '')
      await page.getByRole('button', { name: 'Look first' }).click()
      await page.getByText('Could one of these be them?').waitFor()
      assert.match(await page.innerText('main'), /Zerinë Vuksani/)
      assert.equal(await page.inputValue('#knownAs'), 'Zerina Vuksani')
      assert.equal(await page.inputValue('#year'), '2009')
    } finally {
      await close()
    }
  })
})
