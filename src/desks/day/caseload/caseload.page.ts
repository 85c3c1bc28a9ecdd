import { readId } from '#kernel/ids.ts'
import { londonDay } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { nextAppointments } from '#domains/calendar/index.ts'
import { allocatedTo } from '#domains/children/index.ts'
import { lastSaid, wantedNow } from '#domains/outcomes/index.ts'
import { dayOf } from '../sources.ts'
import { nextAppointmentText, nextThing } from './caseload.view.ts'

/** Everybody the reader stands beside, by name: what each wants, what is coming, and one thing to do next. */
export const seeCaseload: Page = {
  method: 'GET',
  url: '/caseload',
  may: 'day.own',
  audit: { action: 'day.caseload' },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now, query, show } = visit
    const after = readId<'child'>(textOf(query, 'after'))
    const { children, more } = await allocatedTo(tx, actor, after)
    const ids = children.map((c) => c.id)
    show(ids)
    const wants = await wantedNow(tx, ids)
    const said = await lastSaid(tx, ids)
    const next = await nextAppointments(tx, ids, now)
    const lines = Map.groupBy(ids.length > 0 ? await dayOf(visit) : [], (l) => l.childId)
    const last = children.at(-1)
    const page = {
      title: 'Whom you stand beside',
      manages: may(actor.role, 'day.team'),
      people: children.map((c) => {
        const saidAt = said.get(c.id)
        return {
          id: c.id,
          name: c.knownAs,
          sayIt: c.sayIt,
          wants: wants.get(c.id),
          said: saidAt && londonDay(saidAt),
          next: nextAppointmentText(next.get(c.id)),
          thing: nextThing(c.id, lines.get(c.id) ?? []),
        }
      }),
      next: more && last ? `/caseload?after=${last.id}` : undefined,
      first: after ? '/caseload' : undefined,
    }
    return { kind: 'view', template: 'desks/day/caseload/caseload.njk', model: { page } }
  },
}
