import { inWords } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { openSignals } from '#domains/duty/index.ts'
import { grouped, WAYS } from '../grouped.rules.ts'
import { momentsOf } from '../moments.ts'
import { dayOf } from '../sources.ts'

/** What waits for the reader, what is owed to the children beside whom they stand, and what is coming. */
export const seeMyDay: Page = {
  method: 'GET',
  url: '/my-day',
  may: 'day.own',
  audit: { action: 'day.own' },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now, query, show } = visit
    const { today } = momentsOf(now)
    const asked = textOf(query, 'by')
    const way = WAYS.find((w) => w === asked) ?? 'kind'
    const lines = await dayOf(visit)
    show([...new Set(lines.map((l) => l.childId))])
    const somebodyNow = may(actor.role, 'duty.answer') && (await openSignals(tx)).length > 0
    const page = {
      title: 'My day',
      today: inWords(today),
      way,
      somebodyNow,
      nothing: lines.length === 0,
      manages: may(actor.role, 'day.team'),
      groups: grouped(lines, way, today).map((g) => ({
        ...g,
        lines: g.lines.map((l) => ({ ...l, href: `/children/${l.childId}` })),
      })),
    }
    return { kind: 'view', template: 'desks/day/my-day/my-day.njk', model: { page } }
  },
}
