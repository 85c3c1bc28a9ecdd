// Every page works without this file. It adds what a browser with JavaScript can do better:
// a menu that folds on a phone, one press where two would send a form twice, letters left to type,
// a password that can be shown, and the keyboard's place set on what went wrong.
import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
} from './govuk/govuk-frontend.min.js'

const parts = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
]

if (document.body.classList.contains('govuk-frontend-supported')) {
  for (const part of parts) createAll(part)
}

// A button beside a box of text that is only read: it copies the text, and says so. Without JavaScript the
// text is selected in its box; where the browser does not let a page copy, the text is selected for it.
for (const button of document.querySelectorAll('button[data-copies]')) {
  const box = document.getElementById(button.getAttribute('data-copies') ?? '')
  if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) continue
  button.removeAttribute('hidden')
  button.addEventListener('click', async () => {
    box.focus()
    box.select()
    const copied = await navigator.clipboard?.writeText(box.value).then(
      () => true,
      () => false,
    )
    const said = button.querySelector('[data-said]')
    if (said) said.textContent = copied ? ' (copied)' : ' (selected: press Ctrl and C)'
  })
}
