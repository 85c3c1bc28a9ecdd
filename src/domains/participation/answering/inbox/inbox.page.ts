import { inWords, calendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { goUp } from '../ledger.queries.ts'
import { answerAction, calledForStaff } from '../subjects.ts'
import { answeredBy, type InboxLine, waitingOn, waitingOnNobody } from './inbox.queries.ts'

/** What is waiting for an answer from me, by when; what has gone up to me; what I answered. Never a draft. */
export const inbox: Page = {
  method: 'GET',
  url: '/answers',
  may: 'answers.give',
  audit: { action: 'answers.list' },
  async answer({ tx, actor, now, show }): Promise<Answer> {
    const manages = actor.role === 'manager'
    if (manages) await goUp(tx, undefined, now)
    const waiting = await waitingOn(tx, actor.id)
    const answered = await answeredBy(tx, actor.id)
    const nobody = manages ? await waitingOnNobody(tx) : []
    show([...waiting, ...answered, ...nobody].map((line) => line.childId))
    const today = londonCalendarDay(now)
    return {
      kind: 'view',
      template: 'domains/participation/answering/inbox/inbox.njk',
      model: {
        page: {
          title: 'Answers',
          manages,
          wentUp: waiting.filter((l) => l.wentUp).map((l) => waitingLine(l, today)),
          waiting: waiting.filter((l) => !l.wentUp).map((l) => waitingLine(l, today)),
          nobody: nobody.map((l) => waitingLine(l, today)),
          answered: answered.map((l) => ({
            name: l.knownAs,
            detail: `${calledForStaff(l.subject)}. You answered on ${londonDay(l.at)}`,
            action: { text: 'Read', href: hrefOf(l) },
          })),
        },
      },
    }
  },
}

const hrefOf = (line: InboxLine): string => `/children/${line.childId}/answers/${line.id}`

function waitingLine(line: InboxLine, today: string) {
  const day = calendarDay(line.answerBy)
  const by = day ? inWords(day) : line.answerBy
  const promised =
    line.answerBy < today
      ? `An answer was promised by ${by}, and is still owed`
      : line.answerBy === today
        ? 'Promised by today'
        : `Promised by ${by}`
  return {
    name: line.knownAs,
    detail: `${calledForStaff(line.subject)}, sent on ${londonDay(line.at)}. ${promised}`,
    action: answerAction(line),
  }
}
