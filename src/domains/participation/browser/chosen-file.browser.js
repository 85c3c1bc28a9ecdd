// What was made in the page goes into the form's own file field, so that it is sent, checked and kept
// exactly as a chosen file is. Nothing here sends anything by itself.

/**
 * @param {HTMLInputElement} input
 * @param {Blob} blob
 * @param {string} name
 */
export function choose(input, blob, name) {
  const chosen = new DataTransfer()
  chosen.items.add(new File([blob], name, { type: blob.type }))
  input.files = chosen.files
}

/** @returns {HTMLInputElement | undefined} */
export function fileField() {
  const input = document.getElementById('file')
  return input instanceof HTMLInputElement ? input : undefined
}
