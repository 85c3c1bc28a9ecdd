import { londonDayAndTime } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import { episodesOf } from '#domains/missing/index.ts'
import type { Section } from './section.ts'

/** While nobody knows where they are nothing else is as near: the search stands where what matters now stands. */
export const missing: Section = {
  place: 'now',
  template: 'desks/child-overview/missing.njk',
  async gather({ tx, actor }, child) {
    if (!may(actor.role, 'missing.read')) return undefined
    const open = (await episodesOf(tx, child.id)).find((e) => !e.endedAt)
    if (!open) return undefined
    return {
      next: {
        why: open.kind === 'away' ? 'They are away without agreement' : 'They are missing',
        action: { text: 'The search', href: `/children/${child.id}/missing/${open.id}` },
      },
      since: londonDayAndTime(open.missingSince),
      away: open.kind === 'away',
      href: `/children/${child.id}/missing/${open.id}`,
    }
  },
}
