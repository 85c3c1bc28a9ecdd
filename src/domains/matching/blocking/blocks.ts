import { placed } from '../kernel/kernel.ts'
import { numbers } from '../kernel/numbers.ts'
import type { Register } from '../register/register.ts'
import type { BlockingRule } from './rules.ts'
import { type Keyed, type Sorted, sorter } from './sorted-keys.rules.ts'

/** The blocks of all rules, as workers read them, and how much work they are. */
export type Blocks = {
  /** Where, for each rule, the keys of each record are. */
  readonly table: number
  readonly rules: readonly RuleBlocks[]
  /** Pairs in all blocks; a pair that several rules bring together is compared once. */
  readonly pairs: number
  /** Blocks left out because their key is shared by too many records to say anything. */
  readonly tooCommon: number
}

export type RuleBlocks = {
  readonly name: string
  readonly members: number
  readonly starts: Uint32Array
  readonly startsAt: number
  readonly keysAt: number
  readonly weights: Float64Array
  readonly keys: Int32Array
}

/** A block of more pairs than this is left out: its key means nothing. */
const MOST_PAIRS = 3_000_000
const MOST_RECORDS = 2 ** 22

export type BlockLimits = {
  readonly mostPairs?: number
  /** Keep also blocks of one record, for look-ups. */
  readonly alone?: boolean
}

/** Brings records together by rules. Every record keeps its keys, so that no pair is compared twice. */
export function block(
  register: Register,
  rules: readonly BlockingRule[],
  { mostPairs = MOST_PAIRS, alone = false }: BlockLimits = {},
): Blocks {
  if (register.size >= MOST_RECORDS) throw new Error('At most four million records can be compared')
  const table = new Uint32Array(rules.length * 2)
  const sort = sorter()
  let tooCommon = 0
  const made = rules.map((rule, n) => {
    const keyed = keysByRecord(register, rule)
    table[n * 2] = keyed.ends === undefined ? 0 : placed(register.arena, keyed.ends)
    table[n * 2 + 1] = placed(register.arena, keyed.keys)
    const { blocks, left } = blocksOf(register, rule.name, sort(keyed), { mostPairs, alone })
    tooCommon += left
    return blocks
  })
  const pairs = made.reduce((sum, r) => sum + r.weights.reduce((a, b) => a + b, 0), 0)
  return { table: placed(register.arena, table), rules: made, pairs, tooCommon }
}

/** Each record's keys in order; without `ends` where none has several: one each, and 0 for none. */
function keysByRecord(register: Register, rule: BlockingRule): Keyed {
  const keys = numbers()
  const ends = new Int32Array(register.size + 1)
  let several = false
  for (let record = 0; record < register.size; record++) {
    const own = rule.keysOf(register, record)
    if (own.length === 1) keys.push(own[0] ?? 0)
    else if (own.length > 1) {
      several = true
      for (const key of [...new Set(own)].toSorted((a, b) => a - b)) keys.push(key)
    }
    ends[record + 1] = keys.length()
  }
  if (several) return { ends, keys: keys.view() }
  return { ends: undefined, keys: oneEach(ends, keys.view()) }
}

function oneEach(ends: Int32Array, keys: Int32Array): Int32Array {
  const each = new Int32Array(ends.length - 1)
  for (let n = 0; n < each.length; n++)
    if (ends[n] !== ends[n + 1]) each[n] = keys[ends[n] ?? 0] ?? 0
  return each
}

function blocksOf(
  register: Register,
  name: string,
  sorted: Sorted,
  { mostPairs, alone }: Required<BlockLimits>,
): { blocks: RuleBlocks; left: number } {
  const [members, starts, blockKeys, weights] = [numbers(), numbers(), numbers(), [] as number[]]
  starts.push(0)
  let left = 0
  for (const [from, to] of runs(sorted.keys, alone ? 1 : 2)) {
    const pairs = pairsOf(sorted.records, from, to, register.split)
    if (pairs > mostPairs) left++
    if (pairs > mostPairs || (pairs === 0 && !alone)) continue
    for (let k = from; k < to; k++) members.push(sorted.records[k] ?? 0)
    starts.push(members.length())
    blockKeys.push(sorted.keys[from] ?? 0)
    weights.push(pairs)
  }
  const startsList = new Uint32Array(starts.view())
  const keysList = Int32Array.from(blockKeys.view())
  const blocks = {
    name,
    members: placed(register.arena, members.view()),
    starts: startsList,
    startsAt: placed(register.arena, startsList),
    keysAt: placed(register.arena, keysList),
    keys: keysList,
    weights: Float64Array.from(weights),
  }
  return { blocks, left }
}

/** From and to of each stretch of one key that is at least so long. */
function* runs(keys: Int32Array, least: number): Generator<readonly [number, number]> {
  for (let from = 0, to = 0; from < keys.length; from = to) {
    const key = keys[from]
    to = from + 1
    while (to < keys.length && keys[to] === key) to++
    if (to - from >= least) yield [from, to]
  }
}

function pairsOf(records: Uint32Array, from: number, to: number, split: number): number {
  const size = to - from
  if (split === 0) return (size * (size - 1)) / 2
  let right = 0
  for (let k = from; k < to; k++) if ((records[k] ?? 0) >= split) right++
  return right * (size - right)
}
