import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import { atRisk, attack, type CountTable, isProtected, protect } from './protection.rules.ts'

const SMALLEST = 5

const add = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0)

/** A table of rows and columns with every sum published: r0c0 … , r0, c0 and all. */
function twoWay(inner: readonly (readonly number[])[]): CountTable {
  const counts = new Map<string, number>()
  const rows = inner.map((_, r) => r)
  const columns = (inner[0] ?? []).map((_, c) => c)
  const cell = (r: number, c: number) => inner[r]?.[c] ?? 0
  for (const r of rows) for (const c of columns) counts.set(`r${r}c${c}`, cell(r, c))
  for (const r of rows) counts.set(`r${r}`, add(columns.map((c) => cell(r, c))))
  for (const c of columns) counts.set(`c${c}`, add(rows.map((r) => cell(r, c))))
  counts.set('all', add(inner.flat()))
  const sums = [
    ...rows.map((r) => ({ total: `r${r}`, parts: columns.map((c) => `r${r}c${c}`) })),
    ...columns.map((c) => ({ total: `c${c}`, parts: rows.map((r) => `r${r}c${c}`) })),
    { total: 'all', parts: rows.map((r) => `r${r}`) },
    { total: 'all', parts: columns.map((c) => `c${c}`) },
  ]
  return { counts, sums }
}

function hiddenIn(table: CountTable): Set<string> {
  const hidden = protect(table, SMALLEST)
  assert.ok(hidden, 'this table can be protected')
  return hidden
}

/** Tries every whole number there is: slow, and as plain as an attack can be. */
function bruteForce(table: CountTable, hidden: ReadonlySet<string>): Map<string, [number, number]> {
  const names = [...hidden]
  const most = Math.max(...table.counts.values())
  const found = new Map<string, [number, number]>()
  const guess = new Map(table.counts)
  const fits = () =>
    table.sums.every(
      (sum) =>
        sum.parts.reduce((total, part) => total + (guess.get(part) ?? 0), 0) ===
        guess.get(sum.total),
    )
  const tryFrom = (n: number): void => {
    const name = names[n]
    if (name === undefined) {
      if (!fits()) return
      for (const each of names) {
        const value = guess.get(each) ?? 0
        const [low, high] = found.get(each) ?? [value, value]
        found.set(each, [Math.min(low, value), Math.max(high, value)])
      }
      return
    }
    for (let value = 0; value <= most; value += 1) {
      guess.set(name, value)
      tryFrom(n + 1)
    }
  }
  tryFrom(0)
  return found
}

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 60 }) },
)
const tables = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

describe('an attacker with a table of sums', () => {
  // The 4 × 4 example of sdcTable, with its published attack on 47.
  const table = twoWay([
    [30, 47, 64, 89],
    [90, 124, 5, 31],
    [92, 100, 59, 85],
    [800, 991, 651, 685],
  ])
  const [w, x, y, z] = ['r0', 'r1', 'r2', 'r3'] as const
  const twoInEach = new Set(
    [
      [w, 0],
      [w, 1],
      [w, 2],
      [x, 0],
      [x, 2],
      [y, 1],
      [y, 3],
      [z, 1],
      [z, 3],
    ].map(([row, column]) => `${row}c${column}`),
  )

  it('finds 47 exactly though every row and column hides two numbers', () => {
    assert.deepEqual(attack(table, twoInEach).get('r0c1'), { low: 47, high: 47 })
  })

  it('finds only 0 to 78 when one number more is hidden', () => {
    const found = attack(table, new Set([...twoInEach, 'r1c3']))
    assert.deepEqual(found.get('r0c1'), { low: 0, high: 78 })
  })

  it('finds what trying every number finds', () => {
    const small = fc.array(
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
      {
        minLength: 2,
        maxLength: 2,
      },
    )
    const hiding = fc.uniqueArray(
      fc.constantFrom('r0c0', 'r0c1', 'r0c2', 'r1c0', 'r1c1', 'r1c2', 'r0', 'c2'),
      { minLength: 1, maxLength: 4, size: 'max' },
    )
    const property = fc.property(small, hiding, (inner, names) => {
      const hidden = new Set(names)
      const solved = attack(twoWay(inner), hidden)
      for (const [name, [low, high]] of bruteForce(twoWay(inner), hidden)) {
        assert.deepEqual(solved.get(name), { low, high }, name)
      }
    })
    fc.assert(property, { numRuns: 60 })
  })

  it('has nothing to work out when nothing is hidden', () => {
    assert.equal(attack(table, new Set()).size, 0)
  })
})

describe('the protection of a table', () => {
  it('leaves no small number to be worked out, in any table of rows and columns', () => {
    const property = fc.property(tables, (inner) => {
      const table = twoWay(inner)
      const risky = atRisk(table, SMALLEST)
      const hidden = hiddenIn(table)
      const found = attack(table, hidden)
      for (const name of risky) {
        const range = found.get(name)
        assert.ok(range, `${name} is hidden`)
        assert.ok(range.low < range.high, `${name} is not exactly known`)
        assert.ok(!(range.low >= 1 && range.high < SMALLEST), `${name} is not known to be small`)
        assert.ok(isProtected(table.counts.get(name) ?? 0, range, SMALLEST))
      }
    })
    fc.assert(property, { numRuns: 300 })
  })

  it('is needed: hiding only the small numbers is broken by the same attacker', () => {
    let exact = 0
    let small = 0
    const property = fc.property(tables, (inner) => {
      const table = twoWay(inner)
      const risky = atRisk(table, SMALLEST)
      for (const { low, high } of attack(table, risky).values()) {
        if (low === high) exact += 1
        else if (low >= 1 && high < SMALLEST) small += 1
      }
    })
    fc.assert(property, { numRuns: 200, seed: 7 })
    assert.ok(exact > 50, `${exact} worked out exactly`)
    assert.ok(small > 0, `${small} known to be small`)
  })

  it('shows every number when none is at risk', () => {
    const none = [
      [5, 0],
      [8, 13],
    ]
    assert.deepEqual(hiddenIn(twoWay(none)), new Set())
  })

  it('hides few: one small number in a large table takes three more with it', () => {
    const one = [
      [3, 40, 60],
      [50, 20, 30],
      [70, 80, 90],
    ]
    const hidden = hiddenIn(twoWay(one))
    assert.equal(hidden.size, 4)
    assert.ok(hidden.has('r0c0'))
    assert.ok(!hidden.has('all'))
  })

  it('hides the total too when even the total is small', () => {
    assert.ok(hiddenIn(twoWay([[1, 2]])).has('all'))
  })

  it('never hides what is known, and says so when that makes protection impossible', () => {
    const table = twoWay([[3, 9]])
    const known = new Set(['r0', 'c0', 'c1', 'all'])
    assert.equal(protect({ ...table, known }, SMALLEST), undefined)
    const within = protect({ ...table, known: new Set(['all']) }, SMALLEST)
    assert.ok(within && !within.has('all'))
  })

  it('does not tell that every child said the same', () => {
    const parts = ['a', 'b', 'c']
    const counts = new Map([
      ['a', 30],
      ['b', 0],
      ['c', 0],
      ['answered', 30],
    ])
    const sums = [{ total: 'answered', parts }]
    const known = new Set(['answered'])
    const table = { counts, sums, known, alike: sums }
    const hidden = hiddenIn(table)
    assert.ok(hidden.has('a'))
    const range = attack(table, hidden).get('a')
    assert.ok(range && range.low <= 25, JSON.stringify(range))
    assert.equal(hiddenIn({ counts, sums, known }).size, 0)
  })

  it('holds for random rows whose total is out already', () => {
    const row = fc.array(count, { minLength: 2, maxLength: 5 })
    const property = fc.property(row, (values) => {
      const total = values.reduce((sum, n) => sum + n, 0)
      fc.pre(total === 0 || total >= SMALLEST)
      const names = values.map((_, n) => `s${n}`)
      const counts = new Map([...names.map((n, i) => [n, values[i] ?? 0] as const), ['t', total]])
      const sums = [{ total: 't', parts: names }]
      const table = { counts, sums, known: new Set(['t']), alike: sums }
      const found = attack(table, hiddenIn(table))
      for (const name of atRisk(table, SMALLEST)) {
        const range = found.get(name)
        assert.ok(range && isProtected(counts.get(name) ?? 0, range, SMALLEST), name)
        assert.ok(range.low < range.high)
      }
    })
    fc.assert(property, { numRuns: 500 })
  })
})
