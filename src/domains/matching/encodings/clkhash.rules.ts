import { hkdfSync } from 'node:crypto'
import { blake2b } from '@noble/hashes/blake2.js'

/**
 * Encodings as clkhash (schema 3) makes them, bit for bit, so that whoever uses clkhash can exchange
 * with us. Keyed BLAKE2b; no double hashing, which is broken (Kroll and Steinmetzer 2015).
 */
const INDICES_OF_A_DIGEST = 32

/** The places a token sets, with repetitions: 32 of each digest, whose salt is its number as text. */
export function tokenIndices(
  token: Uint8Array,
  key: Uint8Array,
  count: number,
  bits: number,
): Uint32Array {
  const indices = new Uint32Array(count)
  for (let from = 0, n = 0; from < count; from += INDICES_OF_A_DIGEST, n++) {
    const salt = new Uint8Array(16)
    new TextEncoder().encodeInto(String(n), salt)
    const digest = blake2b(token, { key, salt, dkLen: 64 })
    const view = new DataView(digest.buffer, digest.byteOffset, digest.length)
    for (let k = 0; k < INDICES_OF_A_DIGEST && from + k < count; k++)
      indices[from + k] = view.getUint16(k * 2, true) % bits
  }
  return indices
}

/** A bit field with the places of all tokens set. The first place is the highest bit of the first byte. */
export function bitField(
  tokens: readonly string[],
  key: Uint8Array,
  count: number,
  bits: number,
): Uint8Array {
  const field = new Uint8Array(bits / 8)
  for (const token of tokens)
    for (const place of tokenIndices(new TextEncoder().encode(token), key, count, bits))
      field[place >> 3] = (field[place >> 3] ?? 0) | (128 >> (place & 7))
  return field
}

/** Halves laid over each other by exclusive or, `folds` times: shorter, and harder to read back. */
export function folded(field: Uint8Array, folds: number): Uint8Array {
  let left = field
  for (let n = 0; n < folds; n++) {
    if (left.length % 2 !== 0) throw new Error('A bit field of odd length cannot be folded')
    const half = left.length / 2
    const right = left.subarray(half)
    left = left.subarray(0, half).map((byte, at) => byte ^ (right[at] ?? 0))
  }
  return left
}

/** Pieces of `size` letters, with a space at either end, as clkhash cuts them. */
export function pieces(text: string, size = 2): readonly string[] {
  const padding = size > 1 ? ' '.repeat(size - 1) : ''
  const letters = Array.from(`${padding}${text}${padding}`)
  return letters
    .slice(0, Math.max(letters.length - size + 1, 0))
    .map((_, n) => letters.slice(n, n + size).join(''))
}

/** Keys for each field from one secret: HKDF with SHA-256 (RFC 5869), as many bytes each as asked. */
export function fieldKeys(
  secret: Uint8Array,
  count: number,
  { salt, info = new Uint8Array(), bytes = 64 }: KeyShape = {},
): readonly Uint8Array[] {
  const all = new Uint8Array(
    hkdfSync('sha256', secret, salt ?? new Uint8Array(32), info, count * bytes),
  )
  return Array.from({ length: count }, (_, n) => all.slice(n * bytes, (n + 1) * bytes))
}

export type KeyShape = {
  readonly salt?: Uint8Array | undefined
  readonly info?: Uint8Array | undefined
  readonly bytes?: number | undefined
}
