import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { TestPerson } from '#tests/support/people.ts'
import type { World } from '#tests/support/world.ts'

/** Reads what the phone keeps, past the product: for looking. */
export const INSIDE = `const inside = async (store, act) => {
  const db = await new Promise((done, failed) => {
    const asked = indexedDB.open('kept', 1)
    // The worker makes it: made here first, it would have nothing in it, for ever.
    asked.onupgradeneeded = () => asked.transaction.abort()
    asked.onerror = () => failed(asked.error)
    asked.onsuccess = () => done(asked.result)
  })
  const found = await new Promise((done) => {
    const asked = act(db.transaction(store).objectStore(store))
    asked.onsuccess = () => done(asked.result)
  })
  db.close()
  return found
}`

/** Waits until it holds, and fails when it does not come to that. */
export async function until(holds: () => Promise<unknown>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    // A page that is being left has nothing to say.
    if ((await holds().catch(() => false)) === true) return
    await pause(50)
  }
  assert.fail('It did not come to that')
}

/** The worker answers for this page from now on, and has its key. */
export async function ready(page: Page): Promise<void> {
  await until(() => page.evaluate(`navigator.serviceWorker.controller !== null`))
  await until(() =>
    page.evaluate(`${INSIDE}; inside('state', (s) => s.get('key')).then((k) => k !== undefined)`),
  )
  await page.reload({ waitUntil: 'networkidle' })
}

/** Says something to the worker, as a page of ours does, and waits until it has acted on it. */
export async function tell(page: Page, kind: 'send' | 'leave'): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done(true)
    navigator.serviceWorker.controller.postMessage({ kind: ${JSON.stringify(kind)} }, [port2])
  })`)
}

/** Signs somebody out everywhere at once, as a worker does it. */
export async function signedOutEverywhere(w: World, who: TestPerson): Promise<void> {
  await w.db
    .updateTable('waymark.session')
    .set({ ended_at: new Date().toISOString() })
    .where('person_id', '=', who.id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Nothing waits on the phone any more. */
export async function untilSent(page: Page): Promise<void> {
  await until(() =>
    page.evaluate(`${INSIDE}; inside('letters', (s) => s.count()).then((n) => n === 0)`),
  )
}

/** The phone has heard that somebody left: neither a key nor a page of theirs is on it. */
export async function untilForgotten(page: Page): Promise<void> {
  await until(() =>
    page.evaluate(`${INSIDE}; (async () =>
      (await inside('pages', (s) => s.count())) === 0 && !(await inside('state', (s) => s.count('key'))))()`),
  )
}

/** The page is on the phone, for when there is no signal. */
export async function untilBrought(page: Page, place: string): Promise<void> {
  await until(() =>
    page.evaluate(
      `${INSIDE}; inside('pages', (s) => s.count(${JSON.stringify(place)})).then((n) => n === 1)`,
    ),
  )
}

/** Everything the phone keeps, as somebody would find it who takes it apart. */
export async function takenApart(page: Page): Promise<string> {
  return page.evaluate<string>(`${INSIDE}; (async () => {
    const all = (store) => inside(store, (s) => s.getAll())
    const text = (bytes) => new TextDecoder('utf-8', { fatal: false }).decode(bytes)
    const found = { letters: await all('letters'), pages: await all('pages'), state: await all('state') }
    const caches_ = await Promise.all((await caches.keys()).map(async (k) => (await (await caches.open(k)).keys()).map((r) => r.url)))
    return JSON.stringify({
      letters: found.letters.length, pages: found.pages.length,
      keys: found.state.filter((s) => s.key).length,
      readable: found.letters.map((l) => text(l.sealed.data)).join(),
      urls: caches_.flat(), local: { ...localStorage, ...sessionStorage },
    })
  })()`)
}
