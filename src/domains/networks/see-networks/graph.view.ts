/**
 * A drawing of what is linked with what. Everything stands on one circle in the order of its table, at the same size:
 * no place is the middle, and nothing says who matters more. Pure.
 */
import { ENTRY_KINDS, type EntryKind, SURE, type Sure } from '../networks.rules.ts'

export type NodeKind = EntryKind | 'young'
export type Node = {
  readonly key: string
  readonly kind: NodeKind
  readonly called: string
  readonly href?: string
}
export type Edge = {
  readonly from: string
  readonly to: string
  /** Undefined where the reader may not know more than that there is a link. */
  readonly sure: Sure | undefined
  readonly how: string
}

export type Graph = {
  readonly size: number
  readonly nodes: readonly {
    readonly n: number
    readonly x: number
    readonly y: number
    readonly kind: NodeKind
    readonly shape: string
    readonly called: string
    readonly kindCalled: string
    readonly href: string | undefined
    readonly linked: readonly string[]
  }[]
  readonly lines: readonly {
    readonly x1: number
    readonly y1: number
    readonly x2: number
    readonly y2: number
    readonly dash: string
  }[]
}

/** More than this on one circle is not read by anybody: the table alone says it then. */
export const DRAWN_AT_MOST = 40

const HALF = 200
const RADIUS = 165
const R = 15

const DASH: Readonly<Record<Sure, string>> = { seen: '', told: '8 4', thought: '2 5' }

/** Each kind has a shape of its own, so that none is told by colour alone. */
const SHAPES: Readonly<Record<NodeKind, (x: number, y: number) => string>> = {
  person: (x, y) => `M${x - R} ${y}a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 ${-2 * R} 0z`,
  place: (x, y) => `M${x - R} ${y - R}h${2 * R}v${2 * R}h${-2 * R}z`,
  phone: (x, y) => `M${x} ${y - 20}l20 20l-20 20l-20 -20z`,
  vehicle: (x, y) => `M${x - 10} ${y - R}h20l12 ${R}l-12 ${R}h-20l-12 ${-R}z`,
  young: (x, y) => `M${x - 19} ${y + 14}l19 -36l19 36z`,
}

const KIND_CALLED: Readonly<Record<NodeKind, string>> = { ...ENTRY_KINDS, young: 'Young person' }

export function graphOf(nodes: readonly Node[], edges: readonly Edge[]): Graph {
  const at = new Map(nodes.map((node, n) => [node.key, placeOf(n, nodes.length)]))
  const number = new Map(nodes.map((node, n) => [node.key, n + 1]))
  const drawn = edges.filter((e) => at.has(e.from) && at.has(e.to))
  return {
    size: HALF * 2,
    nodes: nodes.map((node, index) => {
      const { x, y } = placeOf(index, nodes.length)
      return {
        n: index + 1,
        x,
        y,
        kind: node.kind,
        shape: SHAPES[node.kind](x, y),
        called: node.called,
        kindCalled: KIND_CALLED[node.kind],
        href: node.href,
        linked: drawn.flatMap((e) => linkedWith(node.key, e, number)),
      }
    }),
    lines: drawn.flatMap((e) => {
      const [from, to] = [at.get(e.from), at.get(e.to)]
      return from && to
        ? [{ x1: from.x, y1: from.y, x2: to.x, y2: to.y, dash: e.sure ? DASH[e.sure] : '' }]
        : []
    }),
  }
}

function linkedWith(
  key: string,
  edge: Edge,
  number: ReadonlyMap<string, number>,
): readonly string[] {
  const other = edge.from === key ? edge.to : edge.to === key ? edge.from : undefined
  if (other === undefined) return []
  const sure = edge.sure ? ` (${SURE[edge.sure].toLowerCase()})` : ''
  return [`${number.get(other)}: ${edge.how}${sure}`]
}

function placeOf(n: number, of: number): { readonly x: number; readonly y: number } {
  const turn = (2 * Math.PI * n) / Math.max(of, 1) - Math.PI / 2
  const [x, y] = [HALF + RADIUS * Math.cos(turn), HALF + RADIUS * Math.sin(turn)]
  return { x: Math.round(x), y: Math.round(y) }
}
