import type { Dictionary } from '../names/dictionary.ts'
import { isCompound } from '../names/name-words.rules.ts'
import type { Lists } from './lists.rules.ts'

const MOST_WORDS = 2 ** 26
const MOST_KNOWN = 100_000

/**
 * For each word of a name and the next: the word they are when written as one, where somebody writes it
 * so, or where the first is half a name that is often written apart; -1 otherwise.
 */
export function joinedWords({ words, nameEnds }: Lists, dictionary: Dictionary): Int32Array {
  const joined = new Int32Array(words.length).fill(-1)
  const found = remembered(dictionary)
  for (let name = 0; name + 1 < nameEnds.length; name++) {
    const last = (nameEnds[name + 1] ?? 0) - 1
    for (let n = nameEnds[name] ?? 0; n < last; n++)
      joined[n] = found(words[n] ?? 0, words[n + 1] ?? 0)
  }
  return joined
}

/** Many names are the same two words: what was found of two is kept. */
function remembered(dictionary: Dictionary): (one: number, two: number) => number {
  const known = new Map<number, number>()
  return (one, two) => {
    const both = one * MOST_WORDS + two
    const there = known.get(both)
    if (there !== undefined) return there
    const found = writtenAsOne(dictionary, one, two)
    if (known.size < MOST_KNOWN) known.set(both, found)
    return found
  }
}

function writtenAsOne(dictionary: Dictionary, one: number, two: number): number {
  const first = dictionary.textOf(one)
  const together = first + dictionary.textOf(two)
  return dictionary.spelled(together) ?? (isCompound(first) ? dictionary.nameWord(together) : -1)
}
