import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { getOwnChild, languageOf, ownChild, wordsFor } from '#domains/words/index.ts'
import { aroundChild, ownViewsOf, reachOf, trustOf } from '../around.queries.ts'
import { trustState } from '../around.rules.ts'
import { photosOf } from '../photos.queries.ts'
import { agencyViewsOf, contactRulesOf } from '../staff.queries.ts'
import { myPeopleView, type Seen } from './my-people.view.ts'

/** My people. */
export const seeMyPeople: Page = {
  method: 'GET',
  url: '/me/people',
  may: 'me.open',
  audit: { action: 'me.people.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const trust = await trustOf(visit.tx, getOwnChild(visit), visit.now)
    const language = await languageOf(visit)
    const state = trustState(trust, trust.days, visit.now)
    return {
      kind: 'view',
      template: 'domains/around/my-people/my-people.njk',
      model: { page: myPeopleView(language, await seenBy(visit, language), state) },
    }
  },
}

/** All that is kept about the people around whoever is here, for their own eyes. */
export async function seenBy(visit: Visit, language: string): Promise<Seen> {
  const { tx } = visit
  const child = getOwnChild(visit)
  const people = await aroundChild(tx, child, wordsFor(language).words.looked.somebody)
  const staff = people.flatMap((p) => (p.staffId ? [p.staffId] : []))
  return {
    people,
    reach: await reachOf(tx, staff),
    views: await ownViewsOf(tx, child),
    agency: await agencyViewsOf(tx, child),
    rules: await contactRulesOf(tx, child),
    photos: await photosOf(tx, child),
    today: londonCalendarDay(visit.now),
  }
}
