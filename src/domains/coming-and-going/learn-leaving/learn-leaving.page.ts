import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import {
  chooseLanguage,
  frameIn,
  getOwnChild,
  languageOf,
  languagesOf,
  ownChild,
} from '#domains/words/index.ts'
import { onward } from '../begin/begin.page.ts'
import { keepLeavingShown, leavingWasShown } from '../shown.queries.ts'

const url = '/me/leaving'
const may = 'me.open'

/** How to leave quickly, to try, and what it cannot hide: before anything else, and again whenever they like. */
export const seeLeaving: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.leaving.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { next, language, to } = onward(visit)
    const frame = frameIn(await languageOf(visit), false, (w) => w.leaving.title)
    const first = !(await leavingWasShown(visit.tx, getOwnChild(visit)))
    const tryAt = to(url)
    return {
      kind: 'view',
      template: 'domains/coming-and-going/learn-leaving/learn-leaving.njk',
      model: {
        page: {
          ...frame,
          first,
          next,
          in: language,
          tried: textOf(visit.query, 'tried') === 'yes',
          tryAt: `${tryAt}${tryAt.includes('?') ? '&' : '?'}tried=yes`,
        },
      },
    }
  },
}

/** Read. The language that was chosen at the door becomes theirs, when they have chosen none before. */
export const keepLeaving: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.leaving', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const { language, to } = onward(visit)
    const first = !(await leavingWasShown(visit.tx, child))
    await keepLeavingShown(visit.tx, child, visit.now)
    if (first && language && (await languagesOf(visit)).offered.includes(language)) {
      await chooseLanguage(visit.tx, child, language)
    }
    return { kind: 'redirect', to: to('/me/start') }
  },
}
