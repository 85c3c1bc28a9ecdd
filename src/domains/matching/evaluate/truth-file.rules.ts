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
  const rows = [...rowsOf(text, name)]
  const [one, two, from] = columnsOf(rows[0]?.cells ?? [], name, left, right)
  const pairs = new Set<number>()
  let unknown = 0
  for (const { cells } of rows.slice(from)) {
    const [a, b] = [left.get(cells[one] ?? ''), right.get(cells[two] ?? '')]
    if (a === undefined || b === undefined) unknown++
    else if (a !== b) pairs.add(pairKey(Math.min(a, b), Math.max(a, b)))
  }
  if (pairs.size === 0)
    throw new Unreadable(`${name} names no pair of records that are in the two files`)
  return { pairs, unknown }
}

/** Which columns hold the two sides, and from which row on. */
function columnsOf(
  first: readonly string[],
  name: string,
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>,
): readonly [number, number, number] {
  const header = headerOf(first)
  if (header) return [...header, 1]
  if (left.has(first[0] ?? '') && right.has(first[1] ?? '')) return [0, 1, 0]
  throw new Unreadable(`${name} must have the columns left and right`)
}

function headerOf(cells: readonly string[]): readonly [number, number] | undefined {
  const plain = cells.map((c) => c.toLowerCase().replace(/[^a-z]/g, ''))
  const at = (side: string) =>
    plain.findIndex((c) => c === side || c === `${side}id` || c === `id${side}`)
  const [left, right] = [at('left'), at('right')]
  return left < 0 || right < 0 ? undefined : [left, right]
}
