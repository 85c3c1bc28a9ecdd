import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { type PlanInShort, PLAN_STATES, plansInShort } from '#domains/plans/index.ts'
import type { Section } from './section.ts'

/** Plans that go on: how each stands, and what somebody owes of it. Undefined when there is none. */
export const plans: Section = {
  place: 'happening',
  template: 'desks/child-overview/plans.njk',
  async gather({ tx, now }, child) {
    const going = await plansInShort(tx, child.id, londonCalendarDay(now))
    if (going.length === 0) return undefined
    const here = `/children/${child.id}/plans`
    const waits = going.find((p) => p.unanswered > 0)
    return {
      gist: going.length === 1 ? 'a plan' : `${going.length} plans`,
      next: waits && {
        why: `${waits.title}: something they said waits for an answer`,
        action: { text: 'Read it in the plan', href: `${here}/${waits.id}` },
      },
      here,
      lines: going.map((p) => ({ href: `${here}/${p.id}`, title: p.title, stands: standsOf(p) })),
    }
  },
}

function standsOf(p: PlanInShort): string {
  const some = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? one : `${count} ${many}`]
  return [
    ...some(
      p.unanswered,
      'something they said waits for an answer',
      'things they said wait for an answer',
    ),
    ...some(p.conflicts, 'something is in its way', 'things are in its way'),
    ...some(p.left, 'something to do has nobody', 'things to do have nobody'),
    ...some(p.past, 'something is owed past its day', 'things are owed past their day'),
    ...(p.nextReview ? [`reviewed on ${inWords(p.nextReview)}`] : []),
    PLAN_STATES[p.state].toLowerCase(),
  ].join('; ')
}
