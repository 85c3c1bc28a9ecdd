import { Worker } from 'node:worker_threads'

/** A picture unpacked: four bytes for each of its points. */
export type Unpacked = {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export type HeicRefusal = 'too-many-pixels' | 'damaged'

const PATIENCE = 20_000
const BRANDS = new Set(['heic', 'heix', 'heim', 'heis'])
const GENERAL = new Set(['mif1', 'msf1'])

/** Whether bytes are a photograph as newer phones keep them, by what is in them. */
export function isHeic(bytes: Buffer): boolean {
  if (bytes.length < 24 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false
  const brand = bytes.toString('latin1', 8, 12)
  if (BRANDS.has(brand)) return true
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256)
  const others = Array.from({ length: Math.max(0, (end - 16) >> 2) }, (_, n) =>
    bytes.toString('latin1', 16 + n * 4, 20 + n * 4),
  )
  return GENERAL.has(brand) && others.some((other) => BRANDS.has(other))
}

let busy: Promise<unknown> = Promise.resolve()

/**
 * Unpacks such a photograph, turned the right way up, in a thread of its own: one at a time, so that the memory holds
 * one; never longer than twenty seconds; nothing of the server with it. What is hidden in the file stays in it.
 */
export function unpackHeic(
  bytes: Buffer,
  mostPixels: number,
  patience = PATIENCE,
): Promise<Unpacked | HeicRefusal> {
  const mine = busy.then(() => inAThread(bytes, mostPixels, patience))
  busy = mine.catch(() => undefined)
  return mine
}

function inAThread(
  bytes: Buffer,
  mostPixels: number,
  patience: number,
): Promise<Unpacked | HeicRefusal> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./heic.worker.ts', import.meta.url), {
      workerData: { bytes: new Uint8Array(bytes), mostPixels },
      env: {},
      // What the library prints about a file is nobody's to read.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 },
    })
    const end = (with_: Unpacked | HeicRefusal) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(with_)
    }
    const timer = setTimeout(() => end('damaged'), patience)
    worker.once('message', (said: Unpacked | { readonly refused: HeicRefusal }) =>
      end('refused' in said ? said.refused : said),
    )
    // It ran out of memory, or could not begin: to whoever sent the file, it cannot be read.
    worker.once('error', () => end('damaged'))
  })
}
