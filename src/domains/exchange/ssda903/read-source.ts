import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { filesOfZip, filesOfZipBytes } from './read-zip.ts'
import { refuseTooLarge, type Source, type SourceFile } from './source.ts'
import { unreadable } from './unreadable.ts'

/** A file somebody sent from a browser. */
export type Sent = { readonly name: string; readonly bytes: Buffer }

const MOST_FILES = 500

/** Opens a folder, a zip or one file, without reading what is in it. Throws an unreadable sentence. */
export async function openPath(where: string): Promise<Source> {
  const what = await stat(where).catch(() => undefined)
  const name = path.basename(where)
  if (!what) throw unreadable(`There is no file or folder called ${name}. Check where it is.`)
  if (what.isDirectory()) return openFolder(where)
  if (!what.isFile()) throw unreadable(`${name} is neither a file nor a folder.`)
  refuseTooLarge(name, what.size)
  if (await startsAsZip(where)) return filesOfZip(where, name)
  return { files: [onDisk(where, what.size)], close: () => undefined }
}

async function openFolder(where: string): Promise<Source> {
  const names = (await readdir(where, { withFileTypes: true }))
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .toSorted()
  if (names.length > MOST_FILES) {
    throw unreadable(
      `The folder holds ${names.length} files. Choose the folder that holds only the return.`,
    )
  }
  const files: SourceFile[] = []
  for (const name of names) {
    const file = path.join(where, name)
    const what = await stat(file).catch(() => undefined)
    if (what?.isFile()) files.push(onDisk(file, what.size))
  }
  return { files, close: () => undefined }
}

const onDisk = (where: string, size: number): SourceFile => ({
  name: path.basename(where),
  size,
  read: async () => createReadStream(where),
})

async function startsAsZip(where: string): Promise<boolean> {
  const file = await open(where)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return isZip(buffer.subarray(0, bytesRead)) || where.toLowerCase().endsWith('.zip')
  } finally {
    await file.close()
  }
}

const isZip = (start: Buffer) => start.length >= 4 && start.readUInt32BE(0) === 0x504b0304

/** Opens what was sent from a browser: one zip, one XML file, or several CSV files. */
export async function openSent(sent: readonly Sent[]): Promise<Source> {
  const zip = sent.find((s) => isZip(s.bytes) || s.name.toLowerCase().endsWith('.zip'))
  if (zip && sent.length > 1) {
    throw unreadable('Choose either one zip file or the separate files, not both together.')
  }
  refuseTooLarge(
    'What was sent',
    sent.reduce((sum, s) => sum + s.bytes.length, 0),
  )
  if (zip) return filesOfZipBytes(zip.bytes, zip.name)
  const files = sent.map(({ name, bytes }) => ({
    name: path.basename(name.replaceAll('\\', '/')),
    size: bytes.length,
    read: async () => Readable.from([bytes]),
  }))
  return { files, close: () => undefined }
}
