import { inWords } from '#kernel/calendar-day.ts'
import { type NewPicture, POLICY, type Publishable, textOf, withheld } from '../disclosure.rules.ts'
import { type IntervalChart, intervalChart } from '../interval-chart.view.ts'
import type { Figures } from '../picture.rules.ts'
import type { ReportingYear } from '../reporting-year.rules.ts'
import { outOf, shareWords, type Table } from '../see-the-area/share.view.ts'
import {
  ALL_STAGES,
  DID_NOT,
  NO_WAY,
  NOTHING_RECORDED,
  type Stage,
  stageFigure,
  type StageMeaning,
  type StageStep,
} from '../stages.rules.ts'
import type { Release } from '../ledger.queries.ts'

const TOOK_PART = [
  ['offered', 'Had a way to speak'],
  ['spoke', 'Said something that stands'],
  ['answered', 'Were answered'],
] as const

const MISSING: Readonly<Record<(typeof NO_WAY)[number] | (typeof DID_NOT)[number], string>> = {
  no_way_in: 'No way in yet, and nothing recorded as offered',
  not_offered: 'No check-in offered, and why is recorded',
  declined: 'Offered a check-in, and said no or not now',
  nothing_said: 'Had a way to speak, and nothing sent',
  took_back: 'Sent something, and took it back',
}

const SURE: Readonly<Record<StageMeaning['confidence'], string>> = {
  certain: 'Certain.',
  likely: 'Likely.',
  to_be_confirmed: 'Provisional: nobody has confirmed it yet.',
}

/** What each outcome of asking for a new picture is told as. */
const TOLD: Readonly<Record<NewPicture, string>> = {
  first: 'The picture was made.',
  made: 'A new picture was made.',
  unchanged: 'Nothing has changed since this picture was made, so it stands.',
  'too-few-changed': `Fewer than ${POLICY.fewestChanged} children and young people have something new since this picture was made. A new one now would show what those few did, so this one stands until there are more.`,
}

export type StageView = {
  readonly id: string
  readonly title: string
  readonly meaning: string
  readonly who: string
  /** How many there are, or why nothing can be said of them. */
  readonly children: string
  readonly parts:
    | { readonly id: string; readonly chart: IntervalChart; readonly table: Table }
    | undefined
  readonly missing: Table | undefined
  readonly drawingTitle: string
}

export type SeeByStageView = {
  readonly title: string
  readonly organisation: string
  readonly year: string
  readonly begins: string
  readonly others: readonly { readonly href: string; readonly text: string }[]
  readonly told: string | undefined
  readonly smallestShown: number
  readonly stages: readonly StageView[]
  readonly picture:
    | {
        readonly number: number
        readonly madeAt: Date
        readonly onDay: string
        readonly children: string
      }
    | undefined
}

type Shown = {
  readonly organisation: string
  readonly years: readonly ReportingYear[]
  readonly year: ReportingYear
  readonly release: Release | undefined
  readonly meanings: readonly StageMeaning[]
  readonly made: unknown
}

/** Stage by stage in the order of their definitions. Published figures only. */
export function seeByStageView(shown: Shown): SeeByStageView {
  const { organisation, years, year, release, meanings, made } = shown
  return {
    title: 'Taking part by stage',
    organisation,
    year: year.name,
    begins: String(year.begins),
    others: years
      .filter(({ begins }) => begins !== year.begins)
      .map(({ begins, name }) => ({ href: `?year=${begins}`, text: name })),
    told: Object.entries(TOLD).find(([outcome]) => outcome === made)?.[1],
    smallestShown: POLICY.smallestShown,
    stages: meanings.map((meaning) => stageView(meaning, release?.figures)),
    picture: release && {
      number: release.number,
      madeAt: release.madeAt,
      onDay: inWords(release.onDay),
      children: textOf(at(release.figures, ALL_STAGES)),
    },
  }
}

function stageView(stage: StageMeaning, figures: Figures | undefined): StageView {
  const { code, title, near, meaning, from, definedBy, source, confidence } = stage
  const children = figures ? at(figures, stageFigure(code, 'children')) : withheld()
  const drawn = figures && children.value ? figures : undefined
  return {
    id: `stage-${code}`,
    title,
    drawingTitle: `${title}: taking part`,
    meaning,
    who: `Nearest in BETR: ${near}. Defined by ${definedBy}, from ${inWords(from)}. ${source}. ${SURE[confidence]}`,
    children: figures ? childrenSentence(code, children) : '',
    parts: drawn && partsOf(code, drawn, children),
    missing: drawn && missingOf(code, drawn, children),
  }
}

function childrenSentence(code: Stage, { value }: Publishable): string {
  if (NOTHING_RECORDED.has(code)) {
    return 'Nothing is recorded at this stage yet: 0 out of 0. It is not known how many children there are before a record is opened, and nothing is concluded from the nought.'
  }
  if (value === undefined) {
    return 'How many are at this stage is not shown ([c]), so that nobody can be recognised.'
  }
  return value === 0 ? 'Nobody is at this stage: 0 out of 0.' : `Out of ${value} at this stage.`
}

function partsOf(code: Stage, figures: Figures, children: Publishable) {
  const rows = TOOK_PART.map(([part, label]) => ({
    label,
    count: at(figures, stageFigure(code, part)),
  }))
  return {
    id: `taking-part-${code}`,
    chart: intervalChart(rows, children),
    table: {
      head: ['Taking part', 'How many', 'Share', '95% interval'],
      rows: rows.map(({ label, count }) => [
        label,
        outOf(count, children),
        ...shareWords(count, children),
      ]),
    },
  }
}

function missingOf(code: Stage, figures: Figures, children: Publishable): Table {
  const row = (words: string, step: StageStep) => [
    words,
    outOf(at(figures, stageFigure(code, step)), children),
  ]
  return {
    head: ['Not among those who said something, and why', 'How many'],
    rows: [...NO_WAY, ...DID_NOT].map((step) => row(MISSING[step], step)),
  }
}

function at(figures: Figures, name: string): Publishable {
  return figures.get(name) ?? withheld()
}
