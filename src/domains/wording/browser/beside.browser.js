// Beside a box in which staff write in their own words: which wordings are worth another look, by the same
// rules as after saving. Every form works without this file. Nothing typed leaves the page.

import { engineOf, lookAt } from './engine.browser.js'

/** @typedef {{ code: string, ways: string[], unless?: string[], near?: string[], denies?: boolean, say: string, why: string, from: string, check: boolean }} Phrase */
/** @typedef {{ at: string, ours: string[], only?: { field: string, is: string[] } }} Boxes */
/** @typedef {{ phrases: Phrase[], boxes: Boxes[], keeping: { code: string, text: string }[] }} List */
/** @typedef {HTMLTextAreaElement | HTMLInputElement} Box */
/** @typedef {{ code: string, start: number, end: number }} Found */

const PAUSE = 700
/** As many as anybody reads beside a box. */
const AT_MOST = 8

/** @type {Promise<{ list: List, phrases: Map<string, Phrase>, engine: any }> | undefined} */
let loading

function load() {
  loading ??= fetch('/assets/wording/list.json')
    .then((response) => response.json())
    .then((/** @type {List} */ list) => {
      const phrases = new Map(list.phrases.map((phrase) => [phrase.code, phrase]))
      for (const own of ownPhrases()) {
        if (own.off) phrases.delete(own.code)
        else phrases.set(own.code, own)
      }
      return { list, phrases, engine: engineOf([...phrases.values()]) }
    })
  return loading
}

/** What the service changed: on the page itself. @returns {any[]} */
function ownPhrases() {
  const own = document.getElementById('wording-beside')?.dataset['own']
  return own ? JSON.parse(own) : []
}

/** The form a box may be the writer's own in, whatever else is chosen. @param {Box} box @param {List} list */
function boxesOf({ form, name }, { boxes }) {
  if (form?.method !== 'post') return undefined
  const address = new URL(form.getAttribute('action') || location.pathname, location.href).pathname
  const at = boxes.find((one) => patternOf(one.at).test(address))
  const named = at?.ours.some((one) =>
    one.startsWith('*') ? name.endsWith(one.slice(1)) : name === one,
  )
  return named ? at : undefined
}

/** Whether the words are the writer's own as the form stands. @param {Box} box @param {List} list */
function isOurs(box, list) {
  const at = boxesOf(box, list)
  if (!at || !box.form) return false
  return !at.only || at.only.is.includes(chosen(box.form, at.only.field))
}

/** @param {string} at */
const patternOf = (at) => new RegExp(`^${at.replaceAll(/:[a-z]+/gi, '[^/]+')}/?$`)

/** @param {HTMLFormElement} form @param {string} field */
function chosen(form, field) {
  const value = new FormData(form).get(field)
  return typeof value === 'string' ? value : ''
}

/** @param {string} name @param {Record<string, string>} [attributes] @param {(Node | string)[]} [inside] */
function element(name, attributes = {}, inside = []) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...inside)
  return made
}

/** @param {Box} box @param {Awaited<ReturnType<typeof load>>} loaded */
function begin(box, loaded) {
  const place = element('div', { class: 'wm-wording-beside' })
  const summary = element('span', { class: 'govuk-details__summary-text' })
  const items = element('ul', { class: 'govuk-list govuk-list--spaced' })
  const details = element('details', { class: 'govuk-details', hidden: '' }, [
    element('summary', { class: 'govuk-details__summary' }, [summary]),
    element('div', { class: 'govuk-details__text' }, [items]),
  ])
  // Said once after a pause, and only when there is more than before: never while somebody types.
  const live = element('p', {
    class: 'govuk-visually-hidden',
    role: 'status',
    'aria-live': 'polite',
  })
  place.append(details, live)
  box.insertAdjacentElement('afterend', place)
  /** @type {Set<string>} */
  const kept = new Set()
  let said = -1
  const look = () => {
    const found = isOurs(box, loaded.list) ? firstOfEach(loaded.engine, box.value, kept) : []
    details.hidden = found.length === 0
    const text =
      found.length === 1
        ? '1 wording is worth another look'
        : `${found.length} wordings are worth another look`
    summary.textContent = text
    items.replaceChildren(...found.map((one) => itemFor(box, one, loaded, () => keptNow(one.code))))
    if (said >= 0 && found.length > said) live.textContent = `${text}. The advice is after the box.`
    else if (found.length === 0) live.textContent = ''
    said = found.length
  }
  /** @param {string} code */
  const keptNow = (code) => {
    kept.add(code)
    look()
    box.focus()
  }
  /** @type {number | undefined} */
  let waiting
  box.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(look, PAUSE)
  })
  box.form?.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'radio') look()
  })
  look()
}

/** @param {any} engine @param {string} text @param {Set<string>} kept @returns {Found[]} */
function firstOfEach(engine, text, kept) {
  /** @type {Set<string>} */
  const seen = new Set(kept)
  /** @type {Found[]} */
  const found = []
  for (const one of lookAt(engine, text)) {
    if (seen.has(one.code)) continue
    seen.add(one.code)
    found.push(one)
  }
  return found.slice(0, AT_MOST)
}

/** @param {Box} box @param {Found} found @param {Awaited<ReturnType<typeof load>>} loaded @param {() => void} done */
function itemFor(box, found, loaded, done) {
  const phrase = loaded.phrases.get(found.code)
  const words = box.value.slice(found.start, found.end)
  const show = element('button', { type: 'button', class: 'wm-link-button' }, [
    'Show it in the text',
  ])
  show.addEventListener('click', () => {
    box.focus()
    box.setSelectionRange(found.start, found.end)
  })
  const check = phrase?.check ? ' Needs checking: not read by us in its source.' : ''
  return element('li', {}, [
    element('strong', {}, [`“${words}”`]),
    element('br'),
    phrase?.why ?? '',
    element('br'),
    `Perhaps: ${phrase?.say ?? ''}`,
    element('br'),
    element('span', { class: 'govuk-hint govuk-!-font-size-16' }, [
      `From: ${phrase?.from ?? ''}.${check}`,
    ]),
    element('br'),
    show,
    keeperFor(box, found.code, words, loaded.list, done),
  ])
}

/** @param {Box} box @param {string} code @param {string} words @param {List} list @param {() => void} done */
function keeperFor(box, code, words, list, done) {
  const id = `keep-${box.name}-${code}`
  const choose = element('select', { class: 'govuk-select', id }, [
    element('option', { value: '' }, ['Choose a reason']),
    ...list.keeping.map((reason) => element('option', { value: reason.code }, [reason.text])),
  ])
  const button = element(
    'button',
    { type: 'button', class: 'govuk-button govuk-button--secondary' },
    ['Keep it'],
  )
  button.addEventListener('click', () => {
    if (!(choose instanceof HTMLSelectElement) || choose.value === '') return choose.focus()
    const value = `${box.name} ${code} ${choose.value}`
    box.form?.append(element('input', { type: 'hidden', name: '_kept', value }))
    done()
  })
  return element('div', { class: 'wm-wording-keep' }, [
    element('label', { class: 'govuk-label', for: id }, [`Keep “${words}”, because`]),
    choose,
    button,
  ])
}

/** @type {WeakSet<Box>} */
const begun = new WeakSet()

document.addEventListener('focusin', (event) => {
  const box = event.target
  const writes =
    box instanceof HTMLTextAreaElement || (box instanceof HTMLInputElement && box.type === 'text')
  if (!writes || !box.form || begun.has(box)) return
  // Without the list the form is as it always was.
  beginWhenLoaded(box).catch(() => undefined)
})

/** @param {Box} box */
async function beginWhenLoaded(box) {
  const loaded = await load()
  if (!boxesOf(box, loaded.list) || begun.has(box)) return
  begun.add(box)
  begin(box, loaded)
}
