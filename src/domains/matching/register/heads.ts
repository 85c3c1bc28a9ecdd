import type { Arena } from '../kernel/kernel.ts'
import type { Lists } from './lists.rules.ts'

/**
 * The rows of records as the kernel reads them (wasm/heads.ts): where each part of what a record says
 * begins in one stream. Addresses of columns; 0 for a field that nobody has filled in.
 */
export type Heads = {
  readonly names: number
  readonly births: number
  readonly fields: readonly number[]
  readonly stream: number
  /** Bytes of a row. */
  readonly stride: number
  /** Numbers in the stream: where one record more would begin. */
  readonly used: number
}

/** From and to of the names, then where births begin. */
const BEFORE_FIELDS = 3

/** `spare` is the room in bytes for one record more, whose every field may say something. */
export function placeHeads(arena: Arena, lists: Lists, size: number, spare: number): Heads {
  const active = lists.fields.flatMap((f, n) => (spare > 0 || f.values.length > 0 ? [n] : []))
  const wide = BEFORE_FIELDS + active.length + 1
  const used = lists.births.length + active.reduce((n, f) => n + valuesIn(lists, f).length, 0)
  const rowsAt = arena.room(size * wide * 4 + spare)
  const stream = arena.room(used * 4 + spare)
  const rows = new Int32Array(arena.memory.buffer, rowsAt, size * wide)
  const said = new Int32Array(arena.memory.buffer, stream, used)
  let at = 0
  const copy = (from: Int32Array, first: number, last: number) => {
    for (let n = first; n < last; n++) said[at++] = from[n] ?? 0
  }
  for (let record = 0, row = 0; record < size; record++) {
    rows[row++] = lists.names[record] ?? 0
    rows[row++] = lists.names[record + 1] ?? 0
    rows[row++] = at
    copy(lists.births, (lists.birthEnds[record] ?? 0) * 2, (lists.birthEnds[record + 1] ?? 0) * 2)
    for (const field of active) {
      rows[row++] = at
      const ends = lists.fields[field]?.ends
      copy(valuesIn(lists, field), ends?.[record] ?? 0, ends?.[record + 1] ?? 0)
    }
    rows[row++] = at
  }
  return {
    names: rowsAt,
    births: rowsAt + 8,
    fields: lists.fields.map((_, n) => {
      const place = active.indexOf(n)
      return place < 0 ? 0 : rowsAt + (BEFORE_FIELDS + place) * 4
    }),
    stream,
    stride: wide * 4,
    used,
  }
}

const NONE = new Int32Array()
const valuesIn = (lists: Lists, field: number): Int32Array => lists.fields[field]?.values ?? NONE
