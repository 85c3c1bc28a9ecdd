import { readId } from '#kernel/ids.ts'
import { giveFile } from '#platform/http/media.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Scan } from '#platform/files/store.ts'
import { ownChild } from '../own-page.ts'
import { fileOfRecording } from './recordings.queries.ts'

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

async function sound(visit: Visit, heardOnly: boolean, opens: readonly Scan[]): Promise<Answer> {
  const id = readId<'text-recording'>(visit.params['recording'])
  const file = id && (await fileOfRecording(visit.tx, id, heardOnly))
  if (!file) return { kind: 'not-found' }
  return giveFile(await visit.recordings.openSound(visit.tx, file, visit.now), visit.range, opens)
}
