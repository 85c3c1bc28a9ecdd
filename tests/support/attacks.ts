import { type Hardening, openEncoder, tokensOf } from '#domains/between-councils/index.ts'
import {
  dicePairs,
  generatePairs,
  type MatchRecord,
  readPeopleFile,
} from '#domains/matching/index.ts'
import { drawnFrom } from './drawn.ts'

/*
 * The known attacks on encodings, each by somebody who has no key and knows the population in plain: the
 * most such an attacker could ever know. Each gives the share of real rows it names
 * rightly, but for the patterns, which says of itself what it gives.
 */

/** What an attacker is set against: rows, and for the scoring alone, who each is. */
export type Target = {
  readonly rows: readonly Uint8Array[]
  readonly who: readonly (string | undefined)[]
}

export type Setting = Hardening & {
  /** For each record, how many rows there are of somebody who does not exist. */
  readonly decoys: number
  /** Names only, which is how the encodings were made that the attacks were found on. */
  readonly namesOnly?: boolean
}

export function populationOf(people: number, seed: number): readonly MatchRecord[] {
  const file = generatePairs({ pairs: people, seed }).left
  return [...readPeopleFile(Buffer.from(file), 'invented')]
    .slice(0, people)
    .map(({ record: { id, names, births } }) => ({ id, names, births }))
}

/** Names only: the family part of the name and one fixed day, so that many rows are the same. */
const bare = ({ id, names }: MatchRecord): MatchRecord => ({
  id,
  names: [names[0]?.split(' ').at(-1) ?? ''],
  births: [{ earliest: '2000-01-01', latest: '2000-01-01' }],
})

/** A key that goes by a name, so that a test measures the same each time. */
export const keyOf = (name: string): Uint8Array => drawnFrom(`key of ${name}`)(32)

/** `chance` names what is drawn beside the key: noise and the order. Two that share it share their noise. */
export function targetOf(
  population: readonly MatchRecord[],
  setting: Setting,
  { key = keyOf('the councils'), chance = 'the councils' } = {},
): Target {
  const draw = drawnFrom(chance)
  const { encode } = openEncoder(key, setting, draw)
  const shape = (record: MatchRecord) => (setting.namesOnly ? bare(record) : record)
  const real = population.map((record) => ({ id: record.id, row: encode(shape(record)) }))
  const others = populationOf(Math.ceil(population.length * setting.decoys) || 1, 977)
  const decoys = others
    .slice(0, Math.ceil(population.length * setting.decoys))
    .map((record, n) => ({
      id: undefined,
      row: encode(shape({ ...record, births: others[(n * 7 + 3) % others.length]?.births })),
    }))
  const all = [...real, ...decoys].filter((r) => r.row !== undefined)
  // In an order that has nothing to do with who they are.
  const drawn = all
    .map((r) => ({ ...r, at: draw(4).readUInt32LE() }))
    .toSorted((a, b) => a.at - b.at)
  return { rows: drawn.map((r) => r.row ?? new Uint8Array()), who: drawn.map((r) => r.id) }
}

const rightly = (target: Target, named: readonly (string | undefined)[]): number => {
  const real = target.who.filter((id) => id !== undefined).length
  const right = target.who.filter((id, n) => id !== undefined && named[n] === id).length
  return right / Math.max(real, 1)
}

/** Equal rows counted, equal records counted, the n-th most frequent taken for the n-th: by group. */
export function byFrequency(
  target: Target,
  known: readonly MatchRecord[],
  namesOnly = false,
): number {
  const shape = (record: MatchRecord) => (namesOnly ? bare(record) : record)
  const textOf = (record: MatchRecord) => {
    const { spelling, day, dayOfYear, year } = tokensOf(shape(record))
    return [...spelling, ...day, ...dayOfYear, ...year].toSorted().join(' ')
  }
  const rows = groups(target.rows.map((row) => Buffer.from(row).toString('latin1')))
  const texts = groups(known.map(textOf))
  const textById = new Map(known.map((record) => [record.id, textOf(record)]))
  let right = 0
  // Only a group whose size nobody shares can be told by its size.
  for (const [row, places] of rows) {
    const size = places.length
    if (size < 2 || [...rows.values()].filter((p) => p.length === size).length > 1) continue
    const fits = [...texts].filter(([, p]) => p.length === size)
    const [guess] = fits.length === 1 ? (fits[0] ?? []) : []
    if (guess === undefined) continue
    for (const n of rows.get(row) ?? []) {
      const id = target.who[n]
      if (id !== undefined && textById.get(id) === guess) right++
    }
  }
  return right / Math.max(target.who.filter((id) => id !== undefined).length, 1)
}

function groups(keys: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [n, key] of keys.entries()) found.set(key, [...(found.get(key) ?? []), n])
  return found
}

const bitAt = (row: Uint8Array, bit: number): boolean =>
  ((row[bit >> 3] ?? 0) & (128 >> (bit & 7))) !== 0

const MOST_FREQUENT = 20

/**
 * Columns that are set together are the places of one token (Christen and others, 2018). Patterns are matched
 * to tokens by how often each occurs. Gives the share of the most frequent tokens found where they are: what
 * the rest of that attack begins from.
 */
export function byPatterns(
  target: Target,
  known: readonly MatchRecord[],
  namesOnly = false,
): number {
  const { rows } = target
  const bits = (rows[0]?.length ?? 0) * 8
  const columns = Array.from({ length: bits }, (_, bit) =>
    rows.flatMap((row, n) => (bitAt(row, bit) ? [n] : [])),
  )
  const tokens = tokenHolders(known, namesOnly).slice(0, MOST_FREQUENT)
  const left = new Map(tokens)
  let right = 0
  for (const { holders } of patternsOf(columns, rows.length)) {
    const share = holders.size / rows.length
    const [best] = [...left]
      .map(([token, people]) => ({
        token,
        people,
        off: Math.abs(people.size / known.length - share),
      }))
      .toSorted((x, y) => x.off - y.off)
    if (!best || best.off > 0.02) continue
    left.delete(best.token)
    const are = [...holders].filter((n) => best.people.has(target.who[n] ?? '')).length
    if (are > 0.9 * best.people.size && are > 0.9 * holders.size) right++
  }
  return right / Math.max(tokens.length, 1)
}

/** Two columns of one token hold together but for other tokens that share one of them. */
const ALIKE = 0.75

type Pattern = { readonly holders: ReadonlySet<number> }

function patternsOf(columns: readonly (readonly number[])[], count: number): readonly Pattern[] {
  const used = new Set<number>()
  const found: Pattern[] = []
  const order = columns
    .map((_, n) => n)
    .toSorted((a, b) => (columns[b]?.length ?? 0) - (columns[a]?.length ?? 0))
  for (const seed of order) {
    const mine = columns[seed] ?? []
    if (used.has(seed) || mine.length < count * 0.03 || mine.length === count) continue
    const held = new Set(mine)
    const together = order.filter((bit) => {
      const common = (columns[bit] ?? []).filter((n) => held.has(n)).length
      const other = columns[bit]?.length ?? 0
      return common >= ALIKE * Math.max(mine.length, other)
    })
    if (together.length < 4) continue
    for (const bit of together) used.add(bit)
    found.push({
      holders: new Set(mine.filter((n) => together.every((bit) => columns[bit]?.includes(n)))),
    })
    if (found.length >= 120) break
  }
  return found
}

/** Who has each token, the most frequent first. */
function tokenHolders(known: readonly MatchRecord[], namesOnly: boolean) {
  const holders = new Map<string, Set<string>>()
  for (const record of known) {
    const parts = tokensOf(namesOnly ? bare(record) : record)
    for (const token of Object.values(parts).flatMap((tokens) => [...tokens]))
      holders.set(token, (holders.get(token) ?? new Set()).add(record.id))
  }
  return [...holders]
    .filter(([, people]) => people.size < known.length)
    .toSorted((a, b) => b[1].size - a[1].size)
}

const NEIGHBOURS = 16

const ATTACKER = { key: keyOf('an attacker'), chance: 'an attacker' }

/**
 * Who is like whom, and how much, is the same among rows as among records (Vidanage and others, 2020). The
 * attacker encodes the population under any key and finds each row by the likenesses of its neighbours.
 */
export async function byGraph(
  target: Target,
  known: readonly MatchRecord[],
  hardening: Hardening,
): Promise<number> {
  const own = targetOf(known, { ...hardening, decoys: 0 }, ATTACKER)
  const [theirs, mine] = [await shapes(target.rows), await shapes(own.rows)]
  const near = theirs.flatMap((shape, row) =>
    mine
      .map((other, person) => ({ row, person, far: distance(shape, other) }))
      .toSorted((a, b) => a.far - b.far)
      .slice(0, 5),
  )
  const named: (string | undefined)[] = Array.from({ length: target.rows.length })
  const used = new Set<number>()
  const rowsDone = new Set<number>()
  for (const { row, person } of near.toSorted((a, b) => a.far - b.far)) {
    if (used.has(person) || rowsDone.has(row)) continue
    used.add(person)
    rowsDone.add(row)
    named[row] = own.who[person]
  }
  return rightly(target, named)
}

/** Of each row, how alike its nearest are, and how alike the nearest of those. */
async function shapes(rows: readonly Uint8Array[]): Promise<readonly (readonly number[])[]> {
  const fields = { bytes: Buffer.concat(rows), bytesEach: rows[0]?.length ?? 8 }
  const { found } = await dicePairs(fields, fields, 0.2, { workers: 1 })
  const near: { to: number; s: number }[][] = rows.map(() => [])
  for (const [n, left] of found.left.entries())
    if (found.right[n] !== left)
      near[left]?.push({ to: found.right[n] ?? 0, s: found.similarity[n] ?? 0 })
  const nearest = near.map((list) => list.toSorted((a, b) => b.s - a.s).slice(0, NEIGHBOURS))
  return nearest.map((list) => [
    ...padded(list.map((x) => x.s)),
    ...padded(list.slice(0, 4).flatMap((x) => (nearest[x.to] ?? []).slice(0, 4).map((y) => y.s))),
  ])
}

const padded = (list: readonly number[]): readonly number[] =>
  Array.from({ length: NEIGHBOURS }, (_, n) => list[n] ?? 0)

const distance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, n) => sum + (value - (b[n] ?? 0)) ** 2, 0)

/** Somebody who has the run's key, as both councils do: each person they can think of, encoded and looked up. */
export async function byDictionary(
  target: Target,
  known: readonly MatchRecord[],
  key: Uint8Array,
  hardening: Hardening,
): Promise<number> {
  const own = targetOf(known, { ...hardening, decoys: 0 }, { ...ATTACKER, key })
  const bytesEach = target.rows[0]?.length ?? 8
  const side = (rows: readonly Uint8Array[]) => ({ bytes: Buffer.concat(rows), bytesEach })
  const { found } = await dicePairs(side(target.rows), side(own.rows), 0.5, { workers: 1 })
  const best = new Map<number, { readonly s: number; readonly id: string | undefined }>()
  for (const [n, row] of found.left.entries()) {
    const s = found.similarity[n] ?? 0
    if (s > (best.get(row)?.s ?? 0)) best.set(row, { s, id: own.who[found.right[n] ?? 0] })
  }
  return rightly(
    target,
    target.rows.map((_, n) => best.get(n)?.id),
  )
}
