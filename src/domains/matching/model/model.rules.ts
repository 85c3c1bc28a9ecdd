import { FIELDS, NO_ANSWER, SLOTS } from '../record.rules.ts'

/**
 * What is believed about agreement: how often two records of one child stand at each level of each
 * comparison (`m`), how often two different children do (`u`), and how often a pair is one child at all.
 */
export type Model = {
  /** The chance that a pair drawn at random is one child. */
  readonly matches: number
  /** For each slot, the chance of each level, among those pairs where both say something. */
  readonly m: readonly (readonly number[])[]
  readonly u: readonly (readonly number[])[]
  /**
   * The same where a word of the two names is alike: such children are likelier to have
   * further names alike, and a language in common, than any two are.
   */
  readonly uAlike: readonly (readonly number[])[]
  /**
   * The same where two words are: of people with one name, more share whatever is made of the name or goes with it,
   * such as an address for letters on a computer. Where it is not learnt, as where one is.
   */
  readonly uBoth?: readonly (readonly number[])[] | undefined
}

/** How many words of two names are alike: none, one, or two and more. */
export type Alike = boolean | 'both'

/** From this level of the first comparison on, a word of the names is alike. */
const ALIKE = 2

const isAlike = (nameLevel: number): boolean => nameLevel >= ALIKE && nameLevel !== NO_ANSWER

/** By the levels of the first and the second word. */
export const alikeBy = (first: number, second: number): Alike =>
  isAlike(first) && (isAlike(second) ? 'both' : true)

/** Levels a slot of the kernel has room for; the last says that one side is silent. */
export const ROOM = 16

type Start = { readonly m: readonly number[]; readonly u: readonly number[] }

const NAMES: readonly Start[] = [
  { m: [0.01, 0.005, 0.02, 0.05, 0.1, 0.815], u: [0.9, 0.025, 0.045, 0.016, 0.008, 0.006] },
  { m: [0.06, 0.02, 0.04, 0.06, 0.12, 0.7], u: [0.975, 0.008, 0.01, 0.003, 0.002, 0.002] },
  { m: [0.15, 0.02, 0.04, 0.06, 0.12, 0.61], u: [0.975, 0.008, 0.01, 0.003, 0.002, 0.002] },
  { m: [0.04, 0.2, 0.76], u: [0.1, 0.35, 0.55] },
  { m: [0.12, 0.88], u: [0.5, 0.5] },
]

/** The ladder of births (birth-days.rules.ts): what an assessed age or a 1 January does is common here. */
const BIRTH: Start = {
  m: [0.02, 0.02, 0.03, 0.03, 0.03, 0.03, 0.04, 0.05, 0.03, 0.08, 0.64],
  u: [0.41, 0.3, 0.2, 0.05, 0.005, 0.01, 0.008, 0.007, 0.001, 0.008, 0.001],
}

const FIELD_STARTS: Readonly<Record<(typeof FIELDS)[number]['name'], Start>> = {
  sex: { m: [0.03, 0, 0, 0.97], u: [0.5, 0, 0, 0.5] },
  documents: { m: [0.1, 0.02, 0.05, 0.83], u: [0.999, 0.0009, 0.0001, 0.000_001] },
  phones: { m: [0.4, 0, 0, 0.6], u: [0.9999, 0, 0, 0.000_01] },
  emails: { m: [0.2, 0.1, 0.1, 0.6], u: [0.998, 0.001, 0.000_05, 0.000_01] },
  postcodes: { m: [0.35, 0.1, 0.05, 0.5], u: [0.94, 0.055, 0.001, 0.004] },
  places: { m: [0.25, 0.05, 0.1, 0.6], u: [0.93, 0.02, 0.005, 0.045] },
  address: { m: [0.3, 0.08, 0.12, 0.15, 0.35], u: [0.8, 0.1, 0.07, 0.029, 0.001] },
  languages: { m: [0.15, 0, 0, 0.85], u: [0.7, 0, 0, 0.3] },
}

/** The least a chance is taken to be, so that nothing ever proves anything beyond appeal. */
export const LEAST = 1e-7

/** Where learning starts, and what a register too small to learn from leans on. From experience, not from any file. */
export const STARTING_MODEL: Model = (() => {
  const starts = [...NAMES, BIRTH, ...FIELDS.map((f) => FIELD_STARTS[f.name])]
  const whole = (chances: readonly number[]) => chances.map((c) => Math.max(c, LEAST))
  const u = starts.map((s) => whole(s.u))
  return { matches: 1e-4, m: starts.map((s) => whole(s.m)), u, uAlike: u.map(likelier) }
})()

/**
 * Until it is learnt: that a word of the names is alike makes a further one three times as likely, and
 * the same language twice.
 */
function likelier(chances: readonly number[], slot: number): readonly number[] {
  const times = slot === 1 || slot === 2 ? 3 : SLOTS[slot] === 'languages' ? 2 : 1
  if (slot === 0 || times === 1) return chances
  const raised = chances.map((c, level) => (level === 0 ? 0 : Math.min(c * times, 0.9)))
  const rest = 1 - raised.reduce((a, b) => a + b, 0)
  return raised.map((c, level) => (level === 0 ? Math.max(rest, 0.05) : c))
}

/** The weight of one level in bits: how much likelier it is for one child than for two. */
export function weightOf(model: Model, slot: number, level: number, alike: Alike = false): number {
  if (level === NO_ANSWER) return 0
  // That the names are alike is weighed once, by the first comparison itself.
  const chances = chancesFor(model, slot, alike)
  const [m, u] = [model.m[slot]?.[level], chances[slot]?.[level]]
  return m === undefined || u === undefined ? 0 : Math.log2(Math.max(m, LEAST) / Math.max(u, LEAST))
}

/** How alike two words are says nothing new of themselves: from the comparison after the third on it does. */
export const AFTER_WORDS = 3

function chancesFor(model: Model, slot: number, alike: Alike): Model['u'] {
  if (alike === false || slot === 0) return model.u
  return alike === 'both' && slot >= AFTER_WORDS ? (model.uBoth ?? model.uAlike) : model.uAlike
}

/** What a pair drawn at random starts with, in bits. */
export const priorWeight = (model: Model): number => Math.log2(model.matches / (1 - model.matches))

export const chanceOf = (weight: number): number => 1 / (1 + 2 ** -weight)

/** Weights of the three kinds and average chances as the kernel reads them: 16 slots of 16 levels, four times. */
export function modelTable(model: Model): Float32Array {
  const table = new Float32Array(4 * ROOM * ROOM)
  for (let slot = 0; slot < SLOTS.length; slot++) {
    for (let level = 0; level < NO_ANSWER; level++) {
      const at = slot * ROOM + level
      table[at] = weightOf(model, slot, level)
      table[ROOM * ROOM + at] = weightOf(model, slot, level, true)
      table[2 * ROOM * ROOM + at] = weightOf(model, slot, level, 'both')
      table[3 * ROOM * ROOM + at] = Math.log2(Math.max(averageChance(model, slot, level), LEAST))
    }
  }
  return table
}

/** About how many words a name has. */
const WORDS = 2.5

/**
 * What the rarity of a value is measured against: how often two children share an average one. For the
 * second and third word of a name that is the chance of one word, not of two at once, and not what a
 * common tradition adds to it.
 */
function averageChance(model: Model, slot: number, level: number): number {
  const own = model.u[slot]?.[level] ?? 1
  if (slot !== 1 && slot !== 2) return own
  return Math.min(model.uAlike[slot]?.[level] ?? 1, (model.u[0]?.[level] ?? 1) / WORDS)
}
