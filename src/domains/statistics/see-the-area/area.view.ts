import { type Publishable, textOf, withheld } from '../disclosure.rules.ts'
import { type FlowChart, flowChart, type FlowStep } from '../flow-chart.view.ts'
import { type IntervalChart, intervalChart } from '../interval-chart.view.ts'
import { type Figures, figure, PARTS, REASONS, STATES } from '../picture.rules.ts'
import type { ReportingYear } from '../reporting-year.rules.ts'
import { levelName, reasonWords, stateWords } from './area-words.view.ts'
import { outOf, shareWords, type Table } from './share.view.ts'
import { type StrengthsView, strengthsView } from './strengths.view.ts'

export type AreaFramework = {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly provisional: boolean
  readonly notice: string
  readonly principles: readonly { readonly code: string; readonly title: string }[]
  /** In the framework's order, which is the only order there is. */
  readonly outcomes: readonly {
    readonly id: string
    readonly code: string
    readonly title: string
    readonly level: string
    /** Who defined it, and what is asked, in the framework's own language. */
    readonly definedBy: string
    readonly definition: string
    readonly principles: readonly string[]
  }[]
}

export type Release = {
  readonly id: string
  readonly number: number
  readonly madeAt: Date
  readonly figures: Figures
}

export type Chosen = {
  readonly organisation: string
  readonly year: ReportingYear
  readonly framework: AreaFramework
  readonly release: Release | undefined
}

export type OutcomeView = {
  readonly id: string
  readonly title: string
  readonly under: string
  readonly defined: string
  readonly who: string
  /** Undefined where nobody answered or the number who did is hidden: there is nothing to draw. */
  readonly said: { readonly chart: IntervalChart; readonly table: Table } | undefined
  readonly reasons: string
}

export type LevelView = {
  readonly id: string
  readonly title: string
  readonly meaning: string
  readonly pivot: Table
  readonly outcomes: readonly OutcomeView[]
}

export type AreaView = {
  readonly title: string
  readonly organisation: string
  readonly year: string
  readonly framework: Pick<AreaFramework, 'name' | 'version' | 'provisional' | 'notice'>
  readonly picture: PictureView | undefined
}

export type PictureView = {
  readonly number: number
  readonly madeAt: Date
  readonly flow: { readonly chart: FlowChart; readonly table: Table }
  /** Undefined in a picture made before it was counted. */
  readonly strengths: readonly StrengthsView[] | undefined
  readonly levels: readonly LevelView[]
}

/** What the page of an area says. Takes published figures only: no other number fits its type. */
export function areaView({ organisation, year, framework, release }: Chosen): AreaView {
  const { name, version, provisional, notice } = framework
  return {
    title: 'The picture for your area',
    organisation,
    year: year.name,
    framework: { name, version, provisional, notice },
    picture: release && pictureView(framework, release),
  }
}

function pictureView(framework: AreaFramework, { number, madeAt, figures }: Release): PictureView {
  const levels = [...new Set(framework.outcomes.map((outcome) => outcome.level))]
  return {
    number,
    madeAt,
    flow: flowView(figures),
    strengths: strengthsView(figures),
    levels: levels.map((level) => levelView(framework, level, figures)),
  }
}

type FlowWords = readonly [Parameters<typeof figure.people>[0], string, FlowStep['kind']]

const STEPS: readonly FlowWords[] = [
  ['eligible', 'With us in the year', 'in'],
  ['nothing_recorded', 'Nothing is recorded', 'out'],
  ['not_offered', 'Not offered a check-in', 'out'],
  ['lost_contact', 'Contact was lost', 'out'],
  ['missing_from_care', 'Missing from care', 'out'],
  ['interpreter_unavailable', 'No interpreter was there', 'out'],
  ['offered', 'Offered a check-in', 'in'],
  ['offered_declined', 'Offered and said no', 'out'],
  ['not_now', 'Said not now', 'out'],
  ['withdrawn', 'Shared one, took it back', 'out'],
  ['shared', 'Shared a check-in', 'in'],
  ['again', 'Shared more than one', 'in'],
]

function flowView(figures: Figures): PictureView['flow'] {
  const steps = STEPS.map(([step, label, kind]) => ({
    label,
    kind,
    count: at(figures, figure.people(step)),
  }))
  const rows = steps.map(({ label, count, kind }) => [
    label,
    textOf(count),
    kind === 'in' ? 'On the way in' : 'Fell away',
  ])
  return {
    chart: flowChart(steps, at(figures, figure.people('eligible'))),
    table: { head: ['Children and young people', 'How many', 'Where'], rows },
  }
}

function levelView(framework: AreaFramework, level: string, figures: Figures): LevelView {
  const outcomes = framework.outcomes.filter((outcome) => outcome.level === level)
  const principles = framework.principles.filter(({ code }) =>
    outcomes.some((outcome) => outcome.principles.includes(code)),
  )
  const row = (title: string, name: (part: (typeof PARTS)[number]) => string) => [
    title,
    ...PARTS.map((part) => textOf(at(figures, name(part)))),
  ]
  return {
    id: `level-${level}`,
    ...levelName(level),
    pivot: {
      head: ['Principle', 'Answers that say how it is', 'Reasons instead', 'Not picked'],
      rows: [
        ...principles.map(({ code, title }) =>
          row(title, (part) => figure.principle(level, code, part)),
        ),
        row('All of these, each counted once', (part) => figure.level(level, part)),
      ],
    },
    outcomes: outcomes.map((outcome) => outcomeView(framework, outcome, figures)),
  }
}

function outcomeView(
  framework: AreaFramework,
  { code, title, principles, definedBy, definition }: AreaFramework['outcomes'][number],
  figures: Figures,
): OutcomeView {
  const of = at(figures, figure.outcome(code, 'answered'))
  const rows = STATES.map((state) => {
    return { label: stateWords[state], count: at(figures, figure.state(code, state)) }
  })
  const under = framework.principles.filter((principle) => principles.includes(principle.code))
  return {
    id: `outcome-${code}`,
    title,
    under: under.map((principle) => principle.title).join(' · '),
    defined: [definition, `Defined by ${definedBy}.`].filter(Boolean).join(' '),
    who: whoSentence(code, figures),
    said: of.value ? { chart: intervalChart(rows, of), table: saidTable(rows, of) } : undefined,
    reasons: reasonsSentence(code, figures),
  }
}

function saidTable(
  rows: readonly { readonly label: string; readonly count: Publishable }[],
  of: Publishable,
): Table {
  return {
    head: ['What they said', 'How many', 'Share', '95% interval'],
    rows: rows.map(({ label, count }) => [label, outOf(count, of), ...shareWords(count, of)]),
  }
}

function whoSentence(code: string, figures: Figures): string {
  const n = (part: Parameters<typeof figure.outcome>[1]) =>
    textOf(at(figures, figure.outcome(code, part)))
  const answered = at(figures, figure.outcome(code, 'answered')).value
  const shared = textOf(at(figures, figure.people('shared')))
  const rest = `${n('gaveReason')} gave a reason instead and ${n('notChosen')} did not pick it.`
  if (answered === undefined) {
    return `Of ${shared} who shared a check-in, how many said how this is for them is not shown ([c]), so that nobody can be recognised. ${rest}`
  }
  if (answered === 0) {
    return `Of ${shared} who shared a check-in, nobody said how this is for them; ${rest}`
  }
  return (
    `Of ${shared} who shared a check-in, ${answered} said how this is for them, ${rest} ` +
    `${n('again')} answered it more than once in the year; their latest answer is here.`
  )
}

function reasonsSentence(code: string, figures: Figures): string {
  const counts = REASONS.map((reason) => {
    return { words: reasonWords[reason], count: at(figures, figure.reason(code, reason)) }
  })
  const shown = counts
    .filter(({ count }) => (count.value ?? 0) > 0)
    .map(({ words, count }) => `${words} ${textOf(count)}`)
  const hidden = counts.some(({ count }) => count.value === undefined)
  const [mark, none] = [textOf(withheld()), 'Nobody gave a reason instead.']
  if (shown.length === 0) return hidden ? `Reasons instead: ${mark}.` : none
  return `Reasons instead: ${[...shown, ...(hidden ? [`${mark} for the rest`] : [])].join('; ')}.`
}

function at(figures: Figures, name: string): Publishable {
  return figures.get(name) ?? withheld()
}
