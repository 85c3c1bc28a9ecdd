import { type CalendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { giveFile } from '#platform/http/media.ts'
import { type FileRefusal, MOST_BYTES, newFileId } from '#platform/files/store.ts'
import { typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, UploadedFile, Visit } from '#platform/http/page.ts'
import { dayFrom } from '#platform/http/reading.ts'
import { askedPage, type Child } from '#domains/children/index.ts'
import { auditOf, childOf, hrefOf } from '../child-of-page.ts'
import {
  holdReadyPhoto,
  placeReadyPhoto,
  readyPhotoOf,
  takeReadyPhotoAway,
} from '../photo.queries.ts'
import { reading } from '../read.form.ts'
import { isOld, PHOTO_AGREED, type PhotoAgreed } from '../ready.rules.ts'

const url = '/children/:childId/missing/ready/photo'
const may = 'missing.write'

/** The photo of part one: as narrow as part one, made anew without what was hidden in it. */
export const askReadyPhoto: Page = {
  method: 'GET',
  url,
  may,
  audit: auditOf('missing.ready-see'),
  answer: (visit) => shown(visit, {}, []),
}

export const placePhoto: Page = {
  method: 'POST',
  url,
  may,
  upload: { bytes: MOST_BYTES, files: 1, saysSo: true },
  audit: auditOf('missing.ready-photo'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const read = readPhoto(visit)
    const typed = typedIn(visit.form)
    if ('problems' in read) return shown(visit, typed, read.problems)
    const id = newFileId()
    const file = { id, child: child.id, as: 'picture', bytes: read.file.bytes } as const
    const kept = await visit.store.keep(visit.tx, file, visit.now)
    if (typeof kept === 'string') {
      visit.note({ refused: kept })
      return shown(visit, typed, [{ field: 'file', text: refusalInWords(kept) }])
    }
    await holdReadyPhoto(visit.tx, child.id)
    await placeReadyPhoto(visit.tx, child.id, { ...read, id: kept.id }, visit.now)
    return { kind: 'redirect', to: hrefOf(child) }
  },
}

export const takePhotoAway: Page = {
  method: 'POST',
  url: `${url}/take-away`,
  may,
  audit: auditOf('missing.ready-photo-away'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    await takeReadyPhotoAway(visit.tx, child.id, visit.now)
    return { kind: 'redirect', to: hrefOf(child) }
  },
}

/** The photo itself, within a page. */
export const seeReadyPhoto: Page = {
  method: 'GET',
  url: `${url}/file`,
  may,
  audit: auditOf('missing.ready-see'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const photo = await readyPhotoOf(visit.tx, child.id)
    const file = photo && (await visit.store.open(visit.tx, photo.id, visit.now))
    return giveFile(file, undefined, ['clean', 'not_scanned'])
  },
}

type Read = {
  readonly file: UploadedFile
  readonly takenOn: CalendarDay
  readonly agreed: PhotoAgreed
}

function readPhoto(visit: Visit): Read | { readonly problems: readonly Problem[] } {
  const read = reading(visit.form, visit.now)
  const sent = visit.files.filter((f) => f.field === 'file')
  const [file] = sent
  const wrong = fileProblem(sent)
  if (wrong) read.wrong('file', wrong)
  const takenOn = dayFrom(visit.form, 'taken')
  if (!takenOn || takenOn === 'wrong') {
    read.wrong('taken', 'Enter the day of the photo, like 27 3 2026')
  } else if (takenOn > londonCalendarDay(visit.now)) {
    read.wrong('taken', 'The day of the photo must be today or earlier')
  }
  const agreed = read.choice('agreed', PHOTO_AGREED, 'Choose whether they know of it')
  if (read.problems.length > 0 || !file || !takenOn || takenOn === 'wrong' || !agreed) {
    return { problems: read.problems }
  }
  return { file, takenOn, agreed }
}

function fileProblem([file, ...others]: readonly UploadedFile[]): string | undefined {
  if (!file) return 'Choose a photo'
  if (file.refused === 'too-large') return 'The photo must be smaller than 12 MB'
  return file.refused || others.length > 0 ? 'Choose one photo' : undefined
}

function refusalInWords(why: FileRefusal): string {
  if (why === 'empty') return 'There is nothing in that file. Choose another photo'
  if (why === 'harmful') return 'That file may harm devices, so it was not kept'
  if (why === 'too-many-pixels') return 'That picture is too large to open. Choose a smaller one'
  if (why === 'damaged') return 'That file cannot be read to the end. Choose another photo'
  return 'The photo must be a JPEG, PNG, WebP or HEIC picture'
}

/** How the photo stands on the pages of the child. */
export async function photoShown(visit: Visit, child: Child) {
  const photo = await readyPhotoOf(visit.tx, child.id)
  return (
    photo && {
      src: `${hrefOf(child)}/ready/photo/file`,
      width: photo.width,
      height: photo.height,
      taken: inWords(photo.takenOn),
      old: isOld(photo.takenOn, londonCalendarDay(visit.now)),
      agreed: PHOTO_AGREED[photo.agreed],
    }
  )
}

async function shown(
  visit: Visit,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Answer> {
  const child = await childOf(visit)
  const asked = askedPage({
    title: 'A photo, ready beforehand',
    child,
    back: hrefOf(child),
    intro: [],
    asks: [
      { kind: 'day', name: 'taken', label: 'When was it taken?', hint: 'Like 27 3 2026' },
      {
        kind: 'choice',
        name: 'agreed',
        label: 'Do they know of it, and agree?',
        hint: 'A photo they do not want is not kept here. Say in part one where another is.',
        choices: PHOTO_AGREED,
      },
    ],
    typed,
    problems,
  })
  const page = { ...asked, errors: errorsOf(problems), photo: await photoShown(visit, child) }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/missing/ready-photo/ready-photo.njk',
    model: { page },
  }
}
