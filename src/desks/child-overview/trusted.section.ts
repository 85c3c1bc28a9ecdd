import { isAlert, trustOf, trustState } from '#domains/around/index.ts'
import { londonDay } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import type { Section } from './section.ts'

/** Nobody they trust yet: one calm line with one thing to do. It goes when they choose, or say not now. */
export const trusted: Section = {
  place: 'owed',
  template: 'desks/child-overview/trusted.njk',
  async gather({ tx, now, actor }, child) {
    const trust = await trustOf(tx, child.id, now)
    const state = trustState(trust, trust.days, now)
    if (!isAlert(state)) return undefined
    return {
      asked: state === 'asked-for',
      since: londonDay(trust.emptySince),
      href: may(actor.role, 'children.write')
        ? `/children/${child.id}/people-map/trusted`
        : undefined,
    }
  },
}
