import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gwetAc1, studentT } from './agreement.rules.ts'

const near = (got: number | undefined, wanted: number, within = 1e-6) =>
  assert.ok(got !== undefined && Math.abs(got - wanted) < within, `${got} is not ${wanted}`)

describe('how far two readers agreed', () => {
  it('is Gwet’s AC1, by hand for 125 items nearly all alike', () => {
    // 118 yes-yes, 5 yes-no, 2 no-yes. pa = 118/125 = 0.944; π(yes) = (123 + 120) / 250 = 0.972.
    // pe = 2 × 0.972 × 0.028 = 0.054432; AC1 = (0.944 − 0.054432) / 0.945568 = 0.940776.
    const found = gwetAc1(
      [
        { first: 'yes', second: 'yes', items: 118 },
        { first: 'yes', second: 'no', items: 5 },
        { first: 'no', second: 'yes', items: 2 },
      ],
      2,
    )
    assert.equal(found?.items, 125)
    assert.equal(found?.same, 118)
    near(found?.ac1, 0.889568 / 0.945568)
  })

  it('has the interval of its variance, by hand for ten items', () => {
    // 6 yes-yes, 2 no-no, 2 yes-no; q = 2. pa = 0.8; π(yes) = (0.8 + 0.6) / 2 = 0.7.
    // pe = 2 × 0.7 × 0.3 = 0.42; AC1 = 0.38 / 0.58 = 0.6551724; 1 − AC1 = 0.3448276.
    // yes-yes: 0.6 × (1 − 0.6896552 × 0.3)² = 0.6 × 0.7931034² = 0.3774078
    // no-no:   0.2 × (1 − 0.6896552 × 0.7)² = 0.2 × 0.5172414² = 0.0535077
    // yes-no:  0.2 × (0.6896552 × 0.5)² = 0.2 × 0.3448276² = 0.0237812
    // less (0.8 − 0.6896552 × 0.42)² = 0.5103448² = 0.2604518: 0.1942449
    // variance = 0.1942449 / (10 × 0.3364) = 0.0577422; error 0.2402961; t(9) = 2.2621572.
    const found = gwetAc1(
      [
        { first: 'yes', second: 'yes', items: 6 },
        { first: 'no', second: 'no', items: 2 },
        { first: 'yes', second: 'no', items: 2 },
      ],
      2,
    )
    near(found?.ac1, 0.6551724)
    near(found?.interval?.low, 0.6551724 - 2.2621572 * 0.2402961, 1e-4)
    assert.equal(found?.interval?.high, 1)
  })

  it('is one when everything is alike, and never more than it says when nothing is', () => {
    const all = gwetAc1([{ first: 'yes', second: 'yes', items: 12 }], 8)
    assert.equal(all?.ac1, 1)
    assert.deepEqual(all?.interval, { low: 1, high: 1 })
    const none = gwetAc1([{ first: 'yes', second: 'no', items: 12 }], 2)
    near(none?.ac1, -1)
  })

  it('does not depend on the order in which pairs come, nor on who read first', () => {
    const pairs = [
      { first: 'yes', second: 'partly', items: 3 },
      { first: 'partly', second: 'partly', items: 4 },
      { first: 'cannot_tell', second: 'no', items: 1 },
    ]
    const swapped = pairs.map((p) => ({ ...p, first: p.second, second: p.first })).toReversed()
    near(gwetAc1(swapped, 8)?.ac1, gwetAc1(pairs, 8)?.ac1 ?? 0, 1e-12)
  })

  it('is nothing when nothing was read twice', () => {
    assert.equal(gwetAc1([], 8), undefined)
    assert.equal(gwetAc1([{ first: 'yes', second: 'yes', items: 1 }], 8)?.interval, undefined)
  })

  it('uses Student’s t as it is printed in tables', () => {
    near(studentT(1), 12.706205, 1e-5)
    near(studentT(9), 2.262157, 1e-5)
    near(studentT(30), 2.042272, 1e-5)
  })
})
