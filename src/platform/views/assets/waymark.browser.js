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
