import { may as mayDo } from '#platform/access/capability.ts'
import { errorsOf } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  childIdOf,
  EVENT_KINDS,
  type EventPlace,
  eventsOf,
  findChild,
  marksOf,
  type ToldEvent,
} from '#domains/children/index.ts'
import { addressOf, type Narrowed, readNarrowed } from '../asked.form.ts'
import { sourcesFor } from '../sources.ts'
import { monthsOf } from './chronology.view.ts'

const AT_ONCE = 25

/** What happened, the latest first, from every part of the record that the reader reads. */
export const seeChronology: Page = {
  method: 'GET',
  url: '/children/:childId/chronology',
  may: 'children.read',
  audit: { action: 'chronology.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const id = childIdOf(visit)
    const child = id && (await findChild(visit.tx, id))
    if (!child) return { kind: 'not-found' }
    const asked = readNarrowed(visit.query)
    const wrong = asked.problems.length > 0
    const found = wrong ? [] : await askedEvents(visit, child.id, asked, AT_ONCE + 1)
    const events = found.slice(0, AT_ONCE)
    const here = `/children/${child.id}`
    const last = events.at(-1)
    const page = {
      title: 'What happened, by day',
      child: { id: child.id, knownAs: child.knownAs },
      here: `${here}/chronology`,
      months: monthsOf(events, here, await marksOf(visit.tx, child.id, events)),
      ...narrowedView(asked),
      errors: errorsOf(asked.problems),
      mayMark: mayDo(visit.actor.role, 'children.write'),
      earlier: found.length > AT_ONCE ? addressOf(`${here}/chronology`, asked, last) : undefined,
      latest: asked.before ? addressOf(`${here}/chronology`, asked) : undefined,
      csv: addressOf(`${here}/chronology.csv`, asked),
      pdf: addressOf(`${here}/chronology.pdf`, asked),
    }
    return {
      kind: 'view',
      status: wrong ? 422 : 200,
      template: 'desks/chronology/see/chronology.njk',
      model: { page },
    }
  },
}

/** What is asked for now, as the form shows it. */
const narrowedView = (asked: Narrowed) => ({
  kinds: [
    { value: '', text: 'Everything' },
    ...Object.entries(EVENT_KINDS).map(([value, text]) => ({
      value,
      text,
      selected: value === asked.kind,
    })),
  ],
  typed: asked.typed,
  marked: asked.marked,
  narrowed:
    asked.kind !== undefined || asked.marked || asked.typed.from !== '' || asked.typed.until !== '',
})

/** As narrowed, from a place on. */
export async function askedEvents(
  { tx, actor, now }: Visit,
  child: Parameters<typeof eventsOf>[1]['child'],
  asked: Narrowed,
  most: number,
  before: EventPlace | undefined = asked.before,
): Promise<readonly ToldEvent[]> {
  return eventsOf(tx, {
    child,
    sources: sourcesFor(actor, asked.kind),
    now,
    from: asked.from,
    until: asked.until,
    marked: asked.marked,
    before,
    most,
  })
}
