import {
  AFTER_WORDS,
  type Alike,
  alikeBy,
  chanceOf,
  LEAST,
  type Model,
  priorWeight,
  ROOM,
  weightOf,
} from './model.rules.ts'
import type { Patterns } from './patterns.rules.ts'

/**
 * Expectation and maximisation over patterns of levels, without anybody saying which pairs are one
 * child (Fellegi and Sunter; Winkler). Where `u` is learnt it is from pairs drawn at random, never from
 * pairs that were brought together because they agree: that way lies a wrong solution.
 */
export type Learning = {
  readonly candidates: Patterns
  /** All pairs there are, also those that were never candidates and count as different children. */
  readonly pairs: number
  readonly chances: Chances
  /** Pairs with two words of the names alike, of those that were brought together, whatever else they say. */
  readonly near?: Patterns | undefined
  /** How many pairs of one child the starting model is worth beside what is seen. */
  readonly leaning: number
}

/** Where `u` comes from: it stands; the candidates themselves; a sample drawn at random. */
export type Chances = 'fixed' | 'candidates' | Patterns

export const chancesOfPatterns = (model: Model, patterns: Patterns): Float64Array =>
  sumsOf(model, patterns).map(chanceOf)

/** The weight of each pattern, prior and rarity included, of these comparisons or of all. */
function sumsOf(model: Model, patterns: Patterns, which?: readonly number[]): Float64Array {
  const { slots, levels, counts, rarity } = patterns
  const size = slots * ROOM
  const weights = weightsOf(model, slots)
  const prior = priorWeight(model)
  const used = which ?? Array.from({ length: slots }, (_, slot) => slot)
  const sums = new Float64Array(counts.length)
  for (let n = 0; n < counts.length; n++) {
    let sum = prior + (rarity?.[n] ?? 0)
    const from = KINDS.indexOf(alikeBy(levels[n * slots] ?? 0, levels[n * slots + 1] ?? 0)) * size
    for (const slot of used)
      sum += weights[from + slot * ROOM + (levels[n * slots + slot] ?? 0)] ?? 0
    sums[n] = sum
  }
  return sums
}

const KINDS: readonly Alike[] = [false, true, 'both']

/** The weights of every level of every slot, for each number of words that are alike. */
function weightsOf(model: Model, slots: number): Float64Array {
  const size = slots * ROOM
  return Float64Array.from({ length: size * KINDS.length }, (_, n) => {
    const at = n % size
    return weightOf(model, Math.floor(at / ROOM), at % ROOM, KINDS[Math.floor(n / size)])
  })
}

/** How often each level was met, each pattern counted by its count times `share`. */
function tally(patterns: Patterns, share: (n: number) => number): Float64Array {
  const { slots, levels, counts } = patterns
  const met = new Float64Array(slots * ROOM)
  for (let n = 0; n < counts.length; n++) {
    const count = (counts[n] ?? 0) * share(n)
    if (count === 0) continue
    for (let slot = 0; slot < slots; slot++) {
      const at = slot * ROOM + (levels[n * slots + slot] ?? 0)
      met[at] = (met[at] ?? 0) + count
    }
  }
  return met
}

function shares(
  met: Float64Array,
  start: readonly (readonly number[])[],
  lean: (met: number, start: number, all: number) => number,
): readonly (readonly number[])[] {
  return start.map((levels, slot) => {
    const row = levels.map((_, level) => met[slot * ROOM + level] ?? 0)
    const all = row.reduce((a, b) => a + b, 0)
    return row.map((n, level) => lean(n, levels[level] ?? 0, all))
  })
}

const plainShare = (met: number, start: number, all: number): number =>
  all > 0 ? met / all : start

/** One round. `start` is what is leant on, and it also says which slots and levels there are. */
export function round(model: Model, learning: Learning, start: Model): Model {
  const { candidates, chances, leaning } = learning
  const ours = chancesOfPatterns(model, candidates)
  const one = tally(candidates, (n) => ours[n] ?? 0)
  const total = candidates.counts.reduce((sum, count, n) => sum + count * (ours[n] ?? 0), 0)
  const leant = (met: number, from: number, all: number) =>
    all + leaning > 0 ? (met + leaning * from) / (all + leaning) : from
  return {
    matches: Math.min(Math.max(total / learning.pairs, 1e-12), 0.99),
    m: shares(one, start.m, leaning > 0 ? leant : plainShare),
    ...(chances === 'fixed'
      ? { u: model.u, uAlike: model.uAlike, uBoth: model.uBoth }
      : differing(model, learning, start, ours)),
  }
}

function differing(
  model: Model,
  { candidates, chances, near }: Learning,
  start: Model,
  ours: Float64Array,
): Pick<Model, 'u' | 'uAlike' | 'uBoth'> {
  if (chances === 'candidates' || chances === 'fixed') {
    const u = shares(
      tally(candidates, (n) => 1 - (ours[n] ?? 0)),
      start.u,
      plainShare,
    )
    return { u, uAlike: u }
  }
  const found = drawnChances(start, chances, model)
  if (!near) return found
  // Among so many pairs those of one child are few and leave slowly: several steps of these for each of the others.
  let uBoth = model.uBoth
  for (let n = 0; n < STEPS; n++) uBoth = nearChances({ ...model, ...found, uBoth }, near, 'by all')
  return { ...found, uBoth }
}

const STEPS = 20

/** So many pairs of what is known where one word is alike stand beside those with two. */
const LEANT_ON_ALIKE = 200

/**
 * `u` where two words of the names are alike. At first whether a pair is one child is asked of everything but the
 * comparison in question: else those who agree in it by chance would be taken for one child, and chance would never
 * be seen. From then on it is asked of all.
 */
export function nearChances(
  model: Model,
  near: Patterns,
  asked: 'by the others' | 'by all',
): Model['u'] {
  const { slots, levels, counts } = near
  const size = slots * ROOM
  const weights = weightsOf(model, slots).subarray(2 * size)
  const prior = priorWeight(model)
  const met = new Float64Array(size)
  for (let n = 0; n < counts.length; n++) {
    const at = (slot: number) => slot * ROOM + (levels[n * slots + slot] ?? 0)
    let sum = prior
    for (let slot = 0; slot < slots; slot++) sum += weights[at(slot)] ?? 0
    for (let slot = AFTER_WORDS; slot < slots; slot++) {
      const own = asked === 'by all' ? 0 : (weights[at(slot)] ?? 0)
      met[at(slot)] = (met[at(slot)] ?? 0) + (counts[n] ?? 0) * (1 - chanceOf(sum - own))
    }
  }
  const leant = (k: number, u: number, n: number) => (k + LEANT_ON_ALIKE * u) / (n + LEANT_ON_ALIKE)
  // Children of one name agree in the rest at least as often as those who share a word of it.
  return shares(met, model.uAlike, leant).map((own, slot) => {
    const alike = model.uAlike[slot] ?? own
    if (slot < AFTER_WORDS) return alike
    return own.map((u, level) => (level === 0 ? u : Math.max(u, alike[level] ?? 0)))
  })
}

/**
 * `u` from pairs drawn at random, less what of them is thought one child. For the further words of a name that is
 * asked of all but these words, which come together: else strangers of one common name would be taken for one child
 * because few strangers have one name, and fewer still would then seem to, a wrong solution that feeds itself.
 */
export function drawnChances(
  start: Model,
  drawn: Patterns,
  model: Model,
): Pick<Model, 'u' | 'uAlike'> {
  const { every, alike } = strangers(model, drawn)
  // A level met k times in n leans on one more meeting in 1/u: what was believed counts once.
  const leant = (k: number, u: number, n: number) => (k + 1) / (n + 1 / Math.max(u, LEAST))
  const all = shares(every, start.u, leant)
  // Fewer pairs are alike, and what none of them met may still be: they lean on what was learnt of all in the same way.
  const uAlike = shares(alike, all, leant)
  return {
    u: all,
    uAlike: uAlike.map((own, slot) => (slot === THIRD ? onSecond(own, uAlike) : own)),
  }
}

/** How often each level was met among two children, and among two with a word of their names alike. */
function strangers(model: Model, drawn: Patterns) {
  const { slots, levels } = drawn
  const others = Array.from({ length: slots }, (_, n) => n).filter((n) => n < SECOND || n > THIRD)
  const [byAll, byOthers] = [chancesOfPatterns(model, drawn), sumsOf(model, drawn, others)]
  const met = (counts: (n: number) => boolean): Float64Array => {
    const all = tally(drawn, (n) => (counts(n) ? 1 - (byAll[n] ?? 0) : 0))
    const further = tally(drawn, (n) => (counts(n) ? 1 - chanceOf(byOthers[n] ?? 0) : 0))
    all.set(further.subarray(SECOND * ROOM, (THIRD + 1) * ROOM), SECOND * ROOM)
    return all
  }
  return {
    every: met(() => true),
    alike: met((n) => alikeBy(levels[n * slots] ?? 0, 0) !== false),
  }
}

const [SECOND, THIRD] = [1, 2]

/** Where two words are alike a third is at least as likely to be as a second was: three-word pairs are few. */
function onSecond(third: readonly number[], all: Model['u']): readonly number[] {
  const raised = third.map((u, level) => (level === 0 ? 0 : Math.max(u, all[SECOND]?.[level] ?? 0)))
  return raised.map((u, level) => (level === 0 ? 1 - raised.reduce((a, b) => a + b, 0) : u))
}

const ENOUGH = 1e-5
const ROUNDS = 60

/** Rounds until nothing moves, or sixty. */
export function learn(start: Model, learning: Learning): { model: Model; rounds: number } {
  let model = start
  for (let n = 1; n <= ROUNDS; n++) {
    const next = round(model, learning, start)
    const moved = Math.max(
      ...next.m.flatMap((levels, slot) =>
        levels.map((p, level) => Math.abs(p - (model.m[slot]?.[level] ?? 0))),
      ),
    )
    model = next
    if (moved < ENOUGH) return { model, rounds: n }
  }
  return { model, rounds: ROUNDS }
}
