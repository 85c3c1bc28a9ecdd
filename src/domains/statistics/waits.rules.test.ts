import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { medianWait, publishWaits, type Waited, waitFigure } from './waits.rules.ts'

const ended = (...days: number[]): Waited[] =>
  days.map((d) => ({ days: d, ended: true, children: 1 }))
const waiting = (...days: number[]): Waited[] =>
  days.map((d) => ({ days: d, ended: false, children: 1 }))

const waits = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 400 }),
    ended: fc.boolean(),
    children: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 1, maxLength: 60 },
)

describe('a median wait', () => {
  it('is that of Kaplan and Meier: the maintained group of the AML trial (Miller 1997), worked by hand', () => {
    const aml = [...ended(9, 13, 18, 23, 31, 34, 48), ...waiting(13, 28, 45, 161)]
    assert.deepEqual(medianWait(aml), { median: 31, from: 13, to: undefined })
  })

  it('is not known while it has not come for half', () => {
    assert.deepEqual(medianWait([...ended(5, 9), ...waiting(3, 10, 20, 30, 40)]).median, undefined)
    assert.deepEqual(medianWait(waiting(3, 400)), {
      median: undefined,
      from: undefined,
      to: undefined,
    })
  })

  it('is the middle one when nobody waits any more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 80 }),
        (days) => {
          const sorted = days.toSorted((a, b) => a - b)
          assert.equal(medianWait(ended(...days)).median, sorted[Math.ceil(days.length / 2) - 1])
        },
      ),
    )
  })

  it('does not depend on the order of children, nor on how they are grouped, and its interval holds it', () => {
    fc.assert(
      fc.property(waits, (all) => {
        const whole = medianWait(all)
        const apart = all.flatMap((w) =>
          Array.from({ length: w.children }, () => ({ ...w, children: 1 })),
        )
        assert.deepEqual(medianWait(apart.toReversed()), whole)
        if (whole.median !== undefined) {
          assert.ok((whole.from ?? 0) <= whole.median)
          assert.ok((whole.to ?? Infinity) >= whole.median)
        }
      }),
    )
  })

  it('is never shorter with those who still wait than without them', () => {
    fc.assert(
      fc.property(waits, (all) => {
        const without = medianWait(all.filter((w) => w.ended)).median
        if (without !== undefined) assert.ok((medianWait(all).median ?? Infinity) >= without)
      }),
    )
  })
})

describe('published waits', () => {
  const many = (n: number, days: number, done: boolean): Waited => ({
    days,
    ended: done,
    children: n,
  })
  const valueOf = (rows: readonly Waited[], part: Parameters<typeof waitFigure>[1]) =>
    publishWaits(new Map([['x.y', rows]])).get(waitFigure('x.y', part))?.value

  it('give a median for 20 children or more, in whole weeks', () => {
    const rows = [many(12, 10, true), many(8, 30, false)]
    assert.equal(valueOf(rows, 'children'), 20)
    assert.equal(valueOf(rows, 'median'), 14)
    assert.equal(valueOf([many(12, 10, true), many(7, 30, false)], 'median'), undefined)
  })

  it('say with a nought that it has not come for half', () => {
    assert.equal(valueOf([many(10, 10, true), many(30, 300, false)], 'median'), 0)
  })

  it('hide few children, and then the median too', () => {
    const few = [many(3, 10, true), many(40, 30, false)]
    assert.equal(valueOf(few, 'ended'), undefined)
    assert.equal(valueOf(few, 'median'), undefined)
  })
})
