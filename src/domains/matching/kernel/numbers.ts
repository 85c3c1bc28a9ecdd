/** A list of whole numbers that grows, without a box around each. */
export type Numbers = {
  readonly push: (n: number) => void
  readonly length: () => number
  /** The number at a place; 0 beyond the end. */
  readonly at: (place: number) => number
  readonly view: () => Int32Array
  /** Forgets everything from here on. */
  readonly cut: (length: number) => void
}

export function numbers(): Numbers {
  let kept = new Int32Array(1024)
  let length = 0
  return {
    push(n) {
      if (length === kept.length) {
        const larger = new Int32Array(Math.ceil(kept.length * 1.5))
        larger.set(kept)
        kept = larger
      }
      kept[length++] = n
    },
    length: () => length,
    at: (place) => kept[place] ?? 0,
    view: () => kept.subarray(0, length),
    cut: (to) => {
      length = Math.min(length, to)
    },
  }
}
