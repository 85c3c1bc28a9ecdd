import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import {
  failuresInARow,
  FREE_TRIES,
  LONGEST_WAIT,
  REMEMBERED,
  waitAfter,
  waitInWords,
  waitNow,
  type Try,
} from './lockout.rules.ts'

const noon = new Date('2026-11-21T12:00:00Z')
const ago = (ms: number, succeeded = false): Try => ({
  at: new Date(noon.getTime() - ms),
  succeeded,
})

const tries = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 3 * REMEMBERED }).map((ms) => new Date(noon.getTime() - ms)),
    succeeded: fc.boolean(),
  }),
  { maxLength: 40 },
)

describe('waiting between tries', () => {
  it('costs nothing to mistype a few times', () => {
    const four = Array.from({ length: FREE_TRIES - 1 }, (_, n) => ago(n * 1000))
    assert.equal(waitNow(four, noon), 0)
  })

  it('begins at half a minute with the fifth failure, doubles, and stays at fifteen minutes', () => {
    assert.deepEqual(
      [4, 5, 6, 7, 8, 9, 10, 11, 100].map((n) => waitAfter(n) / 1000),
      [0, 30, 60, 120, 240, 480, 900, 900, 900],
    )
  })

  it('counts from the last failure, so the wait ends', () => {
    const five = Array.from({ length: 5 }, (_, n) => ago(10_000 + n))
    assert.equal(waitNow(five, noon), 20_000)
    assert.equal(waitNow(five, new Date(noon.getTime() + 20_000)), 0)
  })

  it('is over once they signed in', () => {
    const before = Array.from({ length: 30 }, (_, n) => ago(60_000 + n))
    assert.equal(waitNow([...before, ago(1000, true)], noon), 0)
  })

  it('is never negative and never longer than the longest', () => {
    fc.assert(
      fc.property(tries, (all) => {
        const wait = waitNow(all, noon)
        assert.ok(wait >= 0 && wait <= LONGEST_WAIT)
      }),
    )
  })

  it('never grows shorter by failing again', () => {
    fc.assert(
      fc.property(tries, (all) => {
        assert.ok(waitNow([...all, ago(0)], noon) >= waitNow(all, noon))
      }),
    )
  })

  it('does not depend on the order in which tries are read', () => {
    fc.assert(
      fc.property(tries, (all) => {
        assert.deepEqual(
          failuresInARow(all.toReversed(), noon).last,
          failuresInARow(all, noon).last,
        )
        assert.equal(
          waitNow(
            all.toSorted((a, b) => +a.at - +b.at),
            noon,
          ),
          waitNow(all, noon),
        )
      }),
    )
  })

  it('lets a guesser make no more than about a hundred tries a day, however they time them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 * 60_000 }), { minLength: 300, maxLength: 300 }),
        (pauses) => {
          const made: Try[] = []
          let at = 0
          for (const pause of [...pauses, ...Array.from({ length: 2000 }, () => 0)]) {
            at += pause
            const here = new Date(noon.getTime() + at)
            at += waitNow(made.slice(-200), here)
            if (at > REMEMBERED) break
            made.push({ at: new Date(noon.getTime() + at), succeeded: false })
          }
          assert.ok(made.length <= 108, `${made.length} tries`)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('is told in whole minutes, rounded up', () => {
    assert.deepEqual([1, 60_000, 60_001, 900_000].map(waitInWords), [
      'a minute',
      'a minute',
      '2 minutes',
      '15 minutes',
    ])
  })
})
