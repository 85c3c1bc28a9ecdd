import type { Dictionary } from '../names/dictionary.ts'
import { FIELDS } from '../record.rules.ts'
import type { Lists } from './register.ts'

/**
 * How rare each word and class is: the logarithm of the share of records that have it, leaving out the
 * record that asks, and leaning on a prior of a few hundred records so that a name met once in a small
 * file is not thought unique in the world. Nought: rarity says nothing here.
 */
const LEANING = 200
const UNMET = 0.4
/** A phone or a document of more records than this belongs to no one child. */
const CROWD = 3

export function rarities(lists: Lists, dictionary: Dictionary, size: number) {
  const counts = new Uint32Array(dictionary.size())
  for (const word of lists.words) counts[word] = (counts[word] ?? 0) + 1
  const share = (count: number) =>
    Math.log2((Math.max(count - 1, 0) + UNMET) / (size + LEANING))

  const classCounts = new Uint32Array(dictionary.classes())
  const words = new Float32Array(counts.length)
  for (const [word, count] of counts.entries()) {
    if (count === 0) continue
    words[word] = share(count)
    for (const c of new Set(dictionary.classesOf(word)))
      classCounts[c] = (classCounts[c] ?? 0) + count
  }
  for (const [n, field] of FIELDS.entries()) {
    if (field.rare === 'never') continue
    const own = new Map<number, number>()
    for (const value of lists.fields[n]?.values ?? []) own.set(value, (own.get(value) ?? 0) + 1)
    for (const [value, count] of own)
      words[value] = field.rare === 'always' || count > CROWD ? share(count) : 0
  }
  return { words, classes: Float32Array.from(classCounts, share) }
}
