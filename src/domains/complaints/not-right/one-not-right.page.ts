import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { giveFile } from '#platform/http/media.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { oneOf, verbatimIn } from '#domains/outcomes/index.ts'
import { getOwnChild, languageOf, ownChild, wordsFor, sayIn } from '#domains/words/index.ts'
import { isOver, maySayBack, WORSE } from '../complaints.rules.ts'
import { type Complaint, findComplaint, isKeptUnsent, outsideFor } from '../complaints.queries.ts'
import {
  addComplaintStep,
  complaintSteps,
  holdComplaint,
  type NewComplaintStep,
} from '../steps.queries.ts'
import { oneNotRightView } from './not-right.view.ts'

const url = '/me/not-right/:complaint'
const may = 'me.open'
const MOST = 5000

/** What I said, who looks at it, by when, what has happened, the answer, and what I can do next. */
export const seeOneNotRight: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.other.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const complaint = await own(visit)
    return complaint ? shown(visit, complaint, []) : { kind: 'not-found' }
  },
}

/** What I spoke, drew or photographed, to hear or look at again. */
export const ownNotRightFile: Page = {
  method: 'GET',
  url: `${url}/file`,
  may,
  audit: { action: 'me.other.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const made = (await own(visit))?.made
    if (!made) return { kind: 'not-found' }
    const file = await visit.store.open(visit.tx, made.file, visit.now)
    // What waits to be scanned came from this young person: it is no danger to them that it was not before.
    return giveFile(file, visit.range, ['clean', 'not_scanned', 'waiting'])
  },
}

/** What a form of mine kept and has not sent, to hear or look at. */
export const keptNotRightFile: Page = {
  method: 'GET',
  url: '/me/not-right/kept/:file',
  may,
  audit: { action: 'me.other.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const id = readId<'file'>(visit.params['file'])
    if (!id || !(await isKeptUnsent(visit.tx, id, getOwnChild(visit)))) return { kind: 'not-found' }
    const file = await visit.store.open(visit.tx, id, visit.now)
    return giveFile(file, visit.range, ['clean', 'not_scanned', 'waiting'])
  },
}

/** What I think of the answer; whether anything is worse since; taking it back. */
export const writeOneNotRight: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.other.send', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const found = await own(visit)
    if (!found) return { kind: 'not-found' }
    await holdComplaint(visit.tx, found.id)
    const complaint = (await own(visit)) ?? found
    const read = await readStep(visit, complaint)
    if ('problem' in read) return shown(visit, complaint, [read.problem])
    await addComplaintStep(visit.tx, complaint, read.step, visit.now)
    return { kind: 'redirect', to: `/me/not-right/${complaint.id}` }
  },
}

type Read = { readonly step: NewComplaintStep } | { readonly problem: Problem }

async function readStep(visit: Visit, complaint: Complaint): Promise<Read> {
  const { form } = visit
  const language = await languageOf(visit)
  const { words: w } = wordsFor(language)
  const typed = verbatimIn(form, 'words')
  const words = typed === '' ? undefined : typed
  const doing = textOf(form, 'do')
  const field = doing === 'worse' ? 'worse' : 'back'
  if (typed.length > MOST) {
    return { problem: { field, text: sayIn({ language }, w.answer.tooLong, { most: MOST }) } }
  }
  if (doing === 'worse') {
    const worse = oneOf(WORSE, textOf(form, 'worse'))
    return worse
      ? { step: { kind: 'worse_said', worse, words, language } }
      : { problem: { field, text: w.notRight.choose } }
  }
  if (versionOf(form) !== complaint.version) {
    return { problem: { field, text: w.notRight.changed } }
  }
  if (doing === 'take-back') {
    return isOver(complaint.state)
      ? { problem: { field, text: w.notRight.changed } }
      : { step: { kind: 'taken_back' } }
  }
  const back = oneOf(maySayBack(complaint.state, complaint.furtherStage), textOf(form, 'back'))
  return back
    ? { step: { kind: 'said_back', back, words, language } }
    : { problem: { field, text: w.notRight.choose } }
}

async function own(visit: Visit): Promise<Complaint | undefined> {
  const id = readId<'complaint'>(visit.params['complaint'])
  const found = id && (await findComplaint(visit.tx, id))
  return found?.childId === getOwnChild(visit) ? found : undefined
}

async function shown(
  visit: Visit,
  complaint: Complaint,
  problems: readonly Problem[],
): Promise<Answer> {
  const today = londonCalendarDay(visit.now)
  const page = oneNotRightView({
    language: await languageOf(visit),
    complaint,
    steps: await complaintSteps(visit.tx, complaint.id),
    outside: await outsideFor(visit.tx, visit.actor.organisationId, today),
    today,
    typed: typedIn(visit.form),
    justSent: textOf(visit.query, 'just') === 'sent',
    problems,
  })
  const status = problems.length > 0 ? 422 : 200
  const template = 'domains/complaints/not-right/one-not-right.njk'
  return { kind: 'view', status, template, media: 'plays', model: { page } }
}
