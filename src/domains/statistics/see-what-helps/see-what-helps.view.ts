import { type Publishable, withheld } from '../disclosure.rules.ts'
import {
  type Direction,
  DIRECTIONS,
  type InfluenceLevel,
  INFLUENCE_LEVELS,
  influenceFigure,
} from '../influences.rules.ts'
import { type IntervalChart, intervalChart } from '../interval-chart.view.ts'
import { type Figures, figure } from '../picture.rules.ts'
import { countsRecords } from '../strengths.rules.ts'
import { levelName } from '../see-the-area/area-words.view.ts'
import type { AreaFramework, Chosen } from '../see-the-area/area.view.ts'
import { outOf, shareWords, type Table } from '../see-the-area/share.view.ts'

/** Where something is. The child is none of them. */
export const influenceWords: Readonly<Record<InfluenceLevel, string>> = {
  person: 'A person',
  service: 'A service',
  system: 'The system',
  law: 'The law',
}

const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  helps: 'What helps',
  gets_in_the_way: 'What gets in the way',
}

export type OutcomeInfluences = {
  readonly id: string
  readonly title: string
  /** The principles it stands under. */
  readonly under: string
  readonly who: string
  readonly parts: readonly {
    readonly id: string
    readonly title: string
    readonly chart: IntervalChart
    readonly table: Table
  }[]
}

export type SeeWhatHelpsView = {
  readonly title: string
  readonly organisation: string
  readonly year: string
  readonly framework: Pick<AreaFramework, 'name' | 'version' | 'provisional' | 'notice'>
  readonly backHref: string
  /** Undefined where no picture was made, or the last one before this was counted. */
  readonly picture:
    | {
        readonly number: number
        readonly madeAt: Date
        readonly levels: readonly {
          readonly id: string
          readonly title: string
          readonly meaning: string
          readonly outcomes: readonly OutcomeInfluences[]
        }[]
      }
    | undefined
  readonly instead: string
}

/** What young people named, outcome by outcome in the framework's order. Published figures only. */
export function seeWhatHelpsView({
  organisation,
  year,
  framework,
  release,
}: Chosen): SeeWhatHelpsView {
  const { id, name, version, provisional, notice } = framework
  const counted = release && countsRecords(release.figures) ? release : undefined
  const cut = new URLSearchParams({ year: String(year.begins), framework: id }).toString()
  return {
    title: 'What helps and what gets in the way',
    organisation,
    year: year.name,
    framework: { name, version, provisional, notice },
    backHref: `/area?${cut}`,
    picture: counted && {
      number: counted.number,
      madeAt: counted.madeAt,
      levels: levelsOf(framework, counted.figures),
    },
    instead: release
      ? 'This picture was made before this was counted. The next one will hold it.'
      : 'Nobody has made a picture for this year yet.',
  }
}

function levelsOf(framework: AreaFramework, figures: Figures) {
  const levels = [...new Set(framework.outcomes.map((outcome) => outcome.level))]
  return levels.map((level) => ({
    id: `level-${level}`,
    ...levelName(level),
    outcomes: framework.outcomes
      .filter((outcome) => outcome.level === level)
      .map((outcome) => outcomeInfluences(framework, outcome, figures)),
  }))
}

function outcomeInfluences(
  framework: AreaFramework,
  { code, title, principles }: AreaFramework['outcomes'][number],
  figures: Figures,
): OutcomeInfluences {
  const of = at(figures, figure.outcome(code, 'answered'))
  return {
    id: `outcome-${code}`,
    title,
    under: framework.principles
      .filter((principle) => principles.includes(principle.code))
      .map((principle) => principle.title)
      .join(' · '),
    who: whoSentence(of),
    parts: of.value ? DIRECTIONS.map((direction) => partOf(code, direction, figures, of)) : [],
  }
}

function partOf(code: string, direction: Direction, figures: Figures, of: Publishable) {
  const rows = INFLUENCE_LEVELS.map((level) => ({
    label: influenceWords[level],
    count: at(figures, influenceFigure(code, direction, level)),
  }))
  return {
    id: `${direction}-${code}`,
    title: DIRECTION_WORDS[direction],
    chart: intervalChart(rows, of),
    table: {
      head: ['Where it is', 'How many', 'Share', '95% interval'],
      rows: rows.map(({ label, count }) => [label, outOf(count, of), ...shareWords(count, of)]),
    },
  }
}

function whoSentence({ value }: Publishable): string {
  if (value === undefined) {
    return 'How many said how this is for them is not shown ([c]), so that nobody can be recognised.'
  }
  return value === 0
    ? 'Nobody said how this is for them.'
    : `Of ${value} who said how this is for them, how many named something. One person can name several, or none.`
}

function at(figures: Figures, name: string): Publishable {
  return figures.get(name) ?? withheld()
}
