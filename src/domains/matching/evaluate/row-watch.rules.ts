import { type Row, rowsOf, Unreadable } from './csv-rows.rules.ts'

/** More rows than this that say the same, apart from their id, cannot be told apart. */
const MOST_ALIKE = 2_000

/** Refuses a row without an id of its own, and the row that makes too many that say the same. */
export function rowWatch(text: string, name: string): (row: Row) => void {
  const metBefore = idWatch((line) => idsBefore(text, name, line))
  const alike = likenessWatch()
  return ({ line, cells }) => {
    const id = cells[0] ?? ''
    if (id === '') throw new Unreadable(`${name} line ${line} has no id`)
    if (metBefore(id, line) && standsBefore(text, name, id, line))
      throw new Unreadable(`${name} line ${line} has an id that came before`)
    if (alike(cells) > MOST_ALIKE)
      throw new Unreadable(
        `More than ${MOST_ALIKE} rows of ${name} say exactly the same: nothing in them tells one person from another`,
      )
  }
}

/**
 * Counts rows that are alike but for their id. A table of short hashes finds who might be; only those
 * are then kept whole, so that a million different rows cost four megabytes.
 */
function likenessWatch(): (cells: readonly string[]) => number {
  const counts = new Uint16Array(1 << 21)
  const suspects = new Map<string, number>()
  return (cells) => {
    let hash = 0x811c9dc5
    for (let n = 1; n < cells.length; n++) {
      const cell = cells[n] ?? ''
      for (let k = 0; k < cell.length; k++) hash = Math.imul(hash ^ cell.charCodeAt(k), 0x01000193)
      hash = Math.imul(hash ^ 0x2c, 0x01000193)
    }
    const at = (hash >>> 0) % counts.length
    const count = Math.min((counts[at] ?? 0) + 1, 65_535)
    counts[at] = count
    if (count < 100) return 1
    const key = cells.slice(1).join('\u0001')
    const whole = (suspects.get(key) ?? 99) + 1
    suspects.set(key, whole)
    return whole
  }
}

/**
 * Whether an id seems to have come before. Ids that are numbers, each larger than the one before, need nothing kept:
 * only when one is not are those before it read again. Ids are then kept as numbers of 53 bits, so that those of a
 * million rows cost sixteen megabytes; whoever asks makes sure, for two ids may share one.
 */
function idWatch(
  before: (line: number) => Iterable<string>,
): (id: string, line: number) => boolean {
  let largest = -1
  let table: ReturnType<typeof idTable> | undefined
  return (id, line) => {
    if (table === undefined) {
      const number = plainNumber(id)
      if (number > largest) {
        largest = number
        return false
      }
      table = idTable()
      for (const earlier of before(line)) table(earlier)
    }
    return table(id)
  }
}

/** The number an id is, when it is written as numbers are; otherwise -1. */
function plainNumber(id: string): number {
  if (id.length > 15 || (id.length > 1 && id.charCodeAt(0) === 0x30)) return -1
  let number = 0
  for (let n = 0; n < id.length; n++) {
    const digit = id.charCodeAt(n) - 0x30
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

function idTable(): (id: string) => boolean {
  let table = new Float64Array(1 << 12)
  let kept = 0
  const put = (into: Float64Array, number: number): boolean => {
    let at = number % into.length
    while (into[at] !== 0) {
      if (into[at] === number) return true
      at = at + 1 === into.length ? 0 : at + 1
    }
    into[at] = number
    return false
  }
  return (id) => {
    if (kept * 2 > table.length) {
      const larger = new Float64Array(table.length * 2)
      for (const number of table) if (number !== 0) put(larger, number)
      table = larger
    }
    const before = put(table, numberOf(id))
    if (!before) kept++
    return before
  }
}

/** A number from 1 to 2⁵³ − 1 that says nothing of the id. */
function numberOf(id: string): number {
  let [high, low] = [0x811c9dc5, 0x9747b28c]
  for (let n = 0; n < id.length; n++) {
    const unit = id.charCodeAt(n)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x85ebca6b)
    low ^= low >>> 13
  }
  high = Math.imul(high ^ (high >>> 15), 0xc2b2ae35)
  return (high >>> 0) * 0x200000 + (low >>> 11) || 1
}

/** Looks again: whether a row before this line has that very id. */
function standsBefore(text: string, name: string, id: string, line: number): boolean {
  for (const earlier of idsBefore(text, name, line)) if (earlier === id) return true
  return false
}

/** The ids of the rows before a line, the header left out. */
function* idsBefore(text: string, name: string, line: number): Generator<string> {
  const rows = rowsOf(text, name)
  rows.next()
  for (const row of rows) {
    if (row.line >= line) return
    yield row.cells[0] ?? ''
  }
}
