import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { released, textOf, withheld } from './disclosure.rules.ts'
import { forOutside } from './outside.rules.ts'

describe('a figure for readers outside', () => {
  it('is rounded to ten, and not shown under ten', () => {
    const shown = [0, 4, 9, 10, 14, 15, 24, 96].map((n) => textOf(forOutside(released(n))))
    assert.deepEqual(shown, ['[c]', '[c]', '[c]', '10', '10', '20', '20', '100'])
  })

  it('stays hidden when it was', () => assert.equal(textOf(forOutside(withheld())), '[c]'))

  it('never tells one count from its neighbours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (n) => {
        const { value } = forOutside(released(n))
        if (value === undefined) assert.ok(n < 10)
        else assert.ok(value % 10 === 0 && Math.abs(value - n) <= 5)
      }),
    )
  })
})
