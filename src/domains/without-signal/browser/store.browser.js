// oxlint-disable typescript/no-unsafe-type-assertion, no-unused-vars -- the other parts of /worker.js use what is here; a script says in its comments what a store gives back
// What a young person's own phone does when there is no signal. Pages they used are kept so that they
// open again, and a form that cannot be sent is kept until it can. Everything personal is sealed under a
// key the server gives to the signed-in young person only; leaving forgets the key, and what is kept
// stays unreadable until they sign in again. Nothing here runs on a borrowed or handed device.

const ASSETS = 'assets-1'
const MOST_PAGES = 120
/** Without use for this long, the key goes: the same as a session. In milliseconds. */
const IDLE = 20 * 60 * 1000

/** @typedef {{ key: CryptoKey, person: string, until: number, longest: number }} Key */
/** @typedef {{ iv: Uint8Array<ArrayBuffer>, data: ArrayBuffer }} Sealed */
/** @typedef {{ url: string, type: string, body: ArrayBuffer, title: string }} Letter */
/** @typedef {{ id: number, person: string, at: number, state: 'waiting' | 'look', sealed: Sealed }} Kept */
/** @typedef {Record<string, string>} Words */

// ------------------------------------------------------------------ what is kept

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((done, failed) => {
    const asked = indexedDB.open('kept', 1)
    asked.addEventListener('upgradeneeded', () => {
      asked.result.createObjectStore('state')
      asked.result.createObjectStore('pages')
      asked.result.createObjectStore('letters', { keyPath: 'id', autoIncrement: true })
    })
    asked.addEventListener('success', () => done(asked.result))
    asked.addEventListener('error', () => failed(asked.error))
  })
}

/**
 * @template T
 * @param {string} store
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} act
 * @returns {Promise<T>}
 */
async function at(store, mode, act) {
  const db = await open()
  try {
    return await new Promise((done, failed) => {
      const way = db.transaction(store, mode)
      const asked = act(way.objectStore(store))
      way.addEventListener('complete', () => done(asked.result))
      way.addEventListener('error', () => failed(way.error))
      way.addEventListener('abort', () => failed(way.error))
    })
  } finally {
    db.close()
  }
}

/** @returns {Promise<Key | undefined>} */
async function keyNow() {
  const since = await timesForgotten()
  /** @type {Key | undefined} */
  const key = await at('state', 'readonly', (s) => s.get('key'))
  if (!key) return undefined
  if (Date.now() > Math.min(key.until, key.longest)) {
    await forget()
    return undefined
  }
  const until = Date.now() + IDLE
  if (until - key.until > 30_000) await keepKey({ ...key, until }, since)
  return key
}

/** How often the key was forgotten on this phone. @returns {Promise<number>} */
async function timesForgotten() {
  return (await at('state', 'readonly', (s) => s.get('forgotten'))) ?? 0
}

/**
 * Keeps the key, unless it was forgotten since: somebody may leave while it is on its way.
 * @param {Key} key
 * @param {number} since
 */
const keepKey = (key, since) => keepUnlessForgotten(since, key, 'key')

/**
 * @param {number} since
 * @param {unknown} what
 * @param {string} name
 */
async function keepUnlessForgotten(since, what, name) {
  await at('state', 'readwrite', (s) => {
    const forgotten = s.get('forgotten')
    forgotten.addEventListener('success', () => {
      if ((forgotten.result ?? 0) === since) s.put(what, name)
    })
    return forgotten
  })
}

/**
 * Remembers that the server showed a page of theirs: whoever left, and whose session had not ended yet, is not
 * given the key again for what a page shown before that still asks for.
 * @param {number} since how often the key was forgotten when that page was asked for
 */
const shownSince = (since) => keepUnlessForgotten(since, since, 'shown')

/** Whether nobody left since the server last showed a page of theirs. @param {number} since */
async function isThere(since) {
  return ((await at('state', 'readonly', (s) => s.get('shown'))) ?? 0) === since
}

/** Forgets the key and the pages. What waits to be sent stays, and nobody can read it without the key. */
async function forget() {
  await at('state', 'readwrite', (s) => {
    const forgotten = s.get('forgotten')
    forgotten.addEventListener('success', () => s.put((forgotten.result ?? 0) + 1, 'forgotten'))
    return s.delete('key')
  })
  await at('pages', 'readwrite', (s) => s.clear())
}

/** @param {Key} key @param {unknown} what @returns {Promise<Sealed>} */
async function seal(key, what) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key.key, packed(what))
  return { iv, data }
}

/** @param {Key} key @param {Sealed} sealed @returns {Promise<any>} */
async function unseal(key, { iv, data }) {
  return unpacked(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key.key, data))
}

/**
 * A record whose `body` is bytes, as bytes: the length of the rest, the rest as JSON, the body.
 * @param {any} what
 * @returns {ArrayBuffer}
 */
function packed({ body, ...rest }) {
  const head = new TextEncoder().encode(JSON.stringify(rest))
  const all = new Uint8Array(4 + head.length + body.byteLength)
  new DataView(all.buffer).setUint32(0, head.length)
  all.set(head, 4)
  all.set(new Uint8Array(body), 4 + head.length)
  return all.buffer
}

/** @param {ArrayBuffer} bytes */
function unpacked(bytes) {
  const long = new DataView(bytes).getUint32(0)
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, long)))
  return { ...head, body: bytes.slice(4 + long) }
}

/**
 * The key as the server knows it, for this young person and this session; undefined when nobody is signed in, or
 * when they left and no page was shown to them since.
 * @returns {Promise<{ csrf: string } | undefined>}
 */
async function askForKey() {
  const since = await timesForgotten()
  if (!(await isThere(since))) return undefined
  const answer = await fetch('/me/device', {
    headers: { accept: 'application/json' },
    redirect: 'manual',
  })
  if (answer.type === 'opaqueredirect' || [401, 403, 404].includes(answer.status)) {
    await forget()
    return undefined
  }
  if (!answer.ok) return undefined
  const given = await answer.json()
  const raw = Uint8Array.from(atob(given.key), (c) => c.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
  /** @type {Key | undefined} */
  const before = await at('state', 'readonly', (s) => s.get('key'))
  const other = before !== undefined && before.person !== given.person
  if (other) {
    await forget()
    await shownSince(since + 1)
  }
  /** @type {Key} */
  const kept = {
    key,
    person: given.person,
    until: Date.now() + IDLE,
    longest: Date.parse(given.longest),
  }
  await keepKey(kept, other ? since + 1 : since)
  return { csrf: given.csrf }
}
