import { isDeepStrictEqual } from 'node:util'
import { dicePairs, type DiceState, type Fields } from '#domains/matching/index.ts'

export type Whole = {
  readonly seconds: number
  readonly cpu: number
  readonly found: number
  /** Pieces done when it was stopped, of how many, and whether going on from there found the very same. */
  readonly stoppedAt: number
  readonly of: number
  readonly same: boolean
}

/** Every field with every other on several threads, once in one go and once stopped on the way and gone on with. */
export async function everyWithEvery(
  left: Fields,
  right: Fields,
  threads: number,
  say: (line: string) => void,
): Promise<Whole> {
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  let told = 0
  const whole = await dicePairs(left, right, 0.8, {
    workers: threads,
    progress: (done, of) => {
      if (performance.now() - told < 5_000) return
      told = performance.now()
      say(`    ${Math.round((100 * done) / of)} of 100, ${((told - started) / 1000).toFixed(0)} s`)
    },
  })
  const seconds = (performance.now() - started) / 1000
  const used = process.cpuUsage(cpu)
  const stop = new AbortController()
  const half: DiceState = await dicePairs(left, right, 0.8, {
    workers: threads,
    stopped: stop.signal,
    progress: (done, of) => {
      if (done * 2 >= of) stop.abort()
    },
  })
  const rest = await dicePairs(left, right, 0.8, { workers: threads, resume: half })
  return {
    seconds,
    cpu: (used.user + used.system) / 1e6,
    found: whole.found.left.length,
    stoppedAt: half.pieces.length,
    of: half.of,
    same: isDeepStrictEqual(listed(rest), listed(whole)),
  }
}

/** Every pair with its similarity, in one order. */
function listed({ found }: DiceState): readonly (readonly number[])[] {
  return Array.from(found.left, (left, n) => [
    left,
    found.right[n] ?? 0,
    found.similarity[n] ?? 0,
  ]).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0))
}
