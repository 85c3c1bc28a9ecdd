/**
 * A small seeded source of chance, so that the same seed always invents the same children.
 *
 * xoshiro128** 1.1 (Blackman and Vigna, 2018) on four 32-bit words, filled from the seed by
 * splitmix32. Each child has a source of their own, made from the seed and the child's number, so
 * the first 240 of 100,000 invented children are the same 240 as in a small demonstration.
 * Not for anything secret: a password or a key made from this could be guessed.
 */
export type Random = {
  /** A whole number from 0 to 2^32 - 1. */
  readonly word: () => number
  /** A number from 0 up to, not including, 1. */
  readonly unit: () => number
}

function splitmix32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return (mixed ^ (mixed >>> 16)) >>> 0
  }
}

const rotl = (x: number, k: number) => (x << k) | (x >>> (32 - k))

/** A source of chance for one seed and one stream (a child's number, an organisation's place). */
export function random(seed: number, stream = 0): Random {
  const fill = splitmix32(seed)
  const spread = splitmix32(stream)
  // The first word is the seed's alone and the second the stream's, so no two pairs begin alike.
  let [a, b, c, d] = [fill(), spread(), fill() ^ spread(), (fill() ^ spread()) | 1]
  const word = () => {
    const result = Math.imul(rotl(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotl(d, 11)
    return result >>> 0
  }
  for (let n = 0; n < 8; n++) word()
  return { word, unit: () => word() / 0x100000000 }
}

/** True with the probability given (0 to 1). */
export function chance(r: Random, probability: number): boolean {
  return r.unit() < probability
}

/** A whole number from `low` to `high`, both included. */
export function between(r: Random, low: number, high: number): number {
  return low + Math.floor(r.unit() * (high - low + 1))
}

/** One of the list, each as likely as the next. Throws on an empty list. */
export function pick<T>(r: Random, list: readonly T[]): T {
  return at(list, Math.floor(r.unit() * list.length))
}

/** `count` different ones of the list, in the order drawn; the whole list when it is shorter. */
export function some<T>(r: Random, list: readonly T[], count: number): T[] {
  const left = [...list]
  const drawn: T[] = []
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(Math.floor(r.unit() * left.length), 1))
  }
  return drawn
}

/** One of a list of [thing, weight]. */
export function weighted<T>(r: Random, list: readonly (readonly [T, number])[]): T {
  let left = r.unit() * list.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [thing, weight] of list) {
    left -= weight
    if (left < 0) return thing
  }
  return at(list, list.length - 1)[0]
}

const zipfTotals = new Map<number, number>()

/** One of a list in order of how common it is: the n-th is drawn in proportion to 1/n (Zipf). */
export function common<T>(r: Random, list: readonly T[]): T {
  let total = zipfTotals.get(list.length)
  if (total === undefined) {
    total = list.reduce((sum, _, n) => sum + 1 / (n + 1), 0)
    zipfTotals.set(list.length, total)
  }
  let left = r.unit() * total
  for (const [n, thing] of list.entries()) {
    left -= 1 / (n + 1)
    if (left < 0) return thing
  }
  return at(list, list.length - 1)
}

/** A length of time with a long right tail: log-normal, by its median and the spread of its logarithm. */
export function longTailed(r: Random, median: number, spread: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - r.unit()))
  return median * Math.exp(spread * radius * Math.cos(2 * Math.PI * r.unit()))
}

/** A version 4 UUID drawn from this source. */
export function uuid(r: Random): string {
  const hex = [r.word(), r.word(), r.word(), r.word()]
    .map((w) => w.toString(16).padStart(8, '0'))
    .join('')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** The thing at that place of the list; throws when there is none. */
export function at<T>(list: readonly T[], place: number): T {
  const thing = list[place]
  if (thing === undefined) throw new Error(`Nothing at place ${place} of a list of ${list.length}`)
  return thing
}
