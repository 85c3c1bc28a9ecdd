import { dayNumber, dayOf } from './days.ts'
import type {
  Influence,
  InventedAllocation,
  InventedAnswer,
  InventedLanguage,
  State,
  Wait,
} from './invented.ts'
import { chance, pick, type Random, weighted } from './random.ts'
import type { ThemeWords } from './words/answers.ts'
import { say } from './words/fill.ts'
import { INFLUENCES } from './words/influences.ts'

/** An outcome of whichever framework version is in use: its id, its code, and its title in English. */
export type KnownOutcome = {
  readonly id: string
  readonly code: string
  readonly title: string
  /** Only the young person can say how this is: nobody else is asked. */
  readonly childOnly: boolean
}

/** What the check-ins of one young person are made from; days as numbers. */
export type Occasions = {
  readonly opened: number
  readonly today: number
  readonly outcomes: readonly KnownOutcome[]
  readonly languages: readonly InventedLanguage[]
  readonly allocations: readonly InventedAllocation[]
  readonly waits: readonly Wait[]
}

/** The states that have an order; changes_a_lot stands beside them. */
export const LADDER: readonly State[] = ['not_at_all', 'a_little', 'mostly', 'fully']
/** What most check-ins have nothing to say of. */
export const UNSAID = { authorId: undefined, saidBy: undefined, withdrawn: undefined } as const
/** An answer with nothing beside it. */
export function bare(outcome: string, said: InventedAnswer['said']): InventedAnswer {
  return {
    outcome,
    said,
    importance: 'not_said',
    whoShouldKnow: 'not_said',
    sinceLast: undefined,
    words: undefined,
    influences: [],
  }
}

/** The words that go with a state: little of it, much of it, changing. */
export function byState(words: ThemeWords, state: State): readonly string[] {
  if (state === 'changes_a_lot') return words.changes
  return state === 'mostly' || state === 'fully' ? words.much : words.little
}

/** What somebody waits for on that day, as they would say it: "Waiting for a solicitor, 5 months now". */
export function waitingOn(waits: readonly Wait[], on: number): readonly string[] {
  const day = dayOf(on)
  return waits
    .filter((w) => w.since < day && (w.until === undefined || w.until > day))
    .map((w) => `Waiting for ${w.for}, ${longFor(on - dayNumber(w.since))} now`)
}

function longFor(days: number): string {
  if (days < 60) return `${Math.max(1, Math.round(days / 7))} weeks`
  return days < 700 ? `${Math.round(days / 30.4)} months` : `${Math.floor(days / 365)} years`
}

/** What helps and what gets in the way: none, one or both. */
export function influencesOf(r: Random, waiting: readonly string[]): readonly Influence[] {
  const made: Influence[] = []
  for (const direction of ['helps', 'gets_in_the_way'] as const) {
    if (!chance(r, 0.4)) continue
    const level = weighted(r, LEVELS)
    const waits = direction === 'gets_in_the_way' && level === 'system' && waiting.length > 0
    made.push({
      direction,
      level,
      words: waits ? pick(r, waiting) : say(r, INFLUENCES[direction][level]),
    })
  }
  return made
}

const LEVELS = [
  ['person', 4],
  ['service', 3],
  ['system', 2],
  ['law', 1],
] as const
