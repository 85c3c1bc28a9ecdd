/** A share with the interval in which the true one lies, 95 times in 100. */
export type Share = { readonly value: number; readonly low: number; readonly high: number }

const Z = 1.959963984540054

/** Wilson's interval for `met` of `all`; an empty share is nought, and could be anything. */
export function share(met: number, all: number): Share {
  if (all === 0) return { value: 0, low: 0, high: 1 }
  const p = met / all
  const z2 = (Z * Z) / all
  const middle = (p + z2 / 2) / (1 + z2)
  const half = (Z * Math.sqrt((p * (1 - p)) / all + z2 / (4 * all))) / (1 + z2)
  return { value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

export type Scores = {
  readonly found: number
  readonly true: number
  readonly both: number
  readonly precision: Share
  readonly recall: Share
  readonly f1: Share
}

/**
 * Precision, recall and F1. F1 is 2j / (1 + j) of the share j of pairs in both among pairs in either,
 * so its interval is that of j carried over.
 */
export function scores(found: number, real: number, both: number): Scores {
  const j = share(both, found + real - both)
  const carried = (x: number) => (2 * x) / (1 + x)
  return {
    found,
    true: real,
    both,
    precision: share(both, found),
    recall: share(both, real),
    f1: { value: carried(j.value), low: carried(j.low), high: carried(j.high) },
  }
}
