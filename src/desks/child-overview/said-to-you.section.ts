import { londonDay } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import { MEDIUM_WORDS, mediumNamed, saidTo } from '#domains/participation/index.ts'
import type { Section } from './section.ts'

const MOST_SHOWN = 3

/** What the young person said to whoever reads this: that it is there, and the way to it. Opening it is an act of its own, which they see. */
export const saidToYou: Section = {
  place: 'now',
  template: 'desks/child-overview/said-to-you.njk',
  async gather({ tx, actor }, child) {
    if (!may(actor.role, 'said.read')) return undefined
    const all = await saidTo(tx, child.id, 30)
    const mine = all.filter((s) => s.forMe && s.status === 'sent')
    const lines = mine.slice(0, MOST_SHOWN).map((s) => ({
      href: `/children/${child.id}/said/${s.id}`,
      what: s.media
        .flatMap((m) => mediumNamed(m) ?? [])
        .map((m) => MEDIUM_WORDS[m])
        .join(', '),
      when: s.sentAt ? londonDay(s.sentAt) : '',
      toMeOnly: s.to.length === 1,
      opened: s.openedByMe,
    }))
    return {
      here: `/children/${child.id}/said`,
      unread: lines.filter((l) => !l.opened),
      lines: lines.filter((l) => l.opened),
      stranded: actor.role === 'manager' && all.some((s) => s.status === 'sent' && !s.somebodyLeft),
    }
  },
}
