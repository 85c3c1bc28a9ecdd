import type { Publishable } from './disclosure.rules.ts'
import { standingOf, timeBetween } from './time-between.rules.ts'

/**
 * A drawing of times one after another with the middle and the limits of chance, and the table that says the same.
 * Lengths are in units of the drawing, which is 320 wide.
 */
export type TimeChart = {
  readonly width: number
  readonly height: number
  readonly points: readonly { readonly x: number; readonly y: number; readonly unusual: boolean }[]
  /** Through the points in order; broken where a figure is not given. */
  readonly path: string
  readonly lines: readonly { readonly y: number; readonly text: string; readonly dashed: boolean }[]
  readonly table: {
    readonly head: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
}

export type TimeOf = {
  readonly label: string
  readonly figure: Publishable
  readonly said: string
}

const [WIDTH, HEIGHT, TOP, FOOT, LEFT, RIGHT] = [320, 180, 22, 164, 8, 312]

const STANDS = {
  usual: 'As usual',
  shorter: 'Shorter than chance alone',
  longer: 'Longer than chance alone',
  run: 'One of eight or more in a row on one side',
} as const

/** Without limits nothing can be said of a time. */
const TOO_FEW = 'Too few groups yet'

/** Undefined where there is nothing to draw. Nought stands for a time that has not come, and is not drawn. */
export function timeChart(
  times: readonly TimeOf[],
  say: (figure: Publishable) => string,
): TimeChart | undefined {
  const drawn = times.flatMap(({ figure }, place) => (figure.value ? [{ place, figure }] : []))
  if (drawn.length === 0) return undefined
  const values = drawn.map(({ figure }) => figure.value ?? 0)
  const limits = timeBetween(values)
  const standing = limits ? standingOf(values, limits) : []
  const top = Math.max(...values, limits?.high ?? 0)
  const y = (value: number) => round(FOOT - (value / top) * (FOOT - TOP))
  const step = (RIGHT - LEFT) / Math.max(times.length - 1, 1)
  const points = drawn.map(({ place }, n) => ({
    x: round(LEFT + place * step),
    y: y(values[n] ?? 0),
    unusual: (standing[n] ?? 'usual') !== 'usual',
  }))
  const stands = new Map(drawn.map(({ place }, n) => [place, standing[n]]))
  return {
    width: WIDTH,
    height: HEIGHT,
    points,
    path: pathOf(
      points,
      drawn.map(({ place }) => place),
    ),
    lines: limits ? linesOf(limits, y) : [],
    table: {
      head: ['Children', 'Time', 'How it stands'],
      rows: times.map(({ label, figure }, place) => {
        const how = stands.get(place)
        return [label, say(figure), how ? STANDS[how] : figure.value ? TOO_FEW : 'Not said']
      }),
    },
  }
}

function pathOf(
  points: readonly { readonly x: number; readonly y: number }[],
  places: readonly number[],
): string {
  return points
    .map(({ x, y }, n) => `${n > 0 && places[n - 1] === (places[n] ?? 0) - 1 ? 'L' : 'M'}${x} ${y}`)
    .join('')
}

function linesOf(
  { middle, low, high }: { readonly middle: number; readonly low: number; readonly high: number },
  y: (value: number) => number,
): TimeChart['lines'] {
  const text = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)}`
  const line = (value: number, dashed: boolean) => ({ y: y(value), text: text(value), dashed })
  return [line(high, true), line(middle, false), ...(low > 0 ? [line(low, true)] : [])]
}

const round = (value: number): number => Math.round(value * 10) / 10
