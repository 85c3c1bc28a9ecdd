import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { ownList } from '../advise.ts'
import { countsOf } from '../wording.queries.ts'
import { countsView } from './count-advice.view.ts'

const DAY = 24 * 60 * 60 * 1000
/** A season: long enough that a rate means something. */
const BACK = 91

/** How often staff texts carry a wording of the list, and what becomes of the advice. Nobody is in it. */
export const countAdvice: Page = {
  method: 'GET',
  url: '/wording/counts',
  may: 'wording.count',
  audit: { action: 'wording.count' },
  async answer({ tx, now }): Promise<Answer> {
    const until = londonCalendarDay(now)
    const from = londonCalendarDay(new Date(now.getTime() - BACK * DAY))
    const { list } = await ownList(tx)
    const page = countsView(await countsOf(tx, from, until), list, { from, until })
    return {
      kind: 'view',
      template: 'domains/wording/count-advice/count-advice.njk',
      model: { page },
    }
  },
}
