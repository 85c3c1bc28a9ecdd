import {
  type KnownOutcome,
  LADDER,
  type Occasions,
  UNSAID,
  bare,
  byState,
  influencesOf,
} from './answers.ts'
import { dayOf, instantOf } from './days.ts'
import type { InventedAllocation, InventedAnswer, InventedCheckIn } from './invented.ts'
import { between, chance, pick, type Random, some, uuid } from './random.ts'
import type { ThemeWords } from './words/answers.ts'
import { say } from './words/fill.ts'
import { CARER_WORDS, GUARDIAN_WORDS, WORKER_WORDS } from './words/workers.ts'

/** Who stood beside the child on that day. */
export function besideOn(all: Occasions, on: number): readonly InventedAllocation[] {
  const day = dayOf(on)
  return all.allocations.filter((a) => a.from <= day && (a.to === undefined || a.to > day))
}

/** A worker's, guardian's or carer's own view near that time. Never merged with the young person's. */
export function viewsBeside(
  r: Random,
  all: Occasions,
  outcomes: readonly KnownOutcome[],
  on: number,
): readonly InventedCheckIn[] {
  const asked = outcomes.filter((o) => !o.childOnly)
  if (asked.length === 0) return []
  return besideOn(all, on).flatMap(({ personId, part }) => {
    const guardian = part === 'guardian'
    if (!chance(r, guardian ? 0.25 : 0.35)) return []
    const carer = !guardian && chance(r, 0.2)
    const words = guardian ? GUARDIAN_WORDS : WORKER_WORDS
    return [
      {
        ...UNSAID,
        id: uuid(r),
        voice: guardian ? 'guardian' : carer ? 'carer' : 'practitioner',
        authorId: personId,
        saidBy: carer ? { name: 'Marta Lindqvist', relationship: 'foster carer' } : undefined,
        at: instantOf(Math.min(on + between(r, 0, 9), all.today - 1), between(r, 480, 1050)),
        company: 'alone',
        interpreter: 'none_needed',
        language: 'en',
        place: 'At the office',
        promptedBy: 'review_due',
        answers: some(r, asked, between(r, 2, 4)).map((o) =>
          view(r, o, carer ? CARER_WORDS : words),
        ),
      },
    ]
  })
}

function view(r: Random, outcome: KnownOutcome, words: ThemeWords): InventedAnswer {
  const state = chance(r, 0.1) ? 'changes_a_lot' : pick(r, LADDER)
  return {
    ...bare(outcome.code, { state }),
    words: chance(r, 0.6) ? { text: say(r, byState(words, state)), language: 'en' } : undefined,
    influences: chance(r, 0.4) ? influencesOf(r, []) : [],
  }
}
