import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import { mayBeAged } from '#domains/children/index.ts'
import { AGES_ASKED, asksBoth, safetyAsked } from '#domains/outcomes/index.ts'
import { births as birthsOf, framework as frameworkOf } from './asked-once.ts'
import type { Section } from './section.ts'

/** That nobody has asked lately how safe things are, while somebody may be 16 to 21. One line, no count. */
export const safeAsked: Section = {
  place: 'owed',
  template: 'desks/child-overview/safe-asked.njk',
  async gather(visit, child) {
    const { tx, now } = visit
    const births = (await birthsOf(visit, child)).map((b) => b.birth)
    if (!mayBeAged(births, AGES_ASKED, londonCalendarDay(now))) return undefined
    const framework = await frameworkOf(visit, child)
    if (!framework || !asksBoth(framework)) return undefined
    const asked = await safetyAsked(tx, child.id, now)
    if (asked.kind !== 'not-since') return undefined
    return { since: asked.at && londonDay(asked.at) }
  },
}
