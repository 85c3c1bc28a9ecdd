import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { bitField, fieldKeys, folded, pieces, tokenIndices } from './clkhash.rules.ts'
import { dicePairs, type Fields } from './dice.ts'
import { sharedData } from '#tests/support/shared-data.ts'

type Clkhash = {
  readonly blake_hash_token: readonly {
    readonly token: string
    readonly k: number
    readonly key: string
    readonly l: number
    readonly idx: readonly number[]
  }[]
  readonly bloom: readonly {
    readonly name: string
    readonly ngrams: readonly string[]
    readonly k: number
    readonly blake_hex: string
    readonly xorfold1_hex: string
  }[]
  readonly hkdf: readonly string[]
}

const bytes = (text: string) => new TextEncoder().encode(text)
const hex = (of: Uint8Array | undefined) => Buffer.from(of ?? []).toString('hex')

function asClkhash(vectors: Clkhash): void {
  for (const v of vectors.blake_hash_token)
    assert.deepEqual([...tokenIndices(bytes(v.token), bytes(v.key), v.k, v.l)], v.idx)
  for (const v of vectors.bloom) {
    const field = bitField(v.ngrams, bytes('secret'), v.k, 1024)
    assert.deepEqual(pieces(v.name), v.ngrams)
    assert.equal(hex(field), v.blake_hex)
    assert.equal(hex(folded(field, 1)), v.xorfold1_hex)
  }
  assert.deepEqual(fieldKeys(bytes('secret'), 2).map(hex), vectors.hkdf)
}

describe('encodings', () => {
  it('are those of clkhash, bit for bit', () => {
    const file = path.join(import.meta.dirname, '../fixtures/clkhash.json')
    asClkhash(JSON.parse(readFileSync(file, 'utf8')) as Clkhash)
  })

  it('are those of all the vectors of clkhash there are', (t) => {
    const file = sharedData('vectors', 'clkhash_vectors.json')
    if (!existsSync(file)) return t.skip('the vectors are not on this machine')
    asClkhash(JSON.parse(readFileSync(file, 'utf8')) as Clkhash)
  })
})

/** Fields that share bits, as those of names do; every seventh of the right is one of the left, a little changed. */
function fields(count: number, seed: number, like?: Fields): Fields {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 8
  }
  const made = Uint8Array.from({ length: count * 128 }, () => next() & next() & 255)
  if (like)
    for (let n = 0; n < count; n += 7) {
      made.set(like.bytes.subarray(n * 128, n * 128 + 128), n * 128)
      for (let k = 0; k < next() % 30; k++) made[n * 128 + (next() % 128)] = next() & 255
    }
  return { bytes: made, bytesEach: 128 }
}

const BITS = Array.from({ length: 256 }, (_, n) => n.toString(2).replaceAll('0', '').length)
const bitsOf = (list: Uint8Array) => list.reduce((sum, b) => sum + (BITS[b] ?? 0), 0)

function plainly(left: Fields, right: Fields, threshold: number): readonly string[] {
  const row = (of: Fields, n: number) => of.bytes.subarray(n * 128, n * 128 + 128)
  const found: string[] = []
  for (let a = 0; a < left.bytes.length / 128; a++)
    for (let b = 0; b < right.bytes.length / 128; b++) {
      const [x, y] = [row(left, a), row(right, b)]
      const both = bitsOf(x.map((byte, n) => byte & (y[n] ?? 0)))
      const alike = (2 * both) / (bitsOf(x) + bitsOf(y))
      if (alike >= threshold) found.push(`${a} ${b} ${alike}`)
    }
  return found.toSorted()
}

const listed = (found: { left: Uint32Array; right: Uint32Array; similarity: Float64Array }) =>
  Array.from(found.left, (a, n) => `${a} ${found.right[n]} ${found.similarity[n]}`).toSorted()

describe('the Dice similarity of bit fields', () => {
  const left = fields(131, 1)
  const right = fields(90, 2, left)

  for (const threshold of [0.3, 0.62, 0.7, 0.8, 1])
    it(`finds every pair from ${threshold} and no other`, async () => {
      const { found } = await dicePairs(left, right, threshold, { workers: 1 })
      assert.deepEqual(listed(found), plainly(left, right, threshold))
    })

  it('finds the same with two workers, and goes on where it was stopped', async () => {
    const [many, others] = [fields(1700, 3), fields(300, 4, left)]
    const whole = await dicePairs(many, others, 0.35, { workers: 2 })
    const stop = new AbortController()
    const rows: number[] = []
    const first = await dicePairs(many, others, 0.35, {
      workers: 1,
      stopped: stop.signal,
      progress: (done) => {
        rows.push(done)
        stop.abort()
      },
    })
    assert.deepEqual([rows, first.pieces, first.of], [[512], [0], 4])
    const rest = await dicePairs(many, others, 0.35, { workers: 1, resume: first })
    assert.deepEqual(listed(rest.found), listed(whole.found))
    assert.ok(whole.found.left.length > 0)
    await assert.rejects(dicePairs(left, right, 0.5, { resume: first }), /other files/)
  })

  it('finds nothing alike in fields with no bits, and refuses fields of two lengths', async () => {
    const empty = { bytes: new Uint8Array(256), bytesEach: 128 }
    assert.equal((await dicePairs(empty, empty, 0.1, { workers: 1 })).found.left.length, 0)
    const short = { bytes: new Uint8Array(64), bytesEach: 64 }
    await assert.rejects(dicePairs(empty, short, 0.7), /one length/)
    await assert.rejects(dicePairs(empty, empty, 0), /threshold/)
  })
})
