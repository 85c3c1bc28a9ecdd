import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  assertTouchTargets,
  DESKTOP,
  launchBrowser,
  PHONE,
  type Looking,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { renderIn, serveStill } from '#tests/support/gallery.ts'

describe('the parts of the house, in a real browser', () => {
  let browser: TestBrowser
  let still: Awaited<ReturnType<typeof serveStill>>

  before(async () => {
    const body = await readFile(path.join(import.meta.dirname, '../support/gallery.njk'), 'utf8')
    const stateError = { text: 'Choose how it is, or one of the buttons' }
    still = await serveStill({
      '/staff': renderIn({ layout: 'layout', dir: 'ltr' }, body),
      '/staff-rtl': renderIn({ layout: 'layout', dir: 'rtl' }, body),
      '/young': renderIn({ layout: 'youth', dir: 'ltr' }, body, { stateError }),
      '/young-rtl': renderIn({ layout: 'youth', dir: 'rtl' }, body),
    })
    browser = await launchBrowser()
  })

  after(async () => {
    await browser.close()
    still.server.close()
  })

  const looks: readonly (readonly [string, Looking])[] = [
    ['on a phone', { width: PHONE }],
    ['on a desk', { width: DESKTOP }],
    ['in the dark', { width: PHONE, dark: true }],
  ]
  for (const address of ['/staff', '/staff-rtl', '/young', '/young-rtl']) {
    for (const [how, looking] of looks) {
      it(`${address} ${how}: can be used by everybody, is no wider than the screen, keeps to itself`, async () => {
        const { page, offences, close } = await browser.open(still.origin + address, looking)
        await assertAccessible(page)
        await assertNoSidewaysScroll(page)
        if (address.startsWith('/young')) await assertTouchTargets(page)
        assert.deepEqual(offences, [])
        await close()
      })
    }
  }

  it('sets letters in Noto Sans of our own, in every script', async () => {
    const { page, close } = await browser.open(`${still.origin}/staff`, { width: DESKTOP })
    const loaded = await page.evaluate<readonly string[]>(
      `document.fonts.ready.then(() => performance.getEntriesByType('resource').map((e) => e.name).filter((n) => n.endsWith('.woff2')))`,
    )
    for (const script of ['latin-400', 'arabic-400', 'ethiopic-400', 'vietnamese-700']) {
      assert.ok(
        loaded.some((file) => file.includes(script)),
        `${script} in ${loaded.join(' ')}`,
      )
    }
    assert.ok(!loaded.some((file) => file.includes('cyrillic')), 'no font is fetched without need')
    await close()
  })

  const side = async (address: string) => {
    const { page, close } = await browser.open(still.origin + address, { width: DESKTOP })
    const at = await page.evaluate<{ name: number; leave: number; edge: string }>(`({
      name: document.querySelector('.wm-header__name').getBoundingClientRect().left,
      leave: document.querySelector('.wm-header__button').getBoundingClientRect().left,
      edge: getComputedStyle(document.querySelector('.wm-quote')).borderRightWidth,
    })`)
    await close()
    return at
  }

  it('mirrors where the line runs from right to left', async () => {
    const ltr = await side('/staff')
    const rtl = await side('/staff-rtl')
    assert.ok(ltr.name < ltr.leave)
    assert.ok(rtl.name > rtl.leave)
    assert.equal(ltr.edge, '0px')
    assert.equal(rtl.edge, '4px')
  })

  it('is caught when it shuts somebody out', async () => {
    const bad = '<h1>Bad</h1><img src="/assets/mark.svg"><input name="a">'
    const wide = `<pre>${'x'.repeat(400)}</pre><img alt="" src="http://127.0.0.2:9/t.png">`
    const broken = await serveStill({ '/': renderIn({ layout: 'youth', dir: 'ltr' }, bad + wide) })
    const { page, offences, close } = await browser.open(`${broken.origin}/`, { width: PHONE })
    await assert.rejects(assertAccessible(page), /image-alt[\s\S]*label/)
    await assert.rejects(assertNoSidewaysScroll(page), /scrolls sideways/)
    await assert.rejects(assertTouchTargets(page), /too small to press/)
    assert.ok(
      offences.some((o) => o.startsWith('asked for http://127.0.0.2')) ||
        offences.some((o) => /Content Security Policy/.test(o)),
    )
    await close()
    broken.server.close()
  })

  it('folds the links at the top on a phone, and shows them all without JavaScript', async () => {
    const shown = async (looking: Looking) => {
      const { page, close } = await browser.open(`${still.origin}/staff`, looking)
      const visible = await page.getByRole('link', { name: 'Find a child' }).isVisible()
      const menu = await page.getByRole('button', { name: 'Menu' }).count()
      await close()
      return [visible, menu]
    }
    assert.deepEqual(await shown({ width: PHONE }), [false, 1])
    assert.deepEqual(await shown({ width: PHONE, javaScript: false }), [true, 0])
    assert.deepEqual(await shown({ width: DESKTOP }), [true, 0])
  })

  it('lets the keyboard skip to what the page is about', async () => {
    const { page, close } = await browser.open(`${still.origin}/staff`, { width: DESKTOP })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(`document.activeElement.id`), 'main-content')
    await close()
  })

  it('marks what the keyboard is on with more than a colour', async () => {
    const { page, close } = await browser.open(`${still.origin}/young`, { width: PHONE })
    await page.locator('#state').focus()
    const shown = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('#state + label')).outlineWidth`,
    )
    assert.equal(shown, '3px')
    await close()
  })

  it('sends a way not to answer, with the state that was chosen left to the server', async () => {
    const { page, close } = await browser.open(`${still.origin}/young`, {
      width: PHONE,
      javaScript: false,
    })
    const [request] = await Promise.all([
      page.waitForRequest((r) => r.method() === 'POST'),
      page.getByRole('button', { name: 'Not now' }).click(),
    ])
    assert.match(request.postData() ?? '', /reason=not_now/)
    await close()
  })
})
