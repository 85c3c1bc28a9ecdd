// Passkeys need JavaScript; signing in with a password does not. A form that carries data-passkey is
// hidden until this file runs. Pressing its button asks our server for a challenge, the browser for an
// answer, and then sends the form like any other, so what happens next is an ordinary page.
const { browserSupportsWebAuthn, startAuthentication, startRegistration } =
  window.SimpleWebAuthnBrowser

async function options(form) {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (name !== 'response' && name !== 'held' && typeof value === 'string')
      fields.append(name, value)
  }
  const response = await fetch(form.dataset.options, { method: 'POST', body: fields })
  if (!response.headers.get('content-type')?.startsWith('application/json')) {
    throw Object.assign(new Error('an old page'), { name: 'OldPage' })
  }
  const asked = await response.json()
  if (asked.problem) throw Object.assign(new Error(asked.problem), { name: 'Ours' })
  return asked
}

const SENTENCES = {
  saidOld: 'Open this page again, then try once more',
  saidClosed:
    'Nothing was done: the passkey was not shown in time, or it was closed. Try again, or use another way',
  saidThere: 'This device has a passkey for your account already',
  saidWrong:
    'This browser could not use a passkey here. Sign in another way, or try another browser',
  saidNotHere:
    'Passkeys do not work at this address. Use your password, and tell whoever runs Waymark for you',
}

const KINDS = {
  NotAllowedError: 'saidClosed',
  AbortError: 'saidClosed',
  InvalidStateError: 'saidThere',
  SecurityError: 'saidNotHere',
  OldPage: 'saidOld',
}

// A page in another language says these sentences itself, as data-said-closed and so on. What the
// browser says of its own insides is for nobody's eyes.
function sentence(error, said) {
  if (error.name === 'Ours') return said.saidWrong ?? error.message
  const kind = KINDS[error.name] ?? 'saidWrong'
  return said[kind] ?? SENTENCES[kind]
}

async function answer(form) {
  const asked = await options(form)
  return form.dataset.passkey === 'add'
    ? startRegistration({ optionsJSON: asked })
    : startAuthentication({ optionsJSON: asked })
}

function prepare(form) {
  const problem = form.querySelector('[data-passkey-problem]')
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    problem.hidden = true
    try {
      form.elements.namedItem('response').value = JSON.stringify(await answer(form))
      form.submit()
    } catch (error) {
      problem.textContent = sentence(error, form.dataset)
      problem.hidden = false
    }
  })
  form.hidden = false
}

if (browserSupportsWebAuthn()) {
  for (const form of document.querySelectorAll('form[data-passkey]')) prepare(form)
}
