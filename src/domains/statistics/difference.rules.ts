/**
 * How far two groups of children differ in a share, and whether chance alone could make the difference. Pure
 * arithmetic. Source: Newcombe 1998, method 10: the interval of a difference from the score intervals of both.
 */
import type { Interval } from './intervals.rules.ts'

export type Share = { readonly count: number; readonly of: number }

/** How many standard errors an interval of each width takes. */
const WIDTHS = { 95: 1.959963984540054, 99.5: 2.807033768343811 } as const
export type Width = keyof typeof WIDTHS

export type Difference = {
  /** The first share less the second: from -1 to 1. */
  readonly points: number
  readonly interval: Interval
  /** The interval does not reach nought: chance alone seldom makes so much. */
  readonly beyondChance: boolean
}

/** Undefined where nobody was counted on one side. */
export function differenceOf(one: Share, other: Share, width: Width = 95): Difference | undefined {
  const [a, b] = [scoreInterval(one, width), scoreInterval(other, width)]
  if (!a || !b) return undefined
  const [p, q] = [one.count / one.of, other.count / other.of]
  const points = p - q
  const low = points - Math.hypot(p - a.low, b.high - q)
  const high = points + Math.hypot(a.high - p, q - b.low)
  return { points, interval: { low, high }, beyondChance: low > 0 || high < 0 }
}

function scoreInterval({ count, of }: Share, width: Width): Interval | undefined {
  const whole = Number.isInteger(count) && Number.isInteger(of)
  if (!whole || count < 0 || of < count) {
    throw new RangeError(`${count} of ${of} is not a count of children`)
  }
  if (of === 0) return undefined
  const z = WIDTHS[width]
  const share = count / of
  const spread = z ** 2 / of
  const middle = (share + spread / 2) / (1 + spread)
  const half = (z * Math.sqrt((share * (1 - share)) / of + spread / (4 * of))) / (1 + spread)
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
