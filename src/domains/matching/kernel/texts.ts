import { numbers } from './numbers.ts'

/**
 * Numbers for texts, each text once in each space: two bytes a letter, and no object for any of them, for a
 * register has more than a million. A part of a text is looked up without being cut out of it first.
 */
export type Texts = {
  /** Its number, new or old. */
  readonly numberOf: (space: number, text: string, from?: number, to?: number) => number
  /** Its number, or -1 where there is none. */
  readonly found: (space: number, text: string, from?: number, to?: number) => number
  readonly textOf: (number: number) => string
  readonly spaceOf: (number: number) => number
  readonly size: () => number
  /** All letters as units of UTF-16, one text after another, and where each text begins and the last ends. */
  readonly units: () => Uint16Array
  readonly starts: () => Int32Array
  /** Forgets the texts from this number on. */
  readonly cut: (size: number) => void
}

const FIRST_PLACES = 1 << 10

export function openTexts(): Texts {
  let units = new Uint16Array(1 << 12)
  /** Numbers plus one, by the bits of their hashes and then wherever there was room. */
  let table = new Int32Array(FIRST_PLACES)
  const [starts, hashes, spaces] = [numbers(), numbers(), numbers()]
  starts.push(0)
  const isText = (number: number, space: number, text: string, from: number, to: number) => {
    const start = starts.at(number)
    if (starts.at(number + 1) - start !== to - from || spaces.at(number) !== space) return false
    for (let n = from; n < to; n++) if (units[start + n - from] !== text.charCodeAt(n)) return false
    return true
  }
  /** Where it stands, or the empty place where it would. */
  const placeOf = (hash: number, space: number, text: string, from: number, to: number) => {
    let place = hash & (table.length - 1)
    for (let there = table[place] ?? 0; there !== 0; there = table[place] ?? 0) {
      if (hashes.at(there - 1) === hash && isText(there - 1, space, text, from, to)) break
      place = (place + 1) & (table.length - 1)
    }
    return place
  }
  const add = (hash: number, space: number, text: string, from: number, to: number): number => {
    let at = starts.at(starts.length() - 1)
    if (at + to - from > units.length) units = larger(units, at + to - from)
    for (let n = from; n < to; n++) units[at++] = text.charCodeAt(n)
    starts.push(at)
    hashes.push(hash)
    spaces.push(space)
    if (hashes.length() * 2 > table.length) table = placedAnew(hashes.view(), table.length * 2)
    return hashes.length() - 1
  }
  return {
    numberOf(space, text, from = 0, to = text.length) {
      const hash = hashOf(space, text, from, to)
      const place = placeOf(hash, space, text, from, to)
      const there = table[place] ?? 0
      if (there !== 0) return there - 1
      table[place] = hashes.length() + 1
      return add(hash, space, text, from, to)
    },
    found: (space, text, from = 0, to = text.length) =>
      (table[placeOf(hashOf(space, text, from, to), space, text, from, to)] ?? 0) - 1,
    textOf: (number) => textFrom(units.subarray(starts.at(number), starts.at(number + 1))),
    spaceOf: spaces.at,
    size: hashes.length,
    units: () => units.subarray(0, starts.at(starts.length() - 1)),
    starts: starts.view,
    cut(size) {
      // The newest first: nothing that came later has gone past the place that becomes empty.
      for (let number = hashes.length() - 1; number >= size; number--) {
        let place = hashes.at(number) & (table.length - 1)
        while (table[place] !== number + 1) place = (place + 1) & (table.length - 1)
        table[place] = 0
      }
      starts.cut(size + 1)
      hashes.cut(size)
      spaces.cut(size)
    },
  }
}

function hashOf(space: number, text: string, from: number, to: number): number {
  let hash = 0x811c9dc5 ^ space
  for (let n = from; n < to; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

function larger(units: Uint16Array<ArrayBuffer>, least: number): Uint16Array<ArrayBuffer> {
  const grown = new Uint16Array(Math.max(Math.ceil(units.length * 1.5), least))
  grown.set(units)
  return grown
}

function placedAnew(hashes: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const table = new Int32Array(length)
  for (let number = 0; number < hashes.length; number++) {
    let place = (hashes[number] ?? 0) & (length - 1)
    while (table[place] !== 0) place = (place + 1) & (length - 1)
    table[place] = number + 1
  }
  return table
}

/** A call takes so many units and no more. */
const AT_ONCE = 8_192

function textFrom(units: Uint16Array): string {
  let text = ''
  for (let n = 0; n < units.length; n += AT_ONCE)
    text += String.fromCharCode(...units.subarray(n, n + AT_ONCE))
  return text
}
