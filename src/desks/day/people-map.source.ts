import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { rulesToReview } from '#domains/around/index.ts'
import { MOST_LINES, type Source } from './line.ts'
import { momentsOf } from './moments.ts'

/** What was agreed about seeing and speaking with somebody, and is to be looked at again. */
export const agreedContact: Source = async ({ tx, now }) =>
  (await rulesToReview(tx, momentsOf(now).owedUntil, MOST_LINES)).map((rule) => {
    const on = calendarDay(rule.reviewOn)
    return {
      kind: 'owed',
      childId: rule.childId,
      name: rule.knownAs,
      detail: `What was agreed about seeing ${rule.name ?? 'somebody'} is looked at again with them${on ? `, by ${inWords(on)}` : ''}`,
      on,
      action: {
        text: 'Look at it again',
        href: `/children/${rule.childId}/people-map/${rule.mattersId}/contact`,
      },
    }
  })
