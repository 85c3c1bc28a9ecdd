import { placed } from '../kernel/kernel.ts'
import { numbers } from '../kernel/numbers.ts'
import type { Register } from '../register/register.ts'
import type { BlockingRule } from './rules.ts'

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
const RECORD_BITS = 2 ** 22

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
  if (register.size >= RECORD_BITS) throw new Error('At most four million records can be compared')
  const table = new Uint32Array(rules.length * 2)
  let tooCommon = 0
  const made = rules.map((rule, n) => {
    const { ends, keys } = keysByRecord(register, rule)
    const single = isSingle(ends)
    table[n * 2] = single ? 0 : placed(register.arena, ends)
    table[n * 2 + 1] = placed(register.arena, keys)
    const { blocks, left } = blocksOf(register, rule.name, ends, keys, { mostPairs, alone })
    tooCommon += left
    return blocks
  })
  const pairs = made.reduce((sum, r) => sum + r.weights.reduce((a, b) => a + b, 0), 0)
  return { table: placed(register.arena, table), rules: made, pairs, tooCommon }
}

function keysByRecord(register: Register, rule: BlockingRule) {
  const keys = numbers()
  const ends = new Int32Array(register.size + 1)
  for (let record = 0; record < register.size; record++) {
    const own = rule.keysOf(register, record)
    if (own.length === 1) keys.push(own[0] ?? 0)
    else if (own.length > 1)
      for (const key of [...new Set(own)].toSorted((a, b) => a - b)) keys.push(key)
    ends[record + 1] = keys.length()
  }
  return { ends, keys: keys.view() }
}

function isSingle(ends: Int32Array): boolean {
  for (let n = 0; n < ends.length; n++) if (ends[n] !== n) return false
  return true
}

function blocksOf(
  register: Register,
  name: string,
  ends: Int32Array,
  keys: Int32Array,
  { mostPairs, alone }: Required<BlockLimits>,
): { blocks: RuleBlocks; left: number } {
  const sorted = sortedKeys(register.size, ends, keys)
  const [members, starts, blockKeys, weights] = [numbers(), numbers(), numbers(), [] as number[]]
  starts.push(0)
  let left = 0
  for (let n = 0, end = 0; n < sorted.length; n = end) {
    const key = Math.floor((sorted[n] ?? 0) / RECORD_BITS)
    end = blockEnd(sorted, n, key)
    const pairs = pairsOf(sorted, n, end, register.split)
    if (pairs > mostPairs) left++
    if (pairs > mostPairs || (pairs === 0 && !alone)) continue
    for (let k = n; k < end; k++) members.push((sorted[k] ?? 0) % RECORD_BITS)
    starts.push(members.length())
    blockKeys.push(key)
    weights.push(pairs)
  }
  const startsList = new Uint32Array(starts.view())
  const blocks = {
    name,
    members: placed(register.arena, members.view()),
    starts: startsList,
    startsAt: placed(register.arena, startsList),
    keysAt: placed(register.arena, blockKeys.view()),
    keys: blockKeys.view(),
    weights: Float64Array.from(weights),
  }
  return { blocks, left }
}

/** By key and then record, each as one number, which typed arrays sort fastest. */
function sortedKeys(size: number, ends: Int32Array, keys: Int32Array): Float64Array {
  const sorted = new Float64Array(keys.length)
  for (let record = 0; record < size; record++)
    for (let n = ends[record] ?? 0; n < (ends[record + 1] ?? 0); n++)
      sorted[n] = (keys[n] ?? 0) * RECORD_BITS + record
  // oxlint-disable-next-line unicorn/no-array-sort -- in place: a copy of millions is not wanted
  return sorted.sort()
}

function blockEnd(sorted: Float64Array, from: number, key: number): number {
  let end = from + 1
  while (end < sorted.length && (sorted[end] ?? 0) < (key + 1) * RECORD_BITS) end++
  return end
}

function pairsOf(sorted: Float64Array, from: number, to: number, split: number): number {
  const size = to - from
  if (split === 0) return (size * (size - 1)) / 2
  let right = 0
  for (let k = from; k < to; k++) if ((sorted[k] ?? 0) % RECORD_BITS >= split) right++
  return right * (size - right)
}
