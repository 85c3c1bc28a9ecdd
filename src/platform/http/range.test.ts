import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readRange } from './range.ts'

describe('the part of a file that a player asks for', () => {
  it('is from a byte to a byte, or to the end, or the last ones', () => {
    assert.deepEqual(readRange('bytes=0-1', 10), { start: 0, end: 1 })
    assert.deepEqual(readRange('bytes=4-', 10), { start: 4, end: 9 })
    assert.deepEqual(readRange('bytes=-3', 10), { start: 7, end: 9 })
    assert.deepEqual(readRange('bytes=-30', 10), { start: 0, end: 9 })
    assert.deepEqual(readRange('bytes=8-100', 10), { start: 8, end: 9 })
  })

  it('is the whole when it cannot be read, and none when it is not there', () => {
    for (const header of [undefined, '', 'bytes=-', 'bytes=a-b', 'bytes=0-1,4-5', 'lines=0-1']) {
      assert.equal(readRange(header, 10), undefined, header)
    }
    for (const header of ['bytes=10-', 'bytes=5-4', 'bytes=-0', 'bytes=999999999999-']) {
      assert.equal(readRange(header, 10), 'none', header)
    }
  })

  it('is never more than a few megabytes at once', () => {
    const part = readRange('bytes=0-', 100_000_000)
    assert.ok(typeof part === 'object')
    assert.equal(part.end, 4 * 1024 * 1024 - 1)
  })
})
