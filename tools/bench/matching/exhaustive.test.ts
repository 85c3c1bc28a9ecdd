import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Fields } from '#domains/matching/index.ts'
import { everyWithEvery } from './exhaustive.ts'

/** Fields of which every fifth of the right is one of the left. */
function fields(count: number, seed: number, like?: Fields): Fields {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 24
  }
  const bytes = Uint8Array.from({ length: count * 128 }, () => next() & next())
  for (let n = 0; n < count; n += 5)
    if (like) bytes.set(like.bytes.subarray(n * 128, n * 128 + 128), n * 128)
  return { bytes, bytesEach: 128 }
}

describe('every field with every other', () => {
  for (const threads of [1, 2])
    it(`is stopped in the middle, gone on with, and finds the very same, by ${threads}`, async () => {
      const left = fields(512 * 8, 1)
      const right = fields(100, 2, left)
      const whole = await everyWithEvery(left, right, threads, () => undefined)
      // Half is four of eight; another thread may be on one piece more when the wish to stop is heard.
      assert.ok(whole.stoppedAt >= 4 && whole.stoppedAt < 4 + threads, String(whole.stoppedAt))
      assert.deepEqual([whole.of, whole.found, whole.same], [8, 20, true])
    })
})
