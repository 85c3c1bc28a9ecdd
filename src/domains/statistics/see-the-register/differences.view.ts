import { differenceOf, type Share } from '../difference.rules.ts'
import { POLICY } from '../disclosure.rules.ts'
import type { Figures } from '../picture.rules.ts'
import { type Background, backgroundFigure, BACKGROUNDS } from '../register.rules.ts'

/** One question of the monitor: what is asked of every group. */
const ASKED = [
  {
    part: 'met/criminal',
    title: 'First met with criminal law',
    did: 'were first met with criminal law',
  },
  {
    part: 'time/over_28',
    title: 'More than 28 days until somebody suspected it',
    did: 'waited more than 28 days until somebody suspected it',
  },
] as const

export type DifferenceLine = { readonly text: string; readonly beyondChance: boolean }

export type DifferenceTable = {
  readonly title: string
  readonly lines: readonly DifferenceLine[]
  /** Groups with too few children, or with a number that is hidden. */
  readonly tooFew: readonly string[]
}

/**
 * Each group beside all others whose numbers are shown, in the fixed order of the groups: from published figures
 * alone. So many are compared at once that the intervals are wider than usual: 99.5 in 100.
 */
export function differencesOf(
  figures: Figures,
  called: Readonly<Record<Background, string>>,
): readonly DifferenceTable[] {
  const groups = BACKGROUNDS.filter((group) => group !== 'did_not_say')
  return ASKED.map(({ part, title, did }) => {
    const shown = groups.flatMap((group) => {
      const share = shareOfGroup(figures, group, part)
      return share ? [{ group, share }] : []
    })
    const compared = shown.flatMap(({ group, share }) => {
      const rest = shown.filter((s) => s.group !== group).map((s) => s.share)
      const line = compare(called[group], did, share, together(rest))
      return line ? [{ group, line }] : []
    })
    return {
      title,
      lines: compared.map((c) => c.line),
      tooFew: groups
        .filter((group) => !compared.some((c) => c.group === group))
        .map((group) => called[group]),
    }
  })
}

/** A group's share, where both numbers are shown and there are enough for a percentage. */
function shareOfGroup(figures: Figures, group: Background, part: string): Share | undefined {
  const count = figures.get(backgroundFigure(group, part))?.value
  const of = figures.get(backgroundFigure(group))?.value
  if (count === undefined || of === undefined || of < POLICY.percentFrom) return undefined
  return { count, of }
}

const together = (shares: readonly Share[]): Share => ({
  count: shares.reduce((sum, s) => sum + s.count, 0),
  of: shares.reduce((sum, s) => sum + s.of, 0),
})

function compare(
  called: string,
  did: string,
  share: Share,
  rest: Share,
): DifferenceLine | undefined {
  const found = differenceOf(share, rest, 99.5)
  if (!found) return undefined
  const percent = (s: Share) => `${Math.round((s.count / s.of) * 100)}%`
  const said = `${called}: ${percent(share)} ${did}, and ${percent(rest)} of the others`
  const points = (n: number) => Math.round(Math.abs(n) * 100)
  const { low, high } = found.interval
  if (!found.beyondChance) {
    return {
      text: `${said}. Nothing is shown to differ: chance alone can do this.`,
      beyondChance: false,
    }
  }
  const [least, most] = found.points > 0 ? [low, high] : [-high, -low]
  const way = found.points > 0 ? 'more' : 'fewer'
  return {
    text: `${said}. That is more than chance alone does: between ${points(least)} and ${points(most)} in 100 ${way}. Ask how these children were met.`,
    beyondChance: true,
  }
}
