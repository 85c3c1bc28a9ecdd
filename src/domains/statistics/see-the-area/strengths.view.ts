import { type Publishable, withheld } from '../disclosure.rules.ts'
import { type IntervalChart, intervalChart } from '../interval-chart.view.ts'
import { type Figures, figure } from '../picture.rules.ts'
import {
  countsRecords,
  strengthFigure,
  STRENGTH_TOPICS,
  type StrengthTopic,
  type WhoseWords,
  WHOSE_WORDS,
} from '../strengths.rules.ts'
import { outOf, shareWords, type Table } from './share.view.ts'

export const topicTitles: Readonly<Record<StrengthTopic, string>> = {
  strengths: 'What they are good at',
  got_through: 'What helped them get through',
}

const WHOSE: Readonly<Record<WhoseWords, string>> = {
  own: 'In their own words',
  others: 'Only in somebody else’s words',
  none: 'Nobody has written any yet',
}

export type StrengthsView = {
  readonly title: string
  readonly id: string
  /** Undefined where the number of records itself is hidden, or nought. */
  readonly said: { readonly chart: IntervalChart; readonly table: Table } | undefined
}

/** What the records hold in a child's own words; undefined in a picture made before it was counted. */
export function strengthsView(figures: Figures): readonly StrengthsView[] | undefined {
  if (!countsRecords(figures)) return undefined
  const of = figures.get(figure.people('eligible')) ?? withheld()
  return STRENGTH_TOPICS.map((topic) => ({
    id: `records-${topic}`,
    title: topicTitles[topic],
    said: of.value ? saidOf(figures, topic, of) : undefined,
  }))
}

function saidOf(figures: Figures, topic: StrengthTopic, of: Publishable) {
  const rows = WHOSE_WORDS.map((whose) => ({
    label: WHOSE[whose],
    count: figures.get(strengthFigure(topic, whose)) ?? withheld(),
  }))
  return {
    chart: intervalChart(rows, of),
    table: {
      head: ['Records', 'How many', 'Share', '95% interval'],
      rows: rows.map(({ label, count }) => [label, outOf(count, of), ...shareWords(count, of)]),
    },
  }
}

/** The same figures, a line each, for the file: name, count and of how many. */
export function strengthLines(
  figures: Figures,
): readonly { readonly name: string; readonly count: Publishable; readonly of: Publishable }[] {
  const of = figures.get(figure.people('eligible')) ?? withheld()
  return STRENGTH_TOPICS.flatMap((topic) =>
    WHOSE_WORDS.map((whose) => {
      const name = strengthFigure(topic, whose)
      return { name, count: figures.get(name) ?? withheld(), of }
    }),
  )
}
