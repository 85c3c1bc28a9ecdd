import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { lookUp } from '#kernel/look-up.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { actionsOwed, conflictsFor, plansAsked } from '../owed.queries.ts'
import { AGENCIES } from '../plan.rules.ts'

/** What plans promise and somebody owes: across agencies, for the children within reach. */
export const listOwed: Page = {
  method: 'GET',
  url: '/plans',
  may: 'children.write',
  audit: { action: 'plan-list' },
  async answer(visit): Promise<Answer> {
    const actions = await actionsOwed(visit.tx, londonCalendarDay(visit.now))
    const conflicts = await conflictsFor(visit.tx, visit.actor.id)
    const asked = await plansAsked(visit.tx)
    visit.show([...new Set([...actions, ...conflicts, ...asked].map((line) => line.childId))])
    const page = {
      title: 'What plans promise',
      conflicts: conflicts.map((c) => ({
        ...at(c),
        text: c.words,
        agency: lookUp<string>(AGENCIES, c.agency),
      })),
      actions: actions.map((a) => ({
        ...at(a),
        text: a.what,
        agency: lookUp<string>(AGENCIES, a.agency),
        owner: a.owner,
        left: a.ownerLeft,
        due: inWords(a.dueOn),
      })),
      asked: asked.map(at),
    }
    return {
      kind: 'view',
      template: 'domains/plans/list-owed/list-owed.njk',
      model: { page },
    }
  },
}

const at = (line: {
  readonly childId: string
  readonly planId: string
  readonly knownAs: string
  readonly title: string
}) => ({
  href: `/children/${line.childId}/plans/${line.planId}`,
  knownAs: line.knownAs,
  plan: line.title,
})
