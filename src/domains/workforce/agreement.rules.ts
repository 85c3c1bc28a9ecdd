/** How far two auditors who read the same records, each without seeing the other, agreed. Pure. */
import { betaShare, type Interval } from '#domains/statistics/index.ts'

/** So many items that the first auditor gave one code and the second another. */
export type Pair = { readonly first: string; readonly second: string; readonly items: number }

export type Agreement = {
  readonly items: number
  /** How many got the same code from both. */
  readonly same: number
  /** Gwet's AC1: 1 is full agreement, 0 what chance would give. */
  readonly ac1: number
  readonly interval: Interval | undefined
}

/**
 * Gwet's first-order agreement coefficient for two raters and `categories` possible codes:
 *   pa = share of items coded alike,  πk = (pk· + p·k) / 2,
 *   pe = Σk πk (1 − πk) / (q − 1),  AC1 = (pa − pe) / (1 − pe),
 * with the variance
 *   v = [ Σkl pkl (δkl − 2 (1 − AC1) (1 − (πk + πl) / 2) / (q − 1))² − (pa − 2 (1 − AC1) pe)² ] / (n (1 − pe)²)
 * and a 95 % interval by Student's t with n − 1 degrees of freedom, ending at 1 at most.
 * Source: K. L. Gwet, Computing inter-rater reliability and its variance in the presence of high
 * agreement, British Journal of Mathematical and Statistical Psychology 61 (2008) 29–48. Chosen
 * over Cohen's kappa, which falls to nought where two people agree that nearly everything is the
 * same. The items of one record are not independent, so the true interval is wider than this one.
 * Undefined when nothing was read twice.
 */
export function gwetAc1(pairs: readonly Pair[], categories: number): Agreement | undefined {
  const n = sum(pairs.map((p) => p.items))
  if (n === 0) return undefined
  const share = shares(pairs, n)
  const codes = [...share.keys()]
  const same = sum(pairs.filter((p) => p.first === p.second).map((p) => p.items))
  const pa = same / n
  const pe = sum(codes.map((k) => of(share, k) * (1 - of(share, k)))) / (categories - 1)
  const ac1 = (pa - pe) / (1 - pe)
  const term = (p: Pair) => {
    const away = 1 - (of(share, p.first) + of(share, p.second)) / 2
    const alike = p.first === p.second ? 1 : 0
    return (p.items / n) * (alike - (2 * (1 - ac1) * away) / (categories - 1)) ** 2
  }
  const spread = sum(pairs.map(term)) - (pa - 2 * (1 - ac1) * pe) ** 2
  const variance = Math.max(0, spread) / (n * (1 - pe) ** 2)
  return { items: n, same, ac1, interval: intervalOf(ac1, variance, n) }
}

function intervalOf(ac1: number, variance: number, n: number): Interval | undefined {
  if (n < 2) return undefined
  const half = studentT(n - 1) * Math.sqrt(variance)
  return { low: Math.max(-1, ac1 - half), high: Math.min(1, ac1 + half) }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const of = (share: ReadonlyMap<string, number>, code: string): number => share.get(code) ?? 0

/** Of each code, the mean of the two auditors' shares. */
function shares(pairs: readonly Pair[], n: number): Map<string, number> {
  const share = new Map<string, number>()
  for (const p of pairs) {
    for (const code of [p.first, p.second]) {
      share.set(code, of(share, code) + p.items / (2 * n))
    }
  }
  return share
}

/** The t that 97.5 % of Student's distribution lies below, by halving. */
export function studentT(freedom: number): number {
  const below = (t: number) => 1 - betaShare(freedom / (freedom + t * t), freedom / 2, 0.5) / 2
  let [low, high] = [0, 1000]
  for (let n = 0; n < 100; n += 1) {
    const middle = (low + high) / 2
    if (below(middle) < 0.975) low = middle
    else high = middle
  }
  return (low + high) / 2
}
