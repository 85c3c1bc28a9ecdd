import { readId } from '#kernel/ids.ts'
import { readRange } from '#platform/http/range.ts'
import type { Answer, DoorPage, DoorVisit, Page, Visit } from '#platform/http/page.ts'
import {
  type Frame,
  frameIn,
  languageOf,
  languagesOfferedByAnybody,
  ownChild,
} from '#domains/words/index.ts'
import { textOf } from '#platform/http/fields.ts'
import { fileOfWork, quotesShown, worksShown } from '../gallery.queries.ts'
import type { Place } from '../taking-part.rules.ts'
import { galleryView } from './work.view.ts'

const folder = 'domains/taking-part/gallery'

/** What young people here show each other. */
export const seeGallery: Page = {
  method: 'GET',
  url: '/me/taking-part/gallery',
  may: 'me.open',
  audit: { action: 'me.taking-part', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const frame = frameIn(await languageOf(visit), false, (w) => w.takingPart.gallery)
    return shown(visit, frame, 'inside', '/me/taking-part/gallery', 'my-gallery')
  },
}

/** The same, for those who work here. */
export const seeGalleryAsStaff: Page = {
  method: 'GET',
  url: '/gallery',
  may: 'taking-part.read',
  audit: { action: 'taking-part.gallery' },
  answer: (visit) => {
    const frame = frameIn('en', false, () => 'What young people show here')
    return shown(visit, frame, 'inside', '/gallery', 'staff-gallery')
  },
}

/** What may be published, for anybody. Nobody is asked who they are, and nothing is written down. */
export const seePublished: DoorPage = {
  method: 'GET',
  url: '/shown',
  may: 'anyone',
  audit: 'nothing to record',
  async answer(visit): Promise<Answer> {
    const asked = textOf(visit.query, 'in')
    const offered = await languagesOfferedByAnybody(visit.tx)
    const language = offered.includes(asked) ? asked : 'en'
    const frame = frameIn(language, false, (w) => w.takingPart.public)
    return shown(visit, frame, 'published', '/shown', 'published')
  },
}

/** A picture or a recording in the gallery, while it is shown there. */
export const galleryFile: Page = {
  method: 'GET',
  url: '/me/taking-part/gallery/:work/file',
  may: 'me.open',
  audit: { action: 'me.taking-part', childId: ownChild },
  answer: (visit) => fileIn(visit, 'inside'),
}

export const galleryFileForStaff: Page = {
  method: 'GET',
  url: '/gallery/:work/file',
  may: 'taking-part.read',
  audit: { action: 'taking-part.gallery' },
  answer: (visit) => fileIn(visit, 'inside'),
}

export const publishedFile: DoorPage = {
  method: 'GET',
  url: '/shown/:work/file',
  may: 'anyone',
  audit: 'nothing to record',
  answer: (visit) => fileIn(visit, 'published'),
}

async function shown(
  { tx }: Pick<Visit, 'tx'>,
  frame: Frame,
  place: Place,
  at: string,
  template: string,
): Promise<Answer> {
  const works = await worksShown(tx, place)
  const gallery = galleryView(frame, works, await quotesShown(tx, place), at)
  return {
    kind: 'view',
    template: `${folder}/${template}.njk`,
    media: 'plays',
    model: { page: { ...frame, gallery } },
  }
}

async function fileIn(visit: Visit | DoorVisit, place: Place): Promise<Answer> {
  const id = readId<'work'>(visit.params['work'])
  const given = id && (await fileOfWork(visit.tx, id, place))
  if (!given) return { kind: 'not-found' }
  const file = visit.store.openGiven(given)
  const part = readRange(visit.range, file.bytes)
  const { start, end } = typeof part === 'object' ? part : { start: 0, end: file.bytes - 1 }
  const body = part === 'none' ? Buffer.alloc(0) : await file.read(start, end)
  return { kind: 'media', type: file.mediaType, total: file.bytes, part, body }
}
