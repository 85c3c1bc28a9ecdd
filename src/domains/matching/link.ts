import { block, type BlockLimits, type Blocks } from './blocking/blocks.ts'
import { BLOCKING_RULES, type BlockingRule } from './blocking/rules.ts'
import { drawnChances, learn, nearChances } from './model/learning.rules.ts'
import { alikeBy, type Model, priorWeight, STARTING_MODEL, weightOf } from './model/model.rules.ts'
import { type Patterns, unpacked, withBothAlike } from './model/patterns.rules.ts'
import type { Crew, Watching } from './pairs/crew.ts'
import { allPairs, blockTasks, drawnTasks, everyTask } from './pairs/tasks.rules.ts'
import type { Found, Task } from './pairs/work.ts'
import { SLOTS } from './record.rules.ts'
import type { Register } from './register/register.ts'

/** Up to this many pairs each is compared with each, so that blocking loses nothing. */
const EXHAUSTIVE = 30_000_000
const DRAWN = 1_000_000
/** So many pairs say all that learning needs: few of all pairs are of one child, more of those that rules brought together. */
const ENOUGH_OF_ALL = 8_000_000
const ENOUGH_OF_BLOCKS = 3_000_000
/** So many of them say how often two children of one name agree in the rest. */
const ENOUGH_OF_ONE_NAME = 1_000_000
/**
 * What is believed at the start is worth as many pairs of one child as this share of those expected:
 * else brothers, and strangers of one common name, would slowly teach that births need not agree.
 */
const LEANING = 0.5
const LEAST_LEANING = 50
/** Where thousands of pairs of one child have spoken, what was believed has nothing more to say. */
const MOST_LEANING = 1_000

export type Plan = {
  readonly tasks: readonly Task[]
  readonly blocks?: Blocks | undefined
  /** Pairs that will be compared; with several rules some of these are the same pair. */
  readonly pairs: number
}

/** Each with each when that is not too many; otherwise what the rules bring together. */
export function planOf(
  register: Register,
  rules?: readonly BlockingRule[],
  everyPairUpTo = EXHAUSTIVE,
  limits: BlockLimits = {},
): Plan {
  const pairs = allPairs(register.size, register.split)
  if (rules === undefined && pairs <= everyPairUpTo)
    return { tasks: everyTask(register.size, register.split), pairs }
  const blocks = block(register, rules ?? BLOCKING_RULES, limits)
  return { tasks: blockTasks(blocks.rules), blocks, pairs: blocks.pairs }
}

export type Trained = {
  readonly model: Model
  readonly rounds: number
}

/** Under the starting model, pairs below this (in bits, prior included) are two children whatever is learnt. */
const POSSIBLE = -14

/**
 * Learns how often one child's records agree and two children's do, from the records alone: `u` from
 * pairs drawn at random, `m` from the candidates with their term frequencies. Nobody says which pairs
 * are one child.
 */
export async function trainModel(
  register: Register,
  plan: Plan,
  crew: Crew,
  watching: Watching = {},
): Promise<Trained> {
  const pairs = allPairs(register.size, register.split)
  const drawn = unpacked(
    await crew.count(drawnTasks(Math.min(DRAWN, pairs * 2)), watching),
    SLOTS.length,
  )
  const begun = { ...STARTING_MODEL, matches: startingMatches(register) }
  const known = { ...begun, ...drawnChances(begun, drawn, begun) }
  const learning = thinned(plan.pairs, plan.blocks ? ENOUGH_OF_BLOCKS : ENOUGH_OF_ALL)
  const ofOneName = thinned(plan.pairs, ENOUGH_OF_ONE_NAME)
  const near = withBothAlike(
    unpacked(await crew.count(plan.tasks, watching, ofOneName), SLOTS.length),
  )
  const start = { ...known, uBoth: nearChances(known, near, 'by the others') }
  const found = await scorePairs(plan, crew, start, POSSIBLE, watching, learning)
  const scale = learning + 1
  return learn(start, {
    candidates: withRarity(found, start),
    pairs: pairs / scale,
    chances: drawn,
    near,
    leaning: Math.max(
      LEAST_LEANING,
      Math.min(MOST_LEANING, start.matches * pairs * LEANING) / scale,
    ),
  })
}

/** One pair in how many is enough, less one: a power of two, as the kernel draws them. */
const thinned = (pairs: number, enough: number): number =>
  2 ** Math.max(0, Math.round(Math.log2(pairs / enough))) - 1

/** Found pairs as patterns of one each, with what of their weight the levels do not explain. */
function withRarity(found: Found, model: Model): Patterns {
  const ones = new Float64Array(found.code.length).fill(1)
  const patterns = unpacked({ codes: found.code, counts: ones }, SLOTS.length)
  const rarity = new Float32Array(found.code.length)
  for (let n = 0; n < rarity.length; n++) {
    const from = n * SLOTS.length
    const alike = alikeBy(patterns.levels[from] ?? 0, patterns.levels[from + 1] ?? 0)
    let sum = found.weight[n] ?? 0
    for (let slot = 0; slot < SLOTS.length; slot++)
      sum -= weightOf(model, slot, patterns.levels[from + slot] ?? 0, alike)
    rarity[n] = sum
  }
  return { ...patterns, rarity }
}

/** A first guess: half of the smaller file is in the other. */
function startingMatches({ size, split }: Register): number {
  const fewer = split === 0 ? size / 2 : Math.min(split, size - split)
  return Math.min(0.5, (fewer * 0.5) / Math.max(allPairs(size, split), 1))
}

/** All pairs at or above a weight (in bits, without the prior), each once, in no order. */
export async function scorePairs(
  plan: Plan,
  crew: Crew,
  model: Model,
  atLeast: number,
  watching: Watching = {},
  thin = 0,
): Promise<Found> {
  crew.useModel(model)
  return crew.score(plan.tasks, atLeast - priorWeight(model), watching, thin)
}
