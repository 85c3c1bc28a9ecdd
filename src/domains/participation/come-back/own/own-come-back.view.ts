import type { Allocation } from '#domains/children/index.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'
import type { Receipt } from '../../answering/ledger.queries.ts'
import { dayText } from '../../answering/sent/sent.view.ts'
import type { Wish } from '../come-back.queries.ts'
import { OFTEN } from '../come-back.rules.ts'

export type OwnComeBackView = Frame & {
  readonly nobody: boolean
  /** Who stands beside them now, in one line. */
  readonly beside: string | undefined
  readonly stopped: boolean
  /** What they asked last, and who answers by when, while it waits. */
  readonly asked: { readonly lines: readonly string[]; readonly href: string } | undefined
  readonly id: string
  readonly typed: string
  readonly often: readonly {
    readonly value: string
    readonly text: string
    readonly checked: boolean
  }[]
  readonly version: number
  readonly saved: boolean
  readonly changed: boolean
  readonly errors: Errors
}

type Given = {
  readonly language: string
  readonly allocations: readonly Allocation[]
  readonly stopped: boolean
  readonly receipts: readonly Receipt[]
  readonly wish: Wish
  readonly id: string
  readonly typed: string
  readonly saved: boolean
  readonly changed: boolean
  readonly problems: readonly Problem[]
}

/** Talking to somebody again, and how often somebody asks. */
export function ownComeBackView(given: Given): OwnComeBackView {
  const frame = frameIn(given.language, false, (words) => words.comeBack.title)
  const w = frame.w.comeBack
  const now = given.allocations.filter((a) => a.endedOn === undefined)
  const names = [...new Set(now.map((a) => a.personName ?? frame.w.looked.somebody))]
  return {
    ...frame,
    nobody: now.length === 0,
    beside: names.length > 0 ? say(w.besideNow, { names: names.join(', ') }) : undefined,
    stopped: given.stopped,
    asked: askedOf(frame, given.receipts),
    id: given.id,
    typed: given.typed,
    often: OFTEN.map((value) => ({
      value,
      text: w.often[value],
      checked: value === given.wish.often,
    })),
    version: given.wish.version,
    saved: given.saved,
    changed: given.changed,
    errors: errorsOf(given.problems),
  }
}

function askedOf(frame: Frame, receipts: readonly Receipt[]): OwnComeBackView['asked'] {
  const w = frame.w.comeBack
  const last = receipts.find((r) => r.subject === 'come_back')
  if (!last) return undefined
  const day = dayText(frame.language, last.answerBy)
  const who =
    last.answererName === undefined
      ? say(w.answersNobody, { day })
      : say(w.answers, { name: last.answererName, day })
  const state = last.state === 'waiting' ? who : frame.w.answered.states[last.state]
  return {
    lines: [say(w.asked, { day: dayIn(frame.language, last.sentAt) }), state],
    href: `/me/sent/${last.id}`,
  }
}
