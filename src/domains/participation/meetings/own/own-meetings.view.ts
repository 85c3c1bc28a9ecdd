import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { type Frame, frameIn, say } from '#domains/words/index.ts'
import { dayText } from '../../answering/sent/sent.view.ts'
import type { Line, Meeting } from '../meetings.queries.ts'
import { LINE_KINDS, TALKED, WHO_SAYS } from '../meetings.rules.ts'

export type MeetingLine = {
  readonly href: string
  readonly called: string
  readonly when: string | undefined
  readonly state: string | undefined
}

const when = (frame: Frame, meeting: Meeting): string | undefined =>
  meeting.onDay === undefined
    ? undefined
    : say(frame.w.meetings.onDay, { day: dayText(frame.language, meeting.onDay) })

const meetingLine = (frame: Frame, meeting: Meeting): MeetingLine => ({
  href: `/me/meetings/${meeting.id}`,
  called: meeting.called,
  when: when(frame, meeting),
  state:
    meeting.state === 'planned'
      ? undefined
      : meeting.state === 'held'
        ? frame.w.meetings.held
        : frame.w.meetings.notHeld,
})

export type MeetingsView = Frame & {
  readonly meetings: readonly MeetingLine[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Errors
}

export function meetingsView(
  language: string,
  meetings: readonly Meeting[],
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): MeetingsView {
  const frame = frameIn(language, false, (w) => w.meetings.title)
  return {
    ...frame,
    meetings: meetings.map((m) => meetingLine(frame, m)),
    typed,
    errors: errorsOf(problems),
  }
}

type OwnLine = {
  readonly id: string
  readonly words: string
  readonly language: string
  readonly who: string | undefined
  readonly state: string
  readonly version: number
  readonly mayStand: boolean
  readonly mayLeave: boolean
  readonly ask: boolean
  readonly said: string | undefined
  readonly saidWords: string | undefined
  readonly owed: boolean
}

export type OneMeetingView = Frame & {
  readonly meeting: MeetingLine
  readonly here: string
  readonly version: number
  readonly planned: boolean
  readonly held: boolean
  readonly groups: readonly { readonly title: string; readonly lines: readonly OwnLine[] }[]
  readonly kinds: readonly Choice[]
  readonly who: readonly Choice[]
  readonly talked: readonly { readonly value: string; readonly text: string }[]
  readonly howWeWere: string
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Errors
}

type Choice = { readonly value: string; readonly text: string; readonly chosen: boolean }

/** One page for one meeting, the young person's own. */
export function oneMeetingView(given: {
  readonly language: string
  readonly meeting: Meeting
  readonly lines: readonly Line[]
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}): OneMeetingView {
  const { meeting, typed } = given
  const frame = frameIn(given.language, false, (w) => w.meetings.title)
  const w = frame.w.meetings
  return {
    ...frame,
    meeting: meetingLine(frame, meeting),
    here: `/me/meetings/${meeting.id}`,
    version: meeting.version,
    planned: meeting.state === 'planned',
    held: meeting.state === 'held',
    groups: LINE_KINDS.map((kind) => ({
      title: w.kinds[kind],
      lines: given.lines.filter((l) => l.kind === kind).map((l) => ownLine(frame, l, meeting)),
    })),
    kinds: LINE_KINDS.map((value) => ({
      value,
      text: w.kinds[value],
      chosen: typed['kind'] === value,
    })),
    who: WHO_SAYS.map((value) => ({
      value,
      text: w.who[value],
      chosen: (typed['whoSays'] ?? 'not_said') === value,
    })),
    talked: TALKED.map((value) => ({ value, text: w.talkedAs[value] })),
    howWeWere: `/me/how-we-were/meeting/${meeting.id}`,
    typed,
    errors: errorsOf(given.problems),
  }
}

function ownLine(frame: Frame, line: Line, meeting: Meeting): OwnLine {
  const w = frame.w.meetings
  const planned = meeting.state === 'planned'
  const asked = meeting.state === 'held' && line.state === 'stands' && line.kind === 'want_said'
  return {
    id: line.id,
    words: line.words,
    language: line.language,
    who: whoSays(frame, line),
    state: stateOf(frame, line),
    version: line.version,
    mayStand: planned && line.state !== 'stands',
    mayLeave: planned && line.state !== 'not_this',
    ask: asked && line.talked === undefined,
    said: line.talked && say(w.youSaid, { answer: w.talkedAs[line.talked] }),
    saidWords: line.talkedWords,
    owed: line.talked === 'no' || line.talked === 'partly',
  }
}

function stateOf(frame: Frame, line: Line): string {
  const w = frame.w.meetings
  const states: Readonly<Record<Line['state'], string>> = {
    draft: w.mineAlone,
    offered: say(w.offeredBy, { name: line.byName ?? frame.w.answered.somebody }),
    stands: w.stands,
    not_this: w.leftOut,
  }
  return states[line.state]
}

function whoSays(frame: Frame, line: Line): string | undefined {
  if (line.kind !== 'want_said' || line.whoSays === 'not_said') return undefined
  const text = frame.w.meetings.who[line.whoSays]
  return line.whoName === undefined ? text : `${text}: ${line.whoName}`
}
