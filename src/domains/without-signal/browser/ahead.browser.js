// oxlint-disable typescript/no-unsafe-type-assertion, no-undef, no-unused-vars -- the second part of /worker.js uses what the first has and the third uses what is here; a script says in its comments what a store gives back
// The second part of /worker.js, between store.browser.js and worker.browser.js: the pages a phone brings
// along while there is signal, so that what is begun without it can be gone on with.

const OWN = /^\/me(\/|$|\?)/
/** A page that was brought along is brought anew after this long: who is there to call changes. In milliseconds. */
const FRESH = 60 * 60 * 1000

/** @param {string} place @returns {Promise<string | undefined>} */
async function textOf(place) {
  const key = await keyNow()
  /** @type {{ person: string, sealed: Sealed } | undefined} */
  const found = key && (await at('pages', 'readonly', (s) => s.get(place)))
  if (!key || !found || found.person !== key.person) return undefined
  return new TextDecoder().decode((await unseal(key, found.sealed)).body)
}

/** @param {string} place */
async function isFresh(place) {
  /** @type {{ at: number } | undefined} */
  const found = await at('pages', 'readonly', (s) => s.get(place))
  return found !== undefined && Date.now() - found.at < FRESH
}

/**
 * Brings pages that come next to the phone, and their scripts; their pictures too when they are sure to be used.
 * @param {readonly string[]} places
 * @param {boolean} whole
 */
async function fetchAhead(places, whole) {
  for (const place of places) {
    if (!OWN.test(place)) continue
    if (!(await isFresh(place))) {
      const answer = await fetch(place, { redirect: 'error' }).catch(() => undefined)
      if (answer?.ok) await keepPage(place, answer)
    }
    await bringAssets((await textOf(place)) ?? '', whole)
  }
}

/** @param {string} page @param {boolean} whole */
async function bringAssets(page, whole) {
  const cache = await caches.open(ASSETS)
  const wanted = whole
    ? /(?:src|href)="(\/assets\/[^"]+\.(?:js|svg))"/g
    : /(?:src|href)="(\/assets\/[^"]+\.js)"/g
  for (const asset of new Set([...page.matchAll(wanted)].map((m) => m[1] ?? ''))) {
    if (await cache.match(asset)) continue
    const answer = await fetch(asset).catch(() => undefined)
    if (answer?.ok) await cache.put(asset, answer)
  }
}

// ------------------------------------------------------------------ what a form says of itself

/**
 * What the page that a form is on says about going on without signal.
 * next: where it goes on, with {names} for what was filled in. plant: the pages that are put there for
 * what is begun. same: the page is the same for the next time, since its ids are made when it is shown.
 * @typedef {{ next: string, plant: readonly string[], same: boolean }} Says
 */

/** @param {string} from @returns {Promise<Says>} */
async function saysOf(from) {
  const url = from ? new URL(from) : undefined
  const page = (url && (await textOf(url.pathname + url.search))) ?? ''
  const next = /<form[^>]*\sdata-next="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const planted = /<form[^>]*\sdata-plant="([^"]+)"/.exec(page)?.[1]?.split(' ') ?? []
  return { next, plant: planted, same: page.includes(' data-fresh ') }
}

/** @param {FormData | undefined} fields @param {string} name */
function textField(fields, name) {
  const value = fields?.get(name)
  return typeof value === 'string' ? value : ''
}

/** Where it goes on, with what was filled in. @param {Says} says @param {FormData | undefined} fields */
const nextOf = ({ next }, fields) =>
  next.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(textField(fields, name)))

/**
 * The pages for something begun, under the id that the form made for it. Those that the server gave stay.
 * @param {Says} says
 * @param {FormData} fields
 */
async function plantPages({ next, plant: places }, fields) {
  const name = /\{(\w+)\}/.exec(next)?.[1] ?? ''
  const id = textField(fields, name)
  const key = await keyNow()
  if (!key || !/^[0-9a-f-]{36}$/.test(id)) return
  for (const place of places) {
    const there = place.replace('/new', `/${id}`)
    /** @type {{ sealed: Sealed } | undefined} */
    const found = await at('pages', 'readonly', (s) => s.get(place))
    if (!found || (await has(there))) continue
    const { policy, body } = await unseal(key, found.sealed)
    const stem = `${place.slice(0, place.indexOf('/new'))}/`
    const text = new TextDecoder().decode(body).replaceAll(`${stem}new`, stem + id)
    const sealed = await seal(key, { policy, body: new TextEncoder().encode(text).buffer })
    await at('pages', 'readwrite', (s) =>
      s.put({ person: key.person, at: Date.now(), sealed }, there),
    )
  }
}

/** The page with ids of its own: what is made on it now is another than what was made on it before. @param {ArrayBuffer} body */
const freshened = (body) =>
  new TextDecoder()
    .decode(body)
    .replaceAll(/( data-fresh value=")[^"]*/g, (_, before) => before + crypto.randomUUID())

/** @param {string} place */
const has = async (place) => (await at('pages', 'readonly', (s) => s.count(place))) !== 0
