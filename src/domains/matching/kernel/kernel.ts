import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The compiled kernel of matching (sources in /wasm) and the memory it works on. The memory is shared:
 * several workers, each with an instance of its own, read the same tables and copy nothing.
 */
export type Kernel = {
  readonly jaro: (a: number, la: number, b: number, lb: number) => number
  readonly jaroWinkler: (a: number, la: number, b: number, lb: number) => number
  readonly edits: (a: number, la: number, b: number, lb: number, swaps: number) => number
  readonly textScratch: (address: number) => void
  readonly open: (table: number, own: number) => void
  readonly useModel: (address: number) => void
  readonly levels: (one: number, two: number) => bigint
  readonly weightOf: (code: bigint, one: number, two: number) => number
  readonly nameFrequency: (code: bigint, one: number, two: number) => number
  readonly fieldFrequency: (field: number) => number
  readonly weigh: (one: number, candidates: number, count: number, weights: number) => void
  readonly countInto: (address: number, bits: number, split: number) => void
  readonly distinctPatterns: () => number
  readonly writeInto: (address: number, pairs: number, atLeast: number, split: number) => void
  readonly writtenPairs: () => number
  readonly thinTo: (mask: number) => void
  readonly emptied: () => void
  readonly everyPair: (from: number, to: number, against: number, until: number) => number
  readonly randomPairs: (seed: bigint, pairs: number, records: number) => void
  readonly useRules: (address: number) => void
  readonly block: (
    members: number,
    size: number,
    rule: number,
    key: number,
    skip: number,
    until: number,
  ) => number
  readonly counts: (fields: number, count: number, all: number, rest: number) => void
  readonly diceFor: (
    words: number,
    checkpoint: number,
    atLeast: number,
    address: number,
    pairs: number,
  ) => void
  readonly diceWritten: () => number
  readonly diceEmptied: () => void
  readonly diceTwo: DiceRows
  readonly diceOne: (
    left: number,
    leftAll: number,
    row: number,
    right: number,
    rightAll: number,
    from: number,
    to: number,
  ) => number
}

type DiceRows = (
  left: number,
  leftAll: number,
  leftRest: number,
  row: number,
  right: number,
  rightAll: number,
  rightRest: number,
  from: number,
  to: number,
) => number

/** What one worker needs of its own: the memo of words, and small scratch beside it. */
export const OWN_BYTES = (8 << 20) + (256 << 10)
const PAGE = 65_536
const MOST_PAGES = 65_536

let compiled: WebAssembly.Module | undefined

/** An instance of the kernel on a memory. Cheap; the compiled module is kept. */
export function kernelOn(memory: WebAssembly.Memory): Kernel {
  compiled ??= new WebAssembly.Module(readFileSync(path.join(import.meta.dirname, 'kernel.wasm')))
  const instance = new WebAssembly.Instance(compiled, { env: { memory, abort } })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the exports of wasm/index.ts
  return instance.exports as unknown as Kernel
}

function abort(): never {
  throw new Error('The kernel of matching stopped')
}

/** A shared memory and where the next free byte is. Nothing is freed alone; the memory goes, or is emptied, as a whole. */
export type Arena = {
  readonly memory: WebAssembly.Memory
  /** Room for this many bytes, at a multiple of 16. */
  readonly room: (bytes: number) => number
  readonly used: () => number
  /** As it was at first: whatever was placed in it is gone. */
  readonly empty: () => void
}

const FIRST_FREE = 1024

export function openArena(): Arena {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true })
  let next = FIRST_FREE
  return {
    memory,
    used: () => next,
    empty() {
      new Uint8Array(memory.buffer, 0, next).fill(0)
      next = FIRST_FREE
    },
    room(bytes) {
      const address = next
      next += Math.ceil(bytes / 16) * 16
      const missing = Math.ceil((next - memory.buffer.byteLength) / PAGE)
      if (missing > 0) grow(memory, missing)
      return address
    },
  }
}

const LARGEST_KEPT = 32 << 20

/**
 * Gives an arena for a few records at a time, each time the same one, empty: the one given before must no longer be
 * used. Memory that is asked for anew each time is given back late, and a server that is asked often would hold much.
 */
export function arenaAgain(): () => Arena {
  let arena = openArena()
  return () => {
    if (arena.used() > LARGEST_KEPT) arena = openArena()
    else arena.empty()
    return arena
  }
}

function grow(memory: WebAssembly.Memory, pages: number): void {
  try {
    memory.grow(pages)
  } catch (error) {
    throw new Error('There is not enough memory to compare so many records', { cause: error })
  }
}

/** Copies numbers into the arena and says where they are. */
export function placed(
  arena: Arena,
  numbers: Int32Array | Uint32Array | Float32Array | Uint8Array,
) {
  const address = arena.room(numbers.byteLength)
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
  new Uint8Array(arena.memory.buffer, address, bytes.length).set(bytes)
  return address
}
