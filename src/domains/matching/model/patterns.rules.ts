import { alikeBy } from './model.rules.ts'

/** How often each combination of levels was met: all that learning needs of millions of pairs. */
export type Patterns = {
  readonly slots: number
  /** Row by row, `slots` levels each. */
  readonly levels: Uint8Array
  readonly counts: Float64Array
  /** What rarity adds to the weight of each, in bits, where that is known. */
  readonly rarity?: Float32Array | undefined
}

export type Counted = { readonly codes: BigUint64Array; readonly counts: Float64Array }

/** Those patterns in which two words of the names are alike. */
export function withBothAlike({ slots, levels, counts }: Patterns): Patterns {
  const places = [...counts.keys()].filter(
    (n) => alikeBy(levels[n * slots] ?? 0, levels[n * slots + 1] ?? 0) === 'both',
  )
  return {
    slots,
    levels: Uint8Array.from(
      places.flatMap((n) => [...levels.subarray(n * slots, (n + 1) * slots)]),
    ),
    counts: Float64Array.from(places, (n) => counts[n] ?? 0),
  }
}

/** One histogram from those of several workers. */
export function together(parts: readonly Counted[]): Counted {
  const [only] = parts
  if (parts.length === 1 && only) return only
  const sums = new Map<bigint, number>()
  for (const { codes, counts } of parts)
    for (const [n, code] of codes.entries())
      sums.set(code, (sums.get(code) ?? 0) + (counts[n] ?? 0))
  return { codes: BigUint64Array.from(sums.keys()), counts: Float64Array.from(sums.values()) }
}

/** Levels unpacked from the kernel's four bits for each slot. */
export function unpacked({ codes, counts }: Counted, slots: number): Patterns {
  const levels = new Uint8Array(codes.length * slots)
  const halves = new Uint32Array(codes.buffer, codes.byteOffset, codes.length * 2)
  for (let n = 0; n < codes.length; n++) {
    for (let slot = 0; slot < slots; slot++) {
      const half = halves[n * 2 + (slot < 8 ? 0 : 1)] ?? 0
      levels[n * slots + slot] = (half >>> ((slot & 7) * 4)) & 15
    }
  }
  return { slots, levels, counts }
}
