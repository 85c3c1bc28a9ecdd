// Makes a chosen photo smaller before it is sent, which saves a young person's data and leaves where
// it was taken on their phone. The server makes it anew in any case.
import { choose, fileField } from './chosen-file.browser.js'

const LONGEST = 2000

const input = fileField()
if (input && 'createImageBitmap' in window) {
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) void smaller(input, file)
  })
}

/** @param {HTMLInputElement} field @param {File} file */
async function smaller(field, file) {
  try {
    const picture = await createImageBitmap(file)
    const by = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * by)
    canvas.height = Math.round(picture.height * by)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const made = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    // Another file may have been chosen meanwhile.
    if (made instanceof Blob && made.size < file.size && field.files?.[0] === file) {
      choose(field, made, 'photo.jpg')
    }
  } catch {
    // A file that the browser cannot show is sent as it is: the server says what is wrong with it.
  }
}
