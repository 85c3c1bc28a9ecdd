/** How many bits are set in each field. */
export function popularity(bytes: Uint8Array, bytesEach: number): Uint32Array {
  const counts = new Uint32Array(Math.floor(bytes.length / bytesEach))
  for (let n = 0; n < counts.length; n++) {
    let sum = 0
    for (let k = n * bytesEach; k < (n + 1) * bytesEach; k++) sum += BITS[bytes[k] ?? 0] ?? 0
    counts[n] = sum
  }
  return counts
}

const BITS = Uint8Array.from(
  { length: 256 },
  (_, byte) => byte.toString(2).replaceAll('0', '').length,
)

type Question = {
  readonly left: { readonly bytes: Uint8Array; readonly bytesEach: number }
  readonly right: { readonly bytes: Uint8Array; readonly bytesEach: number }
  readonly threshold: number
  readonly words: number
}

/** Pairs looked at, and how many the kernel compares together and gives up together. */
const LOOKED_AT = 4_000
const TOGETHER = 8

/**
 * After how many words it pays to ask whether eight pairs can still reach the threshold: the number
 * that is expected to cost least, from a few thousand of the very pairs. Asking costs about a word.
 */
export function checkpointFor({ left, right, threshold, words }: Question): number {
  const lefts = Math.floor(left.bytes.length / left.bytesEach)
  const rights = Math.floor(right.bytes.length / right.bytesEach)
  if (lefts === 0 || rights === 0) return words
  const lost = new Float64Array(words + 1)
  for (let n = 0; n < LOOKED_AT; n++) {
    const a = (n * 7919) % lefts
    const b = (n * 104_729 + 31) % rights
    const row = left.bytes.subarray(a * left.bytesEach, (a + 1) * left.bytesEach)
    const column = right.bytes.subarray(b * right.bytesEach, (b + 1) * right.bytesEach)
    const from = givenUpAt(row, column, threshold, words)
    for (let w = from; w < words; w++) lost[w] = (lost[w] ?? 0) + 1
  }
  let [best, cost] = [words, words]
  for (let w = 1; w < words; w++) {
    const allLost = ((lost[w] ?? 0) / LOOKED_AT) ** TOGETHER
    const expected = w + 1 + (1 - allLost) * (words - w)
    if (expected < cost) [best, cost] = [w, expected]
  }
  return best
}

/** The first number of words after which the pair can no longer reach the threshold. */
function givenUpAt(row: Uint8Array, column: Uint8Array, threshold: number, words: number): number {
  const count = (bytes: Uint8Array, from: number) => {
    let sum = 0
    for (let n = from; n < from + 8; n++) sum += BITS[bytes[n] ?? 0] ?? 0
    return sum
  }
  let [restA, restB] = [0, 0]
  for (let n = 0; n < words * 8; n += 8) {
    restA += count(row, n)
    restB += count(column, n)
  }
  const needed = (threshold * (restA + restB)) / 2
  let common = 0
  for (let w = 0; w < words; w++) {
    restA -= count(row, w * 8)
    restB -= count(column, w * 8)
    for (let n = w * 8; n < w * 8 + 8; n++) common += BITS[(row[n] ?? 0) & (column[n] ?? 0)] ?? 0
    if (common + Math.min(restA, restB) < needed) return w + 1
  }
  return words
}
