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
import type { CountTable, Sum } from './protection.rules.ts'

/** Every child of the organisation in the year is in exactly one of these, but `eligible`. */
export type People = {
  readonly notRecorded: number
  readonly notShared: number
  readonly withdrawn: number
  readonly once: number
  readonly again: number
}

/** Every child who shared a check-in is in exactly one state, one reason, or `notChosen`. */
export type OutcomeCounts = {
  readonly code: string
  /** Codes of the principles it stands under: one or more. */
  readonly principles: readonly string[]
  readonly level: string
  readonly states: Readonly<Record<string, number>>
  readonly reasons: Readonly<Record<string, number>>
  readonly notChosen: number
  /** Of those in a state, how many answered this outcome in more than one check-in of the year. */
  readonly again: number
}

export type AreaCounts = { readonly people: People; readonly outcomes: readonly OutcomeCounts[] }

export type Figures = ReadonlyMap<string, Publishable>

/** The names of the figures; the same in the ledger of releases, on the page and in the file. */
export const figure = {
  people: (step: 'eligible' | 'shared' | keyof People) => `people/${step}`,
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
const OF_THE_SERVICE = new Set(['not_offered', 'interpreter_unavailable', 'not_collected_version'])

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
    add(figures, answeringTable(counts.people, level, outcomes), policy)
  }
  for (const outcome of counts.outcomes) {
    add(figures, statesTable(outcome), policy)
    add(figures, againTable(counts.people, outcome), policy)
    add(figures, reasonsTable(outcome), policy)
  }
  return figures
}

/** Publishes a table that hangs from figures already out; all of it is hidden if they are. */
function add(
  figures: Map<string, Publishable>,
  table: CountTable & { readonly hangsFrom: readonly string[] },
  policy: DisclosurePolicy,
): void {
  const open = table.hangsFrom.every((name) => figures.get(name)?.value !== undefined)
  const known = new Set([...table.counts.keys()].filter((n) => figures.get(n)?.value !== undefined))
  const before = new Set(figures.keys())
  const safe = open ? publish({ ...table, known }, policy) : undefined
  for (const name of table.counts.keys()) {
    if (before.has(name) || table.unseen?.has(name)) continue
    figures.set(name, safe?.get(name) ?? withheld())
  }
}

function peopleTable(people: People): CountTable {
  const shared = people.once + people.again
  const { notRecorded, notShared, withdrawn } = people
  const eligible = notRecorded + notShared + withdrawn + shared
  const counts = Object.entries({ ...people, shared, eligible })
  const named = (...steps: Parameters<typeof figure.people>[0][]) => steps.map(figure.people)
  return {
    counts: new Map(counts.map(([step, n]) => [`people/${step}`, n])),
    sums: [
      {
        total: figure.people('eligible'),
        parts: named('notRecorded', 'notShared', 'withdrawn', 'shared'),
      },
      { total: figure.people('shared'), parts: named('once', 'again') },
    ],
  }
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

function statesTable(outcome: OutcomeCounts) {
  const total = figure.outcome(outcome.code, 'answered')
  const states = Object.entries(outcome.states)
  const parts = states.map(([state]) => figure.state(outcome.code, state))
  const counts = new Map(states.map(([state, n]) => [figure.state(outcome.code, state), n]))
  counts.set(total, partOf(outcome, 'answered'))
  return { counts, sums: [{ total, parts }], alike: [{ total, parts }], hangsFrom: [total] }
}

/** A child who answered an outcome again is one who shared again: one figure bounds the other. */
function againTable(people: People, outcome: OutcomeCounts) {
  const answered = figure.outcome(outcome.code, 'answered')
  const count = partOf(outcome, 'answered')
  const counts = new Map([[answered, count]])
  const unseen = new Set<string>()
  const steps = [
    ['once', count - outcome.again],
    ['again', outcome.again],
  ] as const
  const sums = steps.map(([step, n]): Sum => {
    const [own, all] = [figure.outcome(outcome.code, step), figure.people(step)]
    const rest = `${own}/rest`
    counts
      .set(own, n)
      .set(all, people[step])
      .set(rest, people[step] - n)
    unseen.add(rest)
    return { total: all, parts: [own, rest] }
  })
  sums.push({ total: answered, parts: steps.map(([step]) => figure.outcome(outcome.code, step)) })
  return {
    counts,
    sums,
    unseen,
    hangsFrom: [answered, figure.people('once'), figure.people('again')],
  }
}

function reasonsTable(outcome: OutcomeCounts) {
  const total = figure.outcome(outcome.code, 'gaveReason')
  const reasons = Object.entries(outcome.reasons)
  const name = (reason: string) => figure.reason(outcome.code, reason)
  const counts = new Map(reasons.map(([reason, n]) => [name(reason), n]))
  counts.set(total, partOf(outcome, 'gaveReason'))
  const parts = reasons.map(([reason]) => name(reason))
  const childs = reasons.map(([reason]) => reason).filter((reason) => !OF_THE_SERVICE.has(reason))
  return {
    counts,
    sums: [{ total, parts }],
    alike: [{ total, parts: childs.map(name) }],
    hangsFrom: [total],
  }
}

function partOf(outcome: OutcomeCounts, part: Part): number {
  if (part === 'notChosen') return outcome.notChosen
  return sumOf(Object.values(part === 'answered' ? outcome.states : outcome.reasons))
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
