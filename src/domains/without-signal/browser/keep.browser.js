// On a young person's own phone: keeps their pages and what they write when there is no signal, through
// the worker beside this file, and says in one line what is waiting.

const line = document.getElementById('kept-line')
const words = line?.dataset ?? {}

/** @param {object} asked @returns {Promise<any>} */
async function ask(asked) {
  const { active } = await navigator.serviceWorker.ready
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', (event) => done(event.data))
    port1.start()
    active?.postMessage(asked, [port2])
  })
}

/** @param {{ waiting: number, look: number }} counts */
function say({ waiting, look }) {
  if (!line) return
  line.hidden = waiting + look === 0
  const text = line.querySelector('[data-say]')
  if (text) text.textContent = (look > 0 ? words['look'] : words['waiting']) ?? ''
}

async function begin() {
  await navigator.serviceWorker.register('/worker.js', { scope: '/' })
  navigator.serviceWorker.addEventListener('message', (event) => {
    if (event.data.kind === 'counts') say(event.data)
  })
  say(await ask({ kind: 'here', words: Object.fromEntries(Object.entries(words)) }))
  const ahead = document.querySelector('[data-ahead]')
  const places = ahead?.getAttribute('data-ahead')?.split(' ')
  if (places) await ask({ kind: 'ahead', places, whole: ahead?.hasAttribute('data-ahead-whole') })
  addEventListener('online', () => void ask({ kind: 'send' }))
}

if (line && 'serviceWorker' in navigator) void begin().catch(() => undefined)

export { ask }
