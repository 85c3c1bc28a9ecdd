import { CORRECTION_ABOUT, noteShown } from '#domains/children/index.ts'
import { corrections as correctionsOf } from './asked-once.ts'
import type { Section } from './section.ts'

/** What the young person says is wrong or missing in their record, for ever beside it. Undefined when there is nothing. */
export const corrections: Section = {
  place: 'more',
  template: 'desks/child-overview/corrections.njk',
  async gather(visit, child) {
    const all = await correctionsOf(visit, child)
    if (all.length === 0) return undefined
    return {
      lines: all.map((c) => ({
        ...noteShown(c),
        wish: c.wish,
        about: CORRECTION_ABOUT[c.about],
      })),
    }
  },
}
