import type { Task } from './work.ts'

/** About how many pairs one task is: long enough not to matter, short enough to stop soon. */
const PAIRS_OF_A_TASK = 500_000

/** Every record with every other, in pieces. */
export function everyTask(size: number, split: number): readonly Task[] {
  const rows = split === 0 ? size : split
  const across = split === 0 ? size : size - split
  const step = Math.max(1, Math.floor(PAIRS_OF_A_TASK / Math.max(across, 1)))
  const tasks: Task[] = []
  for (let from = 0; from < rows; from += step)
    tasks.push({
      kind: 'every',
      from,
      to: Math.min(from + step, rows),
      against: split,
      until: size,
    })
  return tasks
}

/** The blocks of every rule, in pieces of about as many pairs; a large block is several pieces, by its rows. */
export function blockTasks(rules: readonly { readonly weights: Float64Array }[]): readonly Task[] {
  return rules.flatMap(({ weights }, rule) => {
    const tasks: Task[] = []
    let [from, pairs] = [0, 0]
    const cut = (to: number) => {
      const pieces = to - from === 1 ? Math.ceil(pairs / PAIRS_OF_A_TASK) : 1
      for (let piece = 0; piece < pieces; piece++)
        tasks.push({ kind: 'blocks', rule, from, to, piece, pieces })
      from = to
      pairs = 0
    }
    for (let n = 0; n < weights.length; n++) {
      const own = weights[n] ?? 0
      if (pairs + own >= PAIRS_OF_A_TASK && from < n) cut(n)
      pairs += own
    }
    if (from < weights.length) cut(weights.length)
    return tasks
  })
}

/**
 * The first row of a piece of a block. Early rows have more pairs before them than late ones where a block is
 * compared with itself: the square root makes the pieces alike.
 */
export function rowOfPiece(piece: number, pieces: number, size: number, split: number): number {
  if (split !== 0) return Math.floor((size * piece) / pieces)
  return Math.floor(size * (1 - Math.sqrt(1 - piece / pieces)))
}

/** Pairs drawn at random, always the same for one seed. */
export function drawnTasks(pairs: number, seed = 1): readonly Task[] {
  const pieces = 8
  return Array.from({ length: pieces }, (_, n) => ({
    kind: 'drawn' as const,
    seed: (seed * 2654435761 + n * 40503 + 1) % 2 ** 32,
    pairs: Math.ceil(pairs / pieces),
  }))
}

/** How many pairs there are in all. */
export const allPairs = (size: number, split: number): number =>
  split === 0 ? (size * (size - 1)) / 2 : split * (size - split)
