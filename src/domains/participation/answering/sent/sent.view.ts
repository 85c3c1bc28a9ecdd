import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { dayIn, type Frame, frameIn, say, type YouthWords } from '#domains/words/index.ts'
import { isLate, maySayBack } from '../answering.rules.ts'
import type { Receipt, Step } from '../ledger.queries.ts'

export type SentLine = {
  readonly href: string
  readonly what: string
  readonly sent: string
  readonly state: string
  readonly who: string | undefined
}

/** A calendar day for a reader of that language: noon, so that no zone moves it. */
export function dayText(language: string, day: string): string {
  const known = calendarDay(day.slice(0, 10))
  return known ? dayIn(language, new Date(`${known}T12:00:00Z`)) : day
}

const subjectOf = (w: YouthWords, subject: string): string => {
  const subjects: Readonly<Record<string, string>> = w.answered.subjects
  return subjects[subject] ?? w.answered.subjects.other
}

/** Who answers, and by when: a person and a day, always. */
function whoAnswers(frame: Frame, receipt: Receipt): string | undefined {
  const { w } = frame
  if (receipt.state !== 'waiting') return undefined
  const day = dayText(frame.language, receipt.answerBy)
  return receipt.answererName === undefined
    ? say(w.answered.whoAnswersNobody, { day })
    : say(w.answered.whoAnswers, { name: receipt.answererName, day })
}

export function sentLine(frame: Frame, receipt: Receipt): SentLine {
  return {
    href: `/me/sent/${receipt.id}`,
    what: subjectOf(frame.w, receipt.subject),
    sent: say(frame.w.answered.sentOn, { day: dayIn(frame.language, receipt.sentAt) }),
    state: frame.w.answered.states[receipt.state],
    who: whoAnswers(frame, receipt),
  }
}

export type AnswerToTell = {
  readonly href: string
  readonly what: string
  readonly news: string
}

/** What is new of what they sent: an answer that came, the newest first, or that none came by its day and somebody else was asked. */
export function answersToTell(
  frame: Frame,
  receipts: readonly Receipt[],
  today: CalendarDay,
): readonly AnswerToTell[] {
  const { answered } = frame.w
  const told = (receipt: Receipt, news: string): AnswerToTell => ({
    href: `/me/sent/${receipt.id}`,
    what: subjectOf(frame.w, receipt.subject),
    news,
  })
  return [
    ...receipts.filter((r) => r.state === 'answered').map((r) => told(r, answered.states.answered)),
    ...receipts
      .filter((r) => isLate(r, today))
      .map((r) => told(r, say(answered.late, { day: dayText(frame.language, r.answerBy) }))),
    ...receipts
      .filter((r) => r.state === 'waiting' && r.answererWhy === 'went_up' && !isLate(r, today))
      .map((r) => told(r, answered.why.went_up)),
  ]
}

export type SentView = Frame & { readonly lines: readonly SentLine[] }

export function sentView(language: string, receipts: readonly Receipt[]): SentView {
  const frame = frameIn(language, false, (w) => w.answered.title)
  return { ...frame, lines: receipts.map((r) => sentLine(frame, r)) }
}

type StepLine = {
  /** Where it can be heard. */
  readonly heard: string | undefined
  readonly day: string
  readonly what: string
  readonly say: string | undefined
  readonly words: string | undefined
  readonly language: string
}

export type OneSentView = Frame & {
  readonly line: SentLine
  readonly why: string | undefined
  readonly late: string | undefined
  readonly keptTo: string | undefined
  readonly readAt: string
  readonly steps: readonly StepLine[]
  readonly reply: StepLine | undefined
  readonly here: string
  readonly version: number
  readonly backs: readonly { readonly value: string; readonly text: string }[]
  readonly back: 'answer' | 'no_need' | undefined
  readonly howWeWere: string | undefined
  readonly done: boolean
  readonly typed: string
  readonly errors: Errors
}

type Given = {
  readonly language: string
  readonly receipt: Receipt
  readonly steps: readonly Step[]
  readonly readAt: string
  readonly today: CalendarDay
  readonly typed: string
  readonly done: boolean
  readonly problems: readonly Problem[]
}

/** One thing that was sent: who answers, what happened with it, and the answer. */
export function oneSentView(given: Given): OneSentView {
  const { receipt, steps } = given
  const frame = frameIn(given.language, false, (w) => w.answered.title)
  const w = frame.w.answered
  const why: Readonly<Record<string, string>> = w.why
  const backs = maySayBack(receipt.state)
  const replies = steps.filter((s) => s.kind === 'replied')
  const late = isLate(receipt, given.today)
  return {
    ...frame,
    line: sentLine(frame, receipt),
    why: receipt.state === 'waiting' && !late ? why[receipt.answererWhy] : undefined,
    late: late ? say(w.late, { day: dayText(frame.language, receipt.answerBy) }) : undefined,
    keptTo: receipt.keptTo ? w.keptTo : undefined,
    readAt: given.readAt,
    steps: steps.map((s) => stepLine(frame, receipt.id, s)),
    reply:
      replies.length > 0
        ? stepLine(frame, receipt.id, replies[replies.length - 1] ?? steps[0])
        : undefined,
    here: `/me/sent/${receipt.id}`,
    version: receipt.version,
    backs: backs.map((value) => ({ value, text: w.back[value] })),
    back: backs.length === 0 ? undefined : receipt.state === 'answered' ? 'answer' : 'no_need',
    howWeWere: replies.length > 0 ? `/me/how-we-were/answer/${receipt.id}` : undefined,
    done: given.done,
    typed: given.typed,
    errors: errorsOf(given.problems),
  }
}

function stepLine(frame: Frame, receipt: string, s: Step | undefined): StepLine {
  if (!s) throw new Error('There is no step to show')
  const w = frame.w.answered
  const nobody = s.kind === 'passed_on' && s.toName === undefined
  const name = (s.kind === 'passed_on' || s.kind === 'went_up' ? s.toName : s.byName) ?? w.somebody
  const decider = s.kind === 'decided' ? (s.decidedBy ?? name) : name
  return {
    heard: s.file && `/me/sent/${receipt}/heard/${s.file}`,
    day: dayIn(frame.language, s.at),
    what: nobody ? w.steps.passed_on_nobody : say(w.steps[s.kind], { name: decider }),
    say: saidIn(w, s),
    words: s.words,
    language: s.wordsLanguage,
  }
}

function saidIn(w: YouthWords['answered'], s: Step): string | undefined {
  if (s.weight) return w.weights[s.weight]
  if (s.decision) return w.decisions[s.decision]
  return s.back && w.back[s.back]
}
