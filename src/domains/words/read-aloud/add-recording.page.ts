import { randomUUID } from 'node:crypto'
import { readId, trustedId } from '#kernel/ids.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { MOST_BYTES } from '#platform/files/store.ts'
import { showText } from '../mend-text/show-text.ts'
import { spokenText, textAsked, type AskedText } from '../text-asked.ts'
import { readRecording, REFUSED } from './add-recording.form.ts'
import { actOn, addRecording, recordingsOf } from './recordings.queries.ts'

const may = 'words.mend'

/** Adds a recording of a text as it stands. It stands beside the earlier ones. */
export const addARecording: Page = {
  method: 'POST',
  url: '/languages/:language/recordings',
  may,
  upload: { bytes: MOST_BYTES, files: 1, saysSo: true },
  audit: { action: 'languages.record' },
  async answer(visit): Promise<Answer> {
    const asked = textAsked(visit)
    if (!asked) return { kind: 'not-found' }
    const again = (problems: Parameters<typeof showText>[2]) =>
      showText(visit, asked, problems, typedIn(visit.form))
    const spoken = spokenText(asked)
    if (spoken === undefined || textOf(visit.form, 'spoken') !== spoken) {
      const text =
        'The text changed, or cannot be spoken as it is. Read it below and record it again'
      return again([{ field: 'recording', text }])
    }
    const given = readRecording(visit.form, visit.files)
    if ('problems' in given) return again(given.problems)
    const { bytes, speaker } = given.read
    const wanted = { id: trustedId<'file'>(randomUUID()), bytes }
    const kept = await visit.recordings.keepSound(visit.tx, wanted, visit.now)
    if (typeof kept === 'string') {
      visit.note({ refused: kept })
      return again([{ field: 'recording', text: REFUSED[kept] ?? 'Choose another recording' }])
    }
    const { language, place } = asked
    visit.note({ language, place, scan: kept.scan })
    await addRecording(visit.tx, { language, place, spoken, file: kept.id, speaker })
    return toText(asked)
  },
}

/** A second speaker checks a recording; or somebody puts it aside, and says why. */
export const actOnRecording: Page = {
  method: 'POST',
  url: '/languages/:language/recordings/:recording',
  may,
  audit: { action: 'languages.record-check' },
  async answer(visit): Promise<Answer> {
    const asked = textAsked(visit)
    const id = readId<'text-recording'>(visit.params['recording'])
    if (!asked || !id) return { kind: 'not-found' }
    const found = (await recordingsOf(visit.tx, asked.language, asked.place)).find(
      (r) => r.id === id,
    )
    if (!found) return { kind: 'not-found' }
    if (textOf(visit.form, 'do') === 'put-aside') return putAside(visit, asked, found.id)
    if (found.addedById === visit.actor.id) {
      const text = 'Somebody else checks a recording that you added'
      return showText(visit, asked, [{ field: 'recording', text }])
    }
    visit.note({ language: asked.language, place: asked.place, checked: true })
    await actOn(visit.tx, found.id, 'checked', undefined)
    return toText(asked)
  },
}

async function putAside(
  visit: Visit,
  asked: AskedText,
  id: Parameters<typeof actOn>[1],
): Promise<Answer> {
  const why = textOf(visit.form, 'why').trim()
  const field = `why-${id}`
  if (why === '' || why.length > 500) {
    const text = why === '' ? 'Say why it is put aside' : 'Use 500 characters or fewer'
    return showText(visit, asked, [{ field, text }], { [field]: why })
  }
  visit.note({ language: asked.language, place: asked.place, putAside: true })
  await actOn(visit.tx, id, 'put_aside', why)
  return toText(asked)
}

const toText = ({ language, place }: AskedText): Answer => ({
  kind: 'redirect',
  to: `/languages/${language}/text?at=${encodeURIComponent(place)}`,
})
