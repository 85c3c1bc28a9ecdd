import { randomBytes, randomInt } from 'node:crypto'
import { fieldKeys, folded, type MatchRecord, tokenIndices } from '#domains/matching/index.ts'
import { type Heard, heardAs, PARTS, saysEnough, type Tokens, tokensOf } from './tokens.rules.ts'

/** How records are encoded. Whoever changes a number here makes a suite of another name. */
export const SUITE = {
  name: 'clk-2',
  /** Before they are laid over each other, and what is left of them. */
  bits: 2048,
  folds: 1,
  bytesEach: 128,
  /** Of a hundred bits, how many are turned over at random, for each record anew. */
  noise: 1,
  /** For each four children one who does not exist. */
  decoys: 0.25,
  /** A question about one child looks like one about many. */
  fewest: 64,
} as const

export type Encoder = {
  /** Undefined when too little is known to tell one child from another. */
  readonly encode: (record: MatchRecord) => Uint8Array | undefined
}

export type Hardening = { readonly folds: number; readonly noise: number }

/** Keyed BLAKE2b, a key for each part from the run's own. The same few thousand tokens come back: remembered. */
export function openEncoder(
  runKey: Uint8Array,
  hardening: Hardening = SUITE,
  draw: (count: number) => Uint8Array = randomBytes,
): Encoder {
  const keys = fieldKeys(runKey, PARTS.length, {
    info: new TextEncoder().encode(`waymark between councils: ${SUITE.name}`),
  })
  const known = PARTS.map(() => new Map<string, Uint32Array>())
  const placesOf = (part: number, token: string): Uint32Array => {
    const there = known[part]?.get(token)
    if (there) return there
    const bits = PARTS[part]?.bits ?? 0
    const key = keys[part] ?? new Uint8Array(64)
    const places = tokenIndices(new TextEncoder().encode(token), key, bits, SUITE.bits)
    known[part]?.set(token, places)
    return places
  }
  const words = new Map<string, Heard>()
  const heard = (word: string): Heard => {
    const there = words.get(word) ?? heardAs(word)
    words.set(word, there)
    return there
  }
  return {
    encode(record) {
      const tokens = tokensOf(record, heard)
      if (!saysEnough(tokens)) return undefined
      const field = folded(fieldOf(tokens, placesOf), hardening.folds)
      return noisy(Uint8Array.from(field), hardening.noise, draw)
    },
  }
}

function fieldOf(
  tokens: Tokens,
  placesOf: (part: number, token: string) => Uint32Array,
): Uint8Array {
  const field = new Uint8Array(SUITE.bits / 8)
  for (const [part, { name }] of PARTS.entries())
    for (const token of tokens[name])
      for (const place of placesOf(part, token))
        field[place >> 3] = (field[place >> 3] ?? 0) | (128 >> (place & 7))
  return field
}

/** Two children who are the same in every part are still not the same here. */
function noisy(
  field: Uint8Array,
  percent: number,
  draw: (count: number) => Uint8Array,
): Uint8Array {
  if (percent === 0) return field
  const drawn = draw(field.length * 8)
  const below = Math.round(256 * (percent / 100))
  for (let bit = 0; bit < drawn.length; bit++)
    if ((drawn[bit] ?? 255) < below) field[bit >> 3] = (field[bit >> 3] ?? 0) ^ (128 >> (bit & 7))
  return field
}

const [BREATH, MOST_TRIES] = [200, 50]

export type Encoded = {
  readonly bytes: Uint8Array
  readonly rows: number
  /** For each row the id of its record; nothing for somebody who does not exist. */
  readonly ids: readonly (string | undefined)[]
  /** Records of which too little is known. */
  readonly tooLittle: number
}

/**
 * All records and the decoys among them, in an order drawn anew, so that neither a place nor the
 * length says anything. A row goes by its number in this one file and nowhere else.
 */
export async function encodeAll(
  runKey: Uint8Array,
  records: Iterable<MatchRecord>,
  decoys: (count: number) => Iterable<MatchRecord>,
): Promise<Encoded> {
  const encoder = openEncoder(runKey)
  const rows: { readonly id: string | undefined; readonly field: Uint8Array }[] = []
  let [tooLittle, read] = [0, 0]
  for (const record of records) {
    const field = encoder.encode(record)
    if (field) rows.push({ id: record.id, field })
    else tooLittle++
    // The server that does this answers others meanwhile.
    if (++read % BREATH === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const wanted = Math.max(Math.ceil(rows.length * SUITE.decoys), SUITE.fewest - rows.length)
  const all = rows.length + wanted
  // Of some that could be nobody too little is known, as of some children.
  for (let tries = 0; rows.length < all && tries < MOST_TRIES; tries++) {
    for (const record of decoys(all - rows.length)) {
      const field = encoder.encode(record)
      if (field) rows.push({ id: undefined, field })
    }
  }
  shuffle(rows)
  const bytes = new Uint8Array(rows.length * SUITE.bytesEach)
  for (const [n, { field }] of rows.entries()) bytes.set(field, n * SUITE.bytesEach)
  return { bytes, rows: rows.length, ids: rows.map((r) => r.id), tooLittle }
}

function shuffle(rows: unknown[]): void {
  for (let n = rows.length - 1; n > 0; n--) {
    const other = randomInt(n + 1)
    const [a, b] = [rows[n], rows[other]]
    if (a !== undefined && b !== undefined) [rows[n], rows[other]] = [b, a]
  }
}
