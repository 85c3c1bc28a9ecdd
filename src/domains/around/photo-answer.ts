import type { Answer, Visit } from '#platform/http/page.ts'
import type { Scan } from '#platform/files/store.ts'
import type { Photo } from './photos.queries.ts'

/** A photo as an answer. One that waits to be scanned is given to whoever placed it, and to nobody else. */
export async function photoAnswer(
  visit: Visit,
  photo: Photo | undefined,
  mine: boolean,
): Promise<Answer> {
  if (!photo) return { kind: 'not-found' }
  const { store, tx, now } = visit
  const file =
    photo.of === 'worker'
      ? await store.staffPhotos.open(tx, photo.id, now)
      : await store.open(tx, photo.id, now)
  const opens: readonly Scan[] = mine
    ? ['clean', 'not_scanned', 'waiting']
    : ['clean', 'not_scanned']
  if (!file || !opens.includes(file.scan)) return { kind: 'not-found' }
  const body = await file.read(0, file.bytes - 1)
  return { kind: 'media', type: file.mediaType, total: file.bytes, part: undefined, body }
}
