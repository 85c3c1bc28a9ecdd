import { parentPort, workerData } from 'node:worker_threads'
// The package's own file that holds its WebAssembly, so that nothing is fetched and nothing is looked for on a disk.
import libheif from 'libheif-js/wasm-bundle.js'

type Asked = { readonly bytes: Uint8Array; readonly mostPixels: number }

/** Reads one picture, in a thread of its own that is ended when it takes too long. Says only what can be seen. */
async function read({ bytes, mostPixels }: Asked): Promise<object> {
  const [image] = new libheif.HeifDecoder().decode(bytes)
  if (!image) return { refused: 'damaged' }
  const [width, height] = [image.get_width(), image.get_height()]
  // Known before any of it is unpacked.
  if (width * height > mostPixels) return { refused: 'too-many-pixels' }
  const pixels = { data: new Uint8ClampedArray(width * height * 4), width, height }
  const shown = await new Promise<{ readonly data: Uint8ClampedArray } | null>((resolve) => {
    image.display(pixels, resolve)
  })
  return shown ? { width, height, data: shown.data } : { refused: 'damaged' }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- heic.ts starts it, and gives it that
const asked = workerData as Asked
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours, not a window
parentPort?.postMessage(await read(asked).catch(() => ({ refused: 'damaged' })))
