import path from 'node:path'
import { Transform, type Readable, pipeline } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, type ZipFile, fromBuffer, open } from 'yauzl'
import { LARGEST, type Source, type SourceFile } from './source.ts'
import { unreadable } from './unreadable.ts'

/** Text in tables packs to a twentieth or so; a hundred-and-fiftieth is a file made to fill the machine. */
const HIGHEST_RATIO = 150
/** Below this size the ratio says nothing. */
const RATIO_MATTERS_FROM = 1024 * 1024
const MOST_ENTRIES = 200

const OPTIONS = { lazyEntries: true, autoClose: false, validateEntrySizes: true } as const

export function filesOfZip(where: string, name: string): Promise<Source> {
  return new Promise((resolve, reject) => {
    open(where, OPTIONS, (problem, zip) => {
      if (problem) reject(cutShort(name))
      else listed(zip, name).then(resolve, reject)
    })
  })
}

export function filesOfZipBytes(bytes: Buffer, name: string): Promise<Source> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, OPTIONS, (problem, zip) => {
      if (problem) reject(cutShort(name))
      else listed(zip, name).then(resolve, reject)
    })
  })
}

const cutShort = (name: string) =>
  unreadable(
    `${name} is not a whole zip file: it may have been cut short on its way. Make it again and try again.`,
  )

async function listed(zip: ZipFile, name: string): Promise<Source> {
  try {
    const entries = await entriesOf(zip, name)
    const used = entries.filter(isFile)
    refuseBomb(used, name)
    if (used.some((e) => e.fileName === '[Content_Types].xml')) {
      throw unreadable(
        `${name} is an Excel workbook. Save each sheet as a CSV file, or choose the files your system made for the return.`,
      )
    }
    const files = used.map((entry) => inZip(zip, entry, name))
    return { files, close: () => zip.close() }
  } catch (problem) {
    zip.close()
    throw problem
  }
}

function entriesOf(zip: ZipFile, name: string): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    if (zip.entryCount > MOST_ENTRIES) {
      reject(unreadable(`${name} holds ${zip.entryCount} files. Put only the return into it.`))
      return
    }
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', () => reject(cutShort(name)))
    zip.readEntry()
  })
}

/** Leaves out folders and what Macs and Windows add of their own. */
function isFile(entry: Entry): boolean {
  const base = path.posix.basename(entry.fileName)
  return (
    !entry.fileName.endsWith('/') &&
    !entry.fileName.startsWith('__MACOSX/') &&
    !base.startsWith('.') &&
    base !== 'Thumbs.db'
  )
}

const swells = (large: number, small: number) =>
  large > RATIO_MATTERS_FROM && large > small * HIGHEST_RATIO

function refuseBomb(entries: readonly Entry[], name: string): void {
  const unpacked = entries.reduce((sum, e) => sum + e.uncompressedSize, 0)
  const packed = entries.reduce((sum, e) => sum + e.compressedSize, 0)
  if (
    unpacked > LARGEST ||
    swells(unpacked, packed) ||
    entries.some((e) => swells(e.uncompressedSize, e.compressedSize))
  ) {
    throw unreadable(
      `${name} would unpack to far more than any return holds, so it was not opened. Make a new zip of the return and try again.`,
    )
  }
  if (entries.some((e) => e.isEncrypted())) {
    throw unreadable(
      `${name} is protected with a password. Make a zip without one; it is sent to us over an encrypted connection.`,
    )
  }
}

function inZip(zip: ZipFile, entry: Entry, name: string): SourceFile {
  const read = () =>
    new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, (problem, packed) => {
        if (problem) reject(cutShort(name))
        else resolve(checked(packed, entry, name))
      })
    })
  return { name: path.posix.basename(entry.fileName), size: entry.uncompressedSize, read }
}

/** What comes out must be what went in: the zip's own check number says so. */
function checked(packed: Readable, entry: Entry, name: string): Readable {
  let sum = 0
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum)
      done(undefined, chunk)
    },
    flush(done) {
      done(sum === entry.crc32 ? undefined : damaged(name))
    },
  })
  packed.on('error', () => check.destroy(damaged(name)))
  pipeline(packed, check, () => undefined)
  return check
}

const damaged = (name: string) =>
  unreadable(`${name} is damaged: what is in it cannot be unpacked. Make it again and try again.`)
