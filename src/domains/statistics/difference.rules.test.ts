import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { differenceOf } from './difference.rules.ts'

const share = fc
  .integer({ min: 1, max: 500 })
  .chain((of) => fc.record({ count: fc.integer({ min: 0, max: of }), of: fc.constant(of) }))

describe('the difference between two shares', () => {
  it('is as Newcombe worked it by hand: 56 of 70 and 48 of 80', () => {
    const found = differenceOf({ count: 56, of: 70 }, { count: 48, of: 80 })
    assert.ok(found)
    assert.equal(found.points.toFixed(4), '0.2000')
    assert.equal(found.interval.low.toFixed(4), '0.0524')
    assert.equal(found.interval.high.toFixed(4), '0.3339')
    assert.equal(found.beyondChance, true)
  })

  it('stands within its interval, and is the same seen from the other side', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const found = differenceOf(one, other)
        const turned = differenceOf(other, one)
        assert.ok(found && turned)
        assert.ok(found.interval.low <= found.points && found.points <= found.interval.high)
        assert.ok(Math.abs(found.interval.low + turned.interval.high) < 1e-12)
        assert.equal(found.beyondChance, turned.beyondChance)
      }),
    )
  })

  it('is beyond chance less easily where many are compared', () => {
    const [one, other] = [
      { count: 14, of: 24 },
      { count: 8, of: 28 },
    ]
    assert.equal(differenceOf(one, other, 95)?.beyondChance, true)
    assert.equal(differenceOf(one, other, 99.5)?.beyondChance, false)
  })

  it('is none where nobody was counted', () => {
    assert.equal(differenceOf({ count: 0, of: 0 }, { count: 1, of: 2 }), undefined)
  })
})
