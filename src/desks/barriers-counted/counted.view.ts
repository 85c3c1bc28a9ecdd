import { type BarrierCount, LEVELS, type Refusals, SERVICES } from '#domains/processes/index.ts'
import { CONFIDENTIAL, publish, textOf } from '#domains/statistics/index.ts'

export type CountedLine = { readonly text: string; readonly n: string }

/**
 * Of how many children each thing stands in the way. A child can have several, so each is protected together
 * with those who do not have it.
 */
export function barriersCounted(
  counts: readonly BarrierCount[],
  themes: Readonly<Record<string, string>>,
) {
  const all = counts.find((c) => c.theme === undefined && c.level === undefined)?.children ?? 0
  const having = (name: 'theme' | 'level', code: string) =>
    counts.find((c) => c[name] === code)?.children ?? 0
  const parts = [
    ...Object.keys(themes).map((code) => ({ key: `theme ${code}`, n: having('theme', code) })),
    ...Object.keys(LEVELS).map((code) => ({ key: `level ${code}`, n: having('level', code) })),
  ]
  const shown = publish({
    counts: new Map([
      ['all', all],
      ...parts.flatMap((p): [string, number][] => [
        [p.key, p.n],
        [`without ${p.key}`, all - p.n],
      ]),
    ]),
    sums: parts.map((p) => ({ total: 'all', parts: [p.key, `without ${p.key}`] })),
  })
  const lineOf = (key: string, text: string): CountedLine => {
    const figure = shown.get(key)
    return { text, n: figure ? textOf(figure) : CONFIDENTIAL }
  }
  return {
    all: lineOf('all', 'Children with something in the way that may be counted'),
    themes: Object.entries(themes).map(([code, called]) => lineOf(`theme ${code}`, called)),
    levels: Object.entries(LEVELS).map(([code, called]) => lineOf(`level ${code}`, called)),
  }
}

/** Of how many children a first request was refused at least once, by kind of help. */
export function refusalsCounted(refusals: readonly Refusals[]) {
  return Object.entries(SERVICES).map(([service, called]) => {
    const own = refusals.filter((r) => r.service === service)
    const n = (some: readonly Refusals[]) => some.reduce((sum, r) => sum + r.children, 0)
    const shown = publish({
      counts: new Map([
        ['all', n(own)],
        ['refused', n(own.filter((r) => r.refused))],
        ['not refused', n(own.filter((r) => !r.refused))],
      ]),
      sums: [{ total: 'all', parts: ['refused', 'not refused'] }],
    })
    const text = (key: string) => {
      const figure = shown.get(key)
      return figure ? textOf(figure) : CONFIDENTIAL
    }
    return { called, asked: text('all'), refused: text('refused') }
  })
}
