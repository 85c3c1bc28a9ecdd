/** Chance that is the same for one seed on every machine (mulberry32). */
export type Chance = {
  readonly share: () => number
  readonly whole: (below: number) => number
  readonly is: (share: number) => boolean
  readonly one: <T>(of: readonly T[]) => T
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number): number => Math.floor(share() * below)
  return {
    share,
    whole,
    is: (p) => share() < p,
    one(of) {
      const found = of[whole(of.length)]
      if (found === undefined) throw new Error('There is nothing to choose from')
      return found
    },
  }
}
