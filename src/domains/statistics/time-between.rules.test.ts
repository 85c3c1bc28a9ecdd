import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { madeEven, standingOf, timeBetween } from './time-between.rules.ts'

/** Hours between failures of a valve, and the same to the power 0.2777: Montgomery, Introduction to Statistical Quality Control, chapter 7. */
const VALVE = [
  [286, 4.80986],
  [948, 6.70903],
  [536, 5.7265],
  [124, 3.81367],
  [816, 6.43541],
  [729, 6.23705],
  [4, 1.46958],
  [143, 3.96768],
  [431, 5.39007],
  [8, 1.78151],
  [2837, 9.09619],
  [596, 5.89774],
  [81, 3.38833],
  [227, 4.51095],
  [603, 5.9169],
  [492, 5.59189],
  [1199, 7.16124],
  [1214, 7.18601],
  [2831, 9.09083],
  [96, 3.55203],
] as const

describe('times between', () => {
  it('are made even as the book has it, whose power is written with four figures', () => {
    for (const [hours, even] of VALVE) {
      assert.ok(Math.abs(madeEven(hours) / even - 1) < 0.001, `${hours}`)
    }
  })

  it('have limits from the moving range, brought back, and the low one is never below nought', () => {
    const chart = timeBetween(VALVE.map(([hours]) => hours))
    assert.ok(chart)
    // By hand from the column above: mean 5.38662, mean moving range 2.35921, upper limit 11.66212.
    assert.ok(Math.abs(chart.middle - 5.38662 ** 3.6) < 1)
    assert.ok(Math.abs(chart.high / 11.66212 ** 3.6 - 1) < 0.005)
    assert.equal(chart.low, 0)
    assert.deepEqual(
      new Set(
        standingOf(
          VALVE.map(([hours]) => hours),
          chart,
        ),
      ),
      new Set(['usual']),
      'the valve fails as it always did',
    )
  })

  it('say nothing of fewer than eight', () => {
    assert.equal(timeBetween([3, 4, 5, 3, 4, 5, 3]), undefined)
  })

  it('are shorter or longer than chance, or many in a row on one side', () => {
    const chart = { middle: 10, low: 4, high: 20 }
    assert.deepEqual(standingOf([3, 9, 21, 11], chart), ['shorter', 'usual', 'longer', 'usual'])
    const run = [11, 12, 11, 13, 12, 11, 12, 14]
    assert.deepEqual(standingOf([9, ...run, 8], chart), ['usual', ...run.map(() => 'run'), 'usual'])
    assert.deepEqual(standingOf([9, ...run.slice(1), 8], chart), [
      'usual',
      ...run.slice(1).map(() => 'usual'),
      'usual',
    ])
  })
})
