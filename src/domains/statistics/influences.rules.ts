/**
 * What helps and what gets in the way, and where it is. Never the child: there is no such level, and
 * no figure of it. A child can name several, so these figures do not add up to anything.
 */
import type { CountTable } from './protection.rules.ts'

export const DIRECTIONS = ['helps', 'gets_in_the_way'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** In the order in which they are asked, from near to far; it says nothing of more or less. */
export const INFLUENCE_LEVELS = ['person', 'service', 'system', 'law'] as const
export type InfluenceLevel = (typeof INFLUENCE_LEVELS)[number]

/** Of the children in a state, how many named something there. */
export type InfluenceCounts = Readonly<Record<Direction, Readonly<Record<InfluenceLevel, number>>>>

export function noInfluences(): Record<Direction, Record<InfluenceLevel, number>> {
  const none = () => ({ person: 0, service: 0, system: 0, law: 0 })
  return { helps: none(), gets_in_the_way: none() }
}

export const influenceFigure = (code: string, direction: Direction, level: InfluenceLevel) =>
  `outcome/${code}/${direction}/${level}`

export type HangingTable = CountTable & {
  /** Figures that are out already, of which all in the table is part. */
  readonly hangsFrom: readonly string[]
  /** Carried so that they are protected, and never published. */
  readonly quiet?: ReadonlySet<string>
}

/**
 * For each direction and level, those who named something there and the rest, who are known by taking
 * away and so are protected as well. That all named the same is what each of them said.
 */
export function influenceTables(
  code: string,
  answered: string,
  count: number,
  influences: InfluenceCounts,
): readonly HangingTable[] {
  return DIRECTIONS.flatMap((direction) =>
    INFLUENCE_LEVELS.map((level) => {
      const named = influenceFigure(code, direction, level)
      const rest = `${named}/rest`
      const here = influences[direction][level]
      return {
        counts: new Map([
          [answered, count],
          [named, here],
          [rest, count - here],
        ]),
        sums: [{ total: answered, parts: [named, rest] }],
        alike: [{ total: answered, parts: [named] }],
        quiet: new Set([rest]),
        hangsFrom: [answered],
      }
    }),
  )
}
