// While a new record is written, records that may be theirs already are looked up after each box that was
// filled in. Without JavaScript the button "Look first" does the same. What is typed goes by POST to our
// server, in the same form as the button sends it, and nothing of it is kept.
const form = document.querySelector('form[data-meanwhile]')
const place = document.querySelector('[data-meanwhile-found]')
const WAIT = 400

let timer
let asked = 0
let last = ''

function typed() {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    // The mark that makes a form be carried out once belongs to opening the record, not to looking.
    if (name !== '_once' && typeof value === 'string') fields.append(name, value)
  }
  return fields
}

async function look() {
  const fields = typed()
  const text = fields.toString()
  if (text === last) return
  last = text
  const mine = ++asked
  try {
    const answer = await fetch(form.dataset.meanwhile, { method: 'POST', body: fields })
    const found = answer.ok ? await answer.text() : ''
    // Only the answer to what stands in the boxes now: an earlier one may come later.
    if (mine === asked) place.innerHTML = found.trim()
  } catch {
    if (mine === asked) place.replaceChildren()
  }
}

// Once the server has shown whom it found, the list is there already.
if (form && place && !document.querySelector('#noneOfThese')) {
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(look, WAIT)
  })
}
