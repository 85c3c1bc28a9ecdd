/**
 * The picture of an area: what children said on each outcome, and who is not in it. Counts go in,
 * publishable figures come out, by name. An outcome's states are never added to another's.
 */
import {
  type DisclosurePolicy,
  POLICY,
  type Publishable,
  publish,
  withheld,
} from './disclosure.rules.ts'
import { type HangingTable, type InfluenceCounts, influenceTables } from './influences.rules.ts'
import type { CountTable, Sum } from './protection.rules.ts'
import { type StrengthCounts, strengthTables } from './strengths.rules.ts'

/** Who is not in the figures without having been offered a check-in, as far as is recorded. */
export const NOT_OFFERED = [
  'nothing_recorded',
  'not_offered',
  'lost_contact',
  'missing_from_care',
  'interpreter_unavailable',
] as const

/** Who was offered a check-in and is not in the figures: all of it their right. */
export const OFFERED_NOT_SHARED = ['offered_declined', 'not_now', 'withdrawn'] as const

export const SHARED = ['once', 'again'] as const

export type Step =
  | (typeof NOT_OFFERED)[number]
  | (typeof OFFERED_NOT_SHARED)[number]
  | (typeof SHARED)[number]

/** Every child of the organisation in the year is in exactly one of these. */
export type People = Readonly<Record<Step, number>>

/** A count of nought for each name. */
export function noughts<Name extends string>(names: readonly Name[]): Record<Name, number> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets its names
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
}

/** What a young person may have said, in the order of the scale; it says nothing of better. */
export const STATES = ['not_at_all', 'a_little', 'mostly', 'fully', 'changes_a_lot'] as const

/** Why there is no state. */
export const REASONS = [
  'not_offered',
  'offered_declined',
  'skipped',
  'dont_know',
  'not_relevant_to_me',
  'not_now',
  'withdrawn',
  'lost_contact',
  'missing_from_care',
  'interpreter_unavailable',
  'not_collected_version',
] as const

/** Every child who shared a check-in is in exactly one state, one reason, or `notChosen`. */
export type OutcomeCounts = {
  readonly code: string
  /** Codes of the principles it stands under: one or more. */
  readonly principles: readonly string[]
  readonly level: string
  readonly states: Readonly<Record<(typeof STATES)[number], number>>
  readonly reasons: Readonly<Record<(typeof REASONS)[number], number>>
  readonly notChosen: number
  /** Of those in a state, how many answered this outcome in more than one check-in of the year. */
  readonly again: number
  /** Of those in a state, how many named what helps or gets in the way in that same answer. */
  readonly influences: InfluenceCounts
}

export type AreaCounts = {
  readonly people: People
  readonly outcomes: readonly OutcomeCounts[]
  readonly strengths: StrengthCounts
}

export type Figures = ReadonlyMap<string, Publishable>

/** The names of the figures; the same in the ledger of releases, on the page and in the file. */
export const figure = {
  people: (step: 'eligible' | 'offered' | 'shared' | Step) => `people/${step}`,
  outcome: (code: string, part: Part | 'once' | 'again') => `outcome/${code}/${part}`,
  state: (code: string, state: string) => `outcome/${code}/state/${state}`,
  reason: (code: string, reason: string) => `outcome/${code}/reason/${reason}`,
  principle: (level: string, code: string, part: Part) => `principle/${level}/${code}/${part}`,
  level: (level: string, part: Part) => `level/${level}/${part}`,
}

export const PARTS = ['answered', 'gaveReason', 'notChosen'] as const
export type Part = (typeof PARTS)[number]

/**
 * Reasons that speak of the service and not of the child: that all are alike tells nothing that a
 * child said, and is a finding nobody should hide.
 */
const OF_THE_SERVICE = new Set<(typeof REASONS)[number]>([
  'not_offered',
  'interpreter_unavailable',
  'not_collected_version',
])

/**
 * Every figure of the picture after disclosure control. Done in the order in which one figure is
 * part of another: what is out already is known to an attacker when the next is protected, and
 * under a hidden total nothing is shown.
 */
export function publishArea(counts: AreaCounts, policy: DisclosurePolicy = POLICY): Figures {
  const figures = new Map(publish(peopleTable(counts.people), policy))
  const levels = new Set(counts.outcomes.map((outcome) => outcome.level))
  for (const level of levels) {
    const outcomes = counts.outcomes.filter((outcome) => outcome.level === level)
    hang(figures, answeringTable(counts.people, level, outcomes), policy)
  }
  for (const outcome of counts.outcomes) {
    hang(figures, statesTable(outcome), policy)
    hang(figures, againTable(counts.people, outcome), policy)
    hang(figures, reasonsTable(outcome), policy)
    for (const table of influencesOf(outcome)) hang(figures, table, policy)
  }
  for (const table of strengthTables(figure.people('eligible'), counts.strengths)) {
    hang(figures, table, policy)
  }
  return figures
}

/** Publishes a table that hangs from figures already out; all of it is hidden if they are. */
export function hang(
  figures: Map<string, Publishable>,
  table: HangingTable,
  policy: DisclosurePolicy,
): void {
  const open = table.hangsFrom.every((name) => figures.get(name)?.value !== undefined)
  const known = new Set([...table.counts.keys()].filter((n) => figures.get(n)?.value !== undefined))
  const before = new Set(figures.keys())
  const safe = open ? publish({ ...table, known }, policy) : undefined
  for (const name of table.counts.keys()) {
    if (before.has(name) || table.unseen?.has(name) || table.quiet?.has(name)) continue
    figures.set(name, safe?.get(name) ?? withheld())
  }
}

function peopleTable(people: People): CountTable {
  const counts = new Map<string, number>()
  const sums: Sum[] = []
  const total = (name: 'eligible' | 'offered' | 'shared', parts: readonly string[]) => {
    const all = figure.people(name)
    counts.set(all, sumOf(parts.map((part) => counts.get(part) ?? 0)))
    sums.push({ total: all, parts })
  }
  for (const step of [...NOT_OFFERED, ...OFFERED_NOT_SHARED, ...SHARED]) {
    counts.set(figure.people(step), people[step])
  }
  total('shared', SHARED.map(figure.people))
  total('offered', [...OFFERED_NOT_SHARED, 'shared' as const].map(figure.people))
  total('eligible', [...NOT_OFFERED, 'offered' as const].map(figure.people))
  return { counts, sums }
}

function answeringTable(people: People, level: string, outcomes: readonly OutcomeCounts[]) {
  const shared = figure.people('shared')
  const counts = new Map([[shared, people.once + people.again]])
  const sums: Sum[] = []
  for (const outcome of outcomes) {
    for (const part of PARTS) counts.set(figure.outcome(outcome.code, part), partOf(outcome, part))
    sums.push({ total: shared, parts: PARTS.map((part) => figure.outcome(outcome.code, part)) })
  }
  const principles = new Set(outcomes.flatMap((outcome) => outcome.principles))
  for (const part of PARTS) {
    const total = (name: string, of: readonly OutcomeCounts[]) => {
      counts.set(name, sumOf(of.map((outcome) => partOf(outcome, part))))
      sums.push({ total: name, parts: of.map((outcome) => figure.outcome(outcome.code, part)) })
    }
    for (const principle of principles) {
      const own = outcomes.filter((outcome) => outcome.principles.includes(principle))
      total(figure.principle(level, principle, part), own)
    }
    total(figure.level(level, part), outcomes)
  }
  const dear = new Set(outcomes.map((outcome) => figure.outcome(outcome.code, 'answered')))
  return { counts, sums, dear, hangsFrom: [shared] }
}

function statesTable({ code, states }: OutcomeCounts) {
  const total = figure.outcome(code, 'answered')
  const parts = STATES.map((state) => figure.state(code, state))
  const counts = new Map(STATES.map((state) => [figure.state(code, state), states[state]]))
  counts.set(total, sumOf(Object.values(states)))
  return { counts, sums: [{ total, parts }], alike: [{ total, parts }], hangsFrom: [total] }
}

/** Whoever answered an outcome again shared again, so one figure bounds the other. */
function againTable(people: People, outcome: OutcomeCounts) {
  const name = (part: Part | 'once' | 'again') => figure.outcome(outcome.code, part)
  const [answered, once, again] = [name('answered'), name('once'), name('again')]
  const [sharedAgain, rest] = [figure.people('again'), `${again}/rest`]
  const count = partOf(outcome, 'answered')
  const counts = new Map([
    [answered, count],
    [once, count - outcome.again],
    [again, outcome.again],
    [sharedAgain, people.again],
    [rest, people.again - outcome.again],
  ])
  const sums = [
    { total: answered, parts: [once, again] },
    { total: sharedAgain, parts: [again, rest] },
  ]
  return { counts, sums, unseen: new Set([rest]), hangsFrom: [answered, sharedAgain] }
}

function reasonsTable({ code, reasons }: OutcomeCounts) {
  const total = figure.outcome(code, 'gaveReason')
  const name = (reason: (typeof REASONS)[number]) => figure.reason(code, reason)
  const counts = new Map(REASONS.map((reason) => [name(reason), reasons[reason]]))
  counts.set(total, sumOf(Object.values(reasons)))
  const childs = REASONS.filter((reason) => !OF_THE_SERVICE.has(reason))
  return {
    counts,
    sums: [{ total, parts: REASONS.map(name) }],
    alike: [{ total, parts: childs.map(name) }],
    hangsFrom: [total],
  }
}

function influencesOf(outcome: OutcomeCounts): readonly HangingTable[] {
  const answered = figure.outcome(outcome.code, 'answered')
  return influenceTables(outcome.code, answered, partOf(outcome, 'answered'), outcome.influences)
}

function partOf(outcome: OutcomeCounts, part: Part): number {
  if (part === 'notChosen') return outcome.notChosen
  return sumOf(Object.values(part === 'answered' ? outcome.states : outcome.reasons))
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
