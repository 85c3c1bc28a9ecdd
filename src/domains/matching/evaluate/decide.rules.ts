import { chanceOf } from '../model/model.rules.ts'
import type { Found } from '../pairs/work.ts'

/**
 * Which found pairs to call one child when nobody is there to decide: for measuring only. Pairs are
 * taken from the likeliest down. Where a record already has a better partner, a further one is taken
 * only if it is that partner's own likeness: two records that are not one child cannot both be this one.
 */
export type Decided = { readonly one: Int32Array; readonly two: Int32Array }

export function decide(
  found: Found,
  prior: number,
  sameSide: ((one: number, two: number) => boolean) | undefined,
): Decided {
  const order = Array.from(found.one.keys()).toSorted(
    (a, b) =>
      (found.weight[b] ?? 0) - (found.weight[a] ?? 0) ||
      (found.one[a] ?? 0) - (found.one[b] ?? 0) ||
      (found.two[a] ?? 0) - (found.two[b] ?? 0),
  )
  const fitting = sameSide ? fittingOf(found, order, sameSide) : order
  const kept = fitting.slice(
    0,
    bestCut(fitting.map((n) => chanceOf((found.weight[n] ?? 0) + prior))),
  )
  return {
    one: Int32Array.from(kept, (n) => found.one[n] ?? 0),
    two: Int32Array.from(kept, (n) => found.two[n] ?? 0),
  }
}

function fittingOf(
  found: Found,
  order: readonly number[],
  sameSide: (one: number, two: number) => boolean,
): readonly number[] {
  const partners = new Map<number, number[]>()
  const fits = (record: number, other: number): boolean =>
    (partners.get(record) ?? []).every((partner) => sameSide(partner, other))
  return order.filter((n) => {
    const [one, two] = [found.one[n] ?? 0, found.two[n] ?? 0]
    if (!fits(one, two) || !fits(two, one)) return false
    partners.set(one, [...(partners.get(one) ?? []), two])
    partners.set(two, [...(partners.get(two) ?? []), one])
    return true
  })
}

/**
 * How many of the likeliest to take so that F1 is expected to be highest, going by the chances
 * themselves: 2 × expected hits ÷ (taken + all that are expected to be true).
 */
export function bestCut(chances: readonly number[]): number {
  const expected = chances.reduce((sum, p) => sum + p, 0)
  let [hits, best, cut] = [0, 0, 0]
  for (const [n, p] of chances.entries()) {
    hits += p
    const f1 = (2 * hits) / (n + 1 + expected)
    if (f1 > best) [best, cut] = [f1, n + 1]
  }
  return cut
}
