import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { photosOf } from '#domains/around/index.ts'
import { leavingWasShown } from '#domains/coming-and-going/index.ts'
import { aboutMeOf, allocationsOf, getChild, peopleOf } from '#domains/children/index.ts'
import { stopsOf } from '#domains/contact/index.ts'
import { draftsOf, frameworkFor, goalsOf, spokenOf } from '#domains/outcomes/index.ts'
import { goUp, receiptsOf } from '../answering/ledger.queries.ts'
import { whoLooked } from '../own.queries.ts'
import { getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import { myPageView } from './my-page.view.ts'

/** A young person's own page. */
export const myPage: Page = {
  method: 'GET',
  url: '/me',
  may: 'me.open',
  audit: { action: 'me.open', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now } = visit
    const child = getOwnChild(visit)
    // Before first use, how to leave.
    if (!(await leavingWasShown(tx, child))) return { kind: 'redirect', to: '/me/start' }
    await goUp(tx, child, now)
    const { knownAs } = await getChild(tx, child)
    const page = myPageView({
      language: await languageOf(visit),
      asked: textOf(visit.query, 'in') !== '',
      name: knownAs,
      me: actor.id,
      drafts: await draftsOf(tx, actor.id, child, 'young_person'),
      spoken: await spokenOf(tx, child),
      goals: await goalsOf(tx, child),
      framework: await frameworkFor(tx, child, now),
      aboutMe: await aboutMeOf(tx, child),
      allocations: await allocationsOf(tx, child),
      people: await peopleOf(tx, child),
      photos: await photosOf(tx, child),
      receipts: await receiptsOf(tx, child),
      stops: await stopsOf(tx, child),
      looks: await whoLooked(tx, child, 100, undefined),
    })
    return { kind: 'view', template: 'domains/participation/my-page/my-page.njk', model: { page } }
  },
}
