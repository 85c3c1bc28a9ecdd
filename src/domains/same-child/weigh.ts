import {
  arenaAgain,
  type MatchRecord,
  openWaterfalls,
  registerOf,
  type Waterfall,
} from '#domains/matching/index.ts'
import type { Believed } from './model.queries.ts'

export type Weighed = { readonly id: string; readonly waterfall: Waterfall }

const emptyArena = arenaAgain()

/** One record weighed against others, the likeliest first. Nothing is kept of any of them. */
export function weighed(
  record: MatchRecord,
  others: readonly MatchRecord[],
  { model, frequencies }: Pick<Believed, 'model' | 'frequencies'>,
): readonly Weighed[] {
  if (others.length === 0) return []
  const register = registerOf([record], others, { frequencies, arena: emptyArena() })
  const waterfall = openWaterfalls(register, model)
  return others
    .map((other, n) => ({ id: other.id, waterfall: waterfall(0, n + 1) }))
    .toSorted((a, b) => b.waterfall.weight - a.waterfall.weight || (a.id < b.id ? -1 : 1))
}
