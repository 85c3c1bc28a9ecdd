/**
 * Taking part by stage: in each stage, out of how many children, who had a way to speak, who spoke and who
 * was answered, and why the others are not among them. Stages stand in the order of their definitions.
 */
import { type CalendarDay, calendarDay } from '#kernel/calendar-day.ts'
import { type DisclosurePolicy, POLICY, publish } from './disclosure.rules.ts'
import type { HangingTable } from './influences.rules.ts'
import { type Figures, hang, noughts } from './picture.rules.ts'
import type { CountTable } from './protection.rules.ts'
import type { ReportingYear } from './reporting-year.rules.ts'

export const STAGES = ['before', 'early', 'support', 'after'] as const
export type Stage = (typeof STAGES)[number]

/** Nobody gave them a way to speak, as far as is recorded. */
export const NO_WAY = ['no_way_in', 'not_offered'] as const

/** Had a way to speak and did not, or took it back: all of it their right. */
export const DID_NOT = ['declined', 'nothing_said', 'took_back'] as const

export const SPOKE = ['not_answered', 'answered'] as const

export const STAGE_STEPS = [...NO_WAY, ...DID_NOT, ...SPOKE] as const
export type StageStep = (typeof STAGE_STEPS)[number]

/** Every child is at one stage, and there at one step. */
export type StageCounts = Readonly<Record<Stage, Readonly<Record<StageStep, number>>>>

/** What a stage means, from which day, and who says so. */
export type StageMeaning = {
  readonly code: Stage
  readonly title: string
  /** The stage of BETR it stands nearest to. */
  readonly near: string
  readonly meaning: string
  readonly from: CalendarDay
  readonly definedBy: string
  readonly source: string
  readonly confidence: 'certain' | 'likely' | 'to_be_confirmed'
}

/** Nothing records children before there is a record, so that nought is known and protects nobody. */
export const NOTHING_RECORDED: ReadonlySet<Stage> = new Set(['before'])

export const ALL_STAGES = 'stages/children'

export const stageFigure = (stage: Stage, part: 'children' | 'offered' | 'spoke' | StageStep) =>
  `stage/${stage}/${part}`

export function noStages(): Record<Stage, Record<StageStep, number>> {
  const none = () => noughts(STAGE_STEPS)
  return { before: none(), early: none(), support: none(), after: none() }
}

/** The day the stages are worked out for: today, or the last day of a year that is over. */
export function stageDay(today: CalendarDay, { begins, until }: ReportingYear): CalendarDay {
  return today < until ? today : (calendarDay(`${begins + 1}-03-31`) ?? today)
}

/** How many at each stage first; then each stage by itself, all hidden where its number is. */
export function publishStages(counts: StageCounts, policy: DisclosurePolicy = POLICY): Figures {
  const figures = new Map(publish(childrenTable(counts), policy))
  for (const stage of STAGES) hang(figures, stageTable(stage, counts[stage]), policy)
  return figures
}

function childrenTable(counts: StageCounts): CountTable {
  const parts = STAGES.map((stage) => stageFigure(stage, 'children'))
  const numbers = STAGES.map((stage) => of(counts[stage], STAGE_STEPS))
  return {
    counts: new Map([
      ...parts.map((part, n) => [part, numbers[n] ?? 0] as const),
      [ALL_STAGES, numbers.reduce((sum, n) => sum + n, 0)],
    ]),
    sums: [{ total: ALL_STAGES, parts }],
    known: new Set([...NOTHING_RECORDED].map((stage) => stageFigure(stage, 'children'))),
  }
}

/** That all who had a way to speak did the same is what each of them did, so it is not told. */
function stageTable(stage: Stage, steps: StageCounts[Stage]): HangingTable {
  const name = (part: Parameters<typeof stageFigure>[1]) => stageFigure(stage, part)
  const [children, offered, spoke] = [name('children'), name('offered'), name('spoke')]
  const whole = { total: offered, parts: [...DID_NOT.map(name), spoke] }
  return {
    counts: new Map([
      ...STAGE_STEPS.map((step) => [name(step), steps[step]] as const),
      [children, of(steps, STAGE_STEPS)],
      [offered, of(steps, [...DID_NOT, ...SPOKE])],
      [spoke, of(steps, SPOKE)],
    ]),
    sums: [
      { total: children, parts: [...NO_WAY.map(name), offered] },
      whole,
      { total: spoke, parts: SPOKE.map(name) },
    ],
    alike: [whole],
    dear: new Set([offered, spoke, name('answered')]),
    hangsFrom: [children],
  }
}

function of(steps: StageCounts[Stage], names: readonly StageStep[]): number {
  return names.reduce((sum, step) => sum + steps[step], 0)
}
