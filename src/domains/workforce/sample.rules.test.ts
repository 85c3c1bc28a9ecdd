import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { drawSample, type Eligible, numberOf, type Placed, quotas } from './sample.rules.ts'

const drawn = (placed: readonly Placed[]) => new Set(placed.filter((p) => p.drawn).map((p) => p.id))
const records = fc
  .uniqueArray(fc.uuid(), { minLength: 2, maxLength: 60 })
  .map((ids) =>
    ids.map((id, n): Eligible => ({ id, stratum: ['river', 'hill', undefined][n % 3] })),
  )
const key = fc.string({ minLength: 8, maxLength: 40 })

describe('which records an audit reads', () => {
  it('is the same for the same key, in whatever order the records come', () => {
    fc.assert(
      fc.property(records, key, fc.boolean(), (list, k, stratified) => {
        const size = Math.ceil(list.length / 3)
        const once = drawSample(k, list, size, stratified)
        const again = drawSample(k, list.toReversed(), size, stratified)
        assert.deepEqual(drawn(again), drawn(once))
        assert.equal(drawn(once).size, size)
        assert.equal(once.length, list.length)
      }),
    )
  })

  it('changes by one record at most when an unrelated record is added', () => {
    fc.assert(
      fc.property(records, key, fc.uuid(), (list, k, id) => {
        fc.pre(!list.some((e) => e.id === id))
        const size = Math.ceil(list.length / 2)
        const before = drawn(drawSample(k, list, size, false))
        const after = drawn(drawSample(k, [...list, { id, stratum: undefined }], size, false))
        const gone = [...before].filter((e) => !after.has(e))
        assert.ok(gone.length <= 1)
        assert.ok([...after].every((e) => before.has(e) || e === id))
      }),
    )
  })

  it('is another for another key', () => {
    const list = Array.from({ length: 100 }, () => ({ id: randomUUID(), stratum: undefined }))
    const one = drawSample('the first key', list, 10, false)
    assert.notDeepEqual(drawn(drawSample('the second key', list, 10, false)), drawn(one))
  })

  it('numbers a record by HMAC-SHA-256 of its id, whichever case it is written in', () => {
    // RFC 4231, test case 2: the published value of HMAC-SHA-256 for this key and text.
    assert.equal(
      numberOf('Jefe', 'what do ya want for nothing?'),
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
    const id = '00000000-0000-4000-8000-00000000ABCD'
    assert.equal(numberOf('k', id), numberOf('k', id.toLowerCase()))
  })

  it('gives each team its share, by largest remainders, and none left out while there is room', () => {
    assert.deepEqual(
      [
        ...quotas(
          new Map([
            ['a', 50],
            ['b', 30],
            ['c', 20],
          ]),
          10,
        ),
      ],
      [
        ['a', 5],
        ['b', 3],
        ['c', 2],
      ],
    )
    assert.deepEqual(
      [
        ...quotas(
          new Map([
            ['a', 97],
            ['b', 2],
            ['c', 1],
          ]),
          5,
        ),
      ],
      [
        ['a', 3],
        ['b', 1],
        ['c', 1],
      ],
    )
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sizes, part) => {
          const total = sizes.reduce((a, b) => a + b, 0)
          const size = Math.max(1, Math.round(part * total))
          const given = quotas(new Map(sizes.map((n, i) => [`t${i}`, n])), size)
          assert.equal(
            [...given.values()].reduce((a, b) => a + b, 0),
            size,
          )
          for (const [i, n] of sizes.entries()) assert.ok((given.get(`t${i}`) ?? 0) <= n)
        },
      ),
    )
  })

  it('refuses to draw more records than there are, or none', () => {
    const list = [{ id: randomUUID(), stratum: undefined }]
    for (const size of [0, 2, 1.5, Number.NaN]) {
      assert.throws(() => drawSample('a key of eight', list, size, false), /cannot be drawn/)
    }
  })
})
