import { type CalendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { CARER_PARTS, RUN_BY, type RunBy } from '../home.rules.ts'
import {
  CARERS_AT_ONCE,
  type CarerHolds,
  rolledUp,
  type RolledUp,
  type Topic,
  topicsOn,
  whatCarersHold,
} from '../training.queries.ts'

/** What carers have learnt, by topic, and what has lapsed: those who run the places side by side, nobody ranked. */
export const seeTraining: Page = {
  method: 'GET',
  url: '/homes/training',
  may: 'homes.read',
  audit: { action: 'homes.training' },
  async answer(visit): Promise<Answer> {
    const day = londonCalendarDay(visit.now)
    const topics = await topicsOn(visit.tx, day)
    const asked = askedOf(visit)
    const carers = await whatCarersHold(visit.tx, { day, ...asked })
    const page = {
      title: 'What carers have learnt',
      runBy: [
        { value: '', text: 'Everybody', selected: asked.runBy === undefined },
        ...runBys.map((value) => ({
          value,
          text: RUN_BY[value],
          selected: value === asked.runBy,
        })),
      ],
      everyone: !asked.onlyGaps,
      topics: topics.map((t) => ({ called: t.called, needed: t.needed })),
      carers: carers.slice(0, CARERS_AT_ONCE).map((c) => carerLine(c, topics, day)),
      next: carers.length > CARERS_AT_ONCE ? addressOf(asked, asked.from + CARERS_AT_ONCE) : '',
      together: together(await rolledUp(visit.tx, day), topics),
    }
    return { kind: 'view', template: 'domains/home/see-training/see-training.njk', model: { page } }
  },
}

const runBys: readonly RunBy[] = ['council', 'agency', 'charity', 'other']

type AskedFor = {
  readonly runBy: RunBy | undefined
  readonly onlyGaps: boolean
  readonly from: number
}

function askedOf({ query }: Visit): AskedFor {
  const from = textOf(query, 'from')
  return {
    runBy: runBys.find((r) => r === textOf(query, 'runBy')),
    onlyGaps: textOf(query, 'who') !== 'everyone',
    from: /^\d{1,6}$/.test(from) ? Number(from) : 0,
  }
}

function addressOf({ runBy, onlyGaps }: AskedFor, from: number): string {
  const query = new URLSearchParams({ from: String(from) })
  if (runBy) query.set('runBy', runBy)
  if (!onlyGaps) query.set('who', 'everyone')
  return `/homes/training?${query.toString()}`
}

function carerLine(carer: CarerHolds, topics: readonly Topic[], today: CalendarDay) {
  const held = new Map(carer.holds.map((h) => [h.code, h.until]))
  return {
    href: `/homes/carers/${carer.id}`,
    name: carer.name,
    part: CARER_PARTS[carer.part],
    place: carer.placeCalled,
    runBy: RUN_BY[carer.runBy],
    topics: topics.map((topic) => {
      const until = held.get(topic.code)
      return { called: topic.called, needed: topic.needed, said: saidOf(until, today) }
    }),
  }
}

function saidOf(until: CalendarDay | undefined, today: CalendarDay): string {
  if (!until) return 'Not learnt'
  return until < today ? `Lapsed: held until ${inWords(until)}` : `Holds until ${inWords(until)}`
}

/** By who runs the place and part, topic by topic: of how many carers how many hold it. In one fixed order. */
function together(rows: readonly RolledUp[], topics: readonly Topic[]) {
  const groups = Map.groupBy(rows, (r) => `${r.runBy} ${r.part}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const by = new Map(group.map((r) => [r.code, r]))
    return [
      {
        who: `${RUN_BY[first.runBy]}: ${CARER_PARTS[first.part].toLowerCase()}`,
        cells: topics.map((t) => {
          const cell = by.get(t.code)
          return { called: t.called, said: cell ? `${cell.hold} of ${cell.carers}` : '0 of 0' }
        }),
      },
    ]
  })
}
