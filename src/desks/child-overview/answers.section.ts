import { calendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import { calledForStaff, isLate, type Receipt, receiptsOf } from '#domains/participation/index.ts'
import type { Section } from './section.ts'

const AT_A_GLANCE = 2

/** Answers the young person was promised: by whom, and by when. Undefined when none is owed. */
export const answersOwed: Section = {
  place: 'owed',
  template: 'desks/child-overview/answers.njk',
  async gather({ tx, now, actor }, child) {
    const waiting = (await receiptsOf(tx, child.id)).filter((r) => r.state === 'waiting')
    if (waiting.length === 0) return undefined
    const today = londonCalendarDay(now)
    const lines = waiting
      .toSorted((a, b) => a.answerBy.localeCompare(b.answerBy))
      .map((r) => ({ id: r.id, text: owed(r, isLate(r, today)) }))
    const mayAnswer = may(actor.role, 'answers.give')
    const [first] = lines
    return {
      gist: lines.length === 1 ? 'an answer' : `${lines.length} answers`,
      next:
        mayAnswer && first
          ? {
              why: first.text,
              action: {
                text: 'Read it, and answer',
                href: `/children/${child.id}/answers/${first.id}`,
              },
            }
          : undefined,
      mayAnswer,
      first: lines.slice(0, AT_A_GLANCE),
      rest: lines.slice(AT_A_GLANCE),
    }
  },
}

function owed(receipt: Receipt, late: boolean): string {
  const day = calendarDay(receipt.answerBy)
  const by = day ? inWords(day) : receipt.answerBy
  const who = receipt.answererName ?? 'Nobody yet'
  const what = `${calledForStaff(receipt.subject)}, sent on ${londonDay(receipt.sentAt)}`
  return late
    ? `${who} owes an answer since ${by}. ${what}`
    : `${who} owes an answer by ${by}. ${what}`
}
