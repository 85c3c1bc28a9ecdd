import { inWords, type CalendarDay } from '#kernel/calendar-day.ts'
import {
  CONFIDENCE,
  daysAged,
  DUE_KINDS,
  DUE_STATES,
  type Entitlement,
  FOR_WHOM,
  type Months,
  placeOf,
} from '../due.rules.ts'
import type { DueToChild } from './due.queries.ts'

type Births = Parameters<typeof daysAged>[0]
type Given = {
  readonly all: readonly Entitlement[]
  readonly kept: ReadonlyMap<string, DueToChild>
  readonly births: Births
  readonly months: Months | undefined
  readonly today: CalendarDay
}

/** What is due now, with what came of it; what comes later, by day; and what was for a younger age. */
export function dueView({ all, kept, births, months, today }: Given) {
  const placed = all.map((e) => ({
    place: placeOf(e, months),
    line: lineOf(e, kept.get(e.code), births, today),
  }))
  const at = (place: string) => placed.filter((p) => p.place === place).map((p) => p.line)
  const now = at('now')
  return {
    now,
    later: at('later').toSorted((a, b) =>
      a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : 0,
    ),
    past: at('past'),
    received: now.filter((l) => l.received).length,
    unasked: now.filter((l) => !l.kept).length,
    of: now.length,
  }
}

function lineOf(e: Entitlement, kept: DueToChild | undefined, births: Births, today: CalendarDay) {
  const from = e.fromMonths === 0 ? undefined : daysAged(births, e.fromMonths)
  const until = e.untilMonths === undefined ? undefined : daysAged(births, e.untilMonths)
  const ahead = (days: Span | undefined) => (days && days.latest > today ? span(days) : undefined)
  return {
    code: e.code,
    called: e.called,
    about: e.about,
    kind: DUE_KINDS[e.kind],
    forWhom: FOR_WHOM[e.forWhom],
    owedBy: e.owedBy,
    source: e.source,
    confidence: CONFIDENCE[e.confidence],
    ages: agesOf(e),
    fromDay: from?.earliest ?? '',
    from: ahead(from),
    until: ahead(until),
    received: kept?.state === 'received',
    kept: kept && keptLine(kept),
  }
}

const keptLine = (kept: DueToChild) => ({
  state: DUE_STATES[kept.state],
  on: inWords(kept.onDay),
  due: kept.dueOn && inWords(kept.dueOn),
  amount: kept.amount,
  note: kept.note,
})

type Span = { readonly earliest: CalendarDay; readonly latest: CalendarDay }

const span = (days: Span): string =>
  days.earliest === days.latest
    ? inWords(days.earliest)
    : `between ${inWords(days.earliest)} and ${inWords(days.latest)}, by the dates of birth there are`

function agesOf({ fromMonths, untilMonths }: Entitlement): string {
  const from = fromMonths === 0 ? undefined : `from ${fromMonths / 12}`
  const to = untilMonths === undefined ? undefined : `to ${untilMonths / 12}`
  return [from, to].filter((part) => part !== undefined).join(' ') || 'at every age'
}
