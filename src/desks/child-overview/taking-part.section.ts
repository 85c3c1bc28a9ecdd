import { askedNotToBeAsked, isSafeToInvite } from '#domains/taking-part/index.ts'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import type { Section } from './section.ts'

/** Whether they may be asked personally to take part in something. For those who can say so. */
export const takingPart: Section = {
  place: 'more',
  template: 'desks/child-overview/taking-part.njk',
  async gather({ tx, actor, now }, child) {
    if (!may(actor.role, 'children.write')) return undefined
    return {
      safe: await isSafeToInvite(tx, child.id, londonCalendarDay(now)),
      doNotAsk: await askedNotToBeAsked(tx, child.id),
    }
  },
}
