import type { Blocks } from './blocking/blocks.ts'
import { block } from './blocking/blocks.ts'
import { BLOCKING_RULES, type BlockingRule } from './blocking/rules.ts'
import { chanceOf, type Model, modelTable, priorWeight } from './model/model.rules.ts'
import type { MatchRecord } from './record.rules.ts'
import { spareRecord } from './register/spare-record.ts'
import type { Register } from './register/register.ts'

/** A register held in memory to be asked about one record at a time. */
export type Index = {
  /** The likeliest records, best first. Nothing of the question is kept. */
  readonly query: (record: MatchRecord, most?: number, atLeast?: number) => readonly Answer[]
}

export type Answer = { readonly id: string; readonly weight: number; readonly chance: number }

/** More candidates than this are not looked at: the keys are then too common to mean anything. */
const MOST_CANDIDATES = 100_000

/** `register` must have been made with room to spare (`registerOf(records, undefined, { spare: true })`). */
export function openIndex(
  register: Register,
  model: Model,
  rules: readonly BlockingRule[] = BLOCKING_RULES,
): Index {
  const blocks = block(register, rules, { alone: true, mostPairs: 50_000_000 })
  const { arena, kernel } = register
  const table = modelTable(model)
  const tableAt = arena.room(table.byteLength)
  new Float32Array(arena.memory.buffer, tableAt, table.length).set(table)
  kernel.useModel(tableAt)
  const [candidatesAt, weightsAt] = [
    arena.room(MOST_CANDIDATES * 4),
    arena.room(MOST_CANDIDATES * 4),
  ]
  const asked = spareRecord(register)
  const met = new Int32Array(register.size)
  const prior = priorWeight(model)
  let question = 0
  return {
    query(record, most = 20, atLeast = 0) {
      question++
      const { lists, forget } = asked(record)
      try {
        const candidates = new Int32Array(arena.memory.buffer, candidatesAt, MOST_CANDIDATES)
        const count = gather({ ...register, lists }, blocks, rules, candidates, met, question)
        kernel.weigh(register.size, candidatesAt, count, weightsAt)
        const weights = new Float32Array(arena.memory.buffer, weightsAt, count)
        return best(register, candidates, weights, { prior, most, atLeast })
      } finally {
        forget()
      }
    },
  }
}

/** Everybody who shares a key with the question, each once. */
function gather(
  register: Register,
  blocks: Blocks,
  rules: readonly BlockingRule[],
  into: Int32Array,
  met: Int32Array,
  question: number,
): number {
  let count = 0
  for (const [n, rule] of rules.entries()) {
    const made = blocks.rules[n]
    if (!made) continue
    for (const key of new Set(rule.keysOf(register, 0))) {
      const place = search(made.keys, key)
      if (place < 0) continue
      const [start = 0, end = 0] = [made.starts[place], made.starts[place + 1]]
      const members = new Int32Array(
        register.arena.memory.buffer,
        made.members + start * 4,
        end - start,
      )
      for (const member of members) {
        if (met[member] === question || count === into.length) continue
        met[member] = question
        into[count++] = member
      }
    }
  }
  return count
}

function search(keys: Int32Array, key: number): number {
  let [low, high] = [0, keys.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = keys[middle] ?? 0
    if (there === key) return middle
    if (there < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function best(
  register: Register,
  candidates: Int32Array,
  weights: Float32Array,
  { prior, most, atLeast }: { prior: number; most: number; atLeast: number },
): readonly Answer[] {
  const found: Answer[] = []
  for (let n = 0; n < weights.length; n++) {
    const weight = (weights[n] ?? 0) + prior
    if (weight < atLeast) continue
    found.push({ id: register.ids[candidates[n] ?? 0] ?? '', weight, chance: chanceOf(weight) })
  }
  return found.toSorted((a, b) => b.weight - a.weight).slice(0, most)
}
