import { calendarDay, inWords, londonCalendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { accessRefusals, barrierCounts, themesOn } from '#domains/processes/index.ts'
import { barriersCounted, refusalsCounted } from './counted.view.ts'

/** What stands in the way of children here, and what was refused: counts, up to the end of last month. */
export const seeBarriersCounted: Page = {
  method: 'GET',
  url: '/barriers',
  may: 'area.see',
  audit: { action: 'area.barriers' },
  async answer({ tx, now }): Promise<Answer> {
    const until = firstOfMonth(londonCalendarDay(now))
    const page = {
      title: 'What is in the way, counted',
      until: inWords(until),
      barriers: barriersCounted(await barrierCounts(tx, until), await themesOn(tx, until)),
      refusals: refusalsCounted(await accessRefusals(tx, until)),
    }
    return { kind: 'view', template: 'desks/barriers-counted/counted.njk', model: { page } }
  },
}

function firstOfMonth(day: CalendarDay): CalendarDay {
  const first = calendarDay(`${day.slice(0, 8)}01`)
  if (!first) throw new Error('A month has a first day')
  return first
}
