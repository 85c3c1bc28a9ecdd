import { consonants, isVowel } from './name-folds.rules.ts'
import { readName, type Unit, type WrittenName } from './name-keys.rules.ts'

/** How a name answers a search: 1 is the same name in any order; below `SHOWN` it is not shown. */
export type Likeness = {
  readonly score: number
  /** The weakest way in which a word was recognised, to be said on the page. */
  readonly how: 'same' | 'other-script' | 'known-form' | 'sound' | 'slip'
}

const STRENGTH = {
  same: 1,
  'other-script': 0.95,
  'known-form': 0.9,
  sound: 0.85,
  slip: 0.7,
} as const
const WEAKEST_FIRST = ['slip', 'sound', 'known-form', 'other-script', 'same'] as const
/** What a difference in sound may cost for each symbol of the longer name. */
const TOLERANCE = 0.17

type Match = {
  readonly a: Unit
  readonly b: Unit
  readonly how: Likeness['how']
  readonly value: number
}

/**
 * Compares a search with one name. Words are a set: their order never matters. Every word of the
 * shorter of the two must be recognised (two of three when it has three or more); particles count
 * for nothing. Undefined when it is not that name.
 */
export function likeness(sought: WrittenName, name: WrittenName): Likeness | undefined {
  const matches = assign(sought, name)
  if (matches.length === 0) return undefined
  const covered = (pick: (m: Match) => Unit, side: WrittenName) =>
    telling(side).filter((n) => matches.some((m) => pick(m).covers.includes(n))).length
  const [asked, given] = [covered((m) => m.a, sought), covered((m) => m.b, name)]
  if (Math.max(share(asked, counted(sought)), share(given, counted(name))) < 2 / 3) return undefined
  const total = matches.reduce((sum, m) => sum + m.value * m.a.covers.length, 0)
  const places = matches.reduce((sum, m) => sum + m.a.covers.length, 0)
  const missing = counted(sought) - asked
  const extra = counted(name) - given
  const how = WEAKEST_FIRST.find((h) => matches.some((m) => m.how === h)) ?? 'same'
  return { score: Math.max(0, total / places - missing * 0.2 - extra * 0.02), how }
}

const counted = (side: WrittenName) => telling(side).length

const share = (part: number, whole: number) => (whole >= 3 ? part / whole : part === whole ? 1 : 0)

function telling(name: WrittenName): readonly number[] {
  const single = name.units.filter((u) => u.covers.length === 1)
  const words = single.filter((u) => !u.particle)
  return (words.length > 0 ? words : single).flatMap((u) => u.covers)
}

/** Pairs words with words, best first, each word used once. */
function assign(sought: WrittenName, name: WrittenName): readonly Match[] {
  const possible = sought.units
    .flatMap((a) => name.units.flatMap((b) => match(a, b) ?? []))
    .toSorted((x, y) => y.value - x.value || reach(y) - reach(x))
  const taken: Match[] = []
  for (const m of possible) {
    const free = !taken.some((t) => overlap(t.a, m.a) || overlap(t.b, m.b))
    if (free) taken.push(m)
  }
  return taken
}

const reach = (m: Match) => m.a.covers.length + m.b.covers.length
const overlap = (x: Unit, y: Unit) => x.covers.some((n) => y.covers.includes(n))

function match(a: Unit, b: Unit): Match | undefined {
  if (a.sought.isDisjointFrom(b.stored)) return undefined
  const how = recognised(a, b)
  if (how) return { a, b, how, value: STRENGTH[how] }
  const heard = a.arabic || b.arabic ? undefined : sounding(a, b)
  return heard && { a, b, how: heard.how, value: STRENGTH[heard.how] - heard.apart / 2 }
}

function recognised(a: Unit, b: Unit): Likeness['how'] | undefined {
  if (a.exact.some((e) => b.exact.includes(e))) return 'same'
  if (a.arabic && !b.arabic) return readsAs(a.arabic, b) ? 'other-script' : sameFamily(a, b)
  if (b.arabic && !a.arabic) return readsAs(b.arabic, a) ? 'other-script' : sameFamily(a, b)
  return sameFamily(a, b)
}

const readsAs = (pattern: RegExp, latin: Unit) => latin.exact.some((e) => pattern.test(e))

const sameFamily = (a: Unit, b: Unit) =>
  a.family !== undefined && a.family === b.family ? ('known-form' as const) : undefined

type Heard = { readonly how: 'sound' | 'slip'; readonly apart: number }

/** The closest pair of readings; the same consonants are a sound alike, others a slip of the hand. */
function sounding(a: Unit, b: Unit): Heard | undefined {
  const pairs = a.said.flatMap((x) => b.said.map((y) => ({ x, y, apart: distance(x, y) })))
  const closest = pairs.toSorted((p, q) => p.apart - q.apart)[0]
  if (!closest || closest.apart > TOLERANCE) return undefined
  const alike = consonants(closest.x) === consonants(closest.y)
  return { how: alike ? 'sound' : 'slip', apart: closest.apart }
}

const distance = (x: string, y: string) => apart(x, y) / Math.max(x.length, y.length)

/** How far apart two readings are: a consonant costs 1, a vowel a half, neighbours swapped 1. */
function apart(x: string, y: string): number {
  const rows: number[][] = [[0]]
  for (let j = 1; j <= y.length; j++) at(rows, 0)[j] = cell(rows, 0, j - 1) + weight(y[j - 1])
  for (let i = 1; i <= x.length; i++) {
    rows[i] = [cell(rows, i - 1, 0) + weight(x[i - 1])]
    for (let j = 1; j <= y.length; j++) {
      const change = cell(rows, i - 1, j - 1) + changed(x[i - 1], y[j - 1])
      const drop = cell(rows, i - 1, j) + weight(x[i - 1])
      const add = cell(rows, i, j - 1) + weight(y[j - 1])
      const swapped = i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1]
      const swap = swapped
        ? cell(rows, i - 2, j - 2) + swapping(x[i - 1], x[i - 2])
        : Number.POSITIVE_INFINITY
      at(rows, i)[j] = Math.min(change, drop, add, swap)
    }
  }
  return cell(rows, x.length, y.length)
}

const at = (rows: number[][], i: number): number[] => rows[i] ?? []
const cell = (rows: number[][], i: number, j: number): number => rows[i]?.[j] ?? 0
const weight = (symbol: string | undefined) => (isVowel(symbol ?? '') ? 0.5 : 1)

const swapping = (x: string | undefined, y: string | undefined) =>
  isVowel(x ?? '') || isVowel(y ?? '') ? 0.75 : 1

function changed(x: string | undefined, y: string | undefined): number {
  if (x === y) return 0
  const vowels = Number(isVowel(x ?? '')) + Number(isVowel(y ?? ''))
  return vowels === 2 ? 0.5 : vowels === 1 ? 1.5 : 1
}

/** The best of a child's names for a search; undefined when none of them is that name. */
export function bestLikeness(sought: WrittenName, names: readonly string[]): Likeness | undefined {
  return names
    .flatMap((name) => likeness(sought, readName(name)) ?? [])
    .toSorted((x, y) => y.score - x.score)[0]
}
