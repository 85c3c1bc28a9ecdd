import { kernelOn, openArena } from './kernel/kernel.ts'

/** The longest text compared, in letters; longer ones are cut. */
const LONGEST = 4096

const arena = openArena()
const kernel = kernelOn(arena.memory)
const [one, two, scratch] = [arena.room(LONGEST * 4), arena.room(LONGEST * 4), arena.room(1 << 17)]
kernel.textScratch(scratch)

function written(text: string, address: number): number {
  const letters = new Uint32Array(arena.memory.buffer, address, LONGEST)
  let length = 0
  for (const letter of text) {
    if (length === LONGEST) break
    letters[length++] = letter.codePointAt(0) ?? 0
  }
  return length
}

/** Jaro similarity of two texts by their code points, 0 to 1. Two empty texts are the same. */
export const jaro = (a: string, b: string): number =>
  kernel.jaro(one, written(a, one), two, written(b, two))

/**
 * Jaro–Winkler, as in rapidfuzz and DuckDB to the last bit: transpositions halved downwards, the
 * raise only above 0.7, a tenth for each of the first four letters.
 */
export const jaroWinkler = (a: string, b: string): number =>
  kernel.jaroWinkler(one, written(a, one), two, written(b, two))

/** Letters changed, dropped or added between two texts. */
export const levenshtein = (a: string, b: string): number =>
  kernel.edits(one, written(a, one), two, written(b, two), 0)

/** The same, with two neighbours swapped counted as one (optimal string alignment). */
export const alignment = (a: string, b: string): number =>
  kernel.edits(one, written(a, one), two, written(b, two), 1)
