import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import {
  betaShare,
  clopperPearson,
  funnelLimits,
  type Interval,
  wilson,
  xmr,
} from './intervals.rules.ts'

const rounded = (interval: Interval | undefined) =>
  interval && [interval.low, interval.high].map((end) => Number(end.toFixed(4)))

const counted = fc
  .integer({ min: 1, max: 400 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))

/** The chance that an interval of k out of n holds the true share, added up over every k. */
function coverage(of: number, share: number, interval: typeof wilson): number {
  let total = 0
  for (let k = 0; k <= of; k += 1) {
    const { low, high } = interval(k, of) ?? { low: 1, high: 0 }
    if (low <= share && share <= high) total += probability(k, of, share)
  }
  return total
}

function probability(k: number, of: number, share: number): number {
  let chance = 1
  for (let n = 1; n <= k; n += 1) chance *= ((of - k + n) / n) * share
  return chance * (1 - share) ** (of - k)
}

describe('the interval around a share', () => {
  it('is Wilson’s, as in the checked values', () => {
    assert.deepEqual(rounded(wilson(8, 12)), [0.3906, 0.8619])
    assert.deepEqual(rounded(wilson(0, 9)), [0, 0.2991])
    assert.deepEqual(rounded(wilson(3, 7)), [0.1582, 0.7495])
    assert.deepEqual(rounded(wilson(31, 31)), [0.8897, 1])
    assert.deepEqual(rounded(wilson(18, 30)), [0.4232, 0.7541])
  })

  it('is Clopper and Pearson’s, as in the checked values', () => {
    assert.deepEqual(rounded(clopperPearson(8, 12)), [0.3489, 0.9008])
    assert.deepEqual(rounded(clopperPearson(0, 9)), [0, 0.3363])
    assert.deepEqual(rounded(clopperPearson(3, 7)), [0.099, 0.8159])
  })

  it('does not exist when nobody was counted', () => {
    assert.equal(wilson(0, 0), undefined)
    assert.equal(clopperPearson(0, 0), undefined)
  })

  it('starts at nought when nobody said it and ends at one when everybody did', () => {
    for (const interval of [wilson, clopperPearson]) {
      for (const size of [1, 2, 9, 31, 1000, 100_000]) {
        assert.equal(interval(0, size)?.low, 0)
        assert.equal(interval(size, size)?.high, 1)
        assert.ok((interval(0, size)?.high ?? 0) > 0)
        assert.ok((interval(size, size)?.low ?? 1) < 1)
      }
    }
  })

  it('holds the share itself, stays between nought and one, and mirrors', () => {
    const property = fc.property(counted, ([k, of]) => {
      for (const interval of [wilson, clopperPearson]) {
        const here = interval(k, of)
        const mirror = interval(of - k, of)
        assert.ok(here && mirror)
        assert.ok(here.low >= 0 && here.low <= k / of && k / of <= here.high && here.high <= 1)
        assert.ok(Math.abs(here.low - (1 - mirror.high)) < 1e-9)
      }
    })
    fc.assert(property)
  })

  it('moves up with the count and narrows with more children', () => {
    const property = fc.property(counted, ([k, of]) => {
      for (const interval of [wilson, clopperPearson]) {
        const here = interval(k, of)
        const tenfold = interval(k * 10, of * 10)
        assert.ok(here && tenfold)
        assert.ok(tenfold.high - tenfold.low < here.high - here.low)
        if (k < of) {
          const more = interval(k + 1, of)
          assert.ok(more && more.low >= here.low && more.high >= here.high)
        }
      }
    })
    fc.assert(property)
  })

  it('of Clopper and Pearson never covers the truth less often than it says', () => {
    for (const size of [1, 5, 12, 30]) {
      for (const share of [0.02, 0.1, 0.37, 0.5, 0.8, 0.97]) {
        assert.ok(coverage(size, share, clopperPearson) >= 0.95 - 1e-9)
      }
    }
  })

  it('of Wilson covers the truth about as often as it says, over many shares', () => {
    const shares = Array.from({ length: 99 }, (_, n) => (n + 1) / 100)
    const mean = shares.reduce((sum, s) => sum + coverage(20, s, wilson), 0) / shares.length
    assert.ok(mean > 0.945 && mean < 0.965, String(mean))
  })

  it('refuses what cannot be a count', () => {
    for (const [k, of] of [
      [3, 2],
      [-1, 2],
      [1.5, 2],
    ] as const) {
      assert.throws(() => wilson(k, of), RangeError)
      assert.throws(() => clopperPearson(k, of), RangeError)
    }
  })
})

describe('the incomplete beta function', () => {
  it('adds up to the binomial tail', () => {
    const property = fc.property(
      counted,
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      ([k, of], share) => {
        if (k === 0) return
        let tail = 0
        for (let n = k; n <= Math.min(of, 60); n += 1)
          tail += probability(n, Math.min(of, 60), share)
        if (k <= Math.min(of, 60)) {
          const here = betaShare(share, k, Math.min(of, 60) - k + 1)
          assert.ok(Math.abs(here - tail) < 1e-9, `${here} ${tail}`)
        }
      },
    )
    fc.assert(property)
  })
})

const limits = (of: number) => [funnelLimits(of, 0.6, 0.05), funnelLimits(of, 0.6, 0.002)]

describe('exact funnel limits', () => {
  it('are the checked values for an expected share of 0.6', () => {
    assert.deepEqual(limits(10), [
      { low: 3, high: 9 },
      { low: 1, high: 10 },
    ])
    assert.deepEqual(limits(20), [
      { low: 8, high: 16 },
      { low: 5, high: 18 },
    ])
    assert.deepEqual(limits(50), [
      { low: 23, high: 37 },
      { low: 19, high: 40 },
    ])
  })

  it('hold every count when nobody or everybody is expected, and with no children', () => {
    assert.deepEqual(funnelLimits(0, 0.6, 0.05), { low: 0, high: 0 })
    assert.deepEqual(funnelLimits(9, 0, 0.05), { low: 0, high: 0 })
    assert.deepEqual(funnelLimits(9, 1, 0.05), { low: 9, high: 9 })
  })
})

describe('a chart of individuals and moving ranges', () => {
  it('is the checked example', () => {
    const chart = xmr([12, 9, 14, 11, 10, 13, 8, 12, 15, 11])
    assert.ok(chart)
    assert.equal(chart.mean, 11.5)
    assert.equal(chart.meanMovingRange.toFixed(4), '3.4444')
    assert.equal(chart.limits.low.toFixed(4), '2.3378')
    assert.equal(chart.limits.high.toFixed(4), '20.6622')
  })

  it('needs two points', () => {
    assert.equal(xmr([3]), undefined)
    assert.equal(xmr([]), undefined)
  })

  it('has no width when nothing varies', () => {
    assert.deepEqual(xmr([4, 4, 4])?.limits, { low: 4, high: 4 })
  })
})
