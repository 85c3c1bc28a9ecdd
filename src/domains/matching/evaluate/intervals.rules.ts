/** In which the true share lies, 95 times in 100. */
export type Interval = { readonly low: number; readonly high: number }
type Share = { readonly value: number; readonly interval: Interval }

const Z = 1.959963984540054

/** Wilson's interval for `met` of `all`; an empty share is nought, and could be anything. */
export function share(met: number, all: number): Share {
  if (all === 0) return { value: 0, interval: { low: 0, high: 1 } }
  const p = met / all
  const z2 = (Z * Z) / all
  const middle = (p + z2 / 2) / (1 + z2)
  const half = (Z * Math.sqrt((p * (1 - p)) / all + z2 / (4 * all))) / (1 + z2)
  return {
    value: p,
    // Rounding may put the end of the interval of all or nothing a hair inside.
    interval: {
      low: Math.max(0, Math.min(p, middle - half)),
      high: Math.min(1, Math.max(p, middle + half)),
    },
  }
}

/** Plain numbers, for a program that reads them; their intervals stand beside them. */
export type Scores = {
  readonly found: number
  readonly true: number
  readonly both: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly intervals: {
    readonly precision: Interval
    readonly recall: Interval
    readonly f1: Interval
  }
}

/**
 * Precision, recall and F1. F1 is 2j / (1 + j) of the share j of pairs in both among pairs in either,
 * so its interval is that of j carried over.
 */
export function scores(found: number, real: number, both: number): Scores {
  const [precision, recall] = [share(both, found), share(both, real)]
  const j = share(both, found + real - both)
  const carried = (x: number) => (2 * x) / (1 + x)
  return {
    found,
    true: real,
    both,
    precision: precision.value,
    recall: recall.value,
    f1: carried(j.value),
    intervals: {
      precision: precision.interval,
      recall: recall.interval,
      f1: { low: carried(j.interval.low), high: carried(j.interval.high) },
    },
  }
}
