import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { languageOf, ownChild } from '#domains/words/index.ts'
import { placesView } from '../own-pages.view.ts'
import { placesOf } from '../places.queries.ts'
import { shownPlaces } from '../places.rules.ts'
import { clockOn, nationOf } from '../reviews.queries.ts'

/** Whom I can call. Plain and small, so that a phone keeps it for when there is no signal. */
export const seeMyPlaces: Page = {
  method: 'GET',
  url: '/me/help',
  may: 'me.open',
  audit: { action: 'me.help', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const today = londonCalendarDay(visit.now)
    const nation = await nationOf(visit.tx, visit.actor.organisationId, today)
    const page = placesView({
      language: await languageOf(visit),
      places: shownPlaces(await placesOf(visit.tx), nation),
      days: await clockOn(visit.tx, 'help_place', today),
      today,
    })
    return { kind: 'view', template: 'domains/rights/my-places/my-places.njk', model: { page } }
  },
}
