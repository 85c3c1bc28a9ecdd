/**
 * The register of identification, released: how many children somebody was worried about, what was decided,
 * which forms, and by background how they were met first and how long it took. Every form of the shared list
 * stands in it, those never recorded here among them. Nothing is counted by nationality or status.
 */
import { type DisclosurePolicy, POLICY, publish } from './disclosure.rules.ts'
import type { HangingTable } from './influences.rules.ts'
import { type Figures, hang } from './picture.rules.ts'

export const REGISTER_STATES = ['referred', 'not_referred', 'pending'] as const
export const REGISTER_REASONS = [
  'already_referred',
  'something_else_explains',
  'not_enough_known',
  'would_put_them_at_risk_now',
  'adult_does_not_want_it',
  'other',
] as const
export const BACKGROUNDS = ['asian', 'black', 'mixed', 'white', 'other', 'did_not_say'] as const
export const MET = ['safeguarding', 'criminal', 'otherwise', 'not_yet'] as const
export const TIMES = ['within_7', 'within_28', 'over_28', 'not_yet'] as const

export const SAID = ['mostly', 'less'] as const

export type Background = (typeof BACKGROUNDS)[number]
type State = (typeof REGISTER_STATES)[number]
type Counts<K extends string> = Readonly<Record<K, number>>

export type RegisterCounts = {
  readonly states: Counts<(typeof REGISTER_STATES)[number]>
  readonly reasons: Counts<(typeof REGISTER_REASONS)[number]>
  /** By the code of the shared list: every one of them, with nought where nobody recorded it. */
  readonly forms: ReadonlyMap<string, number>
  /** What they said last of each outcome in the year after the first worry, by where they stand. */
  readonly said: ReadonlyMap<string, Readonly<Record<State, Counts<(typeof SAID)[number]>>>>
  readonly met: Readonly<Record<Background, Counts<(typeof MET)[number]>>>
  readonly times: Readonly<Record<Background, Counts<(typeof TIMES)[number]>>>
}

export const SUSPECTED = 'register/suspected'
export const registerFigure = (part: string) => `register/${part}`
export const formFigure = (code: string) => `form/${code}`
export const backgroundFigure = (group: Background, part = 'children') =>
  `background/${group}/${part}`

/** Of the children who stand somewhere: how many said something of an outcome, and what. */
export const saidFigure = (state: State, code: string, part: 'answered' | (typeof SAID)[number]) =>
  `said/${state}/${code}/${part}`

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0)

/** All that may be shown of a year's register. What hangs from a hidden number is hidden with it. */
export function publishRegister(
  counts: RegisterCounts,
  policy: DisclosurePolicy = POLICY,
): Figures {
  const states = REGISTER_STATES.map((s) => [registerFigure(s), counts.states[s]] as const)
  const total = sumOf(states.map(([, n]) => n))
  const figures = new Map(
    publish(
      {
        counts: new Map([...states, [SUSPECTED, total]]),
        sums: [{ total: SUSPECTED, parts: states.map(([name]) => name) }],
        dear: new Set([SUSPECTED]),
      },
      policy,
    ),
  )
  hang(figures, reasonsTable(counts), policy)
  for (const [code, n] of counts.forms) hang(figures, formTable(code, n, total), policy)
  for (const [code, said] of counts.said) {
    for (const state of REGISTER_STATES) {
      hang(figures, saidTable(state, code, counts.states[state], said[state]), policy)
    }
  }
  hang(figures, backgroundTable(counts, total), policy)
  for (const group of BACKGROUNDS) {
    hang(figures, withinTable(group, 'met', MET, counts.met[group]), policy)
    hang(figures, withinTable(group, 'time', TIMES, counts.times[group]), policy)
  }
  return figures
}

function reasonsTable({ states, reasons }: RegisterCounts): HangingTable {
  const total = registerFigure('not_referred')
  const parts = REGISTER_REASONS.map((r) => registerFigure(`reason/${r}`))
  const counts = new Map(REGISTER_REASONS.map((r, n) => [parts[n] ?? r, reasons[r]]))
  counts.set(total, states.not_referred)
  return { counts, sums: [{ total, parts }], alike: [{ total, parts }], hangsFrom: [total] }
}

/** Those with this form and the rest, who are known by taking away. A child can have several forms. */
function formTable(code: string, here: number, total: number): HangingTable {
  const [named, rest] = [formFigure(code), `${formFigure(code)}/rest`]
  return {
    counts: new Map([
      [SUSPECTED, total],
      [named, here],
      [rest, total - here],
    ]),
    sums: [{ total: SUSPECTED, parts: [named, rest] }],
    alike: [{ total: SUSPECTED, parts: [named] }],
    quiet: new Set([rest]),
    hangsFrom: [SUSPECTED],
  }
}

/** Who said something, and the rest, who are known by taking away; and what they said. */
function saidTable(
  state: State,
  code: string,
  total: number,
  said: Counts<(typeof SAID)[number]>,
): HangingTable {
  const [all, answered] = [registerFigure(state), saidFigure(state, code, 'answered')]
  const silent = `${answered}/silent`
  const parts = SAID.map((part) => saidFigure(state, code, part))
  const n = said.mostly + said.less
  return {
    counts: new Map([
      [all, total],
      [answered, n],
      [silent, total - n],
      ...SAID.map((part): [string, number] => [saidFigure(state, code, part), said[part]]),
    ]),
    sums: [
      { total: all, parts: [answered, silent] },
      { total: answered, parts },
    ],
    alike: [{ total: answered, parts }],
    quiet: new Set([silent]),
    hangsFrom: [all],
  }
}

function backgroundTable({ met }: RegisterCounts, total: number): HangingTable {
  const parts = BACKGROUNDS.map((group) => backgroundFigure(group))
  const counts = new Map(
    BACKGROUNDS.map((group) => [backgroundFigure(group), sumOf(Object.values(met[group]))]),
  )
  counts.set(SUSPECTED, total)
  return { counts, sums: [{ total: SUSPECTED, parts }], hangsFrom: [SUSPECTED] }
}

function withinTable<K extends string>(
  group: Background,
  what: 'met' | 'time',
  codes: readonly K[],
  here: Counts<K>,
): HangingTable {
  const total = backgroundFigure(group)
  const name = (code: K) => backgroundFigure(group, `${what}/${code}`)
  const counts = new Map(codes.map((code) => [name(code), here[code]]))
  counts.set(total, sumOf(Object.values(here)))
  const whole = { total, parts: codes.map(name) }
  return { counts, sums: [whole], alike: [whole], hangsFrom: [total] }
}
