/**
 * How far a figure from few children can be trusted. Pure arithmetic, no dependency.
 * Sources: Wilson 1927; Clopper and Pearson 1934; Spiegelhalter 2005 (funnel plots);
 * Wheeler's individuals and moving range chart, with its constants 2.66 and 3.267.
 */
export type Interval = { readonly low: number; readonly high: number }

const Z95 = 1.959963984540054

/**
 * Wilson score interval for a proportion, 95 %. `count` of `of` children; both ends between 0
 * and 1. Undefined when nobody was counted: there is nothing to be sure or unsure about.
 */
export function wilson(count: number, of: number): Interval | undefined {
  refuseCounts(count, of)
  if (of === 0) return undefined
  const share = count / of
  const spread = Z95 ** 2 / of
  const middle = (share + spread / 2) / (1 + spread)
  const half = (Z95 * Math.sqrt((share * (1 - share)) / of + spread / (4 * of))) / (1 + spread)
  return {
    low: count === 0 ? 0 : Math.max(0, middle - half),
    high: count === of ? 1 : Math.min(1, middle + half),
  }
}

/**
 * Clopper and Pearson's exact interval for a proportion, 95 %: never covers less than it says,
 * so it is wider than Wilson's. Undefined when nobody was counted.
 */
export function clopperPearson(count: number, of: number): Interval | undefined {
  refuseCounts(count, of)
  if (of === 0) return undefined
  return {
    low: count === 0 ? 0 : betaQuantile(0.025, count, of - count + 1),
    high: count === of ? 1 : betaQuantile(0.975, count + 1, of - count),
  }
}

/**
 * The counts inside exact binomial funnel limits for `of` children and an expected share.
 * A count is outside when the tail from it outwards has probability `outside / 2` or less.
 */
export function funnelLimits(of: number, expected: number, outside: number): Interval {
  refuseCounts(0, of)
  if (!(expected >= 0 && expected <= 1)) throw new RangeError('An expected share is from 0 to 1')
  const tail = outside / 2
  let low = 0
  while (low < of && atMost(low, of, expected) <= tail) low += 1
  let high = of
  while (high > low && 1 - atMost(high - 1, of, expected) <= tail) high -= 1
  return { low, high }
}

export type Xmr = {
  readonly mean: number
  readonly meanMovingRange: number
  readonly limits: Interval
  readonly movingRangeLimit: number
}

/**
 * Individuals and moving range chart of one service over time. A point outside the limits is
 * worth asking about; it is neither good nor bad. Undefined with fewer than two points.
 */
export function xmr(values: readonly number[]): Xmr | undefined {
  if (values.length < 2) return undefined
  const ranges = values.slice(1).map((value, n) => Math.abs(value - (values[n] ?? value)))
  const centre = mean(values)
  const moving = mean(ranges)
  return {
    mean: centre,
    meanMovingRange: moving,
    limits: { low: centre - 2.66 * moving, high: centre + 2.66 * moving },
    movingRangeLimit: 3.267 * moving,
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function refuseCounts(count: number, of: number): void {
  const whole = Number.isInteger(count) && Number.isInteger(of)
  if (!whole || count < 0 || of < count) {
    throw new RangeError(`${count} of ${of} is not a count of children`)
  }
}

/** The probability of `count` or fewer, by the incomplete beta function. */
function atMost(count: number, of: number, share: number): number {
  if (count < 0) return 0
  if (count >= of) return 1
  return betaShare(1 - share, of - count, count + 1)
}

/** The x below which a beta(a, b) has probability `p`: halving is slow, sure and never diverges. */
function betaQuantile(p: number, a: number, b: number): number {
  let low = 0
  let high = 1
  for (let n = 0; n < 100 && high - low > Number.EPSILON; n += 1) {
    const middle = (low + high) / 2
    if (betaShare(middle, a, b) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The regularised incomplete beta function: the share of beta(a, b) that lies below x. */
export function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  )
  // The fraction converges fast only on its own side of the mean; the other side is its mirror.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** Lentz's evaluation of the continued fraction of the incomplete beta function. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-15) return fraction
  }
  throw new Error(`The incomplete beta function did not settle at ${x}, ${a}, ${b}`)
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/** The logarithm of the gamma function for x of a half or more (Lanczos, g = 7, nine terms). */
function logGamma(x: number): number {
  const t = x + 6.5
  const sum = LANCZOS.reduce((s, term, n) => s + term / (x + n), 0.9999999999998099)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}
