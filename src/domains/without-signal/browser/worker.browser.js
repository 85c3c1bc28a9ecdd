// oxlint-disable typescript/no-unsafe-type-assertion -- a script says in its comments what a store gives back
// The last part of /worker.js, after store, ahead and leave-late: what it does with pages and forms.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))

// ------------------------------------------------------------------ pages

/** Pages that nobody is signed in on: whoever comes here has left. Not what anybody may read, in or out. */
const DOOR = /^\/(in(?!\/(about|help)(\/|$|\?))|sign-in|sign-out|leave)(\/|$|\?)/

/** @param {Request} request */
function placeOf(request) {
  const url = new URL(request.url)
  return url.pathname + url.search
}

/** @param {Request} request @returns {Promise<Response>} */
async function page(request) {
  const place = placeOf(request)
  if (!(await tellLeft())) return withoutSignal('noPage')
  const since = await timesForgotten()
  try {
    const answer = await fetch(request)
    if (answer.ok && answer.type === 'basic') {
      await shownSince(since)
      await keepPage(place, answer.clone())
    }
    return answer
  } catch {
    return (await keptPage(place)) ?? withoutSignal('noPage')
  }
}

/** @param {string} place @param {Response} answer */
async function keepPage(place, answer) {
  const key = await keyNow()
  if (!key || !(answer.headers.get('content-type') ?? '').startsWith('text/html')) return
  const body = await answer.arrayBuffer()
  const policy = answer.headers.get('content-security-policy') ?? ''
  const sealed = await seal(key, { policy, body })
  await at('pages', 'readwrite', (s) =>
    s.put({ person: key.person, at: Date.now(), sealed }, place),
  )
  await dropOldest()
}

async function dropOldest() {
  /** @type {string[]} */
  const places = await at('pages', 'readonly', (s) => s.getAllKeys())
  if (places.length <= MOST_PAGES) return
  /** @type {{ at: number }[]} */
  const all = await at('pages', 'readonly', (s) => s.getAll())
  const oldest = places
    .map((place, n) => ({ place, at: all[n]?.at ?? 0 }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, places.length - MOST_PAGES)
  for (const { place } of oldest) await at('pages', 'readwrite', (s) => s.delete(place))
}

/** @param {string} place @returns {Promise<Response | undefined>} */
async function keptPage(place) {
  const key = await keyNow()
  /** @type {{ person: string, sealed: Sealed } | undefined} */
  const found = key && (await at('pages', 'readonly', (s) => s.get(place)))
  if (!key || !found || found.person !== key.person) return undefined
  const { policy, body } = await unseal(key, found.sealed)
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'x-kept': 'yes',
  }
  return new Response(freshened(body), { headers })
}

/** @param {Request} request @returns {Promise<Response>} */
async function asset(request) {
  const cache = await caches.open(ASSETS)
  try {
    const answer = await fetch(request)
    if (answer.ok) await cache.put(request, answer.clone())
    return answer
  } catch (error) {
    const found = await cache.match(request, { ignoreSearch: true })
    if (found) return found
    throw error
  }
}

// ------------------------------------------------------------------ forms

/**
 * Sends a form; without signal keeps it, and goes on where the page said that it goes on.
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function form(request) {
  const [copy, says] = [request.clone(), await saysOf(request.referrer)]
  const fields = says.plant.length > 0 ? await request.clone().formData() : undefined
  try {
    const answer = await fetch(request)
    if (fields && answer.type === 'opaqueredirect') await plantPages(says, fields)
    // The page the form was on has changed by it: the next visit brings it anew.
    if (!says.same) await at('pages', 'readwrite', (s) => s.delete(placeOf(copy)))
    return answer
  } catch {
    return keptForm(copy, says, fields)
  }
}

/**
 * @param {Request} request
 * @param {Says} says
 * @param {FormData | undefined} fields
 */
async function keptForm(request, says, fields) {
  const key = await keyNow()
  if (!key) return withoutSignal('notKept', 503)
  try {
    await keepForm(key, request)
  } catch {
    // The phone is full.
    return withoutSignal('noRoom', 507)
  }
  await tellPages()
  if (request.mode !== 'navigate')
    return new Response('', { status: 202, headers: { 'x-kept': 'yes' } })
  if (fields) await plantPages(says, fields)
  const next = nextOf(says, fields)
  return OWN.test(next) && (await keptPage(next))
    ? Response.redirect(next, 303)
    : withoutSignal('kept')
}

/** @param {Key} key @param {Request} request */
async function keepForm(key, request) {
  const body = await request.arrayBuffer()
  const place = placeOf(request)
  /** @type {Letter} */
  const letter = { url: place, type: request.headers.get('content-type') ?? '', title: '', body }
  const sealed = await seal(key, letter)
  await at('letters', 'readwrite', (s) =>
    s.add({ person: key.person, at: Date.now(), state: 'waiting', sealed }),
  )
}

let sending = false

/** Sends what waits, oldest first, and stops at the first that cannot go. */
async function sendKept() {
  if (sending) return
  sending = true
  try {
    const token = await askForKey()
    const key = token && (await keyNow())
    if (!token || !key) return
    /** @type {Kept[]} */
    const all = await at('letters', 'readonly', (s) => s.getAll())
    for (const kept of all.filter((k) => k.person === key.person && k.state === 'waiting')) {
      if (!(await sendOne(key, kept, token.csrf))) break
      await tellPages()
    }
  } catch {
    // Still no signal: everything stays where it is.
  } finally {
    sending = false
    await tellPages()
  }
}

/** True when the next may go. @param {Key} key @param {Kept} kept @param {string} csrf */
async function sendOne(key, kept, csrf) {
  /** @type {Letter} */
  const letter = await unseal(key, kept.sealed)
  const fields = await new Response(letter.body, {
    headers: { 'content-type': letter.type },
  }).formData()
  fields.set('_csrf', csrf)
  const answer = await fetch(letter.url, { method: 'POST', body: asSent(letter.type, fields) })
  if (answer.redirected && DOOR.test(new URL(answer.url).pathname)) return false
  if (answer.status === 401 || answer.status >= 500) return false
  if (answer.ok) {
    await at('letters', 'readwrite', (s) => s.delete(kept.id))
    await keepOutcome(answer)
  } else await at('letters', 'readwrite', (s) => s.put({ ...kept, state: 'look' }))
  return true
}

/** The page that a form led to, as it is now, in place of the one shown without signal. @param {Response} answer */
async function keepOutcome(answer) {
  const { pathname, search } = new URL(answer.url)
  if (!answer.redirected || !OWN.test(pathname)) return
  if (!(await has(pathname + search)) && !(await has(pathname))) return
  await at('pages', 'readwrite', (s) => s.delete(pathname))
  await keepPage(pathname + search, answer)
}

/** @param {string} type @param {FormData} fields */
function asSent(type, fields) {
  if (type.startsWith('multipart/')) return fields
  const plain = new URLSearchParams()
  for (const [name, value] of fields) if (typeof value === 'string') plain.append(name, value)
  return plain
}

// ------------------------------------------------------------------ what pages hear and ask

/** What waits, without what it says: for the line on every page. */
async function waiting() {
  const key = await keyNow()
  /** @type {Kept[]} */
  const all = await at('letters', 'readonly', (s) => s.getAll())
  const own = all.filter((k) => key && k.person === key.person)
  return {
    waiting: own.filter((k) => k.state === 'waiting').length,
    look: own.filter((k) => k.state === 'look').length,
  }
}

async function tellPages() {
  const counts = await waiting()
  for (const client of await worker.clients.matchAll())
    client.postMessage({ kind: 'counts', ...counts }, [])
}

/** What waits, as it was typed, for the page on which it is looked at. */
async function listKept() {
  const key = await keyNow()
  /** @type {Kept[]} */
  const all = await at('letters', 'readonly', (s) => s.getAll())
  const found = []
  for (const kept of key ? all.filter((k) => k.person === key.person) : []) {
    /** @type {Letter} */
    const letter = await unseal(/** @type {Key} */ (key), kept.sealed)
    const read = await new Response(letter.body, {
      headers: { 'content-type': letter.type },
    }).formData()
    const fields = [...read].filter(([name]) => name !== '_csrf')
    found.push({ id: kept.id, at: kept.at, state: kept.state, url: letter.url, fields })
  }
  return found
}

/** @type {Record<string, (asked: any) => Promise<unknown>>} */
const ASKED = {
  here: async ({ words }) => {
    await at('state', 'readwrite', (s) => s.put(words, 'words'))
    await sendKept()
    return waiting()
  },
  ahead: async ({ places, whole }) => fetchAhead(places, whole),
  send: async () => sendKept(),
  list: async () => listKept(),
  'throw-away': async ({ id }) => {
    await at('letters', 'readwrite', (s) => s.delete(id))
    return waiting()
  },
  leave: async () => forget(),
}

worker.addEventListener('message', (event) => {
  const act = ASKED[event.data.kind]
  if (act) event.waitUntil(act(event.data).then((answer) => event.ports[0]?.postMessage(answer)))
})

/** A page in the young person's own words when nothing else can be shown. @param {string} which @param {number} [status] */
async function withoutSignal(which, status = 200) {
  /** @type {Words | undefined} */
  const words = await at('state', 'readonly', (s) => s.get('words'))
  const w = words ?? {
    language: 'en',
    dir: 'ltr',
    name: '',
    heading: '',
    noPage: '',
    notKept: '',
    noRoom: '',
    kept: '',
    again: '',
  }
  const text = (/** @type {string | undefined} */ t) =>
    (t ?? '').replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
  const html = `<!DOCTYPE html><html lang="${text(w['language'])}" dir="${text(w['dir'])}" class="govuk-template"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(w['name'])}</title><link rel="stylesheet" href="/assets/youth.css"></head><body class="govuk-template__body wm-young"><div class="govuk-width-container wm-young__container"><main class="govuk-main-wrapper wm-young__main" id="main-content"><h1 class="govuk-heading-l">${text(w['heading'])}</h1><p class="govuk-body">${text(w[which])}</p><p class="govuk-body"><a class="govuk-link wm-line-link" href="/me">${text(w['again'])}</a></p></main></div></body></html>`
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'self'; font-src 'self'",
      'x-kept': which,
    },
  })
}

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin) return
  if (DOOR.test(url.pathname)) {
    if (request.mode === 'navigate') event.waitUntil(leaveLate(url))
    return
  }
  if (request.method === 'GET' && url.pathname.startsWith('/assets/'))
    event.respondWith(asset(request))
  else if (!OWN.test(url.pathname) || url.pathname === '/me/device') return
  else if (request.method === 'POST') event.respondWith(form(request))
  else if (request.mode === 'navigate') event.respondWith(page(request))
})
