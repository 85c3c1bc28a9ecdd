import { type Publishable, shareOf, textOf } from './disclosure.rules.ts'

/**
 * A drawing of how many said each thing, with its interval: one line each, all on the same scale
 * from none to all, in the order given. Lengths are in units of the drawing, which is 320 wide.
 */
export type IntervalChart = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly ticks: readonly { readonly x: number; readonly text: string; readonly anchor: string }[]
  readonly rows: readonly IntervalLine[]
}

export type IntervalLine = {
  readonly label: string
  readonly said: string
  readonly textY: number
  readonly lineY: number
  /** Undefined where the figure is hidden or nobody answered: the line stays empty. */
  readonly mark: { readonly at: number; readonly low: number; readonly high: number } | undefined
}

const WIDTH = 320
const LEFT = 8
const RIGHT = 312
const ROW = 42

export function intervalChart(
  rows: readonly { readonly label: string; readonly count: Publishable }[],
  of: Publishable,
): IntervalChart {
  const x = (share: number) => LEFT + Math.round(share * (RIGHT - LEFT) * 10) / 10
  return {
    width: WIDTH,
    height: rows.length * ROW + 26,
    left: LEFT,
    right: RIGHT,
    ticks: [
      { x: LEFT, text: 'none', anchor: 'start' },
      { x: x(0.5), text: 'half', anchor: 'middle' },
      { x: RIGHT, text: 'all', anchor: 'end' },
    ],
    rows: rows.map(({ label, count }, n) => {
      const interval = shareOf(count, of)?.interval
      const share = (count.value ?? 0) / (of.value ?? 1)
      const mark = interval && { at: x(share), low: x(interval.low), high: x(interval.high) }
      const said = textOf(count)
      return { label, said, textY: n * ROW + 17, lineY: n * ROW + 29, mark }
    }),
  }
}
