import type { SourceFile } from './source.ts'
import { unreadable } from './unreadable.ts'

/** How the letters of a file are written. Councils' systems make UTF-8, Windows-1252 or UTF-16. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

const notText = (name: string) =>
  unreadable(
    `${name} is not a text file, or its letters are in a form we cannot tell. Export it again as CSV (UTF-8) or XML.`,
  )

/**
 * Finds how a file is written by its first bytes and then by reading it through. Throws an
 * unreadable sentence when it is not text in any of the four.
 */
export async function encodingOf(file: SourceFile): Promise<Encoding> {
  const start = await firstBytes(file)
  const marked = byMark(start, file.name)
  const guess = marked ?? byNulls(start)
  if (guess !== 'utf-8') {
    if (!(await readsAs(file, guess))) throw notText(file.name)
    return guess
  }
  if (await readsAs(file, 'utf-8')) return 'utf-8'
  if (marked === undefined && (await readsAs(file, 'windows-1252'))) return 'windows-1252'
  throw notText(file.name)
}

async function firstBytes(file: SourceFile): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of bytesOf(file)) {
    parts.push(part)
    length += part.length
    if (length >= 4096) break
  }
  return Buffer.concat(parts).subarray(0, 4096)
}

async function* bytesOf(file: SourceFile): AsyncGenerator<Buffer> {
  for await (const chunk of await file.read()) {
    yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
  }
}

function byMark(start: Buffer, name: string): Encoding | undefined {
  const mark = start.subarray(0, 4).toString('hex')
  if (mark.startsWith('efbbbf')) return 'utf-8'
  if (mark === 'fffe0000' || mark === '0000feff') throw notText(name)
  if (mark.startsWith('fffe')) return 'utf-16le'
  if (mark.startsWith('feff')) return 'utf-16be'
  return undefined
}

/** Without a mark, UTF-16 shows by the empty half of every plain letter. */
function byNulls(start: Buffer): Encoding {
  const nulls = [0, 0]
  for (const [i, byte] of start.entries()) {
    if (byte === 0) nulls[i % 2] = (nulls[i % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = nulls
  const most = start.length / 4
  if (odd > most && even === 0) return 'utf-16le'
  if (even > most && odd === 0) return 'utf-16be'
  return 'utf-8'
}

/** Letters no text file holds: control characters, and the five bytes Windows-1252 does not use. */
const NOT_LETTERS =
  // oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u0081\u008d\u008f\u0090\u009d\ufffe\uffff]/

async function readsAs(file: SourceFile, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const bytes of bytesOf(file)) {
      if (NOT_LETTERS.test(decoder.decode(bytes, { stream: true }))) return false
    }
    return !NOT_LETTERS.test(decoder.decode())
  } catch (problem) {
    if (problem instanceof TypeError) return false
    throw problem
  }
}

/** The text of a file, piece by piece, without the mark at its beginning. */
export async function* textOf(file: SourceFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const bytes of bytesOf(file)) {
    const text = decoder.decode(bytes, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}
