/**
 * Time-between charts: how long it took each time, and how long it may take by chance alone. Times are made even by
 * the power 1/3.6 (Nelson 1994, for times between events), charted as individuals with moving ranges, and the limits
 * are brought back. A point outside is worth asking about; it is neither good nor bad. Pure.
 */
import { xmr } from './intervals.rules.ts'

const POWER = 1 / 3.6
/** With fewer times the limits would move with every new one and say nothing. */
export const FEWEST_TIMES = 8
/** So many in a row on one side of the middle are unlikely by chance. */
const RUN = 8

export type TimeBetween = { readonly middle: number; readonly low: number; readonly high: number }

export const madeEven = (time: number): number => Math.max(time, 0) ** POWER
const broughtBack = (even: number): number => Math.max(even, 0) ** (1 / POWER)

/** Undefined with fewer than eight times. The low limit is nought where chance alone could bring it there. */
export function timeBetween(times: readonly number[]): TimeBetween | undefined {
  if (times.length < FEWEST_TIMES) return undefined
  const chart = xmr(times.map(madeEven))
  return (
    chart && {
      middle: broughtBack(chart.mean),
      low: broughtBack(chart.limits.low),
      high: broughtBack(chart.limits.high),
    }
  )
}

export type Standing = 'usual' | 'shorter' | 'longer' | 'run'

/** How each time stands: outside the limits, one of eight or more in a row on one side of the middle, or as usual. */
export function standingOf(
  times: readonly number[],
  { middle, low, high }: TimeBetween,
): readonly Standing[] {
  const runs = runsOf(times.map((time) => Math.sign(time - middle)))
  return times.map((time, n) => {
    if (time > high) return 'longer'
    if (time < low) return 'shorter'
    return (runs[n] ?? 0) >= RUN ? 'run' : 'usual'
  })
}

/** Of each place, how long the stretch of one side is in which it lies. */
function runsOf(sides: readonly number[]): readonly number[] {
  const lengths = sides.map(() => 0)
  let from = 0
  for (let n = 1; n <= sides.length; n += 1) {
    if (n < sides.length && sides[n] === sides[from] && sides[from] !== 0) continue
    lengths.fill(sides[from] === 0 ? 1 : n - from, from, n)
    from = n
  }
  return lengths
}
