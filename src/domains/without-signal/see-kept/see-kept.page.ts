import type { Answer, Page } from '#platform/http/page.ts'
import { frameIn, languageOf, ownChild } from '#domains/words/index.ts'

/** What this phone keeps until there is signal. The server does not know it: the phone says it. */
export const seeKept: Page = {
  method: 'GET',
  url: '/me/kept',
  may: 'me.open',
  audit: { action: 'me.kept', childId: ownChild },
  async answer(visit): Promise<Answer> {
    return {
      kind: 'view',
      template: 'domains/without-signal/see-kept/see-kept.njk',
      model: { page: frameIn(await languageOf(visit), false, (w) => w.phone.title) },
    }
  },
}
