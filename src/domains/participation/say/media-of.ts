import type { Answer, Visit } from '#platform/http/page.ts'
import { readRange } from '#platform/http/range.ts'
import type { FileId, Scan } from '#platform/files/store.ts'

/** A file as an answer, whole or the part a player asks for; not there while its scan is none of those. */
export async function mediaOf(
  visit: Visit,
  id: FileId,
  opensWhen: readonly Scan[],
): Promise<Answer> {
  const file = await visit.store.open(visit.tx, id, visit.now)
  if (!file || !opensWhen.includes(file.scan)) return { kind: 'not-found' }
  const part = readRange(visit.range, file.bytes)
  const { start, end } = typeof part === 'object' ? part : { start: 0, end: file.bytes - 1 }
  const body = part === 'none' ? Buffer.alloc(0) : await file.read(start, end)
  return { kind: 'media', type: file.mediaType, total: file.bytes, part, body }
}
