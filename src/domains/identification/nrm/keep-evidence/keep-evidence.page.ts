import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { londonDay } from '#kernel/london-time.ts'
import { DOCUMENT_KINDS } from '#platform/files/document.ts'
import { newFileId } from '#platform/files/store.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import {
  addEvidence,
  type Evidence,
  evidenceOf,
  standingIn,
  takeOutEvidence,
} from '../evidence.queries.ts'
import { LARGEST_FILE, MOST_FILES } from '../form.rules.ts'
import { nameOf, readDocument, refusalInWords } from './keep-evidence.form.ts'
import { holdReferral, type Referral } from '../referral.queries.ts'
import { addressOf, audit, referralOf, URL } from '../referral-of-page.ts'
import { dayText } from '../see-referral/see-referral.view.ts'

const url = `${URL}/:referral/documents`
const may = 'children.write'
const MB = 1024 * 1024

type Found = { readonly child: Child; readonly referral: Referral }

export const seeEvidence: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('see-documents'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    return found ? shown(visit, found, [], {}) : { kind: 'not-found' }
  },
}

/** Adds one document, with what it is and of which day. */
export const addDocument: Page = {
  method: 'POST',
  url,
  may,
  upload: { bytes: LARGEST_FILE, files: 1, saysSo: true },
  audit: audit('add-document'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    if (!found) return { kind: 'not-found' }
    const { child, referral } = found
    await holdReferral(visit.tx, referral.id)
    const there = standingIn(await evidenceOf(visit.tx, referral.id)).length
    const read = readDocument(visit, londonCalendarDay(visit.now))
    const problems = [...notNow(referral, there), ...('problems' in read ? read.problems : [])]
    if (problems.length > 0 || 'problems' in read)
      return shown(visit, found, problems, typedIn(visit.form))
    const id = newFileId()
    const wanted = { id, child: child.id, as: 'document', bytes: read.file.bytes } as const
    const kept = await visit.store.keep(visit.tx, wanted, visit.now)
    if (typeof kept === 'string') {
      visit.note({ refused: kept })
      return shown(
        visit,
        found,
        [{ field: 'file', text: refusalInWords(kept) }],
        typedIn(visit.form),
      )
    }
    const { file, ...rest } = read
    await addEvidence(visit.tx, referral, { ...rest, id, fileName: nameOf(file) }, visit.now)
    return { kind: 'redirect', to: `${addressOf(child, referral)}/documents` }
  },
}

function notNow(referral: Referral, there: number): readonly Problem[] {
  if (referral.state !== 'preparing') {
    return [
      {
        field: 'file',
        text: 'Documents are added while the referral is being prepared. Take it back first',
      },
    ]
  }
  return there >= MOST_FILES
    ? [
        {
          field: 'file',
          text: `The form takes ${MOST_FILES} documents, and there are as many. Take one out first`,
        },
      ]
    : []
}

/** A document of the referral, as it came: saved by the browser, never shown by it. */
export const takeDocument: Page = {
  method: 'GET',
  url: `${url}/:document/file`,
  may,
  audit: audit('open'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    const id = readId<'file'>(visit.params['document'])
    if (!found || !id) return { kind: 'not-found' }
    const all = await evidenceOf(visit.tx, found.referral.id)
    const one = all.find((e) => e.id === id)
    const file = one && (await visit.store.open(visit.tx, id, visit.now))
    if (!one || !file || file.scan === 'found' || file.scan === 'waiting')
      return { kind: 'not-found' }
    const body = await file.read(0, file.bytes - 1)
    const name = `document-${all.indexOf(one) + 1}.${DOCUMENT_KINDS[one.mediaType].toLowerCase()}`
    return { kind: 'file', name, type: one.mediaType, body }
  },
}

export const askTakeOut: Page = {
  method: 'GET',
  url: `${url}/:document/take-out`,
  may,
  audit: audit('ask'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    const one = found && (await documentOf(visit, found.referral))
    return one ? shownTakeOut(found, one, '', []) : { kind: 'not-found' }
  },
}

export const takeOut: Page = {
  method: 'POST',
  url: `${url}/:document/take-out`,
  may,
  audit: audit('take-out-document'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    const one = found && (await documentOf(visit, found.referral))
    if (!one) return { kind: 'not-found' }
    const { child, referral } = found
    const why = textOf(visit.form, 'why').trim()
    const refused = refuseWhy(referral, why)
    if (refused) return shownTakeOut(found, one, why, [{ field: 'why', text: refused }])
    await takeOutEvidence(visit.tx, { referral: referral.id, id: one.id }, why, visit.now)
    return { kind: 'redirect', to: `${addressOf(child, referral)}/documents` }
  },
}

function refuseWhy(referral: Referral, why: string): string | undefined {
  if (referral.state !== 'preparing')
    return 'The referral is not being prepared now. Take it back first'
  if (why === '') return 'Enter why it is taken out'
  return why.length > 1000 ? 'Why it is taken out must be 1,000 characters or fewer' : undefined
}

const documentOf = async (visit: Visit, referral: Referral): Promise<Evidence | undefined> =>
  standingIn(await evidenceOf(visit.tx, referral.id)).find((e) => e.id === visit.params['document'])

function shownTakeOut(
  { child, referral }: Found,
  one: Evidence,
  why: string,
  problems: readonly Problem[],
): Answer {
  const page = {
    title: 'Take a document out',
    child: { id: child.id, knownAs: child.knownAs },
    back: `${addressOf(child, referral)}/documents`,
    what: one.description,
    why,
    errors: errorsOf(problems),
  }
  const template = 'domains/identification/nrm/keep-evidence/take-out.njk'
  return { kind: 'view', status: problems.length > 0 ? 422 : 200, template, model: { page } }
}

const BOXES = [
  ['day', 'Day', 2],
  ['month', 'Month', 3],
  ['year', 'Year', 4],
] as const

async function shown(
  visit: Visit,
  { child, referral }: Found,
  problems: readonly Problem[],
  typed: Readonly<Record<string, string>>,
): Promise<Answer> {
  const at = addressOf(child, referral)
  const page = {
    title: 'Documents of the referral',
    child: { id: child.id, knownAs: child.knownAs },
    back: at,
    open: referral.state === 'preparing',
    lines: (await evidenceOf(visit.tx, referral.id)).map((e) => lineOf(at, e)),
    typed,
    boxes: BOXES.map(([part, text, width]) => ({
      name: `datedOn-${part}`,
      text,
      width,
      value: typed[`datedOn-${part}`] ?? '',
    })),
    errors: errorsOf(problems),
  }
  const template = 'domains/identification/nrm/keep-evidence/keep-evidence.njk'
  return { kind: 'view', status: problems.length > 0 ? 422 : 200, template, model: { page } }
}

const lineOf = (at: string, e: Evidence) => ({
  text: e.description,
  kind: DOCUMENT_KINDS[e.mediaType],
  size: e.bytes < MB ? `${Math.ceil(e.bytes / 1024)} KB` : `${(e.bytes / MB).toFixed(1)} MB`,
  on: dayText(e.datedOn) ?? `no date: ${e.noDateWhy}`,
  added: `${londonDay(e.addedAt)}${e.addedBy ? ` by ${e.addedBy}` : ''}`,
  fileName: e.fileName,
  scan: e.scan,
  takenOutWhy: e.takenOutWhy,
  file: `${at}/documents/${e.id}/file`,
  takeOut: `${at}/documents/${e.id}/take-out`,
})
