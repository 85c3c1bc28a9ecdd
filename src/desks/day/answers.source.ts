import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import {
  answerAction,
  calledForStaff,
  type InboxLine,
  waitingOn,
} from '#domains/participation/index.ts'
import type { DayLine, Source } from './line.ts'
import { momentsOf } from './moments.ts'

/** What young people sent, that the reader answers. */
export const answers: Source = async ({ tx, actor, now }) => {
  if (!may(actor.role, 'answers.give')) return []
  const { today } = momentsOf(now)
  return (await waitingOn(tx, actor.id)).map((line) => answerLine(line, today))
}

export function answerLine(line: InboxLine, today: string): DayLine {
  const day = calendarDay(line.answerBy)
  const by = day ? inWords(day) : line.answerBy
  const promised = line.answerBy < today ? `promised by ${by}, and still owed` : `promised by ${by}`
  return {
    kind: 'waiting',
    childId: line.childId,
    name: line.knownAs,
    detail: `${calledForStaff(line.subject)}, sent on ${londonDay(line.at)}. An answer was ${promised}`,
    on: day,
    action: answerAction(line),
  }
}
