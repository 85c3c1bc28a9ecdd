import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { gapsIn, mayDo } from './duty.rules.ts'

const at = (hour: number) => new Date(Date.UTC(2027, 2, 1, hour))
const turn = (from: number, until: number) => ({ from: at(from), until: at(until) })

describe('being there round the clock', () => {
  it('has no gap where turns follow or overlap', () => {
    assert.deepEqual(gapsIn([turn(0, 8), turn(8, 16), turn(12, 24)], at(0), at(24)), [])
  })

  it('shows each gap: before, between and after', () => {
    assert.deepEqual(gapsIn([turn(10, 12), turn(2, 4)], at(0), at(24)), [
      turn(0, 2),
      turn(4, 10),
      turn(12, 24),
    ])
    assert.deepEqual(gapsIn([], at(0), at(24)), [turn(0, 24)])
  })

  it('covers every hour by a turn or by a gap, never by both', () => {
    const hours = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })))
    fc.assert(
      fc.property(hours, (made) => {
        const turns = made.map(([from, long]) => turn(from, from + long))
        const gaps = gapsIn(turns, at(0), at(24))
        for (let hour = 0; hour < 24; hour++) {
          const within = (t: { from: Date; until: Date }) =>
            t.from <= at(hour) && t.until > at(hour)
          assert.equal(turns.some(within), !gaps.some(within), `hour ${hour}`)
        }
      }),
    )
  })

  it('is over only after somebody has seen it', () => {
    assert.equal(mayDo('asked').includes('ended'), false)
    assert.equal(mayDo('seen').includes('ended'), true)
    assert.deepEqual(mayDo('ended'), [])
  })
})
