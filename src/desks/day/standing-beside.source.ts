import { inWords } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import {
  type HandoverOwed,
  handoversOwed,
  type NoKeyWorker,
  openPoints,
  withoutKeyWorker,
} from '#domains/standing-beside/index.ts'
import { type DayLine, MOST_LINES, type Source } from './line.ts'

/** Goodbyes and hellos that are planned or to be tried again. */
export const handovers: Source = async ({ tx }) =>
  (await handoversOwed(tx, 'beside-me', MOST_LINES)).flatMap(handoverLines)

export const handoverLines = (h: HandoverOwed): readonly DayLine[] =>
  openPoints(h).map((point) => ({
    kind: 'owed',
    childId: h.childId,
    name: h.knownAs,
    detail: `${h.leaves ?? 'Somebody'} leaves or left. ${point.what}, ${inWords(point.on)}`,
    on: point.on,
    action: {
      text: 'Say what became of it',
      href: `/children/${h.childId}/beside/${h.allocationId}/hand-over`,
    },
  }))

/** Children whom nobody sees through, for longer than a day. */
export const keyWorkers: Source = async ({ tx, now }) =>
  (await withoutKeyWorker(tx, 'beside-me', now, MOST_LINES)).map(noKeyWorkerLine)

export const noKeyWorkerLine = (c: NoKeyWorker): DayLine => ({
  kind: 'owed',
  childId: c.childId,
  name: c.knownAs,
  detail: `A key worker. Who owes it: the council or trust. Nobody since ${londonDay(c.since)}`,
  on: undefined,
  action: { text: 'See who stands beside them', href: `/children/${c.childId}/beside` },
})
