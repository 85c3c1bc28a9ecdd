import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { PartialDay } from './partial-day.rules.ts'

/** What is true of a concern and how it is decided. Nothing here reads an indicator. */

export const WORDS_HOW = {
  word_for_word: 'I wrote it down word for word',
  through_interpreter: 'Through an interpreter',
  own_hand: 'They wrote it themselves',
} as const

export const NO_WORDS = {
  said_nothing_of_it: 'They said nothing of it, and were not asked to',
  was_not_there: 'I was not with them',
  not_safe_to_talk: 'It was not safe to talk',
  no_interpreter: 'There was no interpreter',
} as const

export const NO_FEW_CHOICES = {
  none_seen: 'I saw nothing that left them with few choices',
  not_known: 'I do not know enough of their situation to say',
} as const

export const FINDS = {
  suspect: 'I suspect that somebody exploits them, or means to',
  not_suspect: 'I do not suspect it',
  cannot_tell: 'I cannot tell',
} as const
export type Finds = keyof typeof FINDS

export const FINDS_SHORT: Readonly<Record<Finds, string>> = {
  suspect: 'suspects it',
  not_suspect: 'does not suspect it',
  cannot_tell: 'cannot tell',
}

export const RESPONSES = {
  safeguarding: 'As a child to be kept safe',
  criminal: 'With criminal law: stopped, arrested, questioned, charged',
  immigration: 'With immigration law',
  health: 'With health care',
  other: 'Another way',
} as const
export type ResponseKind = keyof typeof RESPONSES

export const DECISIONS = {
  referred: 'Refer to the National Referral Mechanism',
  not_referred: 'Do not refer',
  in_error: 'This was written down in error',
} as const
export type Decision = keyof typeof DECISIONS

export const BECAUSE = {
  suspected: 'It is suspected that they are exploited',
  already_referred: 'This was referred before',
  something_else_explains: 'Something else explains what was seen',
  not_enough_known: 'Not enough is known yet; we keep looking',
  would_put_them_at_risk_now: 'A referral now would put them at risk',
  adult_does_not_want_it: 'They are 18 or over and do not want it',
  wrong_child: 'It is about another child',
  other: 'Another reason',
} as const
export type Because = keyof typeof BECAUSE

/** Which reasons go with which decision; the database holds the same. */
export const BECAUSE_OF: Readonly<Record<Decision, readonly Because[]>> = {
  referred: ['suspected'],
  not_referred: [
    'already_referred',
    'something_else_explains',
    'not_enough_known',
    'would_put_them_at_risk_now',
    'adult_does_not_want_it',
    'other',
  ],
  in_error: ['wrong_child', 'other'],
}

export type Look = {
  readonly place: 'first' | 'second'
  readonly finds: Finds
  readonly reasoning: string
  readonly byId: string
  readonly by: string | undefined
  readonly at: Date
}

export type Decided = {
  readonly decision: Decision
  readonly because: Because
  readonly reasoning: string
  readonly aboutDisagreement: string | undefined
  readonly on: CalendarDay
  readonly by: string | undefined
}

export type ConcernState = 'pending' | Decision

/** The newest decision says where a concern has come to. `decided` stands newest first. */
export const stateOf = (decided: readonly Pick<Decided, 'decision'>[]): ConcernState =>
  decided[0]?.decision ?? 'pending'

export const STATES: Readonly<Record<ConcernState, string>> = {
  pending: 'Not decided yet',
  referred: 'Decided: refer',
  not_referred: 'Decided: do not refer',
  in_error: 'Written down in error',
}

/** The steps that every concern goes through, whoever the child is. There is no other list. */
export const STEPS = ['written', 'first_look', 'second_look', 'first_response', 'decision'] as const
export type Step = (typeof STEPS)[number]

type Going = {
  readonly looks: readonly Pick<Look, 'place'>[]
  readonly responses: number
  readonly decided: readonly Pick<Decided, 'decision'>[]
}

/** Which steps are done. Takes no child, no nationality, no status: they cannot change it. */
export function stepsOf({ looks, responses, decided }: Going): Readonly<Record<Step, boolean>> {
  const looked = (place: Look['place']) => looks.some((l) => l.place === place)
  return {
    written: true,
    first_look: looked('first'),
    second_look: looked('second'),
    first_response: responses > 0,
    decision: decided.length > 0,
  }
}

export type LookRefusal = 'first-is-there' | 'second-is-there' | 'no-first' | 'same-person'

/** Whether this person may add this look. The second is somebody else's. */
export function refuseLook(
  place: Look['place'],
  looks: readonly Pick<Look, 'place' | 'byId'>[],
  byId: string,
): LookRefusal | undefined {
  const [first, second] = (['first', 'second'] as const).map((p) =>
    looks.find((l) => l.place === p),
  )
  if (place === 'first') return first ? 'first-is-there' : undefined
  if (!first) return 'no-first'
  if (first.byId === byId) return 'same-person'
  return second ? 'second-is-there' : undefined
}

export type DecisionRefusal = 'looks-missing' | 'before-concern' | 'ahead' | 'disagreement'

/** Whether a decision may stand: on two looks, after what it is about, answering where they differ. */
export function refuseDecision(
  decision: { readonly on: CalendarDay; readonly aboutDisagreement: string | undefined },
  looks: readonly Pick<Look, 'finds'>[],
  noticed: PartialDay,
  today: CalendarDay,
): DecisionRefusal | undefined {
  if (looks.length < 2) return 'looks-missing'
  if (decision.on < noticed.earliest) return 'before-concern'
  if (decision.on > today) return 'ahead'
  return differ(looks) && !decision.aboutDisagreement ? 'disagreement' : undefined
}

export const differ = (looks: readonly Pick<Look, 'finds'>[]): boolean =>
  new Set(looks.map((l) => l.finds)).size > 1
