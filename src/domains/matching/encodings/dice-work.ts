import type { Kernel } from '../kernel/kernel.ts'

/** One side, in order of its bits: where its fields, their counts and their first places are. */
export type DiceSide = {
  readonly fields: number
  readonly all: number
  readonly rest: number
  readonly places: number
  readonly count: number
}

export type DiceSetting = {
  readonly memory: WebAssembly.Memory
  readonly words: number
  readonly checkpoint: number
  readonly threshold: number
  readonly left: DiceSide
  readonly right: DiceSide
  readonly leftCount: number
  readonly found: number
}

export type DiceFound = {
  readonly left: Uint32Array
  readonly right: Uint32Array
  readonly similarity: Float64Array
}

export const FOUND_ROOM = 1 << 18
/** Columns looked at together: they stay in the cache while the rows of the piece pass by. */
const TILE = 128

/** Rows from..to of the left side against all of the right side that can match. */
export function diceTask(
  kernel: Kernel,
  setting: DiceSetting,
  rows: { readonly from: number; readonly to: number },
): DiceFound {
  const { left, right, memory, threshold } = setting
  const lefts = new Uint32Array(memory.buffer, left.all, left.count)
  const rights = new Uint32Array(memory.buffer, right.all, right.count)
  kernel.diceFor(setting.words, setting.checkpoint, threshold, setting.found, FOUND_ROOM)
  const parts: DiceFound[] = []
  // With fewer bits than this share of the other's, two fields cannot be alike enough.
  const least = threshold / (2 - threshold)
  const first = from(rights, Math.ceil((lefts[rows.from] ?? 0) * least - 1e-9))
  const last = from(rights, Math.floor((lefts[rows.to - 1] ?? 0) / least + 1e-9) + 1)
  for (let column = first; column < last; column += TILE) {
    const until = Math.min(column + TILE, last)
    for (let row = rows.from; row < rows.to; row += 2) {
      while (
        !(row + 1 < rows.to
          ? two(kernel, setting, row, column, until)
          : one(kernel, setting, row, column, until))
      )
        parts.push(emptied(kernel, setting))
    }
  }
  parts.push(emptied(kernel, setting))
  return parts.length === 1 && parts[0] ? parts[0] : merged(parts)
}

const two = (
  kernel: Kernel,
  { left, right }: DiceSetting,
  row: number,
  column: number,
  until: number,
) =>
  kernel.diceTwo(
    left.fields,
    left.all,
    left.rest,
    row,
    right.fields,
    right.all,
    right.rest,
    column,
    until,
  )

const one = (
  kernel: Kernel,
  { left, right }: DiceSetting,
  row: number,
  column: number,
  until: number,
) => kernel.diceOne(left.fields, left.all, row, right.fields, right.all, column, until)

/** The first place whose number is at least this. */
function from(sorted: Uint32Array, least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** What was found so far, by the places the fields had in their files. */
function emptied(kernel: Kernel, { memory, found, left, right }: DiceSetting): DiceFound {
  const count = kernel.diceWritten()
  const whole = new Uint32Array(memory.buffer, found, count * 4)
  const real = new Float64Array(memory.buffer, found, count * 2)
  const lefts = new Uint32Array(memory.buffer, left.places, left.count)
  const rights = new Uint32Array(memory.buffer, right.places, right.count)
  const all = {
    left: new Uint32Array(count),
    right: new Uint32Array(count),
    similarity: new Float64Array(count),
  }
  for (let n = 0; n < count; n++) {
    all.left[n] = lefts[whole[n * 4] ?? 0] ?? 0
    all.right[n] = rights[whole[n * 4 + 1] ?? 0] ?? 0
    all.similarity[n] = real[n * 2 + 1] ?? 0
  }
  kernel.diceEmptied()
  return all
}

function merged(parts: readonly DiceFound[]): DiceFound {
  return {
    left: Uint32Array.from(parts.flatMap((p) => [...p.left])),
    right: Uint32Array.from(parts.flatMap((p) => [...p.right])),
    similarity: Float64Array.from(parts.flatMap((p) => [...p.similarity])),
  }
}
