import { bitsOf, comparedInWords, type Kept, levelInWords, signed } from '../steps.rules.ts'

/** The drawing and its table: where any two records start, what each comparison adds or takes, and the end. */
export type WaterfallView = {
  readonly width: number
  readonly height: number
  /** Where nothing speaks for either side. */
  readonly middle: number
  readonly bars: readonly Bar[]
  readonly rows: readonly Row[]
}

export type Bar = {
  readonly label: string
  readonly said: string
  readonly textY: number
  readonly barY: number
  readonly x: number
  readonly length: number
  readonly kind: 'for' | 'against' | 'all'
}

export type Row = {
  readonly what: string
  readonly how: string
  readonly bits: string
  readonly soFar: string
}

const WIDTH = 320
const ROW = 44
const LEAST_SPAN = 8

export function waterfallView({ start, steps }: Kept): WaterfallView {
  const lines = [
    { what: 'Any two records', how: 'how seldom two are one child', bits: start },
    ...steps.map((step) => ({
      what: comparedInWords(step),
      how: levelInWords(step),
      bits: bitsOf(step),
    })),
  ]
  let at = 0
  const moves = lines.map((line) => {
    const from = at
    at += line.bits
    return { ...line, from, to: at }
  })
  const ends = [0, ...moves.flatMap((move) => [move.from, move.to])]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const span = Math.max(high - low, LEAST_SPAN)
  const place = (bits: number) => Math.round(((bits - low) / span) * WIDTH * 10) / 10
  const bar = (label: string, n: number, move: Move, kind: Bar['kind'], said: string): Bar => ({
    label,
    said,
    textY: n * ROW + 16,
    barY: n * ROW + 22,
    x: Math.min(place(move.from), place(move.to)),
    length: Math.max(Math.abs(place(move.to) - place(move.from)), 1),
    kind,
  })
  const bars = moves.map((move, n) =>
    bar(move.what, n, move, move.bits < 0 ? 'against' : 'for', signed(move.bits)),
  )
  const all = bar('All together', moves.length, { from: 0, to: at }, 'all', signed(at))
  return {
    width: WIDTH,
    height: (moves.length + 1) * ROW,
    middle: place(0),
    bars: [...bars, all],
    rows: moves.map(({ what, how, bits, to }) => ({
      what,
      how,
      bits: signed(bits),
      soFar: signed(to),
    })),
  }
}

type Move = { readonly from: number; readonly to: number }
