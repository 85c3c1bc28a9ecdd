/**
 * Where things stand on a small chart. Pure. A state's place on the page is only a place: rows are drawn
 * evenly because they must be drawn somewhere, and nothing is measured between them. "Changes a lot" has
 * a row of its own apart from the others, and so has no answer.
 */
import { type Said, STATES, type State } from '#domains/outcomes/index.ts'

export const WIDTH = 320
const GUTTER = 116
const EDGE = 14
const STEP = 26
const TOP = 14
const AXIS = 26
const DAY = 24 * 60 * 60 * 1000

/** From the top of the chart down. */
const LADDER: readonly State[] = STATES.filter((s) => s !== 'changes_a_lot').toReversed()

export type Scale = {
  readonly from: Date
  readonly to: Date
  readonly rtl: boolean
  /** Rows below the four steps, only when anything in the whole picture stands on them. */
  readonly varies: boolean
  readonly gaps: boolean
}

/** One time scale and one set of rows for every chart of a picture, so that they can be read side by side. */
export function scaleOf(
  said: readonly { readonly at: Date; readonly said: Said }[],
  now: Date,
  rtl: boolean,
): Scale {
  const first = Math.min(now.getTime(), ...said.map((s) => s.at.getTime()))
  const from = first - 30 * DAY
  return {
    from: new Date(from),
    to: new Date(Math.max(now.getTime(), from + 120 * DAY)),
    rtl,
    varies: said.some((s) => 'state' in s.said && s.said.state === 'changes_a_lot'),
    gaps: said.some((s) => 'reason' in s.said),
  }
}

/** Across the chart, in its own units; the other way round where writing runs from right to left. Undefined outside it. */
export function across(scale: Scale, at: Date): number | undefined {
  const share = (at.getTime() - scale.from.getTime()) / (scale.to.getTime() - scale.from.getTime())
  if (share < 0 || share > 1) return undefined
  const x = GUTTER + share * (WIDTH - GUTTER - EDGE)
  return Math.round((scale.rtl ? WIDTH - x : x) * 10) / 10
}

export type MarkKind = 'step' | 'varies' | 'gap'

export type Mark = {
  readonly x: number
  readonly y: number
  readonly kind: MarkKind
  /** Which check-in it was, counted from the first. */
  readonly n: string
}

export type Row = { readonly y: number; readonly text: string; readonly kind: MarkKind }

export type Drawing = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  /** Where the words at the rows stand, and from which of their ends they are set. */
  readonly textX: number
  readonly rows: readonly Row[]
  readonly marks: readonly Mark[]
  /** Thin lines that lead the eye from one step to the next. None across a gap, nor across a check-in that left this outcome out. */
  readonly joins: readonly { readonly d: string }[]
  readonly ticks: readonly { readonly x: number; readonly text: string; readonly anchor: string }[]
  readonly events: readonly number[]
  readonly bottom: number
}

type Drawn = {
  readonly scale: Scale
  readonly points: readonly { readonly at: Date; readonly said: Said; readonly n: number }[]
  readonly events: readonly Date[]
  readonly texts: {
    readonly state: (state: State) => string
    readonly noAnswer: string
    readonly day: (at: Date) => string
  }
}

/** Everything on one chart, placed. */
export function drawChart({ scale, points, events, texts }: Drawn): Drawing {
  const rows = rowsOf(scale, texts)
  const bottom = TOP + STEP * rows.length
  const marks = points.flatMap((p): Mark[] => {
    const x = across(scale, p.at)
    const kind = kindOf(p.said)
    const y = rows.find(
      (r) => r.kind === kind && (kind !== 'step' || r.said === stateOf(p.said)),
    )?.y
    return x === undefined || y === undefined ? [] : [{ x, y, kind, n: String(p.n) }]
  })
  const [near, far] = [GUTTER, WIDTH - EDGE].map((x) => (scale.rtl ? WIDTH - x : x))
  return {
    width: WIDTH,
    height: bottom + AXIS,
    left: Math.min(near ?? 0, far ?? 0),
    right: Math.max(near ?? 0, far ?? 0),
    textX: scale.rtl ? WIDTH : 0,
    rows: rows.map(({ y, text, kind }) => ({ y, text, kind })),
    marks,
    joins: joinsOf(marks),
    ticks: [
      { x: near ?? 0, text: texts.day(scale.from), anchor: 'start' },
      { x: far ?? 0, text: texts.day(scale.to), anchor: 'end' },
    ],
    events: events.map((at) => across(scale, at)).filter((x) => x !== undefined),
    bottom,
  }
}

type PlacedRow = Row & { readonly said: State | undefined }

function rowsOf(scale: Scale, texts: Drawn['texts']): readonly PlacedRow[] {
  const rows: Omit<PlacedRow, 'y'>[] = LADDER.map((said) => ({
    text: texts.state(said),
    kind: 'step',
    said,
  }))
  if (scale.varies) {
    rows.push({ text: texts.state('changes_a_lot'), kind: 'varies', said: undefined })
  }
  if (scale.gaps) rows.push({ text: texts.noAnswer, kind: 'gap', said: undefined })
  return rows.map((row, n) => ({ ...row, y: TOP + STEP * n + STEP / 2 }))
}

const kindOf = (said: Said): MarkKind =>
  'reason' in said ? 'gap' : said.state === 'changes_a_lot' ? 'varies' : 'step'

const stateOf = (said: Said): State | undefined => ('state' in said ? said.state : undefined)

function joinsOf(marks: readonly Mark[]): readonly { readonly d: string }[] {
  return marks.flatMap((mark, n) => {
    const before = marks[n - 1]
    if (!before || before.kind !== 'step' || mark.kind !== 'step') return []
    // Where a check-in lies between that did not speak of this, nobody knows what the line would cross.
    if (Number(mark.n) !== Number(before.n) + 1) return []
    return [{ d: `M${before.x} ${before.y}L${mark.x} ${mark.y}` }]
  })
}
