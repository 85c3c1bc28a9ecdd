/** The keys of the records in their order: of one record up to `ends`, or one each (0 for none) without it. */
export type Keyed = { readonly ends: Int32Array | undefined; readonly keys: Int32Array }

/** By key, and those of one key by record. */
export type Sorted = { readonly keys: Int32Array; readonly records: Uint32Array }

/** Three passes over eleven bits each put keys of 31 bits in order. */
const PASSES = [0, 11, 22]
const PLACES = 2 ** 11

/** Sorts the keys of one rule after another on the same room, which the next one takes over. */
export function sorter(): (keyed: Keyed) => Sorted {
  let room = twoSides(0)
  return (keyed) => {
    if (room.one.keys.length < keyed.keys.length) room = twoSides(keyed.keys.length)
    const count = told(keyed, room.one)
    let [from, to] = [room.one, room.two]
    for (const shift of PASSES) {
      pass(from, to, count, shift)
      ;[from, to] = [to, from]
    }
    return { keys: from.keys.subarray(0, count), records: from.records.subarray(0, count) }
  }
}

const side = (length: number) => ({
  keys: new Int32Array(length),
  records: new Uint32Array(length),
})
const twoSides = (length: number) => ({ one: side(length), two: side(length) })

/** Every key with whose it is, in the order of the records. Gives how many there are. */
function told({ ends, keys }: Keyed, into: Sorted): number {
  let count = 0
  let record = 0
  for (let n = 0; n < keys.length; n++) {
    if (ends === undefined) record = n
    else while ((ends[record + 1] ?? Infinity) <= n) record++
    const key = keys[n] ?? 0
    if (key === 0) continue
    into.keys[count] = key
    into.records[count++] = record
  }
  return count
}

const bitsOf = (key: number, shift: number): number => (key >>> shift) & (PLACES - 1)

/** Keeps the order of those whose bits here are the same. */
function pass(from: Sorted, to: Sorted, count: number, shift: number): void {
  const next = firstPlaces(from.keys, count, shift)
  for (let n = 0; n < count; n++) {
    const key = from.keys[n] ?? 0
    const bits = bitsOf(key, shift)
    const place = next[bits] ?? 0
    next[bits] = place + 1
    to.keys[place] = key
    to.records[place] = from.records[n] ?? 0
  }
}

/** Where the first of those with each number of bits goes. */
function firstPlaces(keys: Int32Array, count: number, shift: number): Uint32Array {
  const next = new Uint32Array(PLACES + 1)
  for (let n = 0; n < count; n++) {
    const at = bitsOf(keys[n] ?? 0, shift) + 1
    next[at] = (next[at] ?? 0) + 1
  }
  for (let n = 1; n < PLACES; n++) next[n] = (next[n] ?? 0) + (next[n - 1] ?? 0)
  return next
}
