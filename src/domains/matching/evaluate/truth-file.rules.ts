import { rowsOf, Unreadable } from './csv-rows.rules.ts'

/** Pairs said to be one child, as places in the register; and how many named somebody who is in neither file. */
export type Truth = { readonly pairs: ReadonlySet<number>; readonly unknown: number }

/** One number for a pair of places. Exact up to four million records. */
export const pairKey = (one: number, two: number): number => one * 4_194_304 + two

/**
 * Reads the truth: columns `left` and `right`, in either order and among others; without a header the
 * first two. Where both files are one, a pair has no order.
 */
export function truthOf(
  text: string,
  name: string,
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>,
): Truth {
  const pairs = new Set<number>()
  let unknown = 0
  let columns: readonly [number, number] | undefined
  for (const { cells } of rowsOf(text, name)) {
    if (columns === undefined) {
      const header = headerOf(cells)
      columns = header ?? [0, 1]
      if (header) continue
      if (!left.has(cells[0] ?? '') || !right.has(cells[1] ?? ''))
        throw new Unreadable(`${name} must have the columns left and right`)
    }
    const [one, two] = [left.get(cells[columns[0]] ?? ''), right.get(cells[columns[1]] ?? '')]
    if (one === undefined || two === undefined) unknown++
    else if (one !== two) pairs.add(pairKey(Math.min(one, two), Math.max(one, two)))
  }
  if (pairs.size === 0)
    throw new Unreadable(`${name} names no pair of records that are in the two files`)
  return { pairs, unknown }
}

function headerOf(cells: readonly string[]): readonly [number, number] | undefined {
  const plain = cells.map((c) => c.toLowerCase().replace(/[^a-z]/g, ''))
  const at = (side: string) =>
    plain.findIndex((c) => c === side || c === `${side}id` || c === `id${side}`)
  const [left, right] = [at('left'), at('right')]
  return left < 0 || right < 0 ? undefined : [left, right]
}
