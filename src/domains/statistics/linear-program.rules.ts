/**
 * A small linear program solver: the two-phase simplex method on a dense table. Made for the
 * sums of a published table (some hundreds of numbers), where every factor is 1 or -1.
 */
export type Equation = {
  readonly terms: readonly (readonly [variable: number, factor: number])[]
  readonly equals: number
}

/** A corner of the region where every equation holds and no variable is below nought. */
export type Corner = { readonly variables: number; rows: Float64Array[]; basis: number[] }

const NEAR = 1e-7

/** Some corner of the region, or undefined when the equations cannot all hold. */
export function corner(variables: number, equations: readonly Equation[]): Corner | undefined {
  const width = variables + equations.length
  const rows = equations.map((equation, n) => {
    const row = new Float64Array(width + 1)
    const sign = equation.equals < 0 ? -1 : 1
    for (const [variable, factor] of equation.terms)
      row[variable] = at(row, variable) + sign * factor
    row[variables + n] = 1
    row[width] = sign * equation.equals
    return row
  })
  const start: Corner = { variables: width, rows, basis: rows.map((_, n) => variables + n) }
  // Each equation begins with a stand-in variable of its own; the first phase drives them to nought.
  const standIns = Array.from({ length: width }, (_, n) => (n < variables ? 0 : 1))
  if (lowest(start, standIns) > NEAR) return undefined
  return withoutStandIns(start, variables)
}

/**
 * Moves the corner to one where the cost is lowest, and gives that cost; -Infinity when there is
 * no lowest. The corner is changed in place, so that the next cost starts near its own answer.
 */
export function lowest(here: Corner, costs: readonly number[]): number {
  const last = here.variables
  const reduced = reducedCosts(here, costs)
  for (let step = 0; ; step += 1) {
    // Bland's choice, after a while, cannot go round in circles; the steepest is usually quicker.
    const entering = step < 200 ? steepest(reduced, last) : firstBelow(reduced, last)
    if (entering < 0) return -at(reduced, last)
    const leaving = leavingRow(here, entering)
    if (leaving < 0) return -Infinity
    turn(here, leaving, entering)
    const pivot = here.rows[leaving]
    if (pivot) take(reduced, pivot, at(reduced, entering))
  }
}

function reducedCosts(here: Corner, costs: readonly number[]): Float64Array {
  const reduced = new Float64Array(here.variables + 1)
  for (let n = 0; n < here.variables; n += 1) reduced[n] = costs[n] ?? 0
  for (const [n, row] of here.rows.entries()) take(reduced, row, costs[here.basis[n] ?? 0] ?? 0)
  return reduced
}

/** The value of each variable at the corner. */
export function valuesAt(here: Corner): number[] {
  const values = Array.from({ length: here.variables }, () => 0)
  for (const [n, row] of here.rows.entries()) values[here.basis[n] ?? 0] = at(row, here.variables)
  return values
}

function withoutStandIns(start: Corner, variables: number): Corner {
  const kept: number[] = []
  for (const [n, row] of start.rows.entries()) {
    if ((start.basis[n] ?? 0) >= variables) {
      const real = row.subarray(0, variables).findIndex((value) => Math.abs(value) > NEAR)
      if (real < 0) continue // an equation that followed from the others
      turn(start, n, real)
    }
    kept.push(n)
  }
  const rows = kept.flatMap((n) => {
    const row = start.rows[n]
    if (!row) return []
    const shorter = new Float64Array(variables + 1)
    shorter.set(row.subarray(0, variables))
    shorter[variables] = at(row, start.variables)
    return [shorter]
  })
  return { variables, rows, basis: kept.map((n) => start.basis[n] ?? 0) }
}

function steepest(reduced: Float64Array, last: number): number {
  let best = -1
  let value = -NEAR
  for (let n = 0; n < last; n += 1) {
    if (at(reduced, n) < value) {
      value = at(reduced, n)
      best = n
    }
  }
  return best
}

function firstBelow(reduced: Float64Array, last: number): number {
  return reduced.subarray(0, last).findIndex((value) => value < -NEAR)
}

function leavingRow(here: Corner, entering: number): number {
  let leaving = -1
  let closest = Infinity
  for (const [n, row] of here.rows.entries()) {
    if (at(row, entering) <= NEAR) continue
    const room = at(row, here.variables) / at(row, entering)
    const tie = Math.abs(room - closest) <= NEAR
    if (tie ? (here.basis[n] ?? 0) < (here.basis[leaving] ?? 0) : room < closest) {
      closest = room
      leaving = n
    }
  }
  return leaving
}

function turn(here: Corner, leaving: number, entering: number): void {
  const pivot = here.rows[leaving]
  if (!pivot) return
  const by = at(pivot, entering)
  for (let n = 0; n < pivot.length; n += 1) pivot[n] = at(pivot, n) / by
  for (const row of here.rows) if (row !== pivot) take(row, pivot, at(row, entering))
  here.basis[leaving] = entering
}

function take(from: Float64Array, row: Float64Array, times: number): void {
  if (times === 0) return
  for (let n = 0; n < from.length; n += 1) from[n] = at(from, n) - times * at(row, n)
}

function at(row: Float64Array, n: number): number {
  return row[n] ?? 0
}
