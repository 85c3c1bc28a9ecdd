import { dayNumber, instantOf } from './days.ts'
import type {
  Influence,
  InventedAllocation,
  InventedAnswer,
  InventedCheckIn,
  InventedLanguage,
  Reason,
  State,
} from './invented.ts'
import {
  at,
  between,
  chance,
  longTailed,
  pick,
  type Random,
  some,
  uuid,
  weighted,
} from './random.ts'
import { type ThemeWords, themeOf, wordsOfTheme } from './words/answers.ts'
import { say } from './words/fill.ts'
import { INFLUENCES } from './words/influences.ts'
import { OWN_LANGUAGE } from './words/own-language.ts'
import { GUARDIAN_WORDS, WORKER_WORDS } from './words/workers.ts'

/** An outcome of whichever framework version is in use: its id, its code, and its title in English. */
export type KnownOutcome = {
  readonly id: string
  readonly code: string
  readonly title: string
}

export type Occasions = {
  readonly opened: number
  readonly today: number
  readonly outcomes: readonly KnownOutcome[]
  readonly languages: readonly InventedLanguage[]
  readonly allocations: readonly InventedAllocation[]
}

const THREE_YEARS = 1095
/** Of 100 invented children, how many have been asked that many times. Never being asked is common. */
const TIMES: readonly (readonly [number, number])[] = [
  [0, 14],
  [1, 15],
  [2, 15],
  [3, 16],
  [4, 13],
  [5, 10],
  [6, 8],
  [7, 6],
  [8, 3],
]
const LADDER: readonly State[] = ['not_at_all', 'a_little', 'mostly', 'fully']
const OWN_REASONS: readonly (readonly [Reason, number])[] = [
  ['skipped', 6],
  ['dont_know', 6],
  ['not_now', 5],
  ['not_relevant_to_me', 4],
  ['offered_declined', 3],
  ['not_offered', 2],
  ['not_collected_version', 1],
  ['withdrawn', 1],
]
/** Reasons that hold for the whole occasion: nothing could be asked that day. */
const WHOLE_REASONS: readonly (readonly [Reason, number])[] = [
  ['offered_declined', 4],
  ['interpreter_unavailable', 3],
  ['missing_from_care', 2],
  ['lost_contact', 2],
]
const NOT_HELD = 0.07

/** Every check-in of one invented young person, and the views of those beside them, in order of time. */
export function checkInsOf(r: Random, occasions: Occasions): readonly InventedCheckIn[] {
  const start = Math.max(occasions.opened + 14, occasions.today - THREE_YEARS)
  const times = occasions.outcomes.length === 0 ? 0 : weighted(r, TIMES)
  const steps = new Map<string, number>()
  const mine = some(r, occasions.outcomes, between(r, 4, 8))
  const made: InventedCheckIn[] = []
  let on = between(r, start, Math.max(start, occasions.today - 60 * times))
  for (let n = 0; n < times && on < occasions.today; n++) {
    // What matters changes: now and then one outcome is put aside and another taken up.
    if (n > 0 && chance(r, 0.3)) mine[between(r, 0, mine.length - 1)] = pick(r, occasions.outcomes)
    const outcomes = [...new Set(mine)]
    const own = chance(r, NOT_HELD)
      ? notHeld(r, occasions, outcomes, on)
      : held(r, occasions, { outcomes, steps, on, first: n === 0 })
    made.push(own, ...viewsBeside(r, occasions, outcomes, on))
    on += Math.max(12, Math.round(longTailed(r, 95, 0.6)))
  }
  return made
}

type Occasion = {
  readonly outcomes: readonly KnownOutcome[]
  readonly steps: Map<string, number>
  readonly on: number
  readonly first: boolean
}

function held(r: Random, all: Occasions, occasion: Occasion): InventedCheckIn {
  const language = languageOf(r, all.languages)
  const company = weighted(r, [
    ['alone', 5],
    ['worker', 3],
    ['guardian', 1],
    ['carer', 1],
    ['friend', 1],
    ['interpreter', language === 'en' ? 0 : 2],
  ] as const)
  return {
    id: uuid(r),
    voice: 'young_person',
    authorId: undefined,
    at: instantOf(occasion.on, between(r, 540, 1200)),
    company,
    interpreter:
      company === 'interpreter' ? pick(r, ['in_person', 'by_phone', 'by_video'] as const) : 'none',
    language,
    place: pick(r, [
      'At home',
      'At college',
      'On my phone',
      'In the car',
      'At the office',
      'In a café',
    ]),
    answers: occasion.outcomes.map((outcome) => ownAnswer(r, outcome, occasion, language)),
  }
}

function languageOf(r: Random, languages: readonly InventedLanguage[]): string {
  const usable = languages.filter((l) => !l.neverUse && OWN_LANGUAGE[l.tag])
  return usable.length > 0 && chance(r, 0.35) ? pick(r, usable).tag : 'en'
}

function notHeld(
  r: Random,
  all: Occasions,
  outcomes: readonly KnownOutcome[],
  on: number,
): InventedCheckIn {
  const reason = weighted(r, WHOLE_REASONS)
  const said = { reason }
  return {
    id: uuid(r),
    voice: 'young_person',
    authorId: undefined,
    at: instantOf(on, 720),
    company: 'worker',
    interpreter: 'none',
    language: all.languages[0]?.tag ?? 'en',
    place: 'At the office',
    answers: outcomes.map(({ code }) => bare(code, said)),
  }
}

function bare(outcome: string, said: InventedAnswer['said']): InventedAnswer {
  return { outcome, said, important: false, sinceLast: undefined, words: undefined, influences: [] }
}

function ownAnswer(
  r: Random,
  outcome: KnownOutcome,
  occasion: Occasion,
  language: string,
): InventedAnswer {
  if (chance(r, 0.17)) return bare(outcome.code, { reason: weighted(r, OWN_REASONS) })
  const before = occasion.steps.get(outcome.code)
  const now = nextStep(r, before)
  occasion.steps.set(outcome.code, now)
  const state = chance(r, 0.09) ? 'changes_a_lot' : at(LADDER, now)
  return {
    outcome: outcome.code,
    said: { state },
    important: chance(r, 0.3),
    sinceLast: before === undefined ? undefined : sinceLast(r, before, now),
    words: chance(r, 0.6) ? wordsFor(r, outcome, state, language) : undefined,
    influences: influencesOf(r),
  }
}

/** Up, down or neither, each about as likely: nothing here leans towards progress. */
function nextStep(r: Random, before: number | undefined): number {
  if (before === undefined) return between(r, 0, LADDER.length - 1)
  return Math.min(LADDER.length - 1, Math.max(0, before + between(r, -1, 1)))
}

/** What they say has changed need not agree with the states: what a word means to them may have moved. */
function sinceLast(r: Random, before: number, now: number): InventedAnswer['sinceLast'] {
  if (chance(r, 0.15)) return pick(r, ['better', 'same', 'worse', 'different'] as const)
  if (chance(r, 0.1)) return 'different'
  return now > before ? 'better' : now < before ? 'worse' : 'same'
}

function wordsFor(
  r: Random,
  outcome: KnownOutcome,
  state: State,
  language: string,
): InventedAnswer['words'] {
  const own = OWN_LANGUAGE[language]
  if (own && chance(r, 0.4)) return { text: pick(r, own), language }
  const words = wordsOfTheme(themeOf(outcome.code, outcome.title))
  return { text: say(r, byState(words, state)), language: 'en' }
}

function byState(words: ThemeWords, state: State): readonly string[] {
  if (state === 'changes_a_lot') return words.changes
  return state === 'mostly' || state === 'fully' ? words.much : words.little
}

function influencesOf(r: Random): readonly Influence[] {
  const made: Influence[] = []
  for (const direction of ['helps', 'gets_in_the_way'] as const) {
    if (!chance(r, 0.4)) continue
    const level = weighted(r, [
      ['person', 4],
      ['service', 3],
      ['system', 2],
      ['law', 1],
    ] as const)
    made.push({ direction, level, words: say(r, INFLUENCES[direction][level]) })
  }
  return made
}

/** A worker's or guardian's own view near that time, of some of the same outcomes. Never merged with the young person's. */
function viewsBeside(
  r: Random,
  all: Occasions,
  outcomes: readonly KnownOutcome[],
  on: number,
): readonly InventedCheckIn[] {
  const beside = all.allocations.filter(
    (a) => dayNumber(a.from) <= on && (a.to === undefined || dayNumber(a.to) > on),
  )
  const made: InventedCheckIn[] = []
  for (const { personId, part } of beside) {
    const voice = part === 'guardian' ? 'guardian' : 'practitioner'
    if (!chance(r, voice === 'guardian' ? 0.25 : 0.35)) continue
    const words = voice === 'guardian' ? GUARDIAN_WORDS : WORKER_WORDS
    made.push({
      id: uuid(r),
      voice,
      authorId: personId,
      at: instantOf(Math.min(on + between(r, 0, 9), all.today - 1), between(r, 480, 1050)),
      company: 'alone',
      interpreter: 'none',
      language: 'en',
      place: 'At the office',
      answers: some(r, outcomes, between(r, 2, 4)).map((outcome) => view(r, outcome, words)),
    })
  }
  return made
}

function view(r: Random, outcome: KnownOutcome, words: ThemeWords): InventedAnswer {
  const state = chance(r, 0.1) ? 'changes_a_lot' : pick(r, LADDER)
  return {
    ...bare(outcome.code, { state }),
    words: chance(r, 0.6) ? { text: say(r, byState(words, state)), language: 'en' } : undefined,
    influences: chance(r, 0.4) ? influencesOf(r) : [],
  }
}
