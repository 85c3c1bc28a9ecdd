import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { adultsOf, currentOf, staysOf, waitsForManager } from '#domains/home/index.ts'
import type { Section } from './section.ts'

/** A home shared with an adult not related to the child stands among what is happening, until a manager has looked. */
export const home: Section = {
  place: 'now',
  template: 'desks/child-overview/home.njk',
  async gather({ tx, now }, child) {
    const current = currentOf(await staysOf(tx, child.id))
    if (!current) return undefined
    const today = londonCalendarDay(now)
    const adults = (await adultsOf(tx, child.id)).filter((a) => a.stayId === current.id)
    if (!adults.some((a) => waitsForManager(a, today))) return undefined
    return { href: `/children/${child.id}/home` }
  },
}
