import type { Decided } from './decide.rules.ts'
import { type Scores, scores } from './intervals.rules.ts'
import type { Groups } from './people-file.rules.ts'
import { pairKey, type Truth } from './truth-file.rules.ts'

export type Group = { readonly name: string } & Scores

/** How right a linkage was, of all and of groups; the gap between traditions is the figure to look at first. */
export type Evaluation = {
  readonly records: { readonly left: number; readonly right: number }
  /** Pairs of the truth that name a record in neither file; they are in no figure. */
  readonly truthNotInFiles: number
  readonly gapBetweenTraditions: Gap | undefined
  readonly overall: Scores
  readonly byTradition: readonly Group[]
  readonly byBirthStatus: readonly Group[]
}

export type Gap = {
  /** The highest F1 of a tradition less the lowest, among those with enough pairs. */
  readonly f1: number
  readonly highest: string
  readonly lowest: string
  readonly pairsAtLeast: number
}

type Linked = {
  readonly decided: Decided
  readonly truth: Truth
  readonly groups: readonly Groups[]
  readonly split: number
  readonly size: number
}

/** A tradition with fewer pairs than this says nothing about a gap. */
const ENOUGH = 30

export function evaluationOf({ decided, truth, groups, split, size }: Linked): Evaluation {
  const found = Array.from(decided.one, (one, n) => pairKey(one, decided.two[n] ?? 0))
  const firstOf = (key: number) => groups[Math.floor(key / pairKey(1, 0))]
  const by = (group: (g: Groups) => string): readonly Group[] => {
    const tallies = new Map<string, [found: number, real: number, both: number]>()
    const tally = (key: number, which: 0 | 1 | 2) => {
      const own = firstOf(key)
      if (!own) return
      const counts = tallies.get(group(own)) ?? [0, 0, 0]
      counts[which]++
      tallies.set(group(own), counts)
    }
    for (const key of found) {
      tally(key, 0)
      if (truth.pairs.has(key)) tally(key, 2)
    }
    for (const key of truth.pairs) tally(key, 1)
    return [...tallies]
      .map(([name, counts]) => ({ name, ...scores(...counts) }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }
  const byTradition = by((g) => g.tradition)
  const both = found.filter((key) => truth.pairs.has(key)).length
  return {
    records: split === 0 ? { left: size, right: size } : { left: split, right: size - split },
    truthNotInFiles: truth.unknown,
    gapBetweenTraditions: gapOf(byTradition),
    overall: scores(found.length, truth.pairs.size, both),
    byTradition,
    byBirthStatus: by((g) => g.birthStatus),
  }
}

function gapOf(groups: readonly Group[]): Gap | undefined {
  const enough = groups.filter((g) => g.true >= ENOUGH).toSorted((a, b) => b.f1 - a.f1)
  const [highest, lowest] = [enough[0], enough.at(-1)]
  if (!highest || !lowest || enough.length < 2) return undefined
  return {
    f1: highest.f1 - lowest.f1,
    highest: highest.name,
    lowest: lowest.name,
    pairsAtLeast: ENOUGH,
  }
}
