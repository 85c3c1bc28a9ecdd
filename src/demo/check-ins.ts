import {
  type KnownOutcome,
  LADDER,
  type Occasions,
  UNSAID,
  bare,
  byState,
  influencesOf,
  waitingOn,
} from './answers.ts'
import { dayOf, instantOf } from './days.ts'
import type {
  InventedAnswer,
  InventedCheckIn,
  InventedLanguage,
  NotHeld,
  Reason,
  State,
} from './invented.ts'
import { at, between, chance, longTailed, pick, type Random, uuid, weighted } from './random.ts'
import { besideOn, viewsBeside } from './views-beside.ts'
import { themeOf, wordsOfTheme } from './words/answers.ts'
import { say } from './words/fill.ts'
import { OWN_LANGUAGE } from './words/own-language.ts'

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
/** Why a whole check-in did not happen that day. */
const WHY_NOT_HELD: readonly (readonly [NotHeld['reason'], number])[] = [
  ['offered_declined', 4],
  ['not_offered', 3],
  ['interpreter_unavailable', 3],
  ['missing_from_care', 2],
  ['lost_contact', 2],
]
const NOT_HELD = 0.12

export type AllCheckIns = {
  readonly checkIns: readonly InventedCheckIn[]
  readonly notHeld: readonly NotHeld[]
}

/** Every check-in of one invented young person, the views of those beside them, and the ones that were not held. */
export function checkInsOf(r: Random, all: Occasions): AllCheckIns {
  if (all.outcomes.length === 0) return { checkIns: [], notHeld: [] }
  const start = Math.max(all.opened + 14, all.today - THREE_YEARS)
  const times = weighted(r, TIMES)
  const steps = new Map<string, number>()
  const mine = [...new Set(Array.from({ length: between(r, 5, 10) }, () => mattering(r, all)))]
  const checkIns: InventedCheckIn[] = []
  const notHeld: NotHeld[] = []
  let on = between(r, start, Math.max(start, all.today - 60 * times))
  for (let n = 0; n < times && on < all.today; n++) {
    // What matters changes: now and then one outcome is put aside and another taken up.
    if (n > 0 && chance(r, 0.3)) mine[between(r, 0, mine.length - 1)] = mattering(r, all)
    const outcomes = [...new Set(mine)]
    if (chance(r, NOT_HELD)) {
      notHeld.push({
        on: dayOf(on),
        reason: weighted(r, WHY_NOT_HELD),
        recordedBy: besideOn(all, on)[0]?.personId,
      })
    } else {
      checkIns.push(held(r, all, { outcomes, steps, on }), ...viewsBeside(r, all, outcomes, on))
    }
    on += Math.max(12, Math.round(longTailed(r, 95, 0.6)))
  }
  return { checkIns, notHeld }
}

/** What many young people choose, more often than the rest: study, home, family, money, waiting, being heard. */
const OFTEN = new Set(['learning', 'home', 'family', 'money', 'waiting', 'listened', 'belonging'])

function mattering(r: Random, all: Occasions): KnownOutcome {
  for (;;) {
    const outcome = pick(r, all.outcomes)
    if (OFTEN.has(themeOf(outcome.code, outcome.title)) || chance(r, 0.2)) return outcome
  }
}

type Occasion = {
  readonly outcomes: readonly KnownOutcome[]
  readonly steps: Map<string, number>
  readonly on: number
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
    ...UNSAID,
    id: uuid(r),
    voice: 'young_person',
    at: instantOf(occasion.on, between(r, 540, 1200)),
    company,
    interpreter:
      company === 'interpreter' ? pick(r, ['in_person', 'phone', 'video'] as const) : 'none_needed',
    language,
    place: pick(r, PLACES),
    promptedBy: weighted(r, PROMPTS),
    withdrawn: chance(r, 0.02) ? pick(r, WITHDRAWN) : undefined,
    answers: occasion.outcomes.map((outcome) => ownAnswer(r, all, occasion, outcome, language)),
  }
}

const PLACES = ['At home', 'At college', 'On my phone', 'In the car', 'At the office', 'In a café']
const WITHDRAWN = ['changed_my_mind', 'not_right', 'too_many_people_see_it'] as const
const PROMPTS = [
  ['childs_wish', 5],
  ['review_due', 4],
  ['other', 1],
] as const

function languageOf(r: Random, languages: readonly InventedLanguage[]): string {
  const usable = languages.filter((l) => !l.neverUse && OWN_LANGUAGE[l.tag])
  return usable.length > 0 && chance(r, 0.35) ? pick(r, usable).tag : 'en'
}

function ownAnswer(
  r: Random,
  all: Occasions,
  occasion: Occasion,
  outcome: KnownOutcome,
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
    importance: weighted(r, IMPORTANCE),
    whoShouldKnow: weighted(r, WHO_SHOULD_KNOW),
    sinceLast: before === undefined ? undefined : sinceLast(r, before, now),
    words: chance(r, 0.6) ? wordsFor(r, outcome, state, language) : undefined,
    influences: influencesOf(r, waitingOn(all.waits, occasion.on)),
  }
}

const IMPORTANCE = [
  ['not_said', 5],
  ['a_lot', 3],
  ['some', 2],
  ['a_little', 1],
] as const
const WHO_SHOULD_KNOW = [
  ['not_said', 6],
  ['everyone_beside_me', 3],
  ['nobody_else', 1],
] as const

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
