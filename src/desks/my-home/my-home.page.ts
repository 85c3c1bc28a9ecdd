import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { changesSince } from '#domains/calendar/index.ts'
import { allocationsOf, birthsOf, getChild } from '#domains/children/index.ts'
import { leavingWasShown } from '#domains/coming-and-going/index.ts'
import { stopsOf } from '#domains/contact/index.ts'
import { draftsOf, frameworkFor } from '#domains/outcomes/index.ts'
import { putAwayBy } from '#domains/own-settings/index.ts'
import { goUp, offersSafe, receiptsOf } from '#domains/participation/index.ts'
import { getOwnChild, languageOf, ownChild, withAloud } from '#domains/words/index.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { ALOUD, myHomeView } from './my-home.view.ts'

const NEW_FOR = 14 * 24 * 60 * 60 * 1000

/** A young person's home: what is new for them, somebody now, and the way to each of their pages. */
export const myHome: Page = {
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
    const framework = await frameworkFor(tx, child, now)
    const births = await birthsOf(tx, child)
    const page = myHomeView({
      language: await languageOf(visit),
      asked: textOf(visit.query, 'in') !== '',
      name: knownAs,
      today: londonCalendarDay(now),
      drafts: await draftsOf(tx, actor.id, child, 'young_person'),
      saySafe: offersSafe(framework, births, await putAwayBy(tx, child), now),
      allocations: await allocationsOf(tx, child),
      receipts: await receiptsOf(tx, child),
      changes: await changesSince(tx, child, { since: new Date(now.getTime() - NEW_FOR), now }),
      stops: await stopsOf(tx, child),
    })
    return withAloud(
      visit,
      { kind: 'view', template: 'desks/my-home/my-home.njk', model: { page } },
      ALOUD,
    )
  },
}
