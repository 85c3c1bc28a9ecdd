import { MOST_BYTES, newFileId } from '#platform/files/store.ts'
import { errorsOf } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { frameIn, getOwnChild, languageOf, ownChild, say } from '#domains/words/index.ts'
import { photoAddress } from '../around.rules.ts'
import { ownPerson } from '../own-person.ts'
import { photoAnswer } from '../photo-answer.ts'
import { photosOf, placePhoto, takeAwayPhoto } from '../photos.queries.ts'
import { photoRefusal, type PhotoRefusal, photoSent } from '../photo-sent.ts'

const url = '/me/people/:around/photo'
const may = 'me.open'
const audit = (act: string) => ({ action: `me.people.${act}`, childId: ownChild })

/** A photo on one of my people: mine, until I let how I see them be read. */
export const askPhoto: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('ask-photo'),
  answer: (visit) => shown(visit, undefined),
}

export const placeAPhoto: Page = {
  method: 'POST',
  url,
  may,
  upload: { bytes: MOST_BYTES, files: 1, saysSo: true },
  audit: audit('photo'),
  async answer(visit): Promise<Answer> {
    const person = await ownPerson(visit)
    if (!person?.mattersId) return { kind: 'not-found' }
    const sent = photoSent(visit.files)
    if ('refused' in sent) return shown(visit, sent.refused)
    const child = getOwnChild(visit)
    const file = { id: newFileId(), child, as: 'portrait', bytes: sent.bytes } as const
    const kept = await visit.store.keep(visit.tx, file, visit.now)
    if (typeof kept === 'string') {
      visit.note({ refused: kept })
      return shown(visit, photoRefusal(kept))
    }
    const at = { child, mattersId: person.mattersId, now: visit.now }
    await placePhoto(visit.tx, at, kept.id)
    return { kind: 'redirect', to: `/me/people/${person.id}` }
  },
}

export const takePhotoAway: Page = {
  method: 'POST',
  url: `${url}/take-away`,
  may,
  audit: audit('photo-away'),
  async answer(visit): Promise<Answer> {
    const person = await ownPerson(visit)
    if (!person?.mattersId) return { kind: 'not-found' }
    const at = { child: getOwnChild(visit), mattersId: person.mattersId, now: visit.now }
    await takeAwayPhoto(visit.tx, at)
    return { kind: 'redirect', to: `/me/people/${person.id}` }
  },
}

/** The photo itself, within a page of mine: a worker's own, or one that I placed. */
export const seePhoto: Page = {
  method: 'GET',
  url: `${url}/file`,
  may,
  // Part of a page whose opening is written down already: not once more for each face on it.
  audit: { action: 'me.people.photo-seen' },
  async answer(visit): Promise<Answer> {
    const photo = (await photosOf(visit.tx, getOwnChild(visit))).get(visit.params['around'] ?? '')
    return photoAnswer(visit, photo, true)
  },
}

async function shown(visit: Visit, refused: PhotoRefusal | undefined): Promise<Answer> {
  const person = await ownPerson(visit)
  if (!person) return { kind: 'not-found' }
  const frame = frameIn(await languageOf(visit), false, ({ around }) => around.photoTitle)
  const photos = await photosOf(visit.tx, getOwnChild(visit))
  const problems = refused ? [{ field: 'file', text: frame.w.fileRefused[refused] }] : []
  const page = {
    ...frame,
    errors: errorsOf(problems),
    person,
    photo: photos.has(person.id) ? photoAddress(person.id) : undefined,
    alternative: say(frame.w.around.photo, { name: person.name }),
  }
  return {
    kind: 'view',
    status: refused ? 422 : 200,
    template: 'domains/around/photo-of-person/photo-of-person.njk',
    model: { page },
  }
}
