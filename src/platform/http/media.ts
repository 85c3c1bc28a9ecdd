import type { OpenFile, Scan } from '#platform/files/store.ts'
import type { Answer } from './page.ts'
import { readRange } from './range.ts'

/** An open file as an answer, whole or the part a player asks for; not there while its scan is none of those. */
export async function giveFile(
  file: OpenFile | undefined,
  range: string | undefined,
  opensWhen: readonly Scan[],
): Promise<Answer> {
  if (!file || !opensWhen.includes(file.scan)) return { kind: 'not-found' }
  const part = readRange(range, file.bytes)
  const { start, end } = typeof part === 'object' ? part : { start: 0, end: file.bytes - 1 }
  const body = part === 'none' ? Buffer.alloc(0) : await file.read(start, end)
  return { kind: 'media', type: file.mediaType, total: file.bytes, part, body }
}
