// oxlint-disable typescript/no-unsafe-type-assertion, no-undef, no-unused-vars -- this part of /worker.js uses what the first has, and the last uses what is here; a script says in its comments what a store gives back
// Part of /worker.js, after store.browser.js. Whoever leaves where there is no signal is gone at once, but the server has
// not heard of it: what is kept here is the address that ends that one session, and it is asked for as soon as can be,
// before any page of ours is shown again.

const LEFT = 'left'

/** @param {URL} address */
async function leaveLate({ pathname, search, searchParams }) {
  await forget()
  if (pathname !== '/leave' || !searchParams.has('t')) return
  await at('state', 'readwrite', (s) => s.put(pathname + search, LEFT))
  await tellLeft()
}

/** Says whether the server knows of every leaving. @returns {Promise<boolean>} */
async function tellLeft() {
  /** @type {string | undefined} */
  const place = await at('state', 'readonly', (s) => s.get(LEFT))
  if (!place) return true
  try {
    await fetch(`${place}&late=yes`, { redirect: 'manual' })
  } catch {
    await whenThereIsSignal()
    return false
  }
  await at('state', 'readwrite', (s) => s.delete(LEFT))
  return true
}

/** A browser that can asks again by itself when there is signal, even where none of our pages is open. */
async function whenThereIsSignal() {
  /** @type {{ sync?: { register: (tag: string) => Promise<void> } }} */
  const { sync } = /** @type {any} */ (self).registration
  await sync?.register(LEFT).catch(() => undefined)
}

self.addEventListener('sync', (event) => {
  const { tag, waitUntil } = /** @type {any} */ (event)
  if (tag === LEFT) waitUntil.call(event, tellLeft())
})
