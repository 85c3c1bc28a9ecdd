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
  write(
    new Int32Array(arena.memory.buffer, rowsAt, size * wide),
    new Int32Array(arena.memory.buffer, stream, used),
    lists,
    active,
  )
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

/** Row by row, each part where the one before it ends. */
function write(
  rows: Int32Array,
  said: Int32Array,
  { names, births, birthEnds, fields }: Lists,
  active: readonly number[],
): void {
  const parts = active.map((n) => fields[n] ?? { ends: NONE, values: NONE })
  let [row, at] = [0, 0]
  const copy = (from: Int32Array, first: number, last: number) => {
    for (let n = first; n < last; n++) said[at++] = from[n] ?? 0
  }
  for (let record = 0; row < rows.length; record++) {
    rows[row++] = names[record] ?? 0
    rows[row++] = names[record + 1] ?? 0
    rows[row++] = at
    copy(births, (birthEnds[record] ?? 0) * 2, (birthEnds[record + 1] ?? 0) * 2)
    for (const { ends, values } of parts) {
      rows[row++] = at
      copy(values, ends[record] ?? 0, ends[record + 1] ?? 0)
    }
    rows[row++] = at
  }
}

const NONE = new Int32Array()
const valuesIn = (lists: Lists, field: number): Int32Array => lists.fields[field]?.values ?? NONE
