import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { whoLooked } from '../own.queries.ts'
import { getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import { whoLookedView } from './who-looked.view.ts'

const MOST = 200

/** Who has looked at my page: everyone, and my own visits too. */
export const seeWhoLooked: Page = {
  method: 'GET',
  url: '/me/who-looked',
  may: 'me.open',
  audit: { action: 'me.who-looked', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const before = new Date(textOf(visit.query, 'before'))
    const until = Number.isNaN(before.getTime()) ? undefined : before
    const looks = await whoLooked(visit.tx, getOwnChild(visit), MOST, until)
    const view = whoLookedView({
      language: await languageOf(visit),
      looks,
      most: MOST,
      me: visit.actor.id,
    })
    return {
      kind: 'view',
      template: 'domains/participation/who-looked/who-looked.njk',
      model: { page: view },
    }
  },
}
