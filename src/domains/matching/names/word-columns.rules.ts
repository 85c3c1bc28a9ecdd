/** Classes a word has room for, of each kind, and what stands where there is none. */
export const ROOM = 4
export const NONE = -1
/** Of what a word is: bit 2, and how many bits there are before the place of its classes. */
export const OF_A_NAME = 4
export const KIND_BITS = 3

/** Letters as the kernel reads them: a number each, also those that are written with two units. */
export function textColumns(units: Uint16Array, starts: Int32Array, before: number) {
  const ends = new Uint32Array(starts.length)
  ends[0] = before
  for (let n = 0; n + 1 < starts.length; n++) {
    const [from = 0, to = 0] = [starts[n], starts[n + 1]]
    let letters = to - from
    for (let k = from; k + 1 < to; k++) if (isPair(units[k] ?? 0, units[k + 1] ?? 0)) letters--
    ends[n + 1] = (ends[n] ?? 0) + letters
  }
  const writeLetters = (into: Uint32Array) => {
    let at = 0
    for (let n = 0; n + 1 < starts.length; n++) {
      const to = starts[n + 1] ?? 0
      for (let k = starts[n] ?? 0; k < to; k++) {
        const [unit = 0, next = 0] = [units[k], units[k + 1]]
        const two = k + 1 < to && isPair(unit, next)
        into[at++] = two ? 0x10000 + ((unit - HIGH) << 10) + (next - LOW) : unit
        if (two) k++
      }
    }
  }
  return { ends, writeLetters }
}

/** A letter beyond 0xffff is two units: one of each of these ranges. */
const [HIGH, LOW, AFTER] = [0xd800, 0xdc00, 0xe000]
const isPair = (unit: number, next: number): boolean =>
  unit >= HIGH && unit < LOW && next >= LOW && next < AFTER

type Classed = {
  readonly family: Int32Array
  readonly sounds: Int32Array
  readonly bones: Int32Array
  readonly kinds: Int32Array
}

/** A quick no for the kernel: words that share no letter and no class are never compared in full. */
export function signaturesOf(
  units: Uint16Array,
  starts: Int32Array,
  { family, sounds, bones, kinds }: Classed,
  firstRow: number,
): Uint32Array {
  const signatures = new Uint32Array(family.length * 2)
  for (let n = 0; n < family.length; n++) {
    signatures[n * 2] = lettersOf(units, starts[n] ?? 0, starts[n + 1] ?? 0)
    let groups = classBit(family[n] ?? NONE)
    const kind = kinds[n] ?? 0
    if ((kind & OF_A_NAME) !== 0) {
      const from = ((kind >> KIND_BITS) - firstRow) * ROOM
      for (let k = from; k < from + ROOM; k++)
        groups |= classBit(sounds[k] ?? NONE) | classBit(bones[k] ?? NONE)
    }
    signatures[n * 2 + 1] = groups
  }
  return signatures
}

const classBit = (number: number): number =>
  number === NONE ? 0 : 1 << (Math.imul(number, 0x9e3779b1) >>> 27)

/** Which letters there are, by their last five bits: those of a pair are the last five of its second unit. */
function lettersOf(units: Uint16Array, from: number, to: number): number {
  let letters = 0
  for (let k = from; k < to; k++) {
    const two = k + 1 < to && isPair(units[k] ?? 0, units[k + 1] ?? 0)
    if (two) k++
    letters |= 1 << ((units[k] ?? 0) & 31)
  }
  return letters
}
