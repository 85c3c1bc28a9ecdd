/**
 * Which numbers of a table must be hidden so that none of those at risk can be worked out from
 * the sums. Follows the cell suppression problem as Fischetti and Salazar state it: an attacker
 * knows every sum and every number shown, and solves for the lowest and highest each hidden
 * number could be. A number may hide nought as well, so nothing is known of it beforehand.
 */
import { type Equation, corner, lowest, valuesAt } from './linear-program.rules.ts'

export type Sum = { readonly total: string; readonly parts: readonly string[] }

/**
 * Whole counts of children by name. `known` are out already and cannot be hidden here; `alike`
 * are sums whose total must not all be one part, since that tells what each child said; `unseen`
 * are never shown and only carry a sum (the rest of a total of which one part is shown); `dear`
 * are what a reader needs most, hidden to protect another only when nothing else will do.
 */
export type CountTable = {
  readonly counts: ReadonlyMap<string, number>
  readonly sums: readonly Sum[]
  readonly known?: ReadonlySet<string>
  readonly alike?: readonly Sum[]
  readonly unseen?: ReadonlySet<string>
  readonly dear?: ReadonlySet<string>
}

export type Feasible = { readonly low: number; readonly high: number }

/**
 * What an attacker can work out: for each hidden name the lowest and highest whole number that
 * fits the sums and the numbers shown. Exact for tables of rows and columns, of which one may be
 * nested, because those programs have whole corners.
 */
export function attack(table: CountTable, hidden: ReadonlySet<string>): Map<string, Feasible> {
  const names = [...hidden]
  const place = new Map(names.map((name, n) => [name, n]))
  const here = corner(names.length, equations(table, place))
  if (!here) throw new Error('The sums of this table do not add up')
  const ends = names.map((): [number, number] => [Infinity, -Infinity])
  const seen = () => {
    for (const [n, value] of valuesAt(here).entries()) {
      const end = ends[n]
      if (end) ends[n] = [Math.min(end[0], value), Math.max(end[1], value)]
    }
  }
  seen()
  const cost = (n: number, factor: number) => names.map((_, m) => (m === n ? factor : 0))
  for (const [n, name] of names.entries()) {
    lowest(here, cost(n, 1))
    seen()
    const unbounded = lowest(here, cost(n, -1)) === -Infinity
    seen()
    if (unbounded) ends[place.get(name) ?? n] = [ends[n]?.[0] ?? 0, Infinity]
  }
  return new Map(names.map((name, n) => [name, whole(ends[n] ?? [0, Infinity])]))
}

function equations(table: CountTable, place: ReadonlyMap<string, number>): Equation[] {
  return table.sums.flatMap((sum): Equation[] => {
    const terms: [number, number][] = []
    let equals = 0
    const add = (name: string, factor: number) => {
      const n = place.get(name)
      if (n === undefined) equals -= factor * countOf(table, name)
      else terms.push([n, factor])
    }
    for (const part of sum.parts) add(part, 1)
    add(sum.total, -1)
    return terms.length > 0 ? [{ terms, equals }] : []
  })
}

function whole([low, high]: readonly [number, number]): Feasible {
  return { low: Math.max(0, Math.ceil(low - 1e-6)), high: Math.floor(high + 1e-6) }
}

/** Names whose own number could point at a child: a small one, or the one all children share. */
export function atRisk(table: CountTable, smallestShown: number): Set<string> {
  const risky = [...table.counts]
    .filter(([, n]) => n > 0 && n < smallestShown)
    .map(([name]) => name)
    .filter((name) => !table.known?.has(name) && !table.unseen?.has(name))
  return new Set([...risky, ...saidByAll(table)])
}

function saidByAll(table: CountTable): string[] {
  return (table.alike ?? []).flatMap(({ total, parts }) => {
    const all = countOf(table, total)
    return all > 0 ? parts.filter((part) => countOf(table, part) === all) : []
  })
}

/**
 * Whether an attacker is kept uncertain enough about a number at risk. A small one: it could be
 * nought and could be large enough to show, or anything over a width of twice that. One that all
 * share: as many as would be shown might have said something else.
 */
export function isProtected(
  count: number,
  { low, high }: Feasible,
  smallestShown: number,
): boolean {
  if (count >= smallestShown) return low <= count - smallestShown
  return (low <= 0 && high >= smallestShown) || high - low >= 2 * smallestShown
}

/**
 * The names to hide: those at risk, and as few and as small others as protect them. Undefined
 * when what is known already makes protection impossible.
 */
export function protect(table: CountTable, smallestShown: number): Set<string> | undefined {
  const risky = atRisk(table, smallestShown)
  const hidden = new Set([...risky, ...(table.unseen ?? [])])
  const order = [...risky].toSorted((a, b) => countOf(table, b) - countOf(table, a))
  const seen = new Map([...table.counts].map(([name, n]) => [name, { low: n, high: n }]))
  for (const name of order) {
    const count = countOf(table, name)
    for (const target of targets(count, smallestShown)) {
      const range = seen.get(name) ?? { low: count, high: count }
      if (isProtected(count, range, smallestShown)) break
      if (target > count ? range.high >= target : range.low <= target) continue
      if (!hideFor(table, hidden, seen, name, target)) return undefined
    }
  }
  const found = attack(table, hidden)
  const safe = [...risky].every((name) => {
    const range = found.get(name)
    return range !== undefined && isProtected(countOf(table, name), range, smallestShown)
  })
  return safe ? hidden : undefined
}

/** Other numbers the count must be able to be, for the attacker to stay uncertain. */
function targets(count: number, smallestShown: number): number[] {
  return count >= smallestShown ? [count - smallestShown] : [0, smallestShown]
}

/**
 * Finds the cheapest other table with the same sums in which the named count is `target`, and
 * hides every number that differs there: an attacker then cannot tell the two apart. False when
 * there is no such table.
 */
function hideFor(
  table: CountTable,
  hidden: Set<string>,
  seen: Map<string, Feasible>,
  name: string,
  target: number,
): boolean {
  const other = otherTable(table, hidden, name, target)
  for (const [cell, value] of other ?? []) {
    if (value !== countOf(table, cell)) hidden.add(cell)
    const { low, high } = seen.get(cell) ?? { low: value, high: value }
    seen.set(cell, { low: Math.min(low, value), high: Math.max(high, value) })
  }
  return other !== undefined
}

/** Almost nothing, so that a number is not moved up and down at once. */
const FREE = 0.001

function otherTable(
  table: CountTable,
  hidden: ReadonlySet<string>,
  name: string,
  target: number,
): Map<string, number> | undefined {
  const names = [...table.counts.keys()].filter((cell) => !table.known?.has(cell))
  // Each name has two variables, how far it rises and how far it falls, and one for the room left
  // below it, since a fall cannot go under nought.
  const rise = new Map(names.map((cell, n) => [cell, 2 * n]))
  const moves = (cell: string, factor: number) => moveTerms(rise.get(cell), factor)
  const same = table.sums.map(({ total, parts }): Equation => {
    return { terms: [...parts.flatMap((part) => moves(part, 1)), ...moves(total, -1)], equals: 0 }
  })
  const floors = names.map((cell, n): Equation => {
    const terms = [2 * n + 1, 2 * names.length + n].map((v) => [v, 1] as const)
    return { terms, equals: countOf(table, cell) }
  })
  const aim = { terms: moves(name, 1), equals: target - countOf(table, name) }
  const start = corner(3 * names.length, [...same, ...floors, aim])
  if (!start) return undefined
  const dear = new Set([...table.sums.map((sum) => sum.total), ...(table.dear ?? [])])
  const costs = names.flatMap((cell) => {
    const cost = hidden.has(cell) ? FREE : lossOf(countOf(table, cell), dear.has(cell))
    return [cost, cost]
  })
  lowest(start, costs)
  const moved = valuesAt(start)
  const by = names.map((_, n) => (moved[2 * n] ?? 0) - (moved[2 * n + 1] ?? 0))
  // Half a child proves nothing to somebody who knows that children are whole.
  if (by.some((step) => Math.abs(step - Math.round(step)) > 1e-6)) return undefined
  return new Map(names.map((cell, n) => [cell, countOf(table, cell) + Math.round(by[n] ?? 0)]))
}

function moveTerms(rise: number | undefined, factor: number): (readonly [number, number])[] {
  if (rise === undefined) return []
  return [
    [rise, factor],
    [rise + 1, -factor],
  ]
}

/** Hiding a total, or a large number, loses the reader more than hiding a small one. */
function lossOf(count: number, dear: boolean): number {
  const loss = count === 0 ? 3 : 1 + Math.log2(1 + count) / 2
  return dear ? 20 * loss : loss
}

function countOf(table: CountTable, name: string): number {
  const count = table.counts.get(name)
  if (count === undefined) throw new Error(`No count is named ${name}`)
  return count
}
