/** What a round shows, in the framework's order and never sorted by any count. Pure. */
import { CONFIDENTIAL, type Interval, publish, textOf, wilson } from '#domains/statistics/index.ts'
import { type Agreement, gwetAc1, type Pair } from '../agreement.rules.ts'
import { CODES, type Item } from '../audit.rules.ts'
import type { Counted, Learning } from './counts.queries.ts'

export type LearningLine = {
  readonly title: string
  readonly yes: string
  readonly partly: string
  readonly no: string
  readonly open: string
  readonly found: string
  readonly actions: readonly {
    readonly words: string
    readonly href: string
    readonly standing: string
  }[]
}

export type LearningView = {
  readonly read: string
  readonly strengths: string
  readonly asked: string
  readonly lines: readonly LearningLine[]
  readonly agreement: string | undefined
  readonly hides: boolean
}

type Counts = {
  readonly one: (kind: string, code?: string) => number
  readonly about: (kind: string, item: Item, code?: string) => number
}

function countsIn(counted: readonly Counted[]): Counts {
  const sum = (rows: readonly Counted[]) => rows.reduce((n, r) => n + r.records, 0)
  return {
    one: (kind, code) =>
      sum(counted.filter((c) => c.kind === kind && (code === undefined || c.code === code))),
    about: (kind, item, code) =>
      sum(
        counted.filter(
          (c) =>
            c.kind === kind &&
            (c.outcome_id ?? c.question) === item.key &&
            (code === undefined || c.code === code),
        ),
      ),
  }
}

/** Whole percentages, never a bare one: from so much to so much. */
export const intervalWords = (interval: Interval): string =>
  `${Math.round(100 * interval.low)} to ${Math.round(100 * interval.high)} in 100`

/** `of` records, of which `n`: with the interval in which the share of all such records may lie. */
export function countWords(n: number, of: number): string {
  const interval = wilson(n, of)
  return interval ? `${n} of ${of} (${intervalWords(interval)})` : 'None read yet'
}

/**
 * Those who did the audit, and who oversees it, see the counts as they are: they have read the
 * records. Shown further, small numbers are hidden together with what would give them away.
 */
export function learningView(
  items: readonly Item[],
  counted: readonly Counted[],
  learning: readonly Learning[],
  didTheAudit: boolean,
): LearningView {
  const counts = countsIn(counted)
  const read = counts.one('read')
  return {
    read: `${read} of ${counts.one('drawn')} records drawn have been read`,
    strengths: pairWords(counts.one('strengths'), read, didTheAudit),
    asked: pairWords(counts.one('feedback', 'spoke'), counts.one('drawn'), didTheAudit),
    lines: items.map((item) => lineOf(item, counts, read, learning, didTheAudit)),
    agreement: agreementWords(agreementOf(counted)),
    hides: !didTheAudit,
  }
}

function pairWords(n: number, of: number, didTheAudit: boolean): string {
  if (didTheAudit) return countWords(n, of)
  const [shown = CONFIDENTIAL] = hidden(
    new Map([
      ['with', n],
      ['without', of - n],
    ]),
  ).values()
  return shown === CONFIDENTIAL ? CONFIDENTIAL : countWords(n, of)
}

/** The parts of a whole that anybody may know, after disclosure control. */
function hidden(parts: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const total = [...parts.values()].reduce((sum, n) => sum + n, 0)
  const shown = publish({
    counts: new Map([...parts, ['all', total]]),
    sums: [{ total: 'all', parts: [...parts.keys()] }],
    known: new Set(['all']),
  })
  return new Map([...shown].map(([name, figure]) => [name, textOf(figure)]))
}

function lineOf(
  item: Item,
  counts: Counts,
  read: number,
  learning: readonly Learning[],
  didTheAudit: boolean,
): LearningLine {
  const [yes, partly, no] = [
    counts.about('answer', item, 'yes'),
    counts.about('answer', item, 'partly'),
    counts.about('answer', item, 'no'),
  ]
  const open = Math.max(0, read - yes - partly - no)
  const parts = new Map([
    ['yes', yes],
    ['partly', partly],
    ['no', no],
    ['open', open],
  ])
  const shown = didTheAudit ? new Map([...parts].map(([k, n]) => [k, String(n)])) : hidden(parts)
  const at = (name: string) => shown.get(name) ?? CONFIDENTIAL
  return {
    title: item.title,
    yes: at('yes'),
    partly: at('partly'),
    no: at('no'),
    open: at('open'),
    found: pairWords(Math.min(read, counts.about('finding', item)), read, didTheAudit),
    actions: learning
      .filter((l) => l.itemKey === item.key)
      .map((l) => ({
        words: l.words,
        href: `/children/${l.childId}/case-audits/${l.auditId}/actions/${l.actionId}`,
        standing: l.verified ? 'Done, and seen to be done' : 'Open',
      })),
  }
}

/** How far those agreed who read the same records blind. */
export function agreementOf(counted: readonly Counted[]): Agreement | undefined {
  const pairs = counted
    .filter((c) => c.kind === 'pair')
    .map((c): Pair => {
      const [first = '', second = ''] = (c.code ?? '').split(' ')
      return { first, second, items: c.records }
    })
  return gwetAc1(pairs, CODES.length)
}

function agreementWords(agreement: Agreement | undefined): string | undefined {
  if (!agreement) return undefined
  const { items, same, ac1, interval } = agreement
  const range = interval ? `, from ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}` : ''
  return `Of ${items} answers given twice, ${same} were the same. Gwet’s AC1 is ${ac1.toFixed(2)}${range}.`
}
