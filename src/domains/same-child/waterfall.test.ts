import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openBestFew } from './best-few.rules.ts'
import { tiersOf } from './candidates.rules.ts'
import { MOST_NAMES, recordOf } from './record-read.rules.ts'
import { hasMovedSince } from './same-child.rules.ts'
import { waterfallView } from './see-pair/waterfall.view.ts'
import { reasonsFor } from './steps.rules.ts'

const KEPT = {
  start: -10,
  steps: [
    { comparison: 'name', level: 5, weight: 7, rarity: 2 },
    { comparison: 'birth', level: 0, weight: -3, rarity: 0 },
    { comparison: 'phones', level: 3, weight: 12, rarity: 0 },
  ],
} as const

describe('how two records compare', () => {
  it('draws bars that begin where the last one ended, and says the same in a table', () => {
    const { bars, rows, width, middle } = waterfallView(KEPT)
    assert.deepEqual(
      rows.map((row) => [row.bits, row.soFar]),
      [
        ['−10.0', '−10.0'],
        ['+9.0', '−1.0'],
        ['−3.0', '−4.0'],
        ['+12.0', '+8.0'],
      ],
    )
    assert.deepEqual(
      bars.map((bar) => bar.kind),
      ['against', 'for', 'against', 'for', 'all'],
    )
    const [start, name, birth, phones, all] = bars
    assert.ok(start && name && birth && phones && all)
    const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 0.2, `${a} ${b}`)
    near(start.x, name.x)
    near(name.x + name.length, birth.x + birth.length)
    near(birth.x, phones.x)
    near(all.x, middle)
    near(phones.x + phones.length, width)
    assert.equal(all.said, '+8.0')
  })

  it('draws something for the smallest weights, and where nothing was compared', () => {
    for (const kept of [
      { start: 0, steps: [] },
      { start: -0.001, steps: [] },
    ]) {
      const { bars } = waterfallView(kept)
      assert.ok(bars.every((bar) => Number.isFinite(bar.x) && bar.length >= 1))
    }
  })

  it('says in a few words what speaks most for one child', () => {
    assert.equal(
      reasonsFor(KEPT.steps),
      'Telephone: the same number; names: the same spelling, and rare',
    )
  })

  it('asks for another look only when much more is known than when somebody spoke', () => {
    const pair = { standing: 'not_same', weight: 6, decidedWeight: 2 } as const
    assert.equal(hasMovedSince(pair), true)
    assert.equal(hasMovedSince({ ...pair, weight: 4 }), false)
    assert.equal(hasMovedSince({ standing: 'same', weight: -2, decidedWeight: 9 }), true)
    assert.equal(hasMovedSince({ standing: 'open', weight: 9, decidedWeight: undefined }), false)
  })
})

describe('what is compared of a record', () => {
  const row = {
    id: 'x',
    names: ['Saba'],
    births: [],
    numbers: [],
    ways: [],
    languages: [],
    places: [],
  }

  it('is names, births, numbers, ways, languages and places, each once and not without end', () => {
    const many = Array.from({ length: 60 }, (_, n) => `Name ${n}`)
    const read = recordOf({
      ...row,
      names: ['Saba', ' Saba ', ...many],
      ways: [
        { channel: 'call', address: '07700 900123' },
        { channel: 'text', address: '07700 900123' },
        { channel: 'post', address: '1 High Street, Northmere NM1 2AB' },
      ],
    })
    assert.equal(read.names.length, MOST_NAMES)
    assert.deepEqual(read.phones, ['07700 900123'])
    assert.deepEqual(read.postcodes, ['NM1 2AB'])
  })

  it('is sought by a bounded number of tiers, however many names and words there are', () => {
    const record = recordOf({
      ...row,
      names: Array.from({ length: 60 }, (_, n) => `Anna Bela Cleo Dora Edda Fina${n}`),
      births: [{ earliest: '2009-03-04', latest: '2009-03-04' }],
    })
    const lists = tiersOf(record)
    assert.ok(lists.length <= 6)
    assert.ok(lists.every((tiers) => tiers.length <= 12 && tiers.every((t) => t.length > 0)))
    assert.deepEqual(tiersOf(recordOf({ ...row, names: [] })), [])
  })
})

describe('the few best pairs of each record', () => {
  it('are kept for both, each pair once, and a crowd is counted', () => {
    const best = openBestFew(2)
    for (let n = 1; n <= 5; n++) best.add(0, n, n)
    best.add(4, 5, 9)
    const pairs = best.pairs().map(({ one, two }) => `${one}-${two}`)
    assert.deepEqual(pairs.toSorted(), ['0-1', '0-2', '0-3', '0-4', '0-5', '4-5'])
    assert.equal(best.crowded(), 1)
  })
})
