import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import { contactState, lovedContacts, plansOf } from '#domains/participation/index.ts'
import type { Section } from './section.ts'

/** Plans for people they love, and whom a second person must agree to contact. Only for those it was told to, and who may agree. */
export const peopleTheyLove: Section = {
  place: 'happening',
  template: 'desks/child-overview/people-they-love.njk',
  async gather({ tx, actor, now }, child) {
    if (!may(actor.role, 'answers.give')) return undefined
    const plans = await plansOf(tx, child.id)
    const toSign = (await lovedContacts(tx, child.id)).filter(
      (c) => contactState(c) === 'to-sign' && c.askedById !== actor.id,
    )
    if (plans.length === 0 && toSign.length === 0) return undefined
    const here = `/children/${child.id}/people-they-love`
    const today = londonCalendarDay(now)
    const [first] = toSign
    return {
      next: first && {
        why: 'Somebody would like to contact a person they love, and waits for a second person to agree',
        action: { text: 'Read whom', href: `${here}/contacts/${first.id}` },
      },
      plans: plans.map((p) => ({
        href: `${here}/${p.statementId}`,
        day: inWords(p.reviewOn),
        late: p.reviewOn < today,
      })),
      toSign: toSign.map((c) => ({ href: `${here}/contacts/${c.id}`, whom: c.whom })),
    }
  },
}
