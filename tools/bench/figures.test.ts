import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { figuresOf, percentile, ratio, tableOf } from './figures.ts'

describe('the figures of the bench', () => {
  it('takes percentiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => n + 1)
    assert.equal(percentile(hundred, 50), 50)
    assert.equal(percentile(hundred, 95), 95)
    assert.equal(percentile([7], 99), 7)
    assert.equal(percentile([], 50), 0)
  })

  it('does not need times in order, and counts them over the seconds they took', () => {
    assert.deepEqual(figuresOf([9, 1, 5, 3], 2), { p50: 3, p95: 9, p99: 9, perSecond: 2, count: 4 })
  })

  it('has no ratio where there is no floor', () => {
    assert.equal(ratio(9, 3), 3)
    assert.equal(ratio(9, undefined), undefined)
    assert.equal(ratio(9, 0), undefined)
  })

  it('lines up numbers on the right', () => {
    assert.equal(
      tableOf([
        ['page', 'ms'],
        ['a', '10.5'],
      ]),
      'page    ms\na     10.5',
    )
  })
})
