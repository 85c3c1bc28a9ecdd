import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { textOf } from '#platform/http/fields.ts'
import type { DoorPage } from '#platform/http/page.ts'
import { languagesOfferedByAnybody } from '#domains/words/index.ts'
import { placesView } from '../own-pages.view.ts'
import { placesThatCame } from '../places.queries.ts'
import { shownPlaces } from '../places.rules.ts'
import { clockOn } from '../reviews.queries.ts'

/** Whom anybody can call, before signing in. Nobody is asked who they are, and nothing is written down. */
export const seePlacesBefore: DoorPage = {
  method: 'GET',
  url: '/in/help',
  may: 'anyone',
  audit: 'nothing to record',
  async answer({ tx, now, query }) {
    const today = londonCalendarDay(now)
    const asked = textOf(query, 'in')
    const offered = await languagesOfferedByAnybody(tx)
    const page = placesView({
      language: offered.includes(asked) ? asked : 'en',
      places: shownPlaces(await placesThatCame(tx), undefined),
      days: await clockOn(tx, 'help_place', today),
      today,
    })
    return {
      kind: 'view',
      template: 'domains/rights/places-before/places-before.njk',
      model: { page },
    }
  },
}
