import { takeAwayStaffPhoto } from '#platform/files/staff-photos.ts'
import { MOST_BYTES, newFileId } from '#platform/files/store.ts'
import { errorsOf } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { photoAnswer } from '../photo-answer.ts'
import { ownPhotoOf } from '../photos.queries.ts'
import { photoRefusal, type PhotoRefusal, photoSent } from '../photo-sent.ts'

const url = '/account/reach/photo'
const may = 'children.write'

const SENTENCES: Readonly<Record<PhotoRefusal, string>> = {
  nothing: 'Choose a photo',
  tooMany: 'Choose one photo. Nothing was kept',
  tooLarge: 'The photo must be smaller than 12 MB',
  empty: 'There is nothing in that file. Choose another photo',
  harmful: 'That file may harm devices, so it was not kept. Choose another photo',
  notAPicture: 'The photo must be a JPEG, PNG or WebP picture',
  tooManyPixels: 'That picture is too large to open. Choose a smaller one',
  damaged: 'That file cannot be read to the end. Choose another photo',
}

/** A photo of oneself for the young people one stands beside. Nobody is asked to place one. */
export const askOwnPhoto: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'account.reach.ask-photo' },
  answer: (visit) => shown(visit, undefined),
}

export const placeOwnPhoto: Page = {
  method: 'POST',
  url,
  may,
  upload: { bytes: MOST_BYTES, files: 1, saysSo: true },
  audit: { action: 'account.reach.photo' },
  async answer(visit): Promise<Answer> {
    const sent = photoSent(visit.files)
    if ('refused' in sent) return shown(visit, sent.refused)
    const photo = { id: newFileId(), bytes: sent.bytes }
    const kept = await visit.store.staffPhotos.place(visit.tx, photo, visit.now)
    if (typeof kept === 'string') {
      visit.note({ refused: kept })
      return shown(visit, photoRefusal(kept))
    }
    return { kind: 'redirect', to: url }
  },
}

export const takeOwnPhotoAway: Page = {
  method: 'POST',
  url: `${url}/take-away`,
  may,
  audit: { action: 'account.reach.photo-away' },
  async answer({ tx, now }): Promise<Answer> {
    await takeAwayStaffPhoto(tx, now)
    return { kind: 'redirect', to: url }
  },
}

export const seeOwnPhoto: Page = {
  method: 'GET',
  url: `${url}/file`,
  may,
  audit: { action: 'account.reach.photo-seen' },
  async answer(visit): Promise<Answer> {
    return photoAnswer(visit, await ownPhotoOf(visit.tx, visit.actor.id), true)
  },
}

async function shown(visit: Visit, refused: PhotoRefusal | undefined): Promise<Answer> {
  const photo = await ownPhotoOf(visit.tx, visit.actor.id)
  const page = {
    errors: errorsOf(refused ? [{ field: 'file', text: SENTENCES[refused] }] : []),
    photo: photo && `${url}/file`,
    name: visit.actor.name,
  }
  return {
    kind: 'view',
    status: refused ? 422 : 200,
    template: 'domains/around/own-photo/own-photo.njk',
    model: { page },
  }
}
