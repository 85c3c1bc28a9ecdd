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

/** The blocks of every rule, in pieces of about as many pairs. */
export function blockTasks(rules: readonly { readonly weights: Float64Array }[]): readonly Task[] {
  return rules.flatMap(({ weights }, rule) => {
    const tasks: Task[] = []
    let from = 0
    let pairs = 0
    for (let n = 0; n < weights.length; n++) {
      pairs += weights[n] ?? 0
      if (pairs < PAIRS_OF_A_TASK && n + 1 < weights.length) continue
      tasks.push({ kind: 'blocks', rule, from, to: n + 1 })
      from = n + 1
      pairs = 0
    }
    return tasks
  })
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
