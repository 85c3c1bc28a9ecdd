import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import {
  CORRECTION_ABOUT,
  CORRECTION_OUTCOMES,
  type Correction,
  decidedInWords,
  outcomesFor,
  WHERE_CHANGED,
} from '#domains/children/index.ts'
import type { Receipt } from '../answering/ledger.queries.ts'

export type DecideView = {
  readonly title: string
  readonly child: { readonly id: string; readonly knownAs: string }
  readonly heading: string
  readonly about: string
  readonly day: string
  readonly correction: Correction
  /** What a worker noted, when they ask to read it. */
  readonly note: string | undefined
  readonly answers: string
  readonly decided: string | undefined
  readonly changeAt: string | undefined
  readonly answerAt: string | undefined
  /** Only whoever answers decides, and only while an answer is owed. */
  readonly mayDecide: boolean
  readonly outcomes: readonly {
    readonly value: string
    readonly text: string
    readonly checked: boolean
  }[]
  readonly typed: Readonly<Record<string, string>>
  readonly hard: boolean
  readonly moved: boolean
  readonly errors: Errors
}

const HEADINGS: Readonly<Record<Correction['wish'], string>> = {
  wrong: 'says that something is wrong',
  missing: 'says that something is missing',
  read_note: 'asks to read a note',
}

/** A note of a young person's and the decision about it. */
export function decideView(given: {
  readonly child: DecideView['child']
  readonly correction: Correction
  readonly receipt: Receipt | undefined
  readonly note: string | undefined
  readonly me: string
  readonly mayChange: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly moved: boolean
  readonly problems: readonly Problem[]
}): DecideView {
  const { child, correction, receipt, typed } = given
  const slug = WHERE_CHANGED[correction.about]
  return {
    title: 'A correction',
    child,
    heading: `${child.knownAs} ${HEADINGS[correction.wish]}`,
    about: CORRECTION_ABOUT[correction.about],
    day: londonDay(correction.writtenAt),
    correction,
    note: given.note,
    answers: answersIn(receipt),
    decided: correction.decision && decidedInWords(correction),
    changeAt:
      slug && given.mayChange && correction.wish === 'wrong'
        ? `/children/${child.id}/${slug}`
        : undefined,
    answerAt: receipt && `/children/${child.id}/answers/${receipt.id}`,
    mayDecide: receipt?.state === 'waiting' && receipt.answererId === given.me,
    outcomes: outcomesFor(correction.wish).map((value) => ({
      value,
      text: CORRECTION_OUTCOMES[value],
      checked: typed['outcome'] === value,
    })),
    typed,
    hard: given.problems.some((p) => p.text.startsWith('Some of this may be hard')),
    moved: given.moved,
    errors: errorsOf(given.problems),
  }
}

function answersIn(receipt: Receipt | undefined): string {
  if (receipt?.state !== 'waiting') return 'An answer was given.'
  const day = calendarDay(receipt.answerBy)
  return `${receipt.answererName ?? 'Nobody yet'} owes an answer by ${day ? inWords(day) : receipt.answerBy}.`
}
