import { may } from '#platform/access/capability.ts'
import { linkedElsewhere, otherOf, pairsOf } from '#domains/same-child/index.ts'
import type { Section } from './section.ts'

/** That another record is about this child, or may be: whoever works with half of what is known should know it. */
export const sameChild: Section = {
  place: 'now',
  template: 'desks/child-overview/same-child.njk',
  async gather({ tx, actor, show }, child) {
    if (!may(actor.role, 'same-child.read')) return undefined
    const pairs = await pairsOf(tx, child.id)
    const linked = pairs.filter((p) => p.standing === 'same').map((p) => otherOf(p, child.id))
    const waiting = pairs.filter((p) => p.standing === 'open' || p.standing === 'proposed').length
    const elsewhere = await linkedElsewhere(tx, child.id)
    if (linked.length === 0 && waiting === 0 && elsewhere.length === 0) return undefined
    show(linked.map(({ id }) => id))
    return { linked, waiting, elsewhere, href: `/children/${child.id}/same-child` }
  },
}
