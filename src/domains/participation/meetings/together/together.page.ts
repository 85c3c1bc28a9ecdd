import { calendarDay, inWords, typedDay } from '#kernel/calendar-day.ts'
import { readId, type ChildId } from '#kernel/ids.ts'
import { may as has } from '#platform/access/capability.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { getChild } from '#domains/children/index.ts'
import { oneOf, verbatimIn } from '#domains/outcomes/index.ts'
import {
  addLine,
  addMeeting,
  endMeeting,
  findMeeting,
  type Line,
  linesOf,
  type Meeting,
  meetingsOf,
} from '../meetings.queries.ts'
import { LINE_KINDS, type LineKind } from '../meetings.rules.ts'

const url = '/children/:childId/meetings'
const may = 'answers.give'
const childId = (asked: Asked): ChildId | undefined => readId<'child'>(asked.params['childId'])
const folder = 'domains/participation/meetings/together'

const KINDS: Readonly<Record<LineKind, string>> = {
  want_said: 'What they want said',
  not_said: 'What they do not want said',
  not_there: 'Who should not be there',
}
const STATES: Readonly<Record<Line['state'], string>> = {
  draft: 'Theirs alone',
  offered: 'Suggested. They have not said whether it stands',
  stands: 'They said that it stands',
  not_this: 'They left it out',
}
const WHO: Readonly<Record<Line['whoSays'], string>> = {
  me: 'They say it themselves',
  somebody: 'Somebody says it for them',
  read_out: 'It is read out',
  not_said: '',
}
const TALKED = { yes: 'Yes', partly: 'Partly', no: 'No', dont_know: 'They do not know' }

/** Meetings to get ready for together. */
export const seeMeetingsTogether: Page = {
  method: 'GET',
  url,
  may: 'children.read',
  audit: { action: 'meetings.list', childId },
  answer: (visit) => list(visit, []),
}

export const planMeeting: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'meetings.add', childId },
  async answer(visit): Promise<Answer> {
    const child = childId(visit)
    if (!child) return { kind: 'not-found' }
    const called = textOf(visit.form, 'called').trim()
    const typed = textOf(visit.form, 'onDay').trim()
    const onDay = typedDay(typed)
    const problems: Problem[] = []
    if (called === '') problems.push({ field: 'called', text: 'Enter what the meeting is called' })
    if (called.length > 200) problems.push({ field: 'called', text: 'Use 200 letters or fewer' })
    if (typed !== '' && !onDay) {
      problems.push({ field: 'onDay', text: 'Enter the day, like 27 3 2027' })
    }
    if (problems.length > 0) return list(visit, problems)
    const ledBy = textOf(visit.form, 'led') === 'me' ? { ledBy: visit.actor.id } : {}
    const id = await addMeeting(visit.tx, child, { called, onDay, ...ledBy })
    return { kind: 'redirect', to: `/children/${child}/meetings/${id}` }
  },
}

const dayOf = (text: string | undefined): string => {
  const day = text === undefined ? undefined : calendarDay(text)
  return day ? inWords(day) : 'No day yet'
}

async function list(visit: Visit, problems: readonly Problem[]): Promise<Answer> {
  const id = childId(visit)
  if (!id) return { kind: 'not-found' }
  const child = await getChild(visit.tx, id)
  const meetings = await meetingsOf(visit.tx, id)
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: `${folder}/meetings.njk`,
    model: {
      page: {
        title: 'Getting ready for meetings',
        child: { id, knownAs: child.knownAs },
        mayWrite: has(visit.actor.role, may),
        meetings: meetings.map((m) => ({
          href: `/children/${id}/meetings/${m.id}`,
          called: m.called,
          day: dayOf(m.onDay),
        })),
        typed: typedIn(visit.form),
        errors: errorsOf(problems),
      },
    },
  }
}

/** One page that the young person owns: staff suggest lines, and no more. Never a draft. */
export const seeMeetingTogether: Page = {
  method: 'GET',
  url: `${url}/:meeting`,
  may: 'children.read',
  audit: { action: 'meetings.read', childId },
  async answer(visit): Promise<Answer> {
    const meeting = await meetingOf(visit)
    return meeting ? one(visit, meeting, []) : { kind: 'not-found' }
  },
}

export const suggestLine: Page = {
  method: 'POST',
  url: `${url}/:meeting`,
  may,
  audit: { action: 'meetings.write', childId },
  async answer(visit): Promise<Answer> {
    const meeting = await meetingOf(visit)
    if (!meeting) return { kind: 'not-found' }
    const problem = await act(visit, meeting)
    if (problem) return one(visit, (await meetingOf(visit)) ?? meeting, [problem])
    return { kind: 'redirect', to: `/children/${meeting.childId}/meetings/${meeting.id}` }
  },
}

async function act(visit: Visit, meeting: Meeting): Promise<Problem | undefined> {
  const moved = {
    field: 'words',
    text: 'Nothing was changed: the meeting changed meanwhile. Look again',
  }
  const doing = textOf(visit.form, 'do')
  if (doing === 'held' || doing === 'not_held') {
    return (await endMeeting(visit.tx, meeting, doing, versionOf(visit.form))) ? undefined : moved
  }
  const kind = oneOf(LINE_KINDS, textOf(visit.form, 'kind'))
  const words = verbatimIn(visit.form, 'words')
  if (meeting.state !== 'planned') return moved
  if (!kind) return { field: 'kind', text: 'Choose what the line is' }
  if (words.trim() === '') return { field: 'words', text: 'Write the line' }
  if (words.length > 2000) return { field: 'words', text: 'Use 2,000 letters or fewer' }
  await addLine(visit.tx, meeting, {
    kind,
    words,
    language: 'en',
    whoSays: 'not_said',
    whoName: undefined,
    state: 'offered',
  })
  return undefined
}

async function meetingOf(visit: Visit): Promise<Meeting | undefined> {
  const child = childId(visit)
  const id = readId<'meeting'>(visit.params['meeting'])
  return child && id && findMeeting(visit.tx, child, id)
}

async function one(visit: Visit, meeting: Meeting, problems: readonly Problem[]): Promise<Answer> {
  const child = await getChild(visit.tx, meeting.childId)
  const lines = await linesOf(visit.tx, meeting.id)
  const typed = typedIn(visit.form)
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: `${folder}/meeting.njk`,
    model: {
      page: {
        title: 'Getting ready for a meeting',
        child: { id: child.id, knownAs: child.knownAs },
        mayWrite: has(visit.actor.role, may),
        meeting: { ...meeting, day: dayOf(meeting.onDay) },
        groups: LINE_KINDS.map((kind) => ({
          title: KINDS[kind],
          lines: lines.filter((l) => l.kind === kind).map(lineOf),
        })),
        kinds: LINE_KINDS.map((value) => ({
          value,
          text: KINDS[value],
          checked: typed['kind'] === value,
        })),
        typed,
        errors: errorsOf(problems),
      },
    },
  }
}

const lineOf = (line: Line) => ({
  words: line.words,
  language: line.language,
  state:
    line.state === 'offered'
      ? `${STATES.offered}. By ${line.byName ?? 'somebody'}`
      : STATES[line.state],
  who: line.whoName ? `${WHO[line.whoSays]}: ${line.whoName}` : WHO[line.whoSays],
  talked: line.talked && `Did they talk about it? ${TALKED[line.talked]}`,
})
