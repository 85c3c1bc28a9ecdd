// Leaving quickly works without this file: the button is a link. This adds what a script can do better:
// the page is covered at once, its place in the history is taken by the next page, other tabs of ours
// leave too, Shift three times does the same, and a page that a browser had put aside is not shown again.
const AGAIN = 5000
const NEEDED = 3

/** @type {HTMLAnchorElement | null} */
const button = document.querySelector('.wm-leave__button')
const spoken = document.querySelector('[data-leave-said]')
/** @type {HTMLElement | null} */
const presses = document.querySelector('.wm-leave__presses')
const said = button?.dataset ?? {}
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('leave') : undefined

let count = 0
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer
let shiftWasHeld = false

function cover() {
  if (document.querySelector('.wm-leave__cover')) return
  const sheet = document.createElement('div')
  sheet.className = 'wm-leave__cover'
  sheet.setAttribute('role', 'alert')
  sheet.textContent = said['leaving'] ?? ''
  document.body.append(sheet)
  document.body.classList.add('wm-leaving')
  document.title = '\u00a0'
}

/** @param {boolean} tellOthers */
function leave(tellOthers) {
  cover()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it reaches our own tabs only
  if (tellOthers) tabs?.postMessage('leave')
  window.location.replace(button?.href ?? '/leave')
}

function show() {
  if (!presses) return
  presses.hidden = count === 0
  for (const [n, dot] of [...presses.children].entries()) dot.toggleAttribute('data-on', n < count)
}

/** @param {string} [words] */
function again(words) {
  count = 0
  speak(words)
  show()
}

/** @param {string | undefined} words */
function speak(words) {
  if (spoken) spoken.textContent = words ?? ''
}

/** @param {KeyboardEvent} event */
function shifted(event) {
  // Shift held for a capital letter is not a press of Shift.
  const alone = event.key === 'Shift' && !shiftWasHeld
  shiftWasHeld = event.shiftKey
  clearTimeout(timer)
  if (!alone) {
    if (count > 0) again()
    return
  }
  count += 1
  show()
  if (count >= NEEDED) {
    leave(true)
    return
  }
  speak(count === 1 ? said['twoMore'] : said['oneMore'])
  timer = setTimeout(() => again(said['tooSlow']), AGAIN)
}

if (button) {
  for (const link of document.querySelectorAll('[data-leave]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      leave(true)
    })
  }
  document.addEventListener('keyup', shifted, true)
  tabs?.addEventListener('message', () => leave(false))
  // Put aside and shown again (the back button): ask the server whether it may still be seen.
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    cover()
    window.location.reload()
  })
}
