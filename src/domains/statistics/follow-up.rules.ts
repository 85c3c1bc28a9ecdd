/**
 * Who is still asked, at each point after entry, and why the others are not: of everybody who entered in a
 * year, at every point the same number, so that nobody falls out of sight.
 */
import { type DisclosurePolicy, POLICY, publish } from './disclosure.rules.ts'
import { type Figures, hang } from './picture.rules.ts'

export const WAVES = [0, 3, 6, 12, 24, 36, 48, 60] as const
export type Wave = (typeof WAVES)[number]

/** In the order they are shown. */
export const FLOW_STEPS = [
  'answered',
  'did_not_want_to',
  'not_reached',
  'not_safe',
  'wants_later',
  'nobody_asked',
  'stopped',
  'left_before',
  'nothing_written',
  'not_yet_due',
] as const
export type FlowStep = (typeof FLOW_STEPS)[number]

export type FlowCounts = ReadonlyMap<Wave, Readonly<Record<FlowStep, number>>>

export const ENTERED = 'follow-up/entered'
export const flowFigure = (wave: Wave, step: FlowStep): string => `follow-up/${wave}/${step}`

/** Everybody who entered first; then each point by itself, all hidden where that number is. */
export function publishFlow(flow: FlowCounts, policy: DisclosurePolicy = POLICY): Figures {
  const entered = sumOf(flow.get(0))
  const figures = new Map(publish({ counts: new Map([[ENTERED, entered]]), sums: [] }, policy))
  for (const [wave, steps] of flow) {
    const name = (step: FlowStep) => flowFigure(wave, step)
    const whole = { total: ENTERED, parts: FLOW_STEPS.map(name) }
    hang(
      figures,
      {
        counts: new Map([
          ...FLOW_STEPS.map((step) => [name(step), steps[step]] as const),
          [ENTERED, sumOf(steps)],
        ]),
        sums: [whole],
        dear: new Set([name('answered')]),
        hangsFrom: [ENTERED],
      },
      policy,
    )
  }
  return figures
}

const sumOf = (steps: Readonly<Record<FlowStep, number>> | undefined): number =>
  steps ? FLOW_STEPS.reduce((sum, step) => sum + steps[step], 0) : 0
