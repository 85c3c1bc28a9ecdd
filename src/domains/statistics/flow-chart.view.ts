import { type Publishable, textOf } from './disclosure.rules.ts'

/**
 * A drawing of who is in the figures and who fell away: one bar a step, on one scale, those not
 * in the figures hatched. Lengths are in units of the drawing, which is 320 wide.
 */
export type FlowChart = {
  readonly width: number
  readonly height: number
  readonly rows: readonly FlowBar[]
}

export type FlowStep = {
  readonly label: string
  readonly count: Publishable
  /** `in` is a step on the way into the figures; `out` is a place where children fell away. */
  readonly kind: 'in' | 'out'
}

export type FlowBar = {
  readonly label: string
  readonly said: string
  readonly kind: FlowStep['kind']
  readonly textY: number
  readonly barY: number
  /** Undefined where the figure is hidden: no bar may show what the number does not. */
  readonly length: number | undefined
}

const WIDTH = 320
const ROW = 46

export function flowChart(steps: readonly FlowStep[], of: Publishable): FlowChart {
  const length = ({ value }: Publishable) => {
    if (value === undefined || of.value === undefined || of.value === 0) return undefined
    return Math.round((value / of.value) * WIDTH * 10) / 10
  }
  return {
    width: WIDTH,
    height: steps.length * ROW,
    rows: steps.map(({ label, count, kind }, n) => {
      const [textY, barY] = [n * ROW + 17, n * ROW + 24]
      return { label, said: textOf(count), kind, textY, barY, length: length(count) }
    }),
  }
}
