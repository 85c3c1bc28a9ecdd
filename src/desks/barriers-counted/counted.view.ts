import {
  type AccessWait,
  type BarrierCount,
  LEVELS,
  medianWait,
  SERVICES,
} from '#domains/processes/index.ts'
import { CONFIDENTIAL, publish, textOf } from '#domains/statistics/index.ts'

export type CountedLine = { readonly text: string; readonly n: string }

/**
 * Of how many children each thing stands in the way. A child can have several, so each is protected together
 * with those who do not have it.
 */
export function barriersCounted(
  counts: readonly BarrierCount[],
  themes: Readonly<Record<string, string>>,
) {
  const all = counts.find((c) => c.theme === undefined && c.level === undefined)?.children ?? 0
  const having = (name: 'theme' | 'level', code: string) =>
    counts.find((c) => c[name] === code)?.children ?? 0
  const parts = [
    ...Object.keys(themes).map((code) => ({ key: `theme ${code}`, n: having('theme', code) })),
    ...Object.keys(LEVELS).map((code) => ({ key: `level ${code}`, n: having('level', code) })),
  ]
  const shown = publish({
    counts: new Map([
      ['all', all],
      ...parts.flatMap((p): [string, number][] => [
        [p.key, p.n],
        [`without ${p.key}`, all - p.n],
      ]),
    ]),
    sums: parts.map((p) => ({ total: 'all', parts: [p.key, `without ${p.key}`] })),
  })
  const lineOf = (key: string, text: string): CountedLine => {
    const figure = shown.get(key)
    return { text, n: figure ? textOf(figure) : CONFIDENTIAL }
  }
  return {
    all: lineOf('all', 'Children with something in the way that may be counted'),
    themes: Object.entries(themes).map(([code, called]) => lineOf(`theme ${code}`, called)),
    levels: Object.entries(LEVELS).map(([code, called]) => lineOf(`level ${code}`, called)),
  }
}

/** A median says something of each of a few, so it is given from here on only. */
const MEDIAN_FROM = 20
const WEEK = 7

/** From asking to starting, by kind of help, with those who have not got it yet counted as waiting. */
export function waitsCounted(waits: readonly AccessWait[]) {
  return Object.entries(SERVICES).map(([service, called]) => {
    const own = waits.filter((w) => w.service === service)
    const n = (some: readonly AccessWait[]) => some.reduce((sum, w) => sum + w.children, 0)
    const counts = new Map([
      ['all', n(own)],
      ['started', n(own.filter((w) => w.started))],
      ['still', n(own.filter((w) => !w.started))],
      ['refused', n(own.filter((w) => w.refused))],
      ['not refused', n(own.filter((w) => !w.refused))],
    ])
    const shown = publish({
      counts,
      sums: [
        { total: 'all', parts: ['started', 'still'] },
        { total: 'all', parts: ['refused', 'not refused'] },
      ],
    })
    const text = (key: string) => {
      const figure = shown.get(key)
      return figure ? textOf(figure) : CONFIDENTIAL
    }
    const whole = ['all', 'started', 'still'].every((key) => shown.get(key)?.value !== undefined)
    return {
      called,
      asked: text('all'),
      started: text('started'),
      still: text('still'),
      refused: text('refused'),
      half: whole && n(own) >= MEDIAN_FROM ? halfText(own) : 'Not given for so few',
    }
  })
}

/** In whole weeks: days would point at somebody's own. */
function halfText(waits: readonly AccessWait[]): string {
  const found = medianWait(waits)
  const weeks = (days: number) => `${Math.ceil(days / WEEK)} weeks`
  if (!found) return 'Nobody asked'
  const most = found.high === undefined ? 'no upper end is known yet' : weeks(found.high)
  if (found.days === undefined)
    return `More than half have not got it; at least ${weeks(found.low)}`
  return `${weeks(found.days)} (from ${weeks(found.low)}; ${found.high === undefined ? most : `to ${most}`})`
}
