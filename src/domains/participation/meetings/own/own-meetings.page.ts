import { typedDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { oneOf, verbatimIn } from '#domains/outcomes/index.ts'
import {
  getOwnChild,
  languageOf,
  ownChild,
  wordsFor,
  type YouthWords,
  sayIn,
} from '#domains/words/index.ts'
import { openReceipt } from '../../answering/receipts.queries.ts'
import {
  addLine,
  addMeeting,
  endMeeting,
  findMeeting,
  linesOf,
  type Meeting,
  meetingsOf,
  sayAfter,
  sayOfLine,
} from '../meetings.queries.ts'
import { LINE_KINDS, TALKED, WHO_SAYS } from '../meetings.rules.ts'
import { meetingsView, oneMeetingView } from './own-meetings.view.ts'

const may = 'me.open'
const MOST = 2000
const folder = 'domains/participation/meetings/own'

export const seeMeetings: Page = {
  method: 'GET',
  url: '/me/meetings',
  may,
  audit: { action: 'me.meetings.see', childId: ownChild },
  answer: (visit) => list(visit, []),
}

/** A meeting I want to get ready for. */
export const addOwnMeeting: Page = {
  method: 'POST',
  url: '/me/meetings',
  may,
  audit: { action: 'me.meetings.add', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const language = await languageOf(visit)
    const { words: w } = wordsFor(language)
    const called = verbatimIn(visit.form, 'called').trim()
    const typed = textOf(visit.form, 'onDay').trim()
    const onDay = typedDay(typed)
    const problems: Problem[] = []
    if (called === '') problems.push({ field: 'called', text: w.meetings.enterCalled })
    if (called.length > 200) {
      problems.push({ field: 'called', text: sayIn({ language }, w.answer.tooLong, { most: 200 }) })
    }
    if (typed !== '' && !onDay) problems.push({ field: 'onDay', text: w.meetings.dayWrong })
    if (problems.length > 0) return list(visit, problems)
    const id = await addMeeting(visit.tx, getOwnChild(visit), { called, onDay })
    return { kind: 'redirect', to: `/me/meetings/${id}` }
  },
}

async function list(visit: Visit, problems: readonly Problem[]): Promise<Answer> {
  const meetings = await meetingsOf(visit.tx, getOwnChild(visit))
  const page = meetingsView(await languageOf(visit), meetings, typedIn(visit.form), problems)
  const status = problems.length > 0 ? 422 : 200
  return { kind: 'view', status, template: `${folder}/own-meetings.njk`, model: { page } }
}

export const seeMeeting: Page = {
  method: 'GET',
  url: '/me/meetings/:meeting',
  may,
  audit: { action: 'me.meetings.read', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const meeting = await meetingOf(visit)
    return meeting ? one(visit, meeting, []) : { kind: 'not-found' }
  },
}

/** Adds a line, says that one stands or not, that the meeting has been, and what they talked about. */
export const writeMeeting: Page = {
  method: 'POST',
  url: '/me/meetings/:meeting',
  may,
  audit: { action: 'me.meetings.write', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const meeting = await meetingOf(visit)
    if (!meeting) return { kind: 'not-found' }
    const { words: w } = wordsFor(await languageOf(visit))
    const doing = textOf(visit.form, 'do')
    const act = Object.hasOwn(ACTS, doing) ? ACTS[doing] : ACTS['draft']
    const problem = await act?.(visit, meeting, w)
    if (problem) return one(visit, (await meetingOf(visit)) ?? meeting, [problem])
    return { kind: 'redirect', to: `/me/meetings/${meeting.id}` }
  },
}

type Act = (visit: Visit, meeting: Meeting, w: YouthWords) => Promise<Problem | undefined>

const ACTS: Readonly<Record<string, Act>> = {
  draft: (visit, meeting, w) => write(visit, meeting, w, 'draft'),
  stands: (visit, meeting, w) => write(visit, meeting, w, 'stands'),
  'line-stands': (visit, meeting, w) => sayLine(visit, meeting, w, 'stands'),
  'line-not-this': (visit, meeting, w) => sayLine(visit, meeting, w, 'not_this'),
  held: (visit, meeting, w) => end(visit, meeting, w, 'held'),
  'not-held': (visit, meeting, w) => end(visit, meeting, w, 'not_held'),
  after,
}

async function write(
  visit: Visit,
  meeting: Meeting,
  w: YouthWords,
  state: 'draft' | 'stands',
): Promise<Problem | undefined> {
  const kind = oneOf(LINE_KINDS, textOf(visit.form, 'kind'))
  const words = verbatimIn(visit.form, 'words')
  const whoName = textOf(visit.form, 'whoName').trim()
  if (meeting.state !== 'planned') return { field: 'words', text: w.meetings.changed }
  if (!kind) return { field: 'kind', text: w.meetings.enterKind }
  if (words.trim() === '') return { field: 'words', text: w.meetings.enterWords }
  if (words.length > MOST || whoName.length > 200) {
    return {
      field: 'words',
      text: sayIn({ language: await languageOf(visit) }, w.answer.tooLong, { most: MOST }),
    }
  }
  const whoSays = oneOf(WHO_SAYS, textOf(visit.form, 'whoSays')) ?? 'not_said'
  await addLine(visit.tx, meeting, {
    kind,
    words,
    language: await languageOf(visit),
    whoSays,
    whoName: whoSays === 'somebody' && whoName !== '' ? whoName : undefined,
    state,
  })
  return undefined
}

async function sayLine(
  visit: Visit,
  meeting: Meeting,
  w: YouthWords,
  state: 'stands' | 'not_this',
): Promise<Problem | undefined> {
  const lines = await linesOf(visit.tx, meeting.id)
  const line = lines.find((l) => l.id === textOf(visit.form, 'line'))
  const done =
    line &&
    meeting.state === 'planned' &&
    (await sayOfLine(visit.tx, line.id, state, versionOf(visit.form)))
  return done ? undefined : { field: 'lines', text: w.meetings.changed }
}

async function end(
  visit: Visit,
  meeting: Meeting,
  w: YouthWords,
  state: 'held' | 'not_held',
): Promise<Problem | undefined> {
  const done = await endMeeting(visit.tx, meeting, state, versionOf(visit.form))
  return done ? undefined : { field: 'lines', text: w.meetings.changed }
}

/** Did they talk about it? If not, whoever led it, or stands beside them, owes an answer why. */
async function after(visit: Visit, meeting: Meeting, w: YouthWords): Promise<Problem | undefined> {
  const talked = oneOf(TALKED, textOf(visit.form, 'talked'))
  const words = verbatimIn(visit.form, 'talkedWords')
  const lines = await linesOf(visit.tx, meeting.id)
  const line = lines.find((l) => l.id === textOf(visit.form, 'line') && l.state === 'stands')
  if (!line || meeting.state !== 'held') return { field: 'lines', text: w.meetings.changed }
  if (!talked) return { field: 'lines', text: w.answered.choose }
  if (words.length > MOST) {
    return {
      field: 'lines',
      text: sayIn({ language: await languageOf(visit) }, w.answer.tooLong, { most: MOST }),
    }
  }
  const [child, language, now] = [getOwnChild(visit), await languageOf(visit), visit.now]
  const said = { talked, words: words === '' ? undefined : words, language, now }
  const id = await sayAfter(visit.tx, child, line.id, said)
  if (id === undefined || talked === 'yes' || talked === 'dont_know') return undefined
  const led = meeting.ledBy === undefined ? undefined : readId<'person'>(meeting.ledBy)
  await openReceipt(visit.tx, {
    childId: child,
    subject: 'meeting',
    subjectId: id,
    now,
    chosen: led,
  })
  return undefined
}

async function meetingOf(visit: Visit): Promise<Meeting | undefined> {
  const id = readId<'meeting'>(visit.params['meeting'])
  return id && findMeeting(visit.tx, getOwnChild(visit), id)
}

async function one(visit: Visit, meeting: Meeting, problems: readonly Problem[]): Promise<Answer> {
  const page = oneMeetingView({
    language: await languageOf(visit),
    meeting,
    lines: await linesOf(visit.tx, meeting.id),
    typed: typedIn(visit.form),
    problems,
  })
  const status = problems.length > 0 ? 422 : 200
  return { kind: 'view', status, template: `${folder}/one-meeting.njk`, model: { page } }
}
