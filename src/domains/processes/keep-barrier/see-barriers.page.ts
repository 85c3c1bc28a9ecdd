import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { childIdOf } from '#domains/children/index.ts'
import { LEVELS, USE_LEVELS } from '../barriers.rules.ts'
import { childOf } from '../child-of-page.ts'
import { entryPages } from '../entries/entry-pages.ts'
import { type Barrier, barriersOf, themesOn } from '../parts.queries.ts'
import { BARRIER } from './keep-barrier.form.ts'

/** What stands in a child's way, by where it is, and whose it is to move. */
export const seeBarriers: Page = {
  method: 'GET',
  url: '/children/:childId/systems/in-the-way',
  may: 'children.read',
  audit: { action: 'systems.barriers.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const barriers = await barriersOf(visit.tx, child.id)
    const page = {
      title: 'What is in the way',
      child: { id: child.id, knownAs: child.knownAs },
      mayWrite: may(visit.actor.role, 'children.write'),
      levels: Object.entries(LEVELS).map(([level, called]) => ({
        called,
        barriers: barriers.filter((b) => b.level === level).map(barrierLine),
      })),
      any: barriers.length > 0,
    }
    return {
      kind: 'view',
      template: 'domains/processes/keep-barrier/barriers.njk',
      model: { page },
    }
  },
}

const barrierLine = (b: Barrier) => ({
  ...b,
  seen: inWords(b.seenOn),
  by: b.actionOn && inWords(b.actionOn),
  ended: b.endedOn && inWords(b.endedOn),
  use: USE_LEVELS[b.useLevel],
})

export const barrierPages: readonly Page[] = entryPages(BARRIER, async (visit) => ({
  choices: { theme: await themesOn(visit.tx, londonCalendarDay(visit.now)) },
  facts: {},
}))
