/**
 * How long something takes when some still wait for it. Kaplan and Meier (1958): whoever still waits
 * counts for as long as they have waited, and no longer. Leaving them out would make waits look short.
 */
import {
  type DisclosurePolicy,
  POLICY,
  type Publishable,
  publish,
  publishMedian,
} from './disclosure.rules.ts'
import type { Figures } from './picture.rules.ts'

/** So many children waited so many days: until it came, or so far. */
export type Waited = {
  readonly days: number
  readonly ended: boolean
  readonly children: number
}

export type WaitMedian = {
  /** Days within which it came for half. Undefined while it has not come for half. */
  readonly median: number | undefined
  /** The ends of the 95% interval (Brookmeyer and Crowley, on the log-log scale). */
  readonly from: number | undefined
  readonly to: number | undefined
}

const Z = 1.959963984540054
/** Half, and what is lost when shares are multiplied. */
const HALF = 0.5 + 1e-9

/** The median wait and its interval, with those who still wait. */
export function medianWait(waits: readonly Waited[]): WaitMedian {
  let atRisk = waits.reduce((sum, w) => sum + w.children, 0)
  let [still, spread] = [1, 0]
  const found: { median?: number; from?: number; to?: number } = {}
  for (const [days, { ended, left }] of byDay(waits)) {
    if (ended > 0) {
      still *= 1 - ended / atRisk
      spread += atRisk > ended ? ended / (atRisk * (atRisk - ended)) : 0
      const [low, high] = bounds(still, spread)
      if (still <= HALF) found.median ??= days
      if (low <= HALF) found.from ??= days
      if (high <= HALF) found.to ??= days
    }
    atRisk -= ended + left
  }
  return { median: found.median, from: found.from, to: found.to }
}

/** How many it came for, and how many waited no longer that we know of, day by day. */
function byDay(waits: readonly Waited[]) {
  const days = new Map<number, { ended: number; left: number }>()
  for (const { days: at, ended, children } of waits) {
    const day = days.get(at) ?? { ended: 0, left: 0 }
    if (ended) day.ended += children
    else day.left += children
    days.set(at, day)
  }
  return [...days].toSorted(([a], [b]) => a - b)
}

/** The 95% bounds of the share who still wait. Once nobody does, there is nothing left to be unsure of. */
function bounds(still: number, spread: number): readonly [number, number] {
  if (still < 1e-12) return [0, 0]
  const error = (Z * Math.sqrt(spread)) / Math.abs(Math.log(still))
  return [still ** Math.exp(error), still ** Math.exp(-error)]
}

export const waitFigure = (code: string, part: WaitPart): string => `${code}/${part}`
export type WaitPart = 'children' | 'ended' | 'waiting' | 'median' | 'from' | 'to'

/**
 * The figures of a picture of waits. A median is given for 20 children or more, in whole weeks, so that it is
 * no one child's time; nought stands for "not yet": it has not come for half.
 */
export function publishWaits(
  waits: ReadonlyMap<string, readonly Waited[]>,
  policy: DisclosurePolicy = POLICY,
): Figures {
  const counts = new Map<string, number>()
  const sums = [...waits].map(([code, rows]) => {
    const sum = (which: (w: Waited) => boolean) =>
      rows.filter(which).reduce((n, w) => n + w.children, 0)
    const name = (part: WaitPart) => waitFigure(code, part)
    counts.set(
      name('children'),
      sum(() => true),
    )
    counts.set(
      name('ended'),
      sum((w) => w.ended),
    )
    counts.set(
      name('waiting'),
      sum((w) => !w.ended),
    )
    return { total: name('children'), parts: [name('ended'), name('waiting')] }
  })
  const figures: Map<string, Publishable> = publish({ counts, sums }, policy)
  for (const [code, rows] of waits) {
    const found = medianWait(rows)
    const of = figures.get(waitFigure(code, 'children'))
    const ended = figures.get(waitFigure(code, 'ended'))
    for (const part of ['median', 'from', 'to'] as const) {
      figures.set(waitFigure(code, part), publishMedian(found[part], [of, ended], policy))
    }
  }
  return figures
}
