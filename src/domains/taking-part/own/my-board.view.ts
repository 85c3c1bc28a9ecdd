import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'
import { londonWallClock } from '#kernel/london-time.ts'
import type { Opportunity, OwnAnswer } from '../board.queries.ts'
import { answersAfter } from '../taking-part.rules.ts'

type Given = {
  readonly language: string
  readonly on: readonly Opportunity[]
  readonly answers: readonly OwnAnswer[]
  readonly invitations: ReadonlyMap<string, string | null>
  readonly doNotAsk: boolean
}

/** The board as a young person reads it: all of it, in the order of its days, and nothing of anybody else. */
export function myBoardView(given: Given) {
  const frame = frameIn(given.language, false, (w) => w.takingPart.title)
  return {
    ...frame,
    on: given.on.map((o) => lineOf(frame, given, o)),
    doNotAsk: given.doNotAsk,
  }
}

function lineOf(frame: Frame, given: Given, o: Opportunity) {
  const w = frame.w.takingPart
  const mine = given.answers.find((a) => a.opportunityId === o.id)
  const invited = given.invitations.get(o.id)
  const asked = given.invitations.has(o.id) && !given.doNotAsk && !mine
  return {
    id: o.id,
    title: o.title,
    about: o.about,
    calledOff: o.calledOff,
    rows: [
      [w.when, `${dayIn(frame.language, o.startsAt)}, ${londonWallClock(o.startsAt).slice(11)}`],
      [w.lasts, o.lasts],
      [w.where, o.whereItIs],
      [w.travelFood, o.travelFood],
      [w.thanks, o.thanks],
      [w.runsIt, o.runsIt],
      [w.openTo, w.everybody],
      [w.lastTime, o.lastTime],
    ],
    kind: w.kinds[o.kind],
    asked: asked ? say(w.asked, { name: invited ?? frame.w.looked.somebody }) : undefined,
    said:
      mine && mine.answer !== 'taken_back' ? say(w.youSaid, { answer: w[mine.answer] }) : undefined,
    told: (mine?.replies ?? []).map((r) => ({
      who: say(w.told, { name: r.by ?? frame.w.looked.somebody }),
      words: r.words,
    })),
    choices: answersAfter(mine?.answer).map((value) => ({ value, text: w[value] })),
  }
}
