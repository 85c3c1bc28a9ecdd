import { calendarDay, inWords, type CalendarDay } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { wordsFor, type YouthWords } from '#domains/words/index.ts'
import {
  BACK_WORDS,
  DECISION_WORDS,
  DECISIONS,
  isLate,
  owedNext,
  WEIGHT_WORDS,
  WEIGHTS,
} from '../answering.rules.ts'
import type { CanAnswer, Receipt, Step } from '../ledger.queries.ts'
import { decidedAt, type SentThing } from '../subjects.ts'

type Given = {
  readonly child: { readonly id: string; readonly knownAs: string }
  readonly receipt: Receipt
  readonly sent: SentThing | undefined
  readonly steps: readonly Step[]
  readonly others: readonly CanAnswer[]
  readonly me: { readonly id: string; readonly name: string; readonly manages: boolean }
  readonly today: CalendarDay
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
  readonly moved: boolean
}

export type AnswerView = {
  readonly title: string
  readonly child: Given['child']
  readonly receipt: string
  readonly heading: string
  readonly promised: string
  readonly sent: SentThing | undefined
  readonly steps: readonly StepLine[]
  readonly owed: 'considered' | 'decided' | 'replied' | undefined
  /** Where they decide about it first. */
  readonly decideAt: string | undefined
  readonly mayAdd: boolean
  readonly others: readonly { readonly value: string; readonly text: string }[]
  readonly othersToChoose: readonly { readonly value: string; readonly text: string }[]
  readonly weights: readonly Choice[]
  readonly decisions: readonly Choice[]
  readonly typed: Readonly<Record<string, string>>
  readonly decidedBy: string
  /** What the recorder says, for staff. */
  readonly spokenWords: Pick<YouthWords, 'make' | 'made'>
  readonly hard: boolean
  readonly moved: boolean
  readonly errors: Errors
}

type Choice = { readonly value: string; readonly text: string; readonly checked: boolean }
export type StepLine = {
  /** Where it can be heard. */
  readonly heard: string | undefined
  readonly what: string
  readonly when: string
  readonly say: string | undefined
  readonly words: string | undefined
  readonly language: string
}

const SPOKEN: AnswerView['spokenWords'] = {
  ...wordsFor('en').words,
  make: {
    ...wordsFor('en').words.make,
    voiceHint: 'Press Record and speak. Nobody hears it until you send the answer.',
  },
}

const STATES: Readonly<Record<Receipt['state'], string>> = {
  waiting: 'waits for an answer',
  answered: 'has an answer to read',
  settled: 'says that it is answered',
  no_need: 'says that no answer is needed',
  taken_back: 'took this back',
}

/** What was sent, what became of it so far, and the one thing that comes next. */
export function answerView(given: Given): AnswerView {
  const { receipt, steps, typed, child } = given
  const choose = (values: readonly string[], words: Readonly<Record<string, string>>, at: string) =>
    values.map((value) => ({ value, text: words[value] ?? value, checked: typed[at] === value }))
  const mine = receipt.answererId === given.me.id
  const readable = given.sent !== undefined
  const mayPassOn = receipt.state === 'waiting' && (mine || given.me.manages || !receipt.answererId)
  const others = mayPassOn ? given.others.map(otherOf) : []
  return {
    title: 'Answer',
    child,
    receipt: receipt.id,
    heading: `${child.knownAs} ${STATES[receipt.state]}`,
    promised: promisedIn(given),
    sent: given.sent,
    steps: steps.map((s) => ({
      ...stepLine(s, child.knownAs),
      heard: s.file && `/children/${child.id}/answers/${receipt.id}/heard/${s.file}`,
    })),
    decideAt: decidedAt(receipt),
    owed: mine && readable ? owedHere(receipt, steps) : undefined,
    mayAdd: readable && (receipt.state === 'answered' || receipt.state === 'settled'),
    others,
    othersToChoose: [{ value: '', text: 'Choose somebody' }, ...others],
    weights: choose(WEIGHTS, WEIGHT_WORDS, 'weight'),
    decisions: choose(DECISIONS, DECISION_WORDS, 'decision'),
    spokenWords: SPOKEN,
    typed,
    decidedBy: typed['decidedBy'] ?? given.me.name,
    hard: given.problems.some((p) => p.text.startsWith('Some of this may be hard')),
    moved: given.moved,
    errors: errorsOf(given.problems),
  }
}

/** The step that comes next on this page; none where it is decided about on a page of its own. */
function owedHere(receipt: Receipt, steps: readonly Step[]): AnswerView['owed'] {
  if (decidedAt(receipt)) return undefined
  return owedNext({ state: receipt.state, kinds: steps.map((s) => s.kind) })
}

const otherOf = (o: CanAnswer) => ({
  value: o.id,
  text: o.part === 'manager' ? `${o.name}, manager` : o.name,
})

function promisedIn({ receipt, today, me }: Given): string {
  const sent = `Sent on ${londonDay(receipt.sentAt)}.`
  if (receipt.state !== 'waiting') return sent
  const who =
    receipt.answererId === me.id ? 'You answer' : `${receipt.answererName ?? 'Nobody yet'} answers`
  const day = calendarDay(receipt.answerBy)
  const by = day ? inWords(day) : receipt.answerBy
  return isLate(receipt, today)
    ? `${sent} An answer was promised by ${by}, and is still owed. ${who}.`
    : `${sent} ${who} by ${by}.`
}

/** One step of the ledger in words for staff. */
export function stepLine(s: Step, knownAs: string): Omit<StepLine, 'heard'> {
  const by = s.byName ?? 'Somebody'
  const to = s.toName ?? 'nobody yet'
  const what: Readonly<Record<Step['kind'], string>> = {
    considered: `${by} considered it`,
    decided: `Decided by ${s.decidedBy ?? by}`,
    replied: `${by} answered`,
    said_back: `${knownAs} said`,
    came_of_it: `What came of it, written by ${by}`,
    passed_on: `Passed on to ${to}`,
    went_up: `The answer did not come in time. Gone up to ${to}`,
    taken_back: `${knownAs} took it back`,
  }
  const say = s.weight
    ? WEIGHT_WORDS[s.weight]
    : s.decision
      ? DECISION_WORDS[s.decision]
      : s.back && BACK_WORDS[s.back]
  return {
    what: what[s.kind],
    when: londonDay(s.at),
    say,
    words: s.words,
    language: s.wordsLanguage,
  }
}
