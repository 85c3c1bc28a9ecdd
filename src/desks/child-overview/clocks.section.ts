import { may } from '#platform/access/capability.ts'
import { clockLine, clocksOf } from '#domains/clocks/index.ts'
import type { Section } from './section.ts'

/** As many as are read at a glance; the rest stand on a page of their own. */
const AT_A_GLANCE = 3

/** What services owe the child: by whom, and by when. */
export const clocks: Section = {
  place: 'owed',
  template: 'desks/child-overview/clocks.njk',
  async gather({ tx, now, actor }, child) {
    const all = await clocksOf(tx, child.id)
    return {
      gist: all.length > 0 ? `${all.length} from services` : undefined,
      lines: all.slice(0, AT_A_GLANCE).map((clock) => clockLine(clock, now)),
      more: Math.max(0, all.length - AT_A_GLANCE),
      here: `/children/${child.id}/clocks`,
      mayWrite: may(actor.role, 'children.write'),
    }
  },
}
