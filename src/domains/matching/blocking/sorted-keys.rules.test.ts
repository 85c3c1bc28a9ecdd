import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sorter } from './sorted-keys.rules.ts'

describe('the keys of a rule', () => {
  const sort = sorter()
  const pairs = (keyed: Parameters<typeof sort>[0]) => {
    const { keys, records } = sort(keyed)
    return Array.from(keys, (key, n) => [key, records[n]])
  }

  it('stand in order, those of one key by record, and nought is none', () => {
    const keys = Int32Array.of(2 ** 31 - 1, 5, 0, 2_049, 5, 0, 4_194_304, 1)
    assert.deepEqual(pairs({ ends: undefined, keys }), [
      [1, 7],
      [5, 1],
      [5, 4],
      [2_049, 3],
      [4_194_304, 6],
      [2 ** 31 - 1, 0],
    ])
  })

  it('are of the record they stand with, where records have several or none', () => {
    const keyed = { ends: Int32Array.of(0, 0, 2, 2, 3, 5), keys: Int32Array.of(3, 9, 3, 1, 9) }
    assert.deepEqual(pairs(keyed), [
      [1, 4],
      [3, 1],
      [3, 3],
      [9, 1],
      [9, 4],
    ])
  })
})
