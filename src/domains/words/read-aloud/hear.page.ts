import { readId } from '#kernel/ids.ts'
import { giveFile } from '#platform/http/media.ts'
import { readRange } from '#platform/http/range.ts'
import type { Answer, DoorPage, Page, Visit } from '#platform/http/page.ts'
import type { Scan } from '#platform/files/store.ts'
import { ownChild } from '../own-page.ts'
import { fileAtDoor, fileOfRecording } from './recordings.queries.ts'

/** A text of my pages, spoken by somebody of my organisation. Kept by no browser. */
export const hearText: Page = {
  method: 'GET',
  url: '/me/aloud/:recording',
  may: 'me.open',
  whileHanded: true,
  audit: { action: 'me.aloud', childId: ownChild },
  answer: (visit) => sound(visit, true, ['clean', 'not_scanned']),
}

/** Any recording the organisation has, for whoever mends and checks its words. */
export const hearRecording: Page = {
  method: 'GET',
  url: '/languages/:language/recordings/:recording',
  may: 'words.mend',
  audit: { action: 'languages.hear' },
  answer: (visit) => sound(visit, false, ['clean', 'not_scanned']),
}

/** A text of the door, spoken, for anybody. Nobody is asked who they are, and nothing is written down. */
export const hearAtDoor: DoorPage = {
  method: 'GET',
  url: '/in/aloud/:recording',
  may: 'anyone',
  audit: 'nothing to record',
  async answer(visit): Promise<Answer> {
    const id = readId<'text-recording'>(visit.params['recording'])
    const given = id && (await fileAtDoor(visit.tx, id))
    if (!given) return { kind: 'not-found' }
    const file = visit.store.openGiven(given)
    const part = readRange(visit.range, file.bytes)
    const { start, end } = typeof part === 'object' ? part : { start: 0, end: file.bytes - 1 }
    const body = part === 'none' ? Buffer.alloc(0) : await file.read(start, end)
    return { kind: 'media', type: file.mediaType, total: file.bytes, part, body }
  },
}

async function sound(visit: Visit, heardOnly: boolean, opens: readonly Scan[]): Promise<Answer> {
  const id = readId<'text-recording'>(visit.params['recording'])
  const file = id && (await fileOfRecording(visit.tx, id, heardOnly))
  if (!file) return { kind: 'not-found' }
  return giveFile(await visit.recordings.openSound(visit.tx, file, visit.now), visit.range, opens)
}
