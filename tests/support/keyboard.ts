import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** What the keyboard is to come to, in the window's own scope; kept there, with what it came to. */
const TO_PRESS = `(() => {
  document.activeElement?.blur()
  const seen = new Set()
  window.toPress = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter((e) => e.checkVisibility() && !e.disabled && e.tabIndex >= 0 && !(e.closest('details:not([open])') && !e.closest('summary')))
    .filter((e) => {
      if (e.type !== 'radio') return true
      const group = (e.form ? [...document.forms].indexOf(e.form) : '') + e.name
      if (seen.has(group)) return false
      seen.add(group)
      return true
    })
    // A page of hundreds is made of the same few things: the first hundred tell.
    .slice(0, 100)
  window.comeTo = new Set()
  document.addEventListener('focusin', (event) => window.comeTo.add(event.target))
  return window.toPress.length
})()`

const MISSED = `window.toPress
  .filter((e) => !window.comeTo.has(e) && !(e.type === 'radio' && [...window.comeTo].some((c) => c.name === e.name && c.form === e.form)))
  .map((e) => e.tagName.toLowerCase() + ' "' + (e.textContent || e.name || e.type || '').trim().slice(0, 40) + '"')`

/** A day, a time, a player and a box that scrolls hold the keyboard for more than one Tab each. */
const MOST_TABS_EACH = 6

/**
 * Fails when the keyboard does not come to everything there is to press, one Tab after the other, or is
 * held somewhere. Of choices that exclude each other one is come to; the arrows reach the rest. The Tabs
 * are sent together, since waiting for each is what takes the time; they arrive one after the other.
 */
export async function assertKeyboard(page: Page, where = page.url()): Promise<void> {
  const keys = await page.context().newCDPSession(page)
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }
  const press = async (times: number): Promise<readonly string[]> => {
    const sent = Array.from({ length: times }, () =>
      keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...tab }),
    )
    await Promise.all(sent)
    await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...tab })
    return page.evaluate<readonly string[]>(MISSED)
  }
  const all = await page.evaluate<number>(TO_PRESS)
  let missed = await press(all + 3)
  for (let more = 1; missed.length > 0 && more < MOST_TABS_EACH; more += 1) {
    missed = await press(missed.length + 3)
  }
  await keys.detach()
  assert.deepEqual(missed.slice(0, 5), [], `${where}: the keyboard does not come to everything`)
}
