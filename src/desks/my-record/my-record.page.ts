import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { addCorrection, correctionsOf, type NewCorrection } from '#domains/children/index.ts'
import { verbatimIn } from '#domains/outcomes/index.ts'
import { goUp, openReceipt, receiptsOf } from '#domains/participation/index.ts'
import { frameIn, getOwnChild, languageOf, ownChild, wordsFor } from '#domains/words/index.ts'
import { askView } from './ask.view.ts'
import { gatherRecord } from './gather.ts'
import { myRecordView } from './my-record.view.ts'
import { type RecordLine, recordSections, saidWhole } from './record-lines.view.ts'

const may = 'me.open'
const MOST = 5000

/** What is written about me, who wrote it, and my notes beside it. */
export const seeMyRecord: Page = {
  method: 'GET',
  url: '/me/record',
  may,
  audit: { action: 'me.record.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    await goUp(visit.tx, child, visit.now)
    const page = myRecordView({
      language: await languageOf(visit),
      gathered: await gatherRecord(visit),
      corrections: await correctionsOf(visit.tx, child),
      receipts: await receiptsOf(visit.tx, child),
    })
    return { kind: 'view', template: 'desks/my-record/my-record.njk', model: { page } }
  },
}

type Wish = NewCorrection['wish']

/** To say that a line is wrong, that something is missing, or to ask for a note: one form. */
const ask = (url: string, wishOf: (visit: Visit) => Wish): readonly Page[] => [
  {
    method: 'GET',
    url,
    may,
    audit: { action: 'me.record.ask', childId: ownChild },
    async answer(visit): Promise<Answer> {
      const found = await lineHere(visit, wishOf(visit))
      return found ? asking(visit, found, [], 'asked') : { kind: 'not-found' }
    },
  },
  {
    method: 'POST',
    url,
    may,
    audit: { action: 'me.record.write', childId: ownChild },
    async answer(visit): Promise<Answer> {
      const found = await lineHere(visit, wishOf(visit))
      return found ? keep(visit, found) : { kind: 'not-found' }
    },
  },
]

export const askCorrection: readonly Page[] = [
  ...ask('/me/record/fix/:about/:line', (visit) =>
    visit.params['about'] === 'other' ? 'missing' : 'wrong',
  ),
  ...ask('/me/record/note/:about/:line', () => 'read_note'),
]

type Found = { readonly wish: Wish; readonly line: RecordLine | undefined }

/** The line an address names, as it is written now; undefined when there is no such one of mine. */
async function lineHere(visit: Visit, wish: Wish): Promise<Found | undefined> {
  const { about, line: key } = visit.params
  if (wish === 'missing') return key === 'missing' ? { wish, line: undefined } : undefined
  const frame = frameIn(await languageOf(visit), false, (w) => w.myRecord.title)
  const lines = recordSections(frame, await gatherRecord(visit)).flatMap((s) => s.lines)
  const line = lines.find((l) => l.about === about && l.key === key)
  if (!line || (wish === 'read_note' && line.note !== 'hidden')) return undefined
  return { wish, line }
}

async function keep(visit: Visit, found: Found): Promise<Answer> {
  const { tx, now } = visit
  const child = getOwnChild(visit)
  const language = await languageOf(visit)
  const typed = { wrong: verbatimIn(visit.form, 'wrong'), right: verbatimIn(visit.form, 'right') }
  const problems = problemsIn(found.wish, typed, wordsFor(language).words.myRecord)
  if (problems.length > 0) return asking(visit, found, problems, 'wrong')
  if (hasMoved(visit, found)) return asking(visit, found, [], 'moved')
  const id = await addCorrection(tx, child, noteOf(found, typed, language), now)
  if (id === undefined)
    return asking(visit, (await lineHere(visit, found.wish)) ?? found, [], 'moved')
  const receipt = await openReceipt(tx, {
    childId: child,
    subject: 'correction',
    subjectId: id,
    now,
  })
  return { kind: 'redirect', to: `/me/sent/${receipt.id}` }
}

/** Whether the line has another version than the one that was read. */
const hasMoved = (visit: Visit, { line }: Found): boolean =>
  line?.version !== undefined && textOf(visit.form, 'version') !== String(line.version)

function noteOf(
  { wish, line }: Found,
  typed: { readonly wrong: string; readonly right: string },
  language: string,
): NewCorrection {
  return {
    wish,
    about: line?.about ?? 'other',
    lineId: line?.lineId,
    lineVersion: line?.version,
    lineKey: line && line.lineId === undefined ? line.key : undefined,
    itSaid: line && saidWhole(line),
    wrong: typed.wrong === '' ? undefined : typed.wrong,
    right: typed.right === '' ? undefined : typed.right,
    language,
  }
}

function problemsIn(
  wish: Wish,
  typed: { readonly wrong: string; readonly right: string },
  w: ReturnType<typeof wordsFor>['words']['myRecord'],
): readonly Problem[] {
  const problems: Problem[] = []
  if (wish === 'wrong' && typed.wrong === '') problems.push({ field: 'wrong', text: w.enterWrong })
  if (wish === 'missing' && typed.right === '')
    problems.push({ field: 'right', text: w.enterMissing })
  if (typed.wrong.length > MOST) problems.push({ field: 'wrong', text: w.tooLong })
  if (typed.right.length > MOST) problems.push({ field: 'right', text: w.tooLong })
  return problems
}

const STATUS = { asked: 200, wrong: 422, moved: 409 } as const

async function asking(
  visit: Visit,
  { wish, line }: Found,
  problems: readonly Problem[],
  why: keyof typeof STATUS,
): Promise<Answer> {
  const page = askView({
    language: await languageOf(visit),
    wish,
    line,
    typed: { wrong: textOf(visit.form, 'wrong'), right: textOf(visit.form, 'right') },
    moved: why === 'moved',
    problems,
  })
  return { kind: 'view', status: STATUS[why], template: 'desks/my-record/ask.njk', model: { page } }
}
