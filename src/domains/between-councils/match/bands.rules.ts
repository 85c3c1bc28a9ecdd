/**
 * What a matcher says of two rows, and all it says: never a number, which would tell how far two dates
 * or spellings are apart. Set by pairs that were invented, in ten traditions of names; see
 * docs/how-to/ask-another-council.md for how often each was right there.
 */
export const BANDS = ['very_alike', 'alike', 'perhaps'] as const
export type Band = (typeof BANDS)[number]

const FROM: readonly (readonly [number, Band])[] = [
  [0.68, 'very_alike'],
  [0.6, 'alike'],
  [0, 'perhaps'],
]

export const bandOf = (similarity: number): Band =>
  FROM.find(([from]) => similarity >= from)?.[1] ?? 'perhaps'

const [LEAST, MOST, EACH_TENFOLD, UP_TO] = [0.55, 0.71, 0.04, 1e7]

/** The more pairs there are, the more of them are alike by chance: with each tenfold, more is asked of one. */
export const leastAlike = (pairs: number): number =>
  Math.min(MOST, LEAST + EACH_TENFOLD * Math.max(0, Math.log10(Math.max(pairs, 1) / UP_TO)))

export type Likeness = {
  readonly left: number
  readonly right: number
  readonly similarity: number
}
export type Pair = { readonly left: number; readonly right: number; readonly band: Band }

/** One child is seldom three of another council's. What is like more than these is like anything. */
const MOST_FOR_A_ROW = 3
/** A second is worth looking at only when it is nearly as alike as the first. */
const NEARLY = 0.03

/**
 * The pairs worth a person's time: the most alike of each row, and none of a row that is like a crowd.
 * Made for such a crowd, a row gets nothing, so that it learns nothing either.
 */
export function pairsOf(found: readonly Likeness[]): {
  readonly pairs: readonly Pair[]
  /** Rows of each side that were like a crowd. */
  readonly crowded: { readonly left: number; readonly right: number }
} {
  const counts = { left: new Map<number, number>(), right: new Map<number, number>() }
  for (const { left, right } of found) {
    counts.left.set(left, (counts.left.get(left) ?? 0) + 1)
    counts.right.set(right, (counts.right.get(right) ?? 0) + 1)
  }
  const crowd = MOST_FOR_A_ROW * 10
  const crowded = (side: 'left' | 'right', row: number) => (counts[side].get(row) ?? 0) > crowd
  const taken = { left: new Map<number, number>(), right: new Map<number, number>() }
  const best = { left: new Map<number, number>(), right: new Map<number, number>() }
  const fits = (side: 'left' | 'right', row: number, similarity: number) => {
    const most = best[side].get(row) ?? similarity
    return (taken[side].get(row) ?? 0) < MOST_FOR_A_ROW && similarity >= most - NEARLY
  }
  const take = (side: 'left' | 'right', row: number, similarity: number) => {
    taken[side].set(row, (taken[side].get(row) ?? 0) + 1)
    best[side].set(row, best[side].get(row) ?? similarity)
  }
  const pairs: Pair[] = []
  for (const { left, right, similarity } of found.toSorted((a, b) => b.similarity - a.similarity)) {
    if (crowded('left', left) || crowded('right', right)) continue
    if (!fits('left', left, similarity) || !fits('right', right, similarity)) continue
    take('left', left, similarity)
    take('right', right, similarity)
    pairs.push({ left, right, band: bandOf(similarity) })
  }
  const rows = (side: 'left' | 'right') =>
    [...counts[side].values()].filter((n) => n > crowd).length
  return { pairs, crowded: { left: rows('left'), right: rows('right') } }
}
