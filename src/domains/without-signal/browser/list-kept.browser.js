// oxlint-disable typescript/no-unsafe-type-assertion -- a script says in its comments what a store or a page gives back
// The page on which a young person sees what their phone keeps: reads it from the phone, since nobody else has it.
import { ask } from './keep.browser.js'

/** @typedef {{ id: number, at: number, state: string, url: string, fields: [string, string | File][] }} Kept */

const list = document.getElementById('kept-list')
const none = document.getElementById('kept-none')
const pattern = /** @type {HTMLTemplateElement | null} */ (document.getElementById('kept-one'))

async function show() {
  if (!list || !none || !pattern) return
  /** @type {Kept[]} */
  const all = await ask({ kind: 'list' })
  list.replaceChildren(...all.map(one))
  list.hidden = all.length === 0
  none.hidden = all.length > 0
}

/** @param {Kept} kept */
function one(kept) {
  const part = /** @type {DocumentFragment} */ (pattern?.content.cloneNode(true))
  const when = new Date(kept.at).toLocaleString(document.documentElement.lang)
  put(part, 'when', when)
  put(part, 'words', typed(kept))
  put(part, 'state', list?.dataset[kept.state === 'look' ? 'look' : 'waiting'] ?? '')
  const form = part.querySelector('form')
  if (form) {
    form.action = kept.url
    const withFile = kept.fields.some(([, value]) => typeof value !== 'string')
    if (withFile) form.enctype = 'multipart/form-data'
    for (const [name, value] of kept.fields) form.append(hidden(name, value))
  }
  part.querySelector('[data-act=throw-away]')?.addEventListener('click', async () => {
    await ask({ kind: 'throw-away', id: kept.id })
    await show()
    none?.focus()
  })
  return part
}

const CARRIED = new Set(['version', 'part', 'statement'])

/** What was written, without the parts a form carries for itself. @param {Kept} kept */
const typed = (kept) =>
  kept.fields
    .filter(([name]) => !name.startsWith('_') && !CARRIED.has(name))
    .map(([, value]) => (typeof value === 'string' ? value : madeOn(kept.url)))
    .filter((text) => text.length > 1)
    .join('\n')

/** What was spoken, drawn or photographed cannot be shown as text: its kind is said. @param {string} url */
const madeOn = (url) => list?.getAttribute(`data-made-${url.split('/').at(-1)}`) ?? ''

/** @param {string} name @param {string | File} value */
function hidden(name, value) {
  const field = document.createElement('input')
  field.name = name
  if (typeof value === 'string') {
    field.type = 'hidden'
    field.value = value
  } else {
    const chosen = new DataTransfer()
    chosen.items.add(value)
    field.type = 'file'
    field.hidden = true
    field.files = chosen.files
  }
  return field
}

/** @param {DocumentFragment} part @param {string} name @param {string} text */
function put(part, name, text) {
  const place = part.querySelector(`[data-put=${name}]`)
  if (place) place.textContent = text
}

document.getElementById('kept-send')?.addEventListener('click', async () => {
  await ask({ kind: 'send' })
  await show()
})

void show()
