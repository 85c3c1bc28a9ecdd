import type { Answer, Page } from '#platform/http/page.ts'
import { askingsOf } from '#domains/clocks/index.ts'
import { getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import { earlierStates, processesOf } from '../happening.queries.ts'
import { staleDays } from '../stale.queries.ts'
import { waitingWordsOf, waitsOf } from '../systems.queries.ts'
import { askedDays, happeningView } from './see-happening.view.ts'

/** What is happening: each thing that others decide or do, where it is now and what comes next. */
export const seeHappening: Page = {
  method: 'GET',
  url: '/me/happening',
  may: 'me.open',
  audit: { action: 'me.happening.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { tx, now } = visit
    const child = getOwnChild(visit)
    const page = happeningView({
      language: await languageOf(visit),
      processes: await processesOf(tx, child),
      earlier: await earlierStates(tx, child),
      said: await waitingWordsOf(tx, child),
      asked: askedDays(await waitsOf(tx, child), await askingsOf(tx, child)),
      days: await staleDays(tx, now),
      now,
    })
    return {
      kind: 'view',
      template: 'domains/processes/see-happening/see-happening.njk',
      model: { page },
    }
  },
}
