import {
  alikeBy,
  chanceOf,
  type Model,
  modelTable,
  priorWeight,
  weightOf,
} from './model/model.rules.ts'
import { FIRST_FIELD_SLOT, levelAt, type MatchRecord, NO_ANSWER, SLOTS } from './record.rules.ts'
import type { Frequencies } from './register/rarity.rules.ts'
import { type Register, registerOf } from './register/register.ts'

/** How two records compare, step by step, so that a person can read why. Weights are in bits. */
export type Waterfall = {
  /** Where any two records of the register start: how unlikely it is that a pair is one child. */
  readonly start: number
  readonly steps: readonly Step[]
  /** The start and all steps together. */
  readonly weight: number
  readonly chance: number
}

export type Step = {
  readonly comparison: (typeof SLOTS)[number]
  readonly level: number
  /** For this level, of any two values. */
  readonly weight: number
  /** What the rarity of these very values adds or takes. */
  readonly rarity: number
}

/**
 * Compares two records by a model. `frequencies` are those of the register they belong to: without
 * them every name would seem as rare as in a list of two.
 */
export function compare(
  one: MatchRecord,
  two: MatchRecord,
  model: Model,
  frequencies: Frequencies,
): Waterfall {
  const register = registerOf([one], [two], { frequencies })
  return waterfallOf(register, 0, 1, model)
}

/** The same for two records of a register, by their places in it. */
export const waterfallOf = (
  register: Register,
  one: number,
  two: number,
  model: Model,
): Waterfall => openWaterfalls(register, model)(one, two)

/** The same for many pairs of one register and one model, whose table is put into memory once. */
export function openWaterfalls(
  register: Register,
  model: Model,
): (one: number, two: number) => Waterfall {
  const { arena, kernel } = register
  const table = modelTable(model)
  const address = arena.room(table.byteLength)
  new Float32Array(arena.memory.buffer, address, table.length).set(table)
  const start = priorWeight(model)
  return (one, two) => {
    kernel.useModel(address)
    const code = kernel.levels(one, two)
    const alike = alikeBy(levelAt(code, 0), levelAt(code, 1))
    const rarityOf = (slot: number): number => {
      if (slot === 0) return kernel.nameFrequency(code, one, two)
      return slot < FIRST_FIELD_SLOT ? 0 : kernel.fieldFrequency(slot - FIRST_FIELD_SLOT)
    }
    const steps = SLOTS.flatMap((comparison, slot): readonly Step[] => {
      const level = levelAt(code, slot)
      if (level === NO_ANSWER) return []
      const weight = weightOf(model, slot, level, alike)
      return [{ comparison, level, weight, rarity: rarityOf(slot) }]
    })
    const weight = steps.reduce((sum, s) => sum + s.weight + s.rarity, start)
    return { start, steps, weight, chance: chanceOf(weight) }
  }
}
