// The code from a scanned square: out of the address at once, into its box, and along when the language changes.
const box = document.querySelector('[data-code]')
const code = decodeURIComponent(window.location.hash.slice(1)).replaceAll(/\D/g, '')

if (window.location.hash) {
  window.history.replaceState(null, '', window.location.pathname + window.location.search)
}
if (box && code && !box.value) {
  box.value = code.match(/.{1,3}/g).join(' ')
  for (const link of document.querySelectorAll('[data-languages] a')) link.hash = code
}
