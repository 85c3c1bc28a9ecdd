import { daysItHolds, stopInWords, stopsOf, wayLine, waysOf } from '#domains/contact/index.ts'
import { putAwayInWords } from '#domains/own-settings/index.ts'
import { framework, putAway } from './asked-once.ts'
import type { Section } from './section.ts'

/** Whether it is safe to reach them, and what not to ask: before anybody picks up a telephone. */
export const reaching: Section = {
  place: 'beside',
  template: 'desks/child-overview/reaching.njk',
  async gather(visit, child) {
    const { tx, now } = visit
    const ways = await waysOf(tx, child.id)
    const stops = await stopsOf(tx, child.id)
    const on = { child, ways, stops, days: await daysItHolds(tx, now), now }
    const away = await putAway(visit, child)
    return {
      here: `/children/${child.id}`,
      stops: stops.map((stop) => stopInWords(stop, child.knownAs)),
      ways: ways.map((way) => wayLine(way, on)),
      putAway: away.length > 0 ? putAwayInWords(away, await framework(visit, child)) : [],
    }
  },
}
