import { type CalendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Spoken } from '#domains/outcomes/index.ts'
import {
  daysBetween,
  type Process,
  SYSTEMS,
  systemOf,
  type Wait,
} from '#domains/processes/index.ts'
import { noonOf } from './gather.ts'
import { across, scaleOf, WIDTH } from './picture-drawing.rules.ts'

type Given = {
  readonly spoken: readonly Spoken[]
  readonly processes: readonly Process[]
  readonly waits: readonly Wait[]
  readonly now: Date
}

const ROW = 22

/**
 * Time spent waiting for decisions, on the scale of the charts beside it. It shows when, not why: nothing is
 * reckoned between a wait and what was said.
 */
export function waitsBeside({ spoken, processes, waits, now }: Given) {
  const own = spoken.filter((s) => s.voice === 'young_person')
  if (own.length === 0 || waits.length === 0) return undefined
  const scale = scaleOf(own, now, false)
  const today = londonCalendarDay(now)
  const left = across(scale, scale.from) ?? 0
  const right = across(scale, now) ?? WIDTH
  const place = (day: CalendarDay) => {
    const at = noonOf(day)
    if (!at || at < scale.from) return left
    return at > now ? right : (across(scale, at) ?? left)
  }
  const rows = processes.flatMap((p) => {
    const of = waits.filter((w) => w.processId === p.id)
    return of.length === 0 ? [] : [{ called: SYSTEMS[systemOf(p.kind, p.system)], of }]
  })
  return {
    width: WIDTH,
    height: rows.length * ROW + 8,
    rows: rows.map((row, n) => ({
      called: row.called,
      y: n * ROW + ROW / 2 + 4,
      bars: row.of
        .map((w) => ({ from: place(w.beganOn), to: place(w.endedOn ?? today), open: !w.endedOn }))
        .filter((bar) => bar.to > left),
      lines: row.of.map((w) => ({
        from: inWords(w.beganOn),
        to: w.endedOn ? inWords(w.endedOn) : 'still waiting',
        days: daysBetween(w.beganOn, w.endedOn ?? today),
        how: w.decision ?? HOW[w.endedHow ?? 'open'],
      })),
    })),
  }
}

const HOW = {
  open: 'No decision yet',
  decision: 'A decision',
  over: 'Over without a decision',
} as const
