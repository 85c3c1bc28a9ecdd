import type { Dictionary } from '../names/dictionary.ts'
import { FIELDS } from '../record.rules.ts'
import type { Lists } from './lists.rules.ts'

/**
 * How many records have a word or are in a class, by its key. Kept beside a large register, so that
 * two records looked at alone are weighed as in the whole.
 */
export type Frequencies = {
  readonly records: number
  readonly countOf: (key: string) => number | undefined
}

/**
 * How rare each word and class is: the logarithm of the share of records that have it, leaving out the
 * record that asks, and leaning on a prior of a few hundred records so that a name met once in a small
 * file is not thought unique in the world. Nought: rarity says nothing here.
 */
const LEANING = 200
const UNMET = 0.4
/** A phone or a document of more records than this belongs to no one child. */
const CROWD = 3

/**
 * A name in a script that few records are written in is as common as the name, not as rare as the script: which script
 * it was taken down in is the office's doing.
 */
const OWN_SCRIPT = /[\u0600-\u06ff]/

export const rarityOf = (count: number, records: number): number =>
  Math.log2((Math.max(count - 1, 0) + UNMET) / (records + LEANING))

/** Of a field's value, by how its field lets rarity count. */
export function fieldRarity(field: number, count: number, records: number): number {
  const when = FIELDS[field]?.rare ?? 'never'
  if (when === 'never' || (when === 'when-crowded' && count <= CROWD)) return 0
  return rarityOf(count, records)
}

export type Counts = { readonly words: Uint32Array; readonly classes: Uint32Array }

/** How many records have each word and class of these lists. */
export function countsOf(lists: Lists, dictionary: Dictionary): Counts {
  const words = new Uint32Array(dictionary.size())
  const classes = new Uint32Array(dictionary.classes())
  tallied(words, lists.words, 1)
  for (let word = 0; word < words.length; word++) {
    const count = words[word] ?? 0
    if (count > 0) tallied(classes, new Set(dictionary.classesOf(word)), count)
  }
  for (const { values } of lists.fields) tallied(words, values, 1)
  return { words, classes }
}

function tallied(counts: Uint32Array, numbers: Iterable<number>, by: number): void {
  for (const n of numbers) counts[n] = (counts[n] ?? 0) + by
}

export function rarities(
  lists: Lists,
  dictionary: Dictionary,
  size: number,
  known?: Frequencies,
): { readonly words: Float32Array; readonly classes: Float32Array } {
  const counts = countsOf(lists, dictionary)
  const records = known?.records ?? size
  const wordCount = (word: number) =>
    known?.countOf(dictionary.keyOf(word)) ?? counts.words[word] ?? 0
  const words = new Float32Array(counts.words.length)
  const classes = Float32Array.from(counts.classes, (count, c) =>
    rarityOf(known?.countOf(dictionary.classKey(c)) ?? count, records),
  )
  for (const word of lists.words) {
    const own = rarityOf(wordCount(word), records)
    words[word] = OWN_SCRIPT.test(dictionary.textOf(word))
      ? Math.max(own, Math.min(...dictionary.classesOf(word).map((c) => classes[c] ?? 0)))
      : own
  }
  for (const [field, { values }] of lists.fields.entries())
    for (const value of values) words[value] = fieldRarity(field, wordCount(value), records)
  return { words, classes }
}

/** The frequencies of a register, to be kept beside it and given to `compare`. */
export function frequenciesOf(register: {
  readonly lists: Lists
  readonly dictionary: Dictionary
  readonly size: number
}): ReadonlyMap<string, number> {
  const { dictionary } = register
  const counts = countsOf(register.lists, dictionary)
  const all = new Map<string, number>()
  for (const [word, count] of counts.words.entries()) all.set(dictionary.keyOf(word), count)
  for (const [c, count] of counts.classes.entries()) all.set(dictionary.classKey(c), count)
  return all
}
