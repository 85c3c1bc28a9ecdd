import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { childIdOf } from '#domains/children/index.ts'
import { askingsOf, nextAskings } from '#domains/clocks/index.ts'
import { childOf } from '../child-of-page.ts'
import { gatherDemands } from '../gather-demands.ts'
import { kindNames, processesOf } from '../happening.queries.ts'
import { asylumWithoutLawyer } from '../parts.queries.ts'
import { waitingWordsOf, waitsOf } from '../systems.queries.ts'
import { mapOf } from './see-systems.view.ts'

/** One map of every live process around a child, what each asks of them and when, and what clashes. */
export const seeSystems: Page = {
  method: 'GET',
  url: '/children/:childId/systems',
  may: 'children.read',
  audit: { action: 'systems.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const { tx, now, actor } = visit
    const child = await childOf(visit)
    const map = mapOf({
      processes: await processesOf(tx, child.id),
      kinds: await kindNames(tx),
      waits: await waitsOf(tx, child.id),
      words: await waitingWordsOf(tx, child.id),
      askings: await askingsOf(tx, child.id),
      owed: await nextAskings(tx, child.id),
      ...(await gatherDemands(tx, child.id, now)),
      today: londonCalendarDay(now),
    })
    const page = {
      title: 'Systems around them',
      child: { id: child.id, knownAs: child.knownAs },
      mayWrite: may(actor.role, 'children.write'),
      noLawyer: await asylumWithoutLawyer(tx, child.id),
      ...map,
    }
    return {
      kind: 'view',
      template: 'domains/processes/see-systems/see-systems.njk',
      model: { page },
    }
  },
}
